import { LineCursor } from "../../code/line-cursor.ts";
import { isBlankText, onlyMarkers } from "../../dialects/lines/markdown-lines.ts";

/** A place in Markdown where HTML replaces a tag. */
export interface HtmlPlace {
  /** The markers of quotations and lists before the tag; undefined if it is not the first on its line. */
  readonly markers: string | undefined;
  /** The text that follows the tag without a blank line. */
  readonly next: "same line" | "next line" | "none";
  /** True directly after `[words]:`, where a single element would be the address of a link. */
  readonly isAfterLabel?: true;
  /** True directly below a line that may be HTML around the tag. */
  readonly isBelowHtml?: true;
}

const maxMarkers = 200; // UTF-16 units; a text may have one line of a megabyte
const label = /(?:^|\n) {0,3}\[(?!\^)[^\]\n]{1,300}\]:[ \t]{1,9}$/;
const htmlLine = /^[ \t>]{0,100}<|>[ \t]{0,20}\n$/;
const following = /[ \t]*(?:(\n)[ \t>]*)?(?=([^\s>])?)/y;

/** Returns whether a text ends with the label of a definition of a link, `[words]: `. */
export function endsWithLabel(text: string): boolean {
  return label.test(text.slice(-320));
}

/** Returns the place of a tag that is between two offsets of a text. */
export function placeOfTag(body: string, offset: number, end: number): HtmlPlace {
  const before = body.slice(Math.max(0, offset - maxMarkers), offset);
  const start = before.lastIndexOf("\n") + 1;
  const isWhole = start > 0 || offset <= maxMarkers;
  following.lastIndex = end;
  const [, newline, character] = following.exec(body) ?? [];
  return {
    markers: isWhole && onlyMarkers.test(before.slice(start)) ? before.slice(start) : undefined,
    next: character === undefined ? "none" : newline === undefined ? "same line" : "next line",
    ...(isWhole && endsWithLabel(before) && { isAfterLabel: true }),
    ...(start > 0 && htmlLine.test(before.slice(before.lastIndexOf("\n", start - 2) + 1, start)) && { isBelowHtml: true }),
  };
}

/**
 * Changes HTML so that the Markdown around stays Markdown. An HTML block of CommonMark (§4.6) extends to the next blank line, and would
 * contain the lines after the tag: a comment before a figure makes the block end with its line, and one after a picture makes it inline.
 * The further lines of the HTML get the markers of the first, since they would end a list or a quotation without them. Code is on one line,
 * because a part of that indentation would stay in it.
 */
export function placeHtml(html: string, { isAfterLabel, isBelowHtml, markers, next }: HtmlPlace): string {
  if (markers === undefined)
    return `${isAfterLabel && html.startsWith("<") ? "<!-- -->" : ""}${html.replace(/^<p(?: markdown="1")?>|<\/p>$/g, "")}`;
  const further = markers.replace(/[^ \t>]/g, " ");
  if (html.startsWith("<pre>") && (further !== "" || (isBelowHtml && /\n[ \t]*\n/.test(html)))) return html.replaceAll("\n", "&#10;");
  const lines = further === "" ? html : html.replaceAll("\n", `\n${further}`);
  if (next === "none") return lines;
  if (/^<img\b/.test(html)) return next === "next line" ? `${lines}<!-- -->` : lines;
  if (!/^<(?:figure\b|p\b|blockquote>[\s\S]*<\/blockquote>$)/.test(html)) return lines;
  return next === "next line" ? `<!-- -->${lines}` : `${lines}\n${further}\n${further}`;
}

/**
 * Returns the HTML between two tags so that Markdown leaves it alone: with references instead of the signs of Markdown, and without the
 * indentation of code after empty lines, except after markers. Preformatted text stays.
 */
export function verbatimHtml(html: string, { markers }: HtmlPlace): string {
  if (/<(?:pre|script|style|textarea)(?![\w-])/i.test(html)) return html;
  const hidden = html.replace(/(<[^<>]*>)|[*_`~^=[\]\\]/g, (sign, tag: string | undefined) => tag ?? `&#${sign.charCodeAt(0)};`);
  if (markers !== "") return hidden;
  const lines = hidden.split("\n");
  return lines.map((line, index) => (index > 0 && lines[index - 1]?.trim() === "" ? line.trimStart() : line)).join("\n");
}

/**
 * Returns the lines of code without the markers and the indentation that they have because the tag before them has them. Indentation that
 * only some lines have belongs to the code.
 */
export function withoutMarkers(code: string, { markers }: HtmlPlace): string {
  if (markers === undefined || markers === "") return code;
  const [first = "", ...others] = code.split("\n");
  const [quoted, width] = indentationOf(markers.replace(/[^ \t>]/g, " "), Number.POSITIVE_INFINITY);
  const quotes = quoted.replace(/[^>]/g, "").length;
  const starts = others.map((line) => indentationOf(line, quotes));
  const common = starts.reduce(
    (least, [start, own], index) => (isBlankText(others[index]?.slice(start.length) ?? "") ? least : Math.min(least, own)),
    width,
  );
  return [first, ...others.map((line, index) => withoutIndentation(line, starts[index]?.[0].length ?? 0, common))].join("\n");
}

// Returns the start of a line with at most so many signs of quotations, and the width of the white space after it.
function indentationOf(line: string, quotes: number): readonly [quoted: string, width: number] {
  let [end, found] = [0, 0];
  for (let at = 0; at < line.length && found < quotes && /[ \t>]/.test(line.charAt(at)); at++) {
    if (line[at] !== ">") continue;
    end = at + 1;
    found++;
  }
  return [line.slice(0, end), new LineCursor(line.slice(end), 0, line.length - end).indentation()];
}

// A tab that is removed in part leaves spaces (CommonMark §2.2).
function withoutIndentation(line: string, start: number, width: number): string {
  let [at, column] = [start, 0];
  for (; column < width && /[ \t]/.test(line.charAt(at)); at++) column += line[at] === "\t" ? 4 - (column % 4) : 1;
  return " ".repeat(Math.max(0, column - width)) + line.slice(at);
}
