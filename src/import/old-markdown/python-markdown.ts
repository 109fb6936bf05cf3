import { quotesIn } from "../../content/markup/code/quotes-in.ts";
import { isBlankText, type MarkdownLine, mapProse, markdownLines } from "../../content/markup/dialects/lines/markdown-lines.ts";

/**
 * Writes what CommonMark reads otherwise than Python-Markdown, and would show as signs: headings without a space, references after a space,
 * definitions of links and rules directly below a paragraph, and Markdown in `<center>`.
 */
export function writePythonMarkdown(text: string): string {
  const lines = markdownLines(withSpacesInHeadings(text), false);
  return withJoinedReferences(withOpenCenters(lines.flatMap((line, index) => separated(lines, index, line)).join("\n")));
}

const maxLength = 2000; // UTF-16 units of the content

// To Python-Markdown, <center> is no block, so that its content is Markdown.
function withOpenCenters(text: string): string {
  if (!/<center\b/i.test(text)) return text;
  const lines = markdownLines(text, false).map(({ isHtml, isVerbatim, offset, text: line }) => {
    const [start] = (isHtml || !isVerbatim) && !/\smarkdown\b/.test(line) ? (/^[ \t>]{0,20}<center(?=[\s>])/i.exec(line) ?? []) : [];
    const content = start === undefined ? undefined : contentOf(text.slice(offset + start.length, offset + maxLength));
    return content !== undefined && /[*_`[]/.test(content) ? `${start} markdown="1"${line.slice(start?.length)}` : line;
  });
  return lines.join("\n");
}

function contentOf(text: string): string | undefined {
  const end = text.search(/<\/center>/i);
  return end < 0 ? undefined : text.slice(text.indexOf(">") + 1, end);
}

const tightHeading = /^([ \t>]{0,100}(?:(?:[-*+]|\d{1,9}[.)])[ \t]{1,4})?#{1,6})(?=[^#\s])/;

// HashHeaderProcessor of Python-Markdown.
function withSpacesInHeadings(text: string): string {
  if (!/#[^#\s]/.test(text)) return text;
  const lines = markdownLines(text, false);
  return lines.map((line) => (line.isVerbatim || !isInPlace(line) ? line.text : line.text.replace(tightHeading, "$1 "))).join("\n");
}

function isInPlace({ isContinued, text }: MarkdownLine): boolean {
  return isContinued || !/^[ \t]/.test(text);
}

const definition = /^[ \t>]*\[(?!\^)([^[\]]{1,300})\]:[ \t]{0,20}\S{1,2000}(?:[ \t]{1,20}(?:"[^\n]*"|'[^\n]*'|\([^\n]*\)))?[ \t]{0,20}$/;
const rule = /^ {0,3}-{3,}[ \t]*$/;
const notParagraph = /^(?:$|>|#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t]|\||[-=*_][-=*_ \t]*$)/;

// Returns a line, after a blank one if it would be text, or make a heading of a paragraph of several lines.
function separated(lines: readonly MarkdownLine[], index: number, line: MarkdownLine): string[] {
  const [previous, before] = [lines[index - 1], lines[index - 2]];
  if (line.isVerbatim || previous === undefined || previous.isVerbatim) return [line.text];
  const markers = /^[ \t>]*>/.exec(line.text)?.[0] ?? "";
  if (definition.test(line.text)) return isText(previous, line) ? [markers, line.text] : [line.text];
  const isRule = rule.test(line.text) && isParagraph(previous) && before?.isVerbatim === false && isParagraph(before);
  return isRule ? ["", line.text] : [line.text];
}

function isText({ text }: MarkdownLine, { text: next }: MarkdownLine): boolean {
  if (isBlankText(text) || definition.test(text) || /^[ \t>]*#{1,6}[ \t]/.test(text)) return false;
  return quotesIn(text) === quotesIn(next);
}

function isParagraph({ text }: MarkdownLine): boolean {
  return !notParagraph.test(text.trim()) && !definition.test(text);
}

const reference = /(?<![\\\]])(\[(?!\^)[^[\]\n]{1,300}\])(?: ?\n| )\[([^[\]\n]{1,300})\]/g;

// `[words] [1]` is a link if `[1]` is defined.
function withJoinedReferences(text: string): string {
  if (!/\][ \n]/.test(text) || !text.includes("]:")) return text;
  const defined = new Set(markdownLines(text, false).flatMap((line) => (line.isVerbatim ? [] : labelIn(line.text))));
  if (defined.size === 0) return text;
  return mapProse(text, (prose) =>
    prose.replace(reference, (found, words: string, label: string) => (defined.has(normalized(label)) ? `${words}[${label}]` : found)),
  );
}

function labelIn(line: string): string[] {
  const label = definition.exec(line)?.[1];
  return label === undefined ? [] : [normalized(label)];
}

function normalized(label: string): string {
  return label.trim().replace(/\s+/g, " ").toLowerCase();
}
