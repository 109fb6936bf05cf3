import type { Element, Root } from "hast";
import { includesAny } from "../../../base/includes-any.ts";
import { classesOf } from "../../html/hast-nodes.ts";
import { walkElements } from "../../html/walk-tree.ts";
import { admonitionAt } from "./lines/admonitions.ts";
import { isCalloutKind } from "./lines/callout-kinds.ts";
import { containerNames } from "./lines/containers.ts";
import { markdownLines } from "./lines/markdown-lines.ts";
import { parseZolaFence } from "./zola-fence.ts";

// CodeHilite: hl_lines="1 3".
const options = "(?:[ \\t]{1,9}[a-z_]{1,30}=(?:\"[^\"\\n]{0,200}\"|'[^'\\n]{0,200}'|[\\w-]{1,50})){0,9}";
const mark = new RegExp(`^( {0,3})\\uFDD0?(:::|#!)([A-Za-z][\\w+#.-]{0,30})${options}[ \\t]*\\n(?=[\\s\\S]*\\S)`);
const markedLine = new RegExp(
  `^[ \\t>]{1,60}\\uFDD0?(?::::|#!)[A-Za-z][\\w+#.-]*${options}[ \\t]*$|(?:\`{3}|~{3})[ \\t]*[\\w+#.-]*(?:[{:,=]|[ \\t]{1,9},|\\/[\\d-])`,
  "m",
);

const indentedLine = /\n[ \t>]{0,200}\n[ \t>]{0,200}(?: {8}|\t\t)/;

/** Returns whether a text may have code with such a mark, or a fence whose language has more next to it. */
export function mayNameLanguages(text: string): boolean {
  return (includesAny(text, ":::", "#!", "```", "~~~") && markedLine.test(text)) || mayIndentItems(text);
}

/** Returns whether a text may have indented code in a list. */
export function mayIndentItems(text: string): boolean {
  return indentedLine.test(text);
}

/** The syntax of code in an article. */
export interface CodeOptions {
  /** True if inline code may begin with its language. */
  readonly hasInlineLanguages?: boolean;
  /** True if the indentation of lists is that of Python-Markdown. */
  readonly isPythonMarkdown?: boolean;
}

interface CodeContext extends CodeOptions {
  /** The text of the tree. */
  readonly text: string;
}

/**
 * Reads the first line of indented code that names its language, as in Python-Markdown's codehilite: `:::python`, `#!python`. Leaves only
 * the language of fences such as `js:file.js`, `js{1,3-4}`, `js=101`, `js/2-3`, `rust,ignore` and `title="file.js"`, which has none.
 */
export function convertCodeLanguages(tree: Root, { isPythonMarkdown, text }: CodeContext): void {
  walkElements(tree, (element, _, parent) => {
    if (element.tagName !== "pre") return undefined;
    const isInItem = parent.type === "element" && /^(?:li|dd)$/.test(parent.tagName);
    const [code] = element.children;
    if (code?.type !== "element" || code.tagName !== "code") return "skip";
    readZolaFence(code);
    const [name, ...others] = classesOf(code);
    if (name === undefined && isInItem && isPythonMarkdown && !isFenced(element, text)) align(code);
    else if (name === undefined) convert(code, isInItem);
    else if (others.length === 0) convertName(code, name);
    return "skip";
  });
}

function isFenced({ position }: Element, text: string): boolean {
  const offset = position?.start.offset;
  return offset === undefined || /[`~]/.test(text[offset] ?? "`");
}

function readZolaFence(code: Element): void {
  const { lang, meta } = (code.data ?? {}) as { readonly lang?: string | null; readonly meta?: string | null };
  const fence = parseZolaFence(`${lang ?? ""} ${meta ?? ""}`);
  const [text] = code.children;
  if (fence === undefined || text?.type !== "text") return;
  const { hidden, language } = fence;
  if (language === undefined) delete code.properties["className"];
  else if (!language.startsWith(lang ?? "")) code.properties["className"] = [`language-${/^\S*/.exec(language)?.[0]}`];
  if (hidden.length === 0) return;
  text.value = text.value
    .split("\n")
    .filter((_, index) => !hidden.some(([first, last]) => index + 1 >= first && index + 1 <= last))
    .join("\n");
}

const linesOfEleventy = /^\/[\d,-]+(?:\/[\d,-]+)?$|^\/-?\/[\d,-]+$/; // js/2,4-6: the lines to highlight
const linesOfHackMd = /^=(?:\d{0,6}|\+)$/; // js=101: the number of the first line

function convertName(code: Element, name: string): void {
  const [, language = "", rest = ""] = /^language-([^{:,=/]*)(.*)$/s.exec(name) ?? [];
  if (rest === "" || (rest.startsWith("/") && !linesOfEleventy.test(rest))) return;
  if (language === "" || (rest.startsWith("=") && !linesOfHackMd.test(rest))) delete code.properties["className"];
  else code.properties["className"] = [`language-${language}`];
}

// Each level of a list is indented by four spaces, and CommonMark only counts those up to the text of the item.
function align(code: Element): void {
  convert(code, true);
  const [text] = code.children;
  if (text?.type !== "text") return;
  const lines = text.value.split("\n");
  const indentations = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const surplus = Math.min(...indentations) % 4;
  text.value = lines.map((line) => (line.trim() === "" ? line.trimStart() : line.slice(surplus))).join("\n");
}

// Lists of Python-Markdown are indented by four spaces, so that more of its code than the mark is indented for CommonMark.
function convert(code: Element, isInItem: boolean): void {
  const [text] = code.children;
  const [line, space = "", sign, language = ""] = text?.type === "text" ? (mark.exec(text.value) ?? []) : [];
  if (text?.type !== "text" || line === undefined || (space !== "" && !isInItem) || /^:::[ \t]*$/m.test(text.value)) return; // a container
  if (sign === ":::" && (isCalloutKind(language) || containerNames.test(language))) return; // the start of one
  const lines = text.value.slice(line.length).split("\n");
  text.value = lines.map((each) => (each.startsWith(space) ? each.slice(space.length) : each.trimStart())).join("\n");
  code.properties["className"] = [`language-${language}`];
}

const inlineMark = /^#![A-Za-z][\w+#.-]{0,30}[ \t\n]+(?=\S)/;
const iconOfMkDocs = /:(?:material|fontawesome|octicons|simple)-[a-z]/;

/** Returns whether a text may name the languages of inline code. Other marks of MkDocs show that it is written for it. */
export function mayNameInlineLanguages(text: string): boolean {
  if (!text.includes("#!") || !/`[ \n]?#![A-Za-z]/.test(text)) return false;
  if (iconOfMkDocs.test(text)) return true;
  const lines = markdownLines(text, false);
  return lines.some((_, index) => admonitionAt(lines, index) !== undefined);
}

/** Removes the language at the start of inline code, as PyMdown's InlineHilite writes it: `#!python range()`. */
export function convertInlineLanguages(tree: Root): void {
  walkElements(tree, (element) => {
    if (element.tagName === "pre") return "skip";
    const [text] = element.tagName === "code" ? element.children : [];
    if (text?.type === "text") text.value = text.value.replace(inlineMark, "");
    return undefined;
  });
}
