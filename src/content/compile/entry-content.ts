import type { Element, Root } from "hast";
import { decodeUri } from "../../base/decode-uri.ts";
import { fileNameOf } from "../../base/file-name-of.ts";
import { directionOf } from "../../base/language/canonical-language.ts";
import { shortAddress } from "../../base/short-address.ts";
import type { Entry } from "../../model/entry.ts";
import { cutAtMoreMark } from "../html/cut-at-more-mark.ts";
import { findOpenComment } from "../html/find-open-comment.ts";
import { elementNode, textNode } from "../html/hast-nodes.ts";
import { toHtml } from "../html/html.ts";
import { markCodeDirection } from "../html/mark-code-direction.ts";
import { isStripped, sanitizeHtml } from "../html/sanitize-html.ts";
import { summarize, summarizeAll } from "../html/summary.ts";
import { textStart } from "../html/text-start.ts";
import { titleAnchor } from "../html/title-anchors.ts";
import type { Metadata } from "../metadata/metadata.ts";
import { translateEmbeds } from "../plain-html/translate-embeds.ts";
import { withoutEmbeds } from "../plain-html/without-embeds.ts";
import { parseArticleBody } from "./article-body.ts";
import { textOfFile } from "./article-targets.ts";
import { captionKey, firstImageOf, parseCaption, showImage } from "./content-image.ts";
import type { EntryContext } from "./entry-context.ts";
import { linkContent } from "./link-content.ts";

/** The content of an article before its references become addresses. */
export interface ParsedContent {
  readonly tree: Root;
  /** The anchors of the heading that is the title. */
  readonly titleAnchors: readonly string[];
  /** A copy of the content before the more-mark. */
  readonly excerpt: Root | undefined;
  /** The first picture, as its reference is written. */
  readonly firstPicture: Metadata["image"];
  /** The caption of the entry's picture. */
  readonly caption: Element | undefined;
}

/** The content of an entry. */
export interface EntryContent extends Pick<ParsedContent, "excerpt" | "firstPicture"> {
  /** Empty if the article has neither text nor title. */
  readonly html: string;
  readonly sanitized: Root;
  /** The content without its embeds, before it is sanitized; undefined if it has none. */
  readonly prose: Root | undefined;
}

/** Parses the text of an article. */
export async function parseContent(context: EntryContext): Promise<ParsedContent> {
  const { article, body, inputs, language, reportAtNode, site } = context;
  const { metadata, source } = article;
  const locate = (name: string) => inputs.locate(name, source);
  const { titleAnchors, tree } = await parseArticleBody(source, body, metadata.title, {
    language,
    isStatic: body.isStatic,
    linkedBlocks: article.linkedBlocks,
    locate,
    readText: (reference) => textOfFile(article, reference, inputs),
    reportAtNode,
  });
  translateEmbeds(tree, site.words, language);
  const position = findOpenComment(tree, body.text);
  if (position !== undefined)
    reportAtNode({ position }, "warning", "Cannot show the text after <!--: the comment is not closed; write --> at its end");
  const caption = await parseCaption(context);
  return { tree, titleAnchors, excerpt: cutAtMoreMark(tree), firstPicture: firstImageOf(tree), caption };
}

/** Makes the links of a content absolute, shows the entry's picture in it, and sanitizes it. */
export function finishContent(
  { caption, excerpt, firstPicture, titleAnchors, tree }: ParsedContent,
  image: Entry["image"],
  context: EntryContext,
): EntryContent {
  const { article, body, report, reportAtKey, reportAtNode, targets } = context;
  const { identity, metadata, source, title } = article;
  const figure = image === undefined || caption === undefined ? undefined : elementNode("figure", {}, [caption]);
  if (figure !== undefined) tree.children.unshift(figure);
  linkContent(tree, { identity, metadata, source, body, titleAnchors: [...titleAnchors, titleAnchor(title)] }, targets, context, report);
  if (image !== undefined) showImage(tree, { figure, image, warn: (message) => reportAtKey(captionKey(metadata), "warning", message) });
  const prose = withoutEmbeds(tree.children[0] === figure ? { ...tree, children: tree.children.slice(1) } : tree);
  const sanitized = sanitizeAndReport(tree, body.text, reportAtNode);
  if (directionOf(context.language) === "rtl") markCodeDirection(sanitized);
  const html = toHtml(sanitized) || toHtml(paragraph(title));
  return { html, sanitized, prose: prose === tree ? undefined : prose, excerpt, firstPicture };
}

/** Returns the summary of a content: its excerpt, or the start of its text. */
export function summaryOf({ excerpt, prose, sanitized }: EntryContent): string {
  return (
    (excerpt && summarizeAll(sanitizeHtml(withoutEmbeds(excerpt), () => {}))) ||
    summarize(prose === undefined ? sanitized : sanitizeHtml(prose, () => {}))
  );
}

/** Returns the content of an article without text and title: a link to the page that it is about, or to its recording. Empty without them. */
export function contentOfLink(externalUrl: Entry["externalUrl"], enclosure: Entry["enclosure"]): string {
  if (externalUrl !== undefined) return toHtml(link(externalUrl, decodeUri(shortAddress(externalUrl))));
  if (enclosure === undefined) return "";
  const { title, url } = enclosure;
  return toHtml(link(url, title ?? (decodeUri(fileNameOf(url)) || shortAddress(url))));
}

const maxPictures = 20;

// Reports each lost picture, and any other removed element once for each name.
function sanitizeAndReport(tree: Root, text: string, reportAtNode: EntryContext["reportAtNode"]): Root {
  const removed = new Set<string>();
  let pictures = 0;
  return sanitizeHtml(tree, (element) => {
    const { tagName } = element;
    const isPicture = showsPicture(element);
    if (removed.has(tagName) && (!isPicture || pictures >= maxPictures)) return;
    removed.add(tagName);
    if (isPicture) pictures++;
    reportAtNode(element, "warning", `Cannot keep <${writtenName(element, text)}>: ${adviseRemoved(element, text)}`);
  });
}

// The parser of HTML writes the names of components in lower case.
function writtenName({ position, properties, tagName }: Element, text: string): string {
  if (typeof properties["dataWritten"] === "string") return properties["dataWritten"];
  const { line = 0, column = 0 } = position?.start ?? {};
  const name = text.split("\n", line)[line - 1]?.slice(column, column + tagName.length) ?? "";
  return name.toLowerCase() === tagName ? name : tagName;
}

// An icon that is hidden from screen readers is decoration.
function showsPicture({ properties, tagName }: Element): boolean {
  if (tagName === "iframe") return properties["srcDoc"] !== undefined || /^data:/i.test(String(properties["src"]));
  return (tagName === "svg" || tagName === "canvas") && properties["ariaHidden"] !== "true";
}

function adviseRemoved(element: Element, text: string): string {
  if (element.tagName === "svg") return "feed readers show no drawings; save it as a file, and write that as a picture";
  if (isStripped(element)) return "feed readers do not show it; its content is left out, too";
  return textStart(element, 1) === "" || isSelfClosed(element, text) ? "feed readers do not show it" : "feed readers show only its text";
}

// HTML knows only components with content: the text that follows them is in them.
function isSelfClosed({ position }: Element, text: string): boolean {
  const { column = 0, line = 0 } = position?.start ?? {};
  const rest = text
    .split("\n", line + 20)
    .slice(line - 1)
    .join("\n")
    .slice(column - 1);
  return /^<[A-Z][\w.]{0,50}(?:\s(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^<>"']){0,1000})?\/>/.test(rest);
}

function paragraph(text: string): Root {
  return { type: "root", children: text === "" ? [] : [elementNode("p", {}, [textNode(text)])] };
}

function link(url: string, text: string): Root {
  return { type: "root", children: [elementNode("p", {}, [elementNode("a", { href: url }, [textNode(text)])])] };
}
