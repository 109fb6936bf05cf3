import { KnownLines } from "../../code/known-lines.ts";
import { isCalloutKind } from "../lines/callout-kinds.ts";
import { labelIn, optionLines, optionsOf, pictureOf, withoutOptions } from "../lines/directive-options.ts";
import { figureMark } from "../lines/guard.ts";
import { isBlankText, markdownLines } from "../lines/markdown-lines.ts";
import { closingFence } from "./closing-fence.ts";
import { csvTable } from "./csv-table.ts";
import { directiveKind } from "./directive-kinds.ts";
import { frameHtml } from "./frame-html.ts";
import { isHiddenCell } from "./hidden-cells.ts";
import { listTable } from "./list-table.ts";
import { versionTitle } from "./version-notes.ts";

// MyST: ```{note} Title. Pandoc: ```{#id .python .numberLines}. R Markdown, Quarto: ```{r, echo=FALSE}.
const opener =
  /^([ \t>]*)(`{3,}|~{3,}|:{3,}(?=\{))[ \t]*\{[ \t]{0,9}(?:#[\w:.-]{1,100}[ \t]+)?([.=]?)((?:[a-z]{1,10}:)?[A-Za-z][\w+#-]{0,60})(?![\w+#-])([^{}`\n]{0,300})\}([^\n]*)$/;
/** A block between fences. */
interface Block {
  readonly prefix: string;
  readonly marks: string;
  /** Pandoc: `{=html}` for text in this format, `{.html}` for code in this language. */
  readonly sign: string;
  readonly name: string;
  /** The text after the name in the braces. */
  readonly settings: string;
  readonly argument: string;
  readonly content: readonly string[];
  readonly closing: string;
}

/** The context of a conversion. */
interface FenceContext {
  /** Reports text in another format than HTML, with the number of its line, from 1. */
  readonly reportRaw?: (format: string, line: number) => void;
  /** True to write the labels of directives as attributes, which the tree of MDX does not have. */
  readonly hasLabels?: boolean;
  /** Reports a directive without a known meaning, with the number of its line, from 1. */
  readonly reportUnknown?: (name: string, line: number) => void;
  /** Reports code that its settings hide. */
  readonly reportHidden?: (line: number) => void;
  /** The language of the article. */
  readonly language?: string;
  /** The number of lines before the text. */
  readonly before?: number;
  readonly isMdx?: boolean;
}

/**
 * Converts fences whose language is in braces: callouts to containers, figures to pictures, and others to code with the bare name of its
 * language. The number of lines stays the same.
 */
export function convertDirectiveFences(text: string, context: FenceContext = {}): string {
  if (!text.includes("{") || !/^[ \t>]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{[ \t]*[.=#]?[A-Za-z]/m.test(text)) return text;
  const { isMdx = false } = context;
  const known = markdownLines(text, isMdx);
  const fences = { lines: known, code: new KnownLines(text, isMdx ? "mdx" : "markdown") };
  const lines = known.map(({ text: line }) => line);
  const written: string[] = [];
  let last = -1; // the end of the fences before
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    const isIndentedCode = known[index]?.isIndentedCode || (/^(?: {4}|\t)/.test(line) && !known[index]?.isContinued);
    const isInHtml = index - 1 !== last && known[index - 1]?.isVerbatim && known[index]?.isVerbatim; // or in a comment
    const end = isIndentedCode || isInHtml ? undefined : closingFence(fences, index);
    last = end ?? last;
    const [, prefix = "", marks, sign = "", name = "", settings = "", argument = ""] = opener.exec(line) ?? [];
    if (marks === undefined || end === undefined || (marks.startsWith("`") && argument.includes("`")))
      written.push(...lines.slice(index, (end ?? index) + 1));
    else {
      const content = lines.slice(index + 1, end);
      const place = { ...context, before: (context.before ?? 0) + index + 1 };
      written.push(...convert({ prefix, marks, sign, name, settings, argument, content, closing: lines[end] as string }, place));
    }
    index = end ?? index;
  }
  return written.join("\n");
}

// Their arguments are no titles, but a number of columns.
const layout = /^(?:grid|grid-item|tab-set|card-carousel)$/;

function convert(block: Block, context: FenceContext): readonly string[] {
  const { name, sign } = block;
  const argument = block.argument.trim();
  if (sign === "=") return raw(block, name, context);
  if (name === "raw" && argument !== "") return raw({ ...block, content: withoutOptions(block.content) }, argument, context);
  switch (sign === "" || isCalloutKind(name) ? directiveKind(name, argument) : "code") {
    case "callout":
      return container(block, name, layout.test(name) ? "" : argument, context);
    case "version":
      return container(block, "note", versionTitle(name, argument, context.language ?? "en"), context);
    case "frame":
      return frame(block, context);
    case "picture":
      return picture(block);
    case "contents":
      if (name === "bibliography") context.reportUnknown?.(name, context.before ?? 1); // the list is lost
      return blankLines(block);
    case "csv":
      return csv(block, context);
    case "list-table":
      return table(block, listTable(block.content, block.prefix), block.content, context);
    case "text":
      return text(block, name === "centered" ? argument : "", context);
    case "unknown":
      context.reportUnknown?.(name, context.before ?? 1);
      return text(block, argument, context);
    default:
      if (sign !== "") return code(block, context);
      if (isBlank(withoutOptions(block.content))) return blankLines(block);
      if (!isHiddenCell(block.settings, block.content)) return code(block, context);
      context.reportHidden?.(context.before ?? 1);
      return blankLines(block);
  }
}

function raw({ content, prefix }: Block, format: string, context: FenceContext): readonly string[] {
  const isHtml = /^html[45]?$/.test(format);
  if (!isHtml) context.reportRaw?.(format, context.before ?? 1);
  const blank = prefix.trimEnd();
  return [blank, ...content.map((line) => (isHtml ? withoutIndentation(line, prefix) : blank)), blank];
}

function container(
  block: Block,
  kind: string,
  title: string,
  context: FenceContext,
  lines: readonly string[] = withoutOptions(block.content),
): readonly string[] {
  const { marks, prefix } = block;
  const colons = marks.startsWith(":") ? marks : ":::"; // shorter ones may be in it
  const [mark, inner] = takeLabel(block, lines, context);
  const words = title === "" ? "" : `[${title}]`;
  return [...mark, `${prefix}${colons}${kind.replace(/:.*/, "")}${words}`, ...nested(inner, context), `${prefix}${colons}`];
}

// The words after the braces are a title if a text follows.
function text(block: Block, words: string, context: FenceContext): readonly string[] {
  const { content, name, prefix } = block;
  if (!isBlank(withoutOptions(content))) return container(block, words === "" ? "div" : name, words, context);
  return [prefix + words, ...blankLines(block).slice(1)];
}

function csv(block: Block, context: FenceContext): readonly string[] {
  const withHead = block.content.map((line) => line.replace(/^([ \t>]*):header:[ \t]*/, "$1"));
  return table(block, csvTable(block.content, block.prefix), withHead, context);
}

// A table without a title begins on the line of the fence. Where its lines do not suffice, the rows are text.
function table(block: Block, rows: readonly string[] = [], asText: readonly string[], context: FenceContext): readonly string[] {
  const title = block.argument.trim();
  const blanks = blankLines(block);
  const label = context.hasLabels ? labelIn(block.content) : undefined;
  const lines = [...blanks.slice(0, label === undefined ? 0 : label.line + 1), ...rows];
  const available = title === "" ? blanks.length - 1 : block.content.length;
  if (rows.length === 0 || lines.length > available) return container({ ...block, content: asText }, block.name, title, context);
  const written = [...lines, ...blanks.slice(lines.length)];
  if (title !== "") return container(block, block.name, title, context, written.slice(0, -2));
  return takeLabel(block, written, context).flat();
}

// A caption without markup is the title of the frame. Any other follows it.
function frame(block: Block, context: FenceContext): readonly string[] {
  const { argument, content, name, prefix } = block;
  const options = optionsOf(content);
  const caption = withoutOptions(content);
  const words = caption
    .map((line) => line.replace(/^[ \t>]+/, ""))
    .join(" ")
    .trim();
  const given = options.get("title") ?? options.get("caption") ?? options.get("alt");
  const isTitle = given === undefined && !/[*_`~$^[\]<>\\{}]/.test(words);
  const html = frameHtml(name, argument.trim(), isTitle ? words : (given ?? ""));
  if (html === undefined) return text(block, argument.trim(), context);
  const [, ...blanks] = blankLines(block);
  // A block of HTML that begins with a comment ends with its line.
  const start = isTitle || isBlank(caption.slice(0, 1)) || !context.hasLabels ? "" : "<!-- -->";
  return [prefix + start + html, ...(isTitle ? blanks : [...caption, prefix.trimEnd()])];
}

function blankLines({ content, prefix }: Block): readonly string[] {
  return ["", ...content, ""].map(() => prefix.trimEnd());
}

function isBlank(lines: readonly string[]): boolean {
  return lines.every((line) => isBlankText(line));
}

function code(block: Block, context: FenceContext): readonly string[] {
  const { argument, closing, content, marks, name, prefix, sign } = block;
  const language = /^(?:code|code-block|code-cell|sourcecode)$/.test(name) ? (argument.trim().split(/\s/)[0] ?? "") : name;
  const options = sign === "" ? optionLines(content) : 0;
  const count = options > 0 && isBlankText(content[options] ?? "") ? options + 1 : options;
  const code = content.slice(count);
  const [mark, blanks] = takeLabel(
    block,
    content.slice(0, count).map(() => prefix.trimEnd()),
    context,
  ); // after the code, which would begin with blank lines
  const isOfColons = marks.startsWith(":");
  const [first, last] = isOfColons ? [marks.replaceAll(":", "`"), `${prefix}${marks.replaceAll(":", "`")}`] : [marks, closing];
  return [...mark, `${prefix}${first}${language}`, ...code, last, ...blanks];
}

// Indented HTML after an empty line would be code.
function withoutIndentation(line: string, prefix: string): string {
  return prefix + (line.startsWith(prefix) ? line.slice(prefix.length).trimStart() : line.trimStart());
}

// Returns the label of a directive as a line before it, and the lines without that of its option, so that their number stays the same.
function takeLabel(
  { content, prefix, sign }: Block,
  lines: readonly string[],
  { hasLabels }: FenceContext,
): readonly [mark: readonly string[], lines: readonly string[]] {
  const label = hasLabels && sign === "" ? labelIn(content) : undefined;
  return label === undefined ? [[], lines] : [[prefix + label.mark], lines.toSpliced(label.line, 1)];
}

// A callout of MyST with longer fences may contain others.
function nested(content: readonly string[], context: FenceContext): readonly string[] {
  return convertDirectiveFences(content.join("\n"), context).split("\n").slice(0, content.length);
}

// {@link convertNumberedFigures} reads the mark: two of them before a caption.
function picture({ argument, content, prefix }: Block): readonly string[] {
  const options = optionsOf(content);
  const id = options.get("name") ?? options.get("label") ?? "";
  const list = /^[\w-]{1,80}$/.test(id) ? `{#${id}}` : "";
  const caption = withoutOptions(content);
  const mark = caption.every((line) => isBlankText(line)) ? figureMark : figureMark + figureMark;
  return [`${prefix}${mark}${pictureOf(argument, options.get("alt"))}${list}`, ...caption, prefix.trimEnd()];
}
