import { escapeMarkup } from "../../../base/escape.ts";
import { oneLine } from "../../../base/one-line.ts";
import { isBlankText } from "../dialects/lines/markdown-lines.ts";
import { tagClose, tagOpen } from "../formulas/formula-mark.ts";
import { isTextWithFormulas } from "../formulas/is-text-with-formulas.ts";
import { unescapeTags, withoutRawTags } from "./escaped-tags.ts";
import { findEndTag } from "./find-end-tag.ts";
import { type CodeInBlock, startTag } from "./tags/code-tags.ts";
import { type HtmlPlace, placeHtml, placeOfTag, verbatimHtml, withoutMarkers } from "./tags/place-html.ts";
import { codeBlock, languageOfCode } from "./tags/shortcode-html.ts";

const maxTemplate = 10_000; // UTF-16 units; authors choose the names of templates, and each would search the whole text

/** The tags whose content is TeX. */
export const formulaNames: ReadonlySet<string> = new Set(["katex", "math", "mathjax", "latex", "tex"]);

/** The tags whose content is the code of a diagram. */
export const diagramNames: ReadonlySet<string> = new Set(["mermaid", "plantuml", "graphviz", "dot", "goat", "viz", "kroki"]);

/** The tags whose content is shown as it is, or not at all. */
export const textNames: ReadonlySet<string> = new Set(["raw", "verbatim", "comment"]);

/** All tags whose content is not Markdown. */
export const verbatimNames: ReadonlySet<string> = new Set([
  "highlight",
  "codeblock",
  "code",
  ...textNames,
  ...formulaNames,
  ...diagramNames,
]);

/**
 * Returns a formula as its TeX to the letter; on lines of its own, it is a block.
 * @param isHidden true to hide it from Markdown, which would convert its backslashes, asterisks and underscores
 */
export function formulaHtml(within: string, isHidden = false): string {
  const tex = within.trim().replace(/^(\${1,2}|\\[([])([\s\S]*?)(?:\${1,2}|\\[)\]])$/, "$2");
  return within.includes("\n") ? codeBlock("", tex) : codeInLine(tex, isHidden);
}

function codeInLine(code: string, isHidden: boolean): string {
  const text = escapeMarkup(code);
  return isHidden && code !== "" ? `${tagOpen}${text.replaceAll("`", "&#96;")}${tagClose}` : `<code>${text}</code>`;
}

// DEV: {% katex inline %}, also with line breaks around the formula. A comment of TeX ends with its line.
function isInLine(rest: string, tex: string): boolean {
  return rest.trim() === "inline" && !/(?<!\\)%/.test(tex);
}

// Hugo's option for code within a line.
const ofLine = /\bhl_inline\s*=\s*true\b/i;

// Zola: strings have no escapes.
const formulaCall = new RegExp(
  `^\\{\\{-?\\s*(?:${[...formulaNames].join("|")})\\(.*?\\b(?:body|tex|formula|math|code|content)\\s*=\\s*(?:"([^"]*)"|'([^']*)'|\`([^\`]*)\`)`,
  "s",
);

/** Converts a call of Zola with a formula: `{{ katex(body="x_1", block=true) }}`. Returns undefined for another call. */
export function formulaOfCall(call: string, place: HtmlPlace, isHidden: boolean): string | undefined {
  const [, double, single = double, raw = single] = formulaCall.exec(call) ?? [];
  const tex = withoutMarkers(raw?.trim() ?? "", place);
  if (tex === "") return undefined;
  const isAlone = place.markers !== undefined && place.next !== "same line";
  const isBlock = tex.includes("\n") || (isAlone && /\b(?:block|display)\s*=\s*true\b/.test(call.replace(tex, "")));
  return isBlock ? placeHtml(codeBlock("", tex), place) : formulaHtml(tex, isHidden);
}

// GitBook: {% code title="a.js" %} around fenced code.
function isFenced(within: string): boolean {
  const lines = within.split("\n").filter((line) => !isBlankText(line));
  const [, backticks, marks = backticks] = /^[ \t>]*(?:(`{3,})[^`\n]*|(~{3,})(?!~)[^\n]*)$/.exec(lines[0] ?? "") ?? [];
  const last =
    lines
      .at(-1)
      ?.replace(/^[ \t>]+/, "")
      .trimEnd() ?? "";
  return lines.length > 1 && marks !== undefined && last.startsWith(marks) && last === marks.charAt(0).repeat(last.length);
}

const diagramStart =
  /^\s*(?:---|%%|(?:graph|flowchart|sequenceDiagram|zenuml|classDiagram|stateDiagram|erDiagram|journey|gantt|pie|quadrantChart|requirementDiagram|gitGraph|C4[A-Z]|mindmap|timeline|sankey|xychart|block|packet|kanban|architecture|radar|treemap)(?![a-z]))/;

// NexT (Hexo): the argument of {% mermaid graph TD %} is the first line of the diagram. Others have options: width=300.
function withType(name: string, rest: string, code: string): string {
  const type = rest.trim().replace(/^(["'])(.*)\1$/, "$2");
  return name !== "mermaid" || !/^[A-Za-z][^=\n]*$/.test(type) || diagramStart.test(code)
    ? code
    : `${type}\n${code.replace(/^[ \t]*\n/, "")}`;
}

/** A tag of a template, and its place in a text. */
export interface Tag {
  readonly offset: number;
  readonly end: number;
  readonly kind: string;
  readonly name: string;
  /** The text after the name. */
  readonly rest: string;
}

// Without the signs that keep the system from reading it as tags.
function writtenCode(within: string, place: HtmlPlace): string {
  return withoutMarkers(withoutRawTags(unescapeTags(within)), place);
}

/** Returns code between the tags of a block as HTML, below what replaces the start tag. @param place of the start tag */
export function codeHtml({ code, language }: CodeInBlock, start: string, place: HtmlPlace): string {
  const further = (place.markers ?? "").replace(/[^ \t>]/g, " ");
  const html = codeBlock(language, writtenCode(code, place)).replaceAll("\n", "&#10;");
  return start.startsWith("<blockquote") ? html : `\n${further}\n${further}${html}`;
}

/**
 * Replaces a tag whose content is not Markdown, or must not be read as a template. Returns undefined for another tag, or without an end tag.
 * @param unclosed the end tags that were searched and not found
 * @param isHidden true to hide formulas and HTML from Markdown
 */
export function readVerbatim(
  body: string,
  { end: from, kind, name, offset, rest }: Tag,
  unclosed: Set<string>,
  isMarkdown = true,
  isHidden = false,
): { readonly text?: string; readonly name?: string; readonly end: number } | undefined {
  const isTemplate = kind !== "%" && name.endsWith(".inline") && !/\/\s*[>%]\}\}$/.test(body.slice(offset, from)); // of Hugo
  if (!isTemplate && !verbatimNames.has(name) && !(name === "rawhtml" && isHidden)) return undefined;
  const endName = rest.startsWith("(") ? `(?:end${name}|end)` : `end${name}`; // of Zola
  const closing =
    kind === "%" ? new RegExp(`\\{%-?\\s*${endName}\\s*-?%\\}`, "g") : new RegExp(`\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`, "g");
  const found = findEndTag(isTemplate ? body.slice(0, from + maxTemplate) : body, from, kind + name, closing, unclosed);
  if (found === undefined) return undefined;
  const { end, start } = found;
  const within = body.slice(from, start);
  if (name === "comment") return { end };
  if (isTemplate) return { end, name: kind === "{%" ? `{{% ${name} %}}` : `{{< ${name} >}}` };
  if (name === "raw" || name === "verbatim" || (name === "code" && isMarkdown && isFenced(within))) return { text: within, end };
  const place = placeOfTag(body, offset, end);
  const inLine = (code: string) => ({ text: isHidden ? codeInLine(code, true) : verbatimHtml(codeInLine(code, false), place), end });
  if (name === "rawhtml" && /\{[{%:]/.test(within)) return undefined; // its tags are replaced
  if (name === "rawhtml") return { text: verbatimHtml(within, place), end };
  // With a start tag in it, the same text would be searched again and again.
  if (formulaNames.has(name) && !startTag(name).test(within) && isTextWithFormulas(within)) return { text: "", end: from };
  if (formulaNames.has(name)) return { text: formulaHtml(isInLine(rest, within) ? oneLine(within) : within, isHidden), end };
  if (name === "highlight" && ofLine.test(rest)) return inLine(oneLine(writtenCode(within, place)));
  const isDiagram = diagramNames.has(name);
  const code = writtenCode(within, place);
  const shown = isDiagram && kind === "%" ? withType(name, rest, code) : code;
  return { text: placeHtml(codeBlock(isDiagram ? name : languageOfCode(rest), shown), place), end };
}
