import type { Element, Parents } from "hast";
import { blockElements } from "../../content/html/block-elements.ts";
import { toHtml } from "../../content/html/html.ts";
import { parseHtml } from "../../content/html/parse-html.ts";
import { walkTree } from "../../content/html/walk-tree.ts";

const hidden = new Set(["script", "style", "link", "meta"]);
const [lineOfCode, emptyLineOfCode, paragraph] = ["\uFDD4", "\uFDD5", "\uFDD6"]; // noncharacters

/** The place of a tag, or of a block up to its end tag. */
export interface TagPlace {
  readonly body: string;
  readonly start: number;
  readonly end: number;
  /** True in a block of HTML. */
  readonly isInHtml?: boolean;
  /** The origin of the old site; a link that begins with it starts at the root of the new one. */
  readonly origin?: string | undefined;
}

/**
 * Writes what a tag shows in its place, so that it is in CommonMark what it was in kramdown: one block of HTML, or a part of the line.
 * Returns undefined if it has only scripts and styles, or tags of templates.
 * @param rendered what the tag shows
 */
export function placeRendered(rendered: string, { body, end, isInHtml = false, origin, start }: TagPlace): string | undefined {
  const text = rendered.replace(/\r\n?/g, "\n").trim();
  if (/\{[{%]/.test(text)) return undefined;
  const before = body.slice(body.lastIndexOf("\n", start - 1) + 1, start);
  const [marks = ""] = /^(?:[ \t>]|[-*+][ \t]|\d{1,3}[.)][ \t])*/.exec(before) ?? [];
  const lineStart = `\n${marks.replace(/[^>\s]/g, " ")}`;
  const [, element = "", attributes = ""] = /^(?:<!--[^>]*-->\s*)?<([a-z][a-z\d]*)(?=[\s/>])([^>]*)/i.exec(text) ?? [];
  if (element === "" || /\smarkdown=/i.test(attributes)) return text.replace(/\n(?=.)/g, lineStart);
  const isBlock = blockElements.has(element.toLowerCase());
  const html = visibleHtml(text, isBlock, origin);
  if (html === "") return undefined;
  const written = html
    .replace(/\n(?=.)/g, lineStart)
    .replaceAll(lineOfCode, lineStart)
    .replaceAll(emptyLineOfCode, "&#10;");
  if (before !== marks || isInHtml) return written;
  const [rest = "", next = ""] = body.slice(end, end + 2000).split("\n", 2);
  if (isBlock) return written + endOfBlock(rest, next, lineStart);
  return rest.trim() === "" && next.trim() !== "" ? written.replace(/^<[^<>]*>(?=\n|$)/, "$&&#32;") : written; // no block of HTML, but a paragraph
}

// Without what feed readers show nothing of. A block has no blank line, which would end it, and no line is indented, which would be code.
function visibleHtml(text: string, isBlock: boolean, origin: string | undefined): string {
  const tree = parseHtml(text);
  walkTree(tree, (node, _, parent) => {
    if (node.type === "comment" || (node.type === "element" && hidden.has(node.tagName))) return { instead: [] };
    if (node.type === "text") node.value = linesOf(node.value, parent, isBlock);
    if (node.type === "element" && origin !== undefined) startAtRoot(node, origin);
    if (node.type !== "element" || node.tagName !== "pre") return undefined;
    keepLines(node);
    return "skip";
  });
  const html = toHtml(tree);
  return isBlock ? html.replace(/\n\s*/g, "\n").replaceAll(paragraph, "\n\n").trim() : html;
}

function startAtRoot({ properties }: Element, origin: string): void {
  for (const name of ["href", "src", "poster"]) {
    const address = properties[name];
    if (typeof address === "string" && address.startsWith(`${origin}/`)) properties[name] = address.slice(origin.length);
  }
}

function linesOf(text: string, parent: Parents, isBlock: boolean): string {
  if (parent.type !== "root" || (isBlock && text.trim() === "")) return text.replace(/\n\s*/g, "\n");
  const lines = text.replace(/\n[ \t]+/g, "\n");
  // Markdown next to blocks
  return isBlock ? paragraph + lines.trim().replace(/\n\n+/g, paragraph) + paragraph : lines;
}

function keepLines(code: Element): void {
  walkTree(code, (node) => {
    if (node.type === "text") node.value = node.value.replace(/\n(?=[ \t]*\n)/g, emptyLineOfCode).replaceAll("\n", lineOfCode);
    return undefined;
  });
}

// In kramdown, a block ends at its end tag, and Markdown may follow.
function endOfBlock(rest: string, next: string, lineStart: string): string {
  if (rest.trim() !== "") return `\n${lineStart}`;
  return next.trim() === "" ? "" : "\n";
}
