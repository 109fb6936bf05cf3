import type { Element, ElementContent, Root, RootContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { oneLine } from "../../base/one-line.ts";
import { markupOf } from "../../model/markup-of.ts";
import type { ReportAtNode } from "../../model/report-at-node.ts";
import { badgesOfTitle, isBadge, wordsBeforeBadges } from "../html/badges.ts";
import { descendants } from "../html/find-elements.ts";
import { elementNode, firstProperty, textNode } from "../html/hast-nodes.ts";
import { writtenHeading } from "../html/prefix-anchors.ts";
import { titleAnchor } from "../html/title-anchors.ts";
import { walkElements } from "../html/walk-tree.ts";
import { moveLine } from "../limits/article-error.ts";
import type { DialectContext } from "../markup/dialects/dialects.ts";
import { showHeadingFormulas } from "../markup/formulas/heading-formulas.ts";
import { mayHaveFormulas } from "../markup/formulas/html-formulas.ts";
import { parseMarkup } from "../markup/markup.ts";
import { parsePlainText } from "../markup/parse-plain-text.ts";
import { type LineChange, writtenLine } from "../markup/shortcodes/written-line.ts";
import { makePlain } from "../plain-html/plain-html.ts";
import { replaceInvalidReferences } from "./replace-invalid-references.ts";

/** The text of an article after its front matter. */
export interface ArticleBody {
  readonly text: string;
  /** The line of the article on which the text begins, from 1. */
  readonly line: number;
  /** The places after which lines have other numbers than in the article, because tags were replaced. */
  readonly changes?: readonly LineChange[];
  /** The lines of the whole text that began with a form feed or a vertical tab, which became a newline. In editors they are no lines. */
  readonly added?: readonly number[];
  /** True if the front matter says that no code of the text is executed. */
  readonly isStatic?: true;
}

/** Returns the line in an article of a line of its text. */
export function lineInArticle(line: number, body: Omit<ArticleBody, "text">): number {
  const found = body.line - 1 + writtenLine(line, body.changes);
  return body.added === undefined ? found : found - body.added.filter((added) => added <= found).length;
}

/** The title of an article, and the tree of its content. */
interface ReadBody {
  readonly title: string;
  readonly tree: Root;
  /** The anchors of the heading that is the title, and is not in the content. */
  readonly titleAnchors: readonly string[];
}

/**
 * Parses the text of an article.
 * @throws ArticleError with its line in the article
 */
export async function parseArticleBody(
  source: string,
  body: ArticleBody,
  knownTitle: string | undefined,
  context: DialectContext,
): Promise<ReadBody> {
  try {
    return markupOf(source) === "text"
      ? readPlainText(body.text, knownTitle, context.reportAtNode)
      : await readMarkup(source, body.text, knownTitle, context);
  } catch (error) {
    throw moveLine(error, (line) => lineInArticle(line, body));
  }
}

function readPlainText(body: string, knownTitle: string | undefined, reportAtNode: ReportAtNode): ReadBody {
  const { title, tree, removed } = parsePlainText(body, knownTitle);
  for (const { line, text } of removed) {
    const start = { line, column: 1 };
    reportAtNode({ position: { start, end: start } }, "warning", `Removed ${JSON.stringify(text)}: boilerplate from a web page`);
  }
  return { title: knownTitle ?? title ?? "", tree, titleAnchors: [] };
}

async function readMarkup(source: string, body: string, knownTitle: string | undefined, context: DialectContext): Promise<ReadBody> {
  const tree = await parseMarkup(source, body, context);
  if (/<|!\[|[`~:]{3}[ \t]{0,9}\{/.test(body)) makePlain(tree, context.reportAtNode); // directives of MyST may become frames
  if (body.includes("&#")) replaceInvalidReferences(tree, body, context.reportAtNode);
  const title = knownTitle ?? findTitle(tree);
  const titleAnchors = removeTitle(tree, knownTitle);
  if (mayHaveFormulas(body)) showHeadingFormulas(tree);
  return { title, titleAnchors, tree };
}

// The first heading of level 1 is the title; the content must not repeat it. A title is plain text, so pictures of the heading stay in
// the content, and so do badges that the known title lacks. Returns its anchors.
function removeTitle(tree: Root, knownTitle: string | undefined): string[] {
  const anchors: string[] = [];
  walkElements(tree, (element, index, parent) => {
    if (element.tagName !== "h1") return undefined;
    const heading = oneLine(textOf(element));
    if (heading === "") return "skip";
    const badges = knownTitle === undefined || knownTitle === heading ? [] : element.children.filter(isBadge);
    const words = badges.length === 0 ? heading : oneLine(element.children.map((child) => (isBadge(child) ? "" : textOf(child))).join(""));
    if (knownTitle !== undefined && knownTitle !== words) return "end";
    parent.children.splice(index, 1);
    const kept = picturesOf(element, new Set(tree.children.flatMap(sourcesIn)));
    if (badges.length > 0) kept.push(textNode([...(kept.length > 0 ? [""] : []), ...badges.map((badge) => textOf(badge))].join(" ")));
    const properties = badges.length > 0 ? { [badgesOfTitle]: "" } : {};
    if (kept.length > 0) parent.children.splice(index, 0, { ...elementNode("p", properties, kept), position: element.position } as Element);
    const written = [firstProperty(element, writtenHeading) ?? heading, wordsBeforeBadges(element, heading.length) ?? ""];
    anchors.push(...written.map(titleAnchor), firstProperty(element, "id") ?? "");
    return "end";
  });
  return anchors;
}

// Returns the pictures of a heading in their links, except those that the text shows, too.
function picturesOf(heading: Element, shown: ReadonlySet<unknown>): ElementContent[] {
  const found = heading.children.flatMap((child): ElementContent[] => {
    if (child.type !== "element") return [];
    if (child.tagName === "img") return shown.has(child.properties["src"]) ? [] : [child];
    const pictures = picturesOf(child, shown);
    return child.tagName === "a" && pictures.length > 0 ? [{ ...child, children: pictures }] : pictures;
  });
  return found.flatMap((picture, index) => (index === 0 ? [picture] : [textNode(" "), picture]));
}

function sourcesIn(node: RootContent): unknown[] {
  return node.type === "element" ? descendants(node, "img").map(({ properties }) => properties["src"]) : [];
}

function findTitle(tree: Root): string {
  const titles = new Map<string, string>();
  walkElements(tree, (element) => {
    if (element.tagName === "svg") return "skip"; // an SVG's <title> names the drawing
    if (element.tagName !== "h1" && element.tagName !== "title") return undefined;
    if (!titles.get(element.tagName)) titles.set(element.tagName, oneLine(textOf(element)));
    return "skip";
  });
  return titles.get("h1") || titles.get("title") || "";
}
