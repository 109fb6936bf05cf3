import type { Element, Root, RootContent } from "hast";
import { countOf } from "../../../base/count-of.ts";
import { walkTree } from "../../html/walk-tree.ts";
import { markdownLines } from "./lines/markdown-lines.ts";

/** Parses Markdown to a tree with raw HTML. */
export type ParseFragment = (text: string) => Root;

const startTag = /<([a-z][a-z0-9-]*)(\s[^<>]*)>/gi;
const attribute = /\smarkdown(?:=(?:"(?:1|block|span|)"|'(?:1|block|span|)'|1))?(?=\s|$)/i;
const verbatim = /<(?:pre|code|script|style)\b/i;
const maxLevels = 8; // each level parses its text again

/**
 * Parses the Markdown in HTML blocks with `markdown="1"` (kramdown, PHP Markdown Extra) or `markdown` (MkDocs).
 * @param open the names of the elements that began in earlier pieces of HTML: a piece ends at an empty line
 */
export function convertMarkdownInHtml(tree: Root, parse: ParseFragment, level = 0, open: string[] = []): void {
  walkTree(tree, (node) => {
    if (node.type !== "raw" || level >= maxLevels) return undefined;
    let [line, counted] = [node.position?.start.line ?? 1, 0];
    const parsePart = (start: number, text: string) => {
      const part = parse(text);
      convertMarkdownInHtml(part, parse, level + 1, open);
      line += countOf("\n", node.value.slice(counted, start));
      counted = start;
      moveDown(part, line - 1);
      return part.children;
    };
    const nodes = afterEnd(node.value, open, parsePart) ?? partsOf(node.value, open, parsePart);
    return nodes === undefined ? undefined : { instead: nodes };
  });
}

/** Parses a text of a piece of HTML. Each starts after the one before. */
type ParsePart = (start: number, text: string) => RootContent[];

// The text after the end tag of an element that began in an earlier piece.
function afterEnd(html: string, open: string[], parsePart: ParsePart): RootContent[] | undefined {
  const [, name] = /^<\/([a-z][a-z0-9-]*)/i.exec(html) ?? [];
  if (name === undefined || name.toLowerCase() !== open.at(-1)?.toLowerCase()) return undefined;
  const end = endOfTags(html, 0, open);
  return end === undefined ? undefined : [{ type: "raw", value: html.slice(0, end) }, ...parsePart(end, html.slice(end))];
}

function partsOf(html: string, open: string[], parsePart: ParsePart): RootContent[] | undefined {
  const nodes: RootContent[] = [];
  let [done, last] = [0, ""];
  for (const { 0: found, 1: name = "", 2: attributes = "", index } of html.matchAll(startTag)) {
    if (index < done || !attribute.test(attributes)) continue;
    if (done === 0 && verbatim.test(html.slice(0, index))) return undefined;
    const start = index + found.length;
    const end = endOf(html, start, name);
    if (end === html.length) open.push(name);
    const isSpan = /=["']span/i.test(attributes);
    const inner = parsePart(start, withCaptions(dedent(html.slice(start, end))));
    nodes.push({ type: "raw", value: html.slice(done, start) }, ...withoutParagraphs(inner, name, isSpan));
    [done, last] = [end, name];
  }
  if (nodes.length === 0) return undefined;
  if (done < html.length) open.push(last);
  const end = endOfTags(html, done, open);
  if (end === undefined) return [...nodes, { type: "raw", value: html.slice(done) }];
  return [...nodes, { type: "raw", value: html.slice(done, end) }, ...parsePart(end, html.slice(end))];
}

const endTag = /<\/([a-z][a-z0-9-]*)[ \t]*>[ \t]*(\n[ \t]*)?/iy;

// Returns the end of the end tags at a place if a line of text follows, which CommonMark would take for HTML, and closes their elements.
function endOfTags(html: string, start: number, open: string[]): number | undefined {
  endTag.lastIndex = start;
  let [end, newline] = [start, ""];
  for (let match = endTag.exec(html); match !== null; match = endTag.exec(html)) {
    if (match[1]?.toLowerCase() === open.at(-1)?.toLowerCase()) open.pop();
    [end, newline] = [endTag.lastIndex, match[2] ?? ""];
  }
  return newline === "" || newline.length > 4 || /^$|[\s<]/.test(html.charAt(end)) ? undefined : end;
}

const caption = /^([ \t]*)<(summary|figcaption)((?:\s[^<>]*)?)>(?=.*<\/\2[ \t]*>[ \t]*$)/i;

// The comment ends the block of HTML with its line (CommonMark §4.6, kind 2), so that the next one is Markdown.
function withCaptions(text: string): string {
  const lines = markdownLines(text, false).map(({ isHtml, isVerbatim, text: line }) => {
    const isCode = isVerbatim && !isHtml;
    return isCode || attribute.test(line) ? line : line.replace(caption, '$1<!-- --><$2$3 markdown="1">');
  });
  return lines.join("\n");
}

// The end tag of the element, or the end of the block if a blank line comes first.
function endOf(html: string, start: number, name: string): number {
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])`, "gi");
  tags.lastIndex = start;
  let open = 1;
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    open += tag[1] === "/" ? -1 : 1;
    if (open === 0) return tag.index;
  }
  return html.length;
}

// Indented text would be code.
function dedent(text: string): string {
  const lines = text.split("\n");
  const indents = lines.slice(1).flatMap((line) => (line.trim() === "" ? [] : (/^[ \t]*/.exec(line)?.[0].length ?? 0)));
  const indent = Math.min(...(indents.length === 0 ? [0] : indents));
  return lines.map((line, index) => (index === 0 ? line.trimStart() : line.slice(Math.min(indent, line.length)))).join("\n");
}

const inline = /^(?:p|h[1-6]|span|a|summary|dt|td|th|figcaption|strong|em|b|i|small|center)$/i;

// A paragraph cannot contain another one.
function withoutParagraphs(children: RootContent[], name: string, isSpan: boolean): RootContent[] {
  if (isSpan) return children.flatMap((child): RootContent[] => (isParagraph(child) ? child.children : [child]));
  const [only, ...others] = children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const isSingle = others.length === 0 && only !== undefined && isParagraph(only);
  return inline.test(name) && isSingle ? only.children : children;
}

function isParagraph(node: RootContent): node is Element {
  return node.type === "element" && node.tagName === "p";
}

function moveDown(tree: Root, lines: number): void {
  walkTree(tree, ({ position }) => {
    if (position === undefined) return undefined;
    position.start.line += lines;
    position.end.line += lines;
    return undefined;
  });
}
