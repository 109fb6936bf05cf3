import { writeAttributeMark } from "./attribute-marks.ts";
import { isCalloutKind } from "./callout-kinds.ts";
import { figureMark } from "./guard.ts";
import { markdownLines } from "./markdown-lines.ts";

// MyST: ```{note} Title. Pandoc: ```{#id .python .numberLines}. R Markdown, Quarto: ```{r, echo=FALSE}.
const opener =
  /^([ \t>]*)(`{3,}|~{3,}|:{3,}(?=\{))[ \t]*\{[ \t]{0,9}(?:#[\w:.-]{1,100}[ \t]+)?([.=]?)((?:prf:)?[A-Za-z][\w+#-]{0,60})(?![\w+#-])[^{}`\n]{0,300}\}([^`\n]*)$/;
const fence = /^[ \t>]*(`{3,}|~{3,}|:{3,}(?=\{(?:code|code-block|code-cell|sourcecode|figure|image|math)\}))/; // colons: MyST
const cellOption = /^[ \t>]*(?:#|\/\/|--|%)\|[ \t]/; // Quarto: #| echo: false
const option = /^[ \t>]*:([\w-]+):(.*)$/;
const anyOption = /^([ \t>]*):?([\w-]+):(.*)$/; // also of YAML

/** A block between fences. */
interface Block {
  readonly prefix: string;
  readonly marks: string;
  /** Pandoc: `{=html}` for text in this format, `{.html}` for code in this language. */
  readonly sign: string;
  readonly name: string;
  readonly argument: string;
  readonly content: readonly string[];
  readonly closing: string;
}

/** The context of a conversion. */
interface FenceContext {
  /** Reports text in another format than HTML. */
  readonly reportRaw?: (format: string) => void;
  /** True to write the labels of directives as attributes, which the tree of MDX does not have. */
  readonly hasLabels?: boolean;
}

/**
 * Converts fences whose language is in braces: callouts to containers, figures to pictures, and others to code with the bare name of its
 * language. The number of lines stays the same.
 */
export function convertDirectiveFences(text: string, context: FenceContext = {}): string {
  if (!/^[ \t>]*(?:`{3,}|~{3,}|:{3,})[ \t]*\{[ \t]*[.=#]?[A-Za-z]/m.test(text)) return text;
  const known = markdownLines(text, false);
  const lines = known.map(({ text: line }) => line);
  const written: string[] = [];
  const unclosed = new Map<string, number>();
  let last = -1; // the end of the fences before
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    const isIndentedCode = known[index]?.isIndentedCode || (/^(?: {4}|\t)/.test(line) && !known[index]?.isContinued);
    const isInHtml = index - 1 !== last && known[index - 1]?.isVerbatim && known[index]?.isVerbatim; // or in a comment
    const end = isIndentedCode || isInHtml ? undefined : endOf(lines, index, unclosed);
    last = end ?? last;
    const [, prefix = "", marks, sign = "", name = "", argument = ""] = opener.exec(line) ?? [];
    if (marks === undefined || end === undefined) written.push(...lines.slice(index, (end ?? index) + 1));
    else {
      const content = lines.slice(index + 1, end);
      written.push(...convert({ prefix, marks, sign, name, argument, content, closing: lines[end] as string }, context));
    }
    index = end ?? index;
  }
  return written.join("\n");
}

// Returns the index of the closing fence; undefined for another line, and for an unclosed fence.
function endOf(lines: readonly string[], start: number, unclosed: Map<string, number>): number | undefined {
  const [, marks = ""] = fence.exec(lines[start] as string) ?? [];
  const sign = marks.charAt(0);
  if (marks === "" || marks.length >= (unclosed.get(sign) ?? Number.POSITIVE_INFINITY)) return undefined;
  for (let index = start + 1; index < lines.length; index++) {
    const [, closing = ""] = closingFence.exec(lines[index] as string) ?? [];
    if (closing.startsWith(marks)) return index;
  }
  unclosed.set(sign, marks.length); // searching again for each would take quadratic time
  return undefined;
}

// MyST. The argument of the others is a title, that of a layout its number of columns.
const layout = /^(?:grid|grid-item|tab-set|card-carousel)$/;
const containers = new RegExp(
  "^(?:card|card-carousel|div|dropdown|epigraph|exercise|glossary|grid|grid-item|grid-item-card|highlights|list-table|margin|prf:[a-z]+|" +
    "pull-quote|rubric|sidebar|aside|solution|tab-item|tab-set|table)$",
);

const closingFence = /^[ \t>]*(`{3,}|~{3,}|:{3,})[ \t]*$/;

function convert(block: Block, context: FenceContext): readonly string[] {
  const { argument, closing, content, marks, name, prefix, sign } = block;
  if (sign === "=") {
    const isHtml = /^html[45]?$/.test(name);
    if (!isHtml) context.reportRaw?.(name);
    const blank = prefix.trimEnd();
    return [blank, ...content.map((line) => (isHtml ? withoutIndentation(line, prefix) : blank)), blank];
  }
  if (isCalloutKind(name) || (sign === "" && containers.test(name))) {
    const title = argument.trim() === "" || layout.test(name) ? "" : `[${argument.trim()}]`;
    const [mark, inner] = takeLabel(block, withoutOptions(content), context);
    return [...mark, `${prefix}:::${name.replace(/:.*/, "")}${title}`, ...nested(inner, context), `${prefix}:::`];
  }
  if (/^(?:figure|image)$/.test(name) && argument.trim() !== "") return picture(block);
  if (/^(?:toctree|tableofcontents|contents)$/.test(name)) return ["", ...content.map(() => ""), ""].map(() => prefix.trimEnd());
  const language = /^(?:code|code-block|code-cell|sourcecode)$/.test(name) ? (argument.trim().split(/\s/)[0] ?? "") : name;
  const options = sign === "" ? optionLines(content) : 0;
  const count = options > 0 && /^[ \t>]*$/.test(content[options] ?? "") ? options + 1 : options;
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

/** Returns the label in the options of a directive as a line of attributes for the next block, and the index of its line. */
export function labelIn(content: readonly string[]): { readonly mark: string; readonly line: number } | undefined {
  const lines = content.slice(0, optionLines(content)).map((text) => anyOption.exec(text) ?? []);
  const line = lines.findIndex(([, , name = ""]) => /^(?:label|name)$/.test(name));
  const label = lines[line]?.[3]?.trim() ?? "";
  return /^[A-Za-z][\w:.-]{0,100}$/.test(label) ? { mark: writeAttributeMark({ isOfBefore: false, list: `#${label}` }), line } : undefined;
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
  const mark = caption.every((line) => /^[ \t>]*$/.test(line)) ? figureMark : figureMark + figureMark;
  return [`${prefix}${mark}${pictureOf(argument, options.get("alt"))}${list}`, ...caption, prefix.trimEnd()];
}

function pictureOf(address: string, alt = ""): string {
  return `![${alt.replace(/[[\]]/g, "\\$&")}](<${address.trim().replace(/[<>]/g, "\\$&")}>)`;
}

function optionsOf(content: readonly string[]): ReadonlyMap<string, string> {
  const lines = content.slice(0, optionLines(content)).map((line) => anyOption.exec(line) ?? []);
  return new Map(lines.map(([, , name = "", value = ""]) => [name, value.trim()]));
}

/** Replaces the options of a directive with blank lines, or with the picture of a card. */
export function withoutOptions(content: readonly string[]): string[] {
  const count = optionLines(content);
  const alt = count > 0 ? optionsOf(content).get("img-alt") : undefined;
  return content.map((line, index) => {
    if (index >= count) return line;
    const [, prefix = "", name = "", address = ""] = anyOption.exec(line) ?? [];
    const isPicture = /^img-(?:top|bottom|background)$/.test(name) && address.trim() !== "";
    return isPicture ? prefix + pictureOf(address, alt) : (/^[ \t>]*/.exec(line)?.[0].trimEnd() ?? "");
  });
}

// The first lines: `:class: dropdown`, or YAML between lines of hyphens.
function optionLines(content: readonly string[]): number {
  if (/^[ \t>]*---[ \t]*$/.test(content[0] ?? "")) {
    const end = content.findIndex((line, index) => index > 0 && !/^[ \t>]*[\w-]+:(?:\s|$)/.test(line));
    return /^[ \t>]*---[ \t]*$/.test(content[end] ?? "") ? end + 1 : 0;
  }
  const count = content.findIndex((line) => !option.test(line) && !cellOption.test(line));
  return count < 0 ? content.length : count;
}
