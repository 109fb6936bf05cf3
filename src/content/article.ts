import type { Root } from "hast";
import { toString as textOf } from "hast-util-to-string";
import { EXIT, SKIP, visit } from "unist-util-visit";
import type { Site } from "../site.ts";
import { type ArticleDates, readDates } from "./article-dates.ts";
import { codePointName, replaceUnwelcomeCharacters } from "./characters.ts";
import { type FrontMatter, type FrontMatterValue, parseFrontMatter } from "./front-matter.ts";
import { FrontMatterError } from "./front-matter-error.ts";
import { parseMarkup } from "./markup.ts";
import { type Metadata, readMetadata } from "./metadata.ts";
import { plainBody } from "./plain-body.ts";
import { parsePlainText } from "./plain-text.ts";
import type { Problem, Report } from "./problem.ts";
import { type FileName, parseFileName } from "./slug.ts";

/** The author's file. */
export interface Article {
  /** Path below the articles folder, such as `2024/moon.md`. */
  readonly source: string;
  readonly text: string;
}

/** Adds a problem at a key of the front matter; of those with the same `onceFor`, one is told. */
export type ReportAt = (key: string, severity: Problem["severity"], message: string, onceFor?: string) => void;

/** An article taken apart: what it says of itself, when, and its text as a tree. */
export interface ParsedArticle extends ArticleDates {
  readonly source: string;
  readonly metadata: Metadata;
  readonly fileName: FileName;
  readonly title: string;
  readonly tree: Root;
  /** Adds a problem at a key of the front matter. */
  readonly reportAt: ReportAt;
  /** Adds a problem at a place of the tree. */
  readonly reportIn: (node: { readonly position?: Root["position"] }, severity: Problem["severity"], message: string) => void;
}

/** How a problem names an article's file. */
export function fileOf(source: string): string {
  return `articles/${source}`;
}

/**
 * Parses an article; undefined when an error stands in the way. Every problem is reported.
 * @param sources of all articles
 * @param now milliseconds since 1970: the date of a draft that has none yet
 */
export function parseArticle(
  article: Article,
  sources: readonly string[],
  site: Site,
  now: number,
  report: Report,
): ParsedArticle | undefined {
  const file = fileOf(article.source);
  const lines = article.text.replace(/\r\n?/g, "\n");
  const text = replaceInLines(lines, (line, column, character) => report({ file, line, column, ...replaced(character) }));
  if (text.trim() === "") {
    report({
      file,
      line: 1,
      column: 1,
      severity: "error",
      message: "Cannot compile an empty file: write a title and a text, or delete it",
    });
    return undefined;
  }
  const frontMatter = readFrontMatter(file, text, report);
  if (frontMatter === undefined) return undefined;

  const reportAt: ParsedArticle["reportAt"] = (key, severity, message, onceFor) =>
    report({ ...frontMatter.placeOf(key), severity, message, ...(onceFor !== undefined && { onceFor }) });
  const firstLine = text.slice(0, frontMatter.bodyOffset).split("\n").length;
  const reportIn: ParsedArticle["reportIn"] = ({ position }, severity, message) => {
    // Parsers lose the start of some nodes, whatever their types say.
    report({ file, line: firstLine + (position?.start?.line ?? 1) - 1, column: position?.start?.column ?? 1, severity, message });
  };

  const fileName = parseFileName(article.source, sources);
  const metadata = readMetadata(frontMatter, report, fileName);
  const dates = readDates({ metadata, fileName, frontMatter, site, now }, reportAt);
  const body = plainBody(frontMatter, article.source, sources, site, reportIn);
  const { title, tree } = readBody(article.source, body, metadata.title, reportIn);
  if (dates === undefined) return undefined;
  return {
    source: article.source,
    metadata,
    fileName,
    title,
    ...dates,
    tree,
    reportAt,
    reportIn,
  };
}

function readFrontMatter(file: string, text: string, report: Report): FrontMatter | undefined {
  try {
    const frontMatter = parseFrontMatter(file, text);
    const data = Object.entries(frontMatter.data).map(([key, value]) => {
      return [key, replaceInValue(value, (character) => report({ ...frontMatter.placeOf(key), ...replaced(character) }))];
    });
    return { ...frontMatter, data: Object.fromEntries(data) };
  } catch (error) {
    if (!(error instanceof FrontMatterError)) throw error;
    report({ file, line: error.line, column: error.column, severity: "error", message: error.message });
    return undefined;
  }
}

function readBody(
  source: string,
  body: string,
  knownTitle: string | undefined,
  reportIn: ParsedArticle["reportIn"],
): { title: string; tree: Root } {
  if (source.endsWith(".txt")) {
    const { title, tree, dropped } = parsePlainText(body, knownTitle);
    for (const { line, text } of dropped) {
      const start = { line, column: 1 };
      reportIn({ position: { start, end: start } }, "warning", `Left out the line ${JSON.stringify(text)}: it is furniture of a web page`);
    }
    return { title: knownTitle ?? title ?? "", tree };
  }
  const tree = parseMarkup(source, body, reportIn);
  replaceInTree(tree, reportIn);
  return { title: knownTitle ?? findTitle(tree), tree: withoutTitle(tree, knownTitle) };
}

// The first heading of level 1 is the title; it must not stand in the content a second time.
function withoutTitle(tree: Root, knownTitle: string | undefined): Root {
  visit(tree, "element", (element, index, parent) => {
    if (element.tagName !== "h1" || parent === undefined || index === undefined) return undefined;
    const heading = oneLine(textOf(element));
    if (heading === "") return undefined;
    if (knownTitle === undefined || knownTitle === heading) parent.children.splice(index, 1);
    return EXIT;
  });
  return tree;
}

function findTitle(tree: Root): string {
  const titles = new Map<string, string>();
  visit(tree, "element", (element) => {
    if (element.tagName === "svg") return SKIP; // a <title> in there is the drawing's
    if ((element.tagName === "h1" || element.tagName === "title") && !titles.get(element.tagName))
      titles.set(element.tagName, oneLine(textOf(element)));
    return undefined;
  });
  return titles.get("h1") || titles.get("title") || "";
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

// Of a character that stands many times on one line (a file in UTF-16 is full of zeros) only the first is told.
function replaceInLines(text: string, onReplaced: (line: number, column: number, character: string) => void): string {
  const replace = (content: string, index: number): string => {
    const told = new Set<string>();
    return replaceUnwelcomeCharacters(content, (character, offset) => {
      if (!told.has(character)) onReplaced(index + 1, offset + 1, character);
      told.add(character);
    });
  };
  return text.split("\n").map(replace).join("\n");
}

// Character references such as &#7; bring in what the text itself no longer has.
function replaceInTree(tree: Root, reportIn: ParsedArticle["reportIn"]): void {
  visit(tree, (node) => {
    const replace = (value: string) =>
      replaceUnwelcomeCharacters(value, (character) => {
        const { severity, message } = replaced(character);
        reportIn(node, severity, message);
      });
    if (node.type === "text") node.value = replace(node.value);
    if (node.type !== "element") return;
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value === "string") node.properties[name] = replace(value);
      else if (Array.isArray(value)) node.properties[name] = value.map((item) => (typeof item === "string" ? replace(item) : item));
    }
  });
}

// So do escapes in front matter, such as "\u0007".
function replaceInValue(value: FrontMatterValue, onReplaced: (character: string) => void): FrontMatterValue {
  if (typeof value === "string") return replaceUnwelcomeCharacters(value, onReplaced);
  if (Array.isArray(value)) return value.map((item: FrontMatterValue) => replaceInValue(item, onReplaced));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaceInValue(item, onReplaced)]));
}

function replaced(character: string): Pick<Problem, "severity" | "message"> {
  return { severity: "warning", message: `Cannot keep the character ${codePointName(character)}: no feed may carry it; it was replaced` };
}
