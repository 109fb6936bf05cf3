import { includesAny } from "../../../../base/includes-any.ts";
import { parseAttributeList, parseBlockList, parseKramdownList } from "./attribute-list.ts";
import { guard } from "./guard.ts";
import { isBlank, type MarkdownLine, mapProse, markdownLines } from "./markdown-lines.ts";

const lineOfList = /^([ \t>]*)\{([^{}\n]*)\}[ \t]*$/;
const lineOfLabel = /^([ \t>]{0,20})\(([A-Za-z][\w:.-]{1,100})\)=[ \t]*$/; // of MyST
const mayHaveLine = /^[ \t>]*(?:\{[:#.\w \t][^{}\n]*\}|\([A-Za-z][\w:.-]{1,100}\)=|\^)[ \t]*$/m;

// kramdown.gettalong.org/syntax.html#attribute-list-definitions: {:name: .class width="300"}
const definitionLine = /^[ \t]*\{:([A-Za-z][\w-]{0,60}):([^{}\n]*)\}[ \t]*$/;
const mayDefineList = /^[ \t]*\{:[A-Za-z][\w-]*:[ \t]/m;
const kramdownPiece = /\{:([^{}\n]{1,300})\}/g;

/** A line of attributes in a tree of Markdown. */
export interface AttributeMark {
  /** True if the attributes belong to the block before the line, false for the one after it. */
  readonly isOfBefore: boolean;
  /** The text between the braces, without a colon. */
  readonly list: string;
}

const comment = new RegExp(`^<!--${guard}([<>])(.*)${guard}-->\\s*$`);

/** Reads a comment that {@link markAttributeLines} wrote. */
export function readAttributeMark(html: string): AttributeMark | undefined {
  const [, direction, list = ""] = html.trimStart().startsWith(`<!--${guard}`) ? (comment.exec(html.trimStart()) ?? []) : [];
  return direction === undefined ? undefined : { isOfBefore: direction === "<", list };
}

/**
 * Writes lines that are lists of attributes as comments of HTML: unlike text, these end a paragraph, list, table or quotation, and begin no
 * other one. The number of lines stays the same.
 */
export function markAttributeLines(written: string): string {
  const mayHaveLines = includesAny(written, "{", ")=", "\n^\n") && mayHaveLine.test(written);
  if (!mayHaveLines && !(written.includes("://") && headingWithList.test(written))) return written;
  const text = written.includes("{:") && mayDefineList.test(written) ? resolveReferences(written) : written;
  const lines = markdownLines(text, false);
  return lines.map((line, index) => markOf(line, lines[index - 1], lines[index + 1]) ?? line.text).join("\n");
}

function markOf(line: MarkdownLine, before: MarkdownLine | undefined, after: MarkdownLine | undefined): string | undefined {
  if (!line.isVerbatim && line.text.includes("://") && heading.test(line.text)) return withoutAddresses(line.text);
  if (line.text === "^" && !line.isVerbatim && isOfList(before) && isOfList(after)) return "<!-- -->"; // kramdown's end of a block
  const [, start = "", label] = line.isVerbatim || !isBlank(before) ? [] : (lineOfLabel.exec(line.text) ?? []);
  if (label !== undefined) return start + writeAttributeMark({ isOfBefore: false, list: `#${label}` });
  const [, prefix = "", given] = line.isVerbatim || !line.text.includes("{") ? [] : (lineOfList.exec(line.text) ?? []);
  if (given === undefined || (/^(?: {4}|\t)/.test(line.text) && !line.isContinued)) return undefined;
  const colon = given.startsWith(":") ? ":" : "";
  const inner = given.slice(colon.length);
  const isOfAfter = isBlank(before) && (colon === ":" || (!isBlank(after) && !lineOfList.test(after?.text ?? ""))); // MyST, Djot
  const list = colon === "" ? parseBlockList(inner) : parseKramdownList(inner);
  if (list === undefined && !(colon === ":" && inner.trim() === guard)) return undefined;
  // Only kramdown's end a paragraph, and only ids, classes and authors of quotations are certainly of the block after them.
  const endsBlock = colon === ":" || isBlank(after) || lineOfList.test(after?.text ?? "");
  const isOfQuotation = list?.attribution !== undefined && after?.text.slice(prefix.length).startsWith(">");
  if (!endsBlock && !(isOfAfter && (isOfQuotation || parseAttributeList(inner) !== undefined))) return undefined;
  return prefix + writeAttributeMark({ isOfBefore: !isOfAfter, list: inner });
}

const itemOrCode = /^(?:[ \t]{0,20}(?:[-*+]|\d{1,9}[.)])[ \t]| {4}|\t)/;

function isOfList(line: MarkdownLine | undefined): boolean {
  return line !== undefined && (line.isContinued || itemOrCode.test(line.text));
}

const heading = /^[ \t>]{0,20}#{1,6}[ \t]/m;
const headingWithList = /(?:^|\n)[ \t>]{0,20}#{1,6}[ \t].*\}/;
const value = / [\w:-]{1,50}=(?:"[^"\n]{1,250}"|'[^'\n]{1,250}')/g;

// The parser would make a link of an address in the attributes of a heading, which are read after it.
function withoutAddresses(line: string): string {
  const start = line.trimEnd().endsWith("}") ? line.lastIndexOf("{") : -1;
  const inner = line.slice(start + 1, line.lastIndexOf("}"));
  if (start < 0 || parseAttributeList(inner) === undefined) return line;
  return `${line.slice(0, start)}{${inner.replace(value, (found) => (found.includes("://") ? "" : found))}}`;
}

/** Writes a line of attributes as a comment of HTML. */
export function writeAttributeMark({ isOfBefore, list }: AttributeMark): string {
  return `<!--${guard}${isOfBefore ? "<" : ">"}${list.replaceAll("-->", "")}${guard}-->`;
}

// Replaces the names of definitions, {: name}, with their attributes, and the definitions with an empty list.
function resolveReferences(text: string): string {
  const definitions = new Map<string, string>();
  const lines = markdownLines(text, false).map(({ isVerbatim, text: line }) => {
    const [, name, list = ""] = isVerbatim ? [] : (definitionLine.exec(line) ?? []);
    if (name === undefined || parseKramdownList(list) === undefined) return line;
    definitions.set(name, `${definitions.get(name) ?? ""} ${list.trim()}`.trim());
    return `{:${guard}}`;
  });
  if (definitions.size === 0) return text;
  return mapProse(lines.join("\n"), (prose) =>
    prose.replace(kramdownPiece, (found, inner: string) => {
      const words = inner.trim().split(/[ \t]+/);
      const isNamed = words.some((word) => definitions.has(word));
      return isNamed ? `{: ${words.map((word) => definitions.get(word) ?? word).join(" ")}}` : found;
    }),
  );
}

const quoted = "(?:(?:[.#][\\w-]+)+|[\\w-]+=(?:\"[^\"]*\"|'[^']*'))";
const inTitle = new RegExp(`^[ \\t]*${quoted}(?:[ \\t]+${quoted})*[ \\t]*$`);

/** Removes kramdown's lists without an id. Addresses are made from titles without them, and must not change. */
export function withoutAttributes(text: string): string {
  if (!text.includes("{:")) return text;
  return mapProse(text, (prose) =>
    prose.replace(kramdownPiece, (found, inner: string) => (inTitle.test(inner) && !/(?:^|\s)(?:#|id=)/.test(inner) ? "" : found)),
  );
}
