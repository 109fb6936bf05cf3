import { escapeNumerically, escapeTags } from "../../base/escape.ts";
import { unescapeTags } from "../../content/markup/shortcodes/escaped-tags.ts";
import { isElement, isInsideMarkup } from "../../content/markup/shortcodes/inside-markup.ts";
import { placeOfTag } from "../../content/markup/shortcodes/tags/place-html.ts";
import { type HtmlPiece, htmlPieces } from "./html-pieces.ts";

/** The mark of a value that no file has, such as the width of a picture: its attribute is left out. */
export const unknownAttribute = "\uFDD0";

/** The place of a call in its text. */
export interface ResultPlace {
  readonly body: string;
  readonly start: number;
  readonly end: number;
  readonly isMarkdown: boolean;
}

const blockNames =
  "address|article|aside|blockquote|center|details|dialog|dd|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|h[1-6]|header|hr|li|main|menu|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul";
const startsWithBlock = new RegExp(`^</?(?:${blockNames})(?![\\w-])`, "i");
const hasBlock = new RegExp(`</?(?:${blockNames})(?![\\w-])`, "i");
const markedAttribute = new RegExp(`\\s[\\w-]+=(?:"${unknownAttribute}"|'${unknownAttribute}'|${unknownAttribute})`, "g");
const shownNames = /^(?:a|audio|br|embed|hr|iframe|img|input|object|svg|video)$/i;
const voidNames = /^(?:area|br|col|embed|hr|img|input|source|track|wbr)$/i;

/**
 * Writes the HTML of a call so that it survives in a text of Markdown: on lines without markup of Markdown, and without blank lines, which
 * would end it. Returns undefined for HTML that only a script completes, and where the place has no elements.
 */
export function placeResult(html: string, { body, end, isMarkdown, start }: ResultPlace): string | undefined {
  const written = plainHtml(html, isMarkdown);
  if (written === undefined || (isElement(written) && isInsideMarkup(body, start))) return undefined;
  const result = written.trim();
  if (!isMarkdown || result === "") return result;
  const { isAfterLabel, markers, next } = placeOfTag(body, start, end);
  if (markers === undefined) return isAfterLabel && result.startsWith("<") ? `<!-- -->${oneLine(result)}` : oneLine(result);
  if (!hasBlock.test(result)) return inline(oneLine(result), next);
  const block = startsWithBlock.test(result) ? result : `<div>${result}</div>`;
  if (next === "none") return markers === "" ? block : oneLine(block);
  // An HTML block that begins with a comment ends with its line (CommonMark §4.6).
  const further = `\n${markers.replace(/[^ \t>]/g, " ")}`;
  return `<!-- -->${oneLine(block)}${next === "same line" ? further + further : ""}`;
}

/**
 * Returns the Markdown of a call; undefined if a script shows or completes it. Indented lines of HTML after an empty one would be code:
 * older versions of Hugo rendered them as HTML.
 * @param hasContent true if the call has a content with Markdown of its own
 */
export function markdownResult(text: string, place: Pick<ResultPlace, "body" | "start">, hasContent: boolean): string | undefined {
  const plain = text.includes(unknownAttribute) ? text.replace(markedAttribute, "") : text;
  const isBlock = !hasContent && startsWithBlock.test(plain.trimStart()) && !/<pre/i.test(plain);
  const isIndented = isBlock && /\n(?: {4}|\t)/.test(plain);
  const written = isBlock && isInRow(place) ? oneLine(plain.trim()) : isIndented ? trimmedLines(plain.trim()).join("\n") : plain;
  return plainHtml(written, false) === undefined ? undefined : written;
}

// Older versions of Hugo put the result of a picture into the cell of a table after Markdown was rendered.
function isInRow({ body, start }: Pick<ResultPlace, "body" | "start">): boolean {
  return /^[ \t]{0,3}\|/.test(body.slice(body.lastIndexOf("\n", start - 1) + 1, start));
}

// A tag alone on its line would begin an HTML block, which contains the next line.
function inline(line: string, next: "same line" | "next line" | "none"): string {
  const begun = /^(?:[#>+-]|\d+[.)])/.test(line) ? `&#${line.charCodeAt(0)};${line.slice(1)}` : line;
  return next === "next line" && /^<[^>]*>$/.test(begun) ? `${begun}<!-- -->` : begun;
}

function oneLine(html: string): string {
  return trimmedLines(html).join(" ");
}

// Returns the lines without empty ones, and without the white space around line breaks.
function trimmedLines(text: string): string[] {
  const lines = text.split("\n");
  const last = lines.length - 1;
  const trimmed = lines.map((line, index) => (index === 0 ? line.trimEnd() : index === last ? line.trimStart() : line.trim()));
  return last === 0 ? lines : trimmed.filter((line, index) => line !== "" || index === 0 || index === last);
}

// Without styles, comments and handlers of events. Undefined if a script shows or completes the result.
function plainHtml(html: string, isMarkdown: boolean): string | undefined {
  let [written, preformatted, open, shows] = ["", 0, 0, false];
  for (const piece of htmlPieces(unescapeTags(html))) {
    if (piece.kind === "code") {
      if (!isData(piece)) return undefined;
    } else if (piece.kind === "tag") {
      const { isEnd, name } = piece;
      if (/^(?:script|template|noscript)$/i.test(name)) return undefined;
      if (/^(?:pre|textarea)$/i.test(name)) preformatted = Math.max(0, preformatted + (isEnd ? -1 : 1));
      if (!voidNames.test(name)) open += isEnd ? -1 : 1;
      shows ||= shownNames.test(name);
      written += isEnd ? `</${name}>` : `<${name}${writtenAttributes(piece, isMarkdown)}>`;
    } else if (piece.kind === "text") {
      shows ||= piece.text.trim() !== "";
      written += writtenText(piece.text, preformatted > 0, isMarkdown);
    }
  }
  const isComplete = shows || open !== 0 || written.trim() === ""; // an empty element is for a script
  if (!isComplete || written.includes(unknownAttribute)) return undefined;
  return isMarkdown ? trimmedLines(written).join("\n") : written;
}

// Styles, and data for search engines.
function isData({ attributes, name }: Extract<HtmlPiece, { kind: "code" }>): boolean {
  const type = attributes.find((each) => each.name.toLowerCase() === "type")?.value;
  return /^style$/i.test(name) || type === "application/ld+json";
}

function writtenAttributes({ attributes }: Extract<HtmlPiece, { kind: "tag" }>, isMarkdown: boolean): string {
  return attributes
    .map(({ name, value }) => {
      if (/^on/i.test(name) || value?.includes(unknownAttribute)) return "";
      if (value === undefined) return ` ${name}`;
      const written = value.replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replace(/\s/g, " ");
      return ` ${name}="${isMarkdown ? escapeNumerically(written, /[{}|$`\\]/g, 10) : written}"`;
    })
    .join("");
}

function writtenText(text: string, isPreformatted: boolean, isMarkdown: boolean): string {
  const tags = escapeTags(text);
  if (!isMarkdown) return tags;
  const words = isAddress(tags.trim())
    ? tags
    : escapeNumerically(tags, /[*_`~^[\]{}|$\\]|=(?==)|:(?=\/\/|:|[\w+-]{1,50}:)|^[:!](?=\S)/gm, 10);
  return isPreformatted ? words.replaceAll("\n", "&#10;") : words;
}

// It may be the destination of a link.
function isAddress(text: string): boolean {
  return /^[\w./%&;=?#@~+,:-]*$/.test(text) && /[/.]/.test(text) && !/~~|(?:^|\W)_|_(?:\W|$)/.test(text);
}
