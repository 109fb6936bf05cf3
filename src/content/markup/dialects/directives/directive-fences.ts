import { KnownLines } from "../../code/known-lines.ts";
import { isCalloutKind } from "../lines/callout-kinds.ts";
import { containerNames, hasTitle } from "../lines/containers.ts";
import { labelIn, linkedTitle, linkOf, optionsOf, withFooterBelow, withoutOptions } from "../lines/directive-options.ts";
import { markdownLines } from "../lines/markdown-lines.ts";
import { closingFence } from "./closing-fence.ts";
import { codeBlock } from "./code-block.ts";
import { csvTable } from "./csv-table.ts";
import { directiveKind, statementOf } from "./directive-kinds.ts";
import { isExecutedCell } from "./executed-cells.ts";
import { type Block, blankLines, type FenceContext, isBlank, takeLabel } from "./fence-block.ts";
import { figureGroup, pictureLines } from "./figure.ts";
import { frameHtml } from "./frame-html.ts";
import { glossaryLines } from "./glossary.ts";
import { isHiddenCell } from "./hidden-cells.ts";
import { listTable } from "./list-table.ts";
import { versionTitle } from "./version-notes.ts";

// MyST: ```{note} Title. Pandoc: ```{#id .python .numberLines}. R Markdown, Quarto: ```{r, echo=FALSE}.
const quoted = "\"(?:[^\"\\\\`\\n]|\\\\[^`\\n]){0,1000}\"|'(?:[^'\\\\`\\n]|\\\\[^`\\n]){0,1000}'";
const opener = new RegExp(
  "^([ \\t>]*)(`{3,}|~{3,}|:{3,}(?=\\{))[ \\t]*\\{[ \\t]{0,9}(?:#([\\w:.-]{1,100})[ \\t]+)?([.=]?)((?:[a-z]{1,10}:)?[A-Za-z][\\w+#-]{0,60})" +
    `(?![\\w+#-])((?:[^{}"'\`\\n]|${quoted}){0,300}|[^{}\`\\n]{0,300})\\}([^\\n]*)$`,
);

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
    const [, prefix = "", marks, id, sign = "", name = "", settings = "", argument = ""] = opener.exec(line) ?? [];
    if (marks?.startsWith(":") && end === undefined && isUnknownContainer(name, argument))
      context.reportUnknown?.(name, (context.before ?? 0) + index + 1);
    if (marks === undefined || end === undefined || (marks.startsWith("`") && argument.includes("`")))
      written.push(...lines.slice(index, (end ?? index) + 1));
    else {
      const content = lines.slice(index + 1, end);
      const place = { ...context, before: (context.before ?? 0) + index + 1 };
      written.push(...convert({ prefix, marks, id, sign, name, settings, argument, content, closing: lines[end] as string }, place));
    }
    index = end ?? index;
  }
  return written.join("\n");
}

// Between colons, another directive is a container. Its name cannot be the language of code.
function isUnknownContainer(name: string, argument: string): boolean {
  return !containerNames.test(name) && directiveKind(name, argument.trim() || name) === "unknown";
}

function convert(block: Block, context: FenceContext): readonly string[] {
  const { name, sign } = block;
  const argument = block.argument.trim();
  if (sign === "=") return raw(block, name, context);
  const format = name === "raw" ? argument : /^raw:([a-z]+)$/.exec(name)?.[1]; // mystmd: {raw:latex}
  if (format) return raw({ ...block, content: withoutOptions(block.content) }, format, context);
  switch (sign === "" || isCalloutKind(name) ? directiveKind(name, argument) : "code") {
    case "callout":
      return container({ ...block, content: withFooterBelow(block.content) }, name, hasTitle(name) ? argument : "", context);
    case "statement":
      return statement(block, context);
    case "glossary":
      return container(block, "div", "", context, glossaryLines(withoutOptions(block.content), block.prefix));
    case "button":
      return button(block);
    case "version":
      return container(block, "note", versionTitle(name, argument, context.language ?? "en"), context);
    case "frame":
      return frame(block, context);
    case "picture":
      return pictureLines(block, context);
    case "figure":
      return figureGroup(block, context);
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
      return name === "embed" ? blankLines(block) : text(block, argument, context); // its argument is a label
    default:
      if (sign !== "") return codeBlock(block, context);
      if (isBlank(withoutOptions(block.content))) return blankLines(block);
      if (isExecutedCell(name, block.settings, block.content)) context.reportOutput?.(context.before ?? 1);
      if (!isHiddenCell(name, block.settings, block.content)) return codeBlock(block, context);
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
  lines: readonly string[] = withoutOptions(block.content, title),
): readonly string[] {
  const { marks, prefix } = block;
  const colons = marks.startsWith(":") ? marks : ":::"; // shorter ones may be in it
  const [mark, inner] = takeLabel(block, lines, context);
  const words = title === "" ? "" : `[${linkedTitle(title, block.content)}]`;
  return [...mark, `${prefix}${colons}${kind.replace(/:.*/, "")}${words}`, ...nested(inner, context), `${prefix}${colons}`];
}

// The argument of a solution is the label of its exercise.
function statement(block: Block, context: FenceContext): readonly string[] {
  if (optionsOf(block.content).has("hidden")) {
    context.reportHidden?.(context.before ?? 1, block.name);
    return blankLines(block);
  }
  const argument = block.argument.trim() || (/\bname[ \t]?=[ \t]?["']([^"']*)["']/.exec(block.settings)?.[1] ?? ""); // bookdown
  const kind = statementOf(block.name) ?? "";
  const isLabel = kind.endsWith("solution") && /^[A-Za-z][\w:.-]*$/.test(argument);
  return container(block, kind, isLabel ? `[](#${argument})` : argument, context);
}

// sphinx-design: ```{button-link} URL, ```{button-ref} label.
function button(block: Block): readonly string[] {
  const { argument, content, name, prefix } = block;
  const type = name === "button-link" ? "" : optionsOf(content).get("ref-type") === "doc" ? "doc" : "ref";
  const words = withoutOptions(content)
    .map((line) => line.replace(/^[ \t>]+/, ""))
    .join(" ")
    .trim();
  return [prefix + linkOf(argument.trim(), type, words), ...blankLines(block).slice(1)];
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

// Indented HTML after an empty line would be code.
function withoutIndentation(line: string, prefix: string): string {
  return prefix + (line.startsWith(prefix) ? line.slice(prefix.length).trimStart() : line.trimStart());
}

// A callout of MyST with longer fences may contain others.
function nested(content: readonly string[], context: FenceContext): readonly string[] {
  return convertDirectiveFences(content.join("\n"), context).split("\n").slice(0, content.length);
}
