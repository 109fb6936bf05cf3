import type { Root, RootContent } from "hast";
import { walkTree } from "../../html/walk-tree.ts";

/** Parses Markdown to a tree with raw HTML. */
export type ParseFragment = (text: string) => Root;

const startTag = /<([a-z][a-z0-9-]*)(\s[^<>]*)>/gi;
const attribute = /\smarkdown(?:=(?:"(?:1|block|span|)"|'(?:1|block|span|)'|1))?(?=\s|$)/i;
const verbatim = /<(?:pre|code|script|style)\b/i;
const maxLevels = 8; // each level parses its text again

/** Parses the Markdown in HTML blocks with `markdown="1"` (kramdown, PHP Markdown Extra) or `markdown` (MkDocs). */
export function convertMarkdownInHtml(tree: Root, parse: ParseFragment, level = 0): void {
  walkTree(tree, (node) => {
    if (node.type !== "raw") return undefined;
    const nodes = level < maxLevels ? partsOf(node.value, parse, level, node.position?.start.line ?? 1) : undefined;
    return nodes === undefined ? undefined : { instead: nodes };
  });
}

function partsOf(html: string, parse: ParseFragment, level: number, line: number): RootContent[] | undefined {
  const nodes: RootContent[] = [];
  let done = 0;
  for (const { 0: found, 1: name = "", 2: attributes = "", index } of html.matchAll(startTag)) {
    if (index < done || !attribute.test(attributes)) continue;
    if (done === 0 && verbatim.test(html.slice(0, index))) return undefined;
    const start = index + found.length;
    const end = endOf(html, start, name);
    const inner = parse(dedent(html.slice(start, end)));
    convertMarkdownInHtml(inner, parse, level + 1);
    moveDown(inner, line + html.slice(0, start).split("\n").length - 2);
    nodes.push({ type: "raw", value: html.slice(done, start) }, ...withoutParagraph(inner.children, name));
    done = end;
  }
  return nodes.length === 0 ? undefined : [...nodes, { type: "raw", value: html.slice(done) }];
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
function withoutParagraph(children: RootContent[], name: string): RootContent[] {
  const [only, ...others] = children.filter((child) => child.type !== "text" || child.value.trim() !== "");
  const isSingle = others.length === 0 && only?.type === "element" && only.tagName === "p";
  return inline.test(name) && isSingle ? only.children : children;
}

function moveDown(tree: Root, lines: number): void {
  walkTree(tree, ({ position }) => {
    if (position === undefined) return undefined;
    position.start.line += lines;
    position.end.line += lines;
    return undefined;
  });
}
