import { findEndTag } from "./find-end-tag.ts";
import { placeOfTag, verbatimHtml } from "./place-html.ts";

// kramdown.gettalong.org/syntax.html#attribute-list-definitions: {: .wide #here title="x"}, {:toc}, {::options toc_levels="1" /}.
// Elixir's {:ok, 1} and Python's {:.2f} are text.
const attribute = "(?:toc|(?:[.#][A-Za-z_][\\w-]*)+|[\\w-]+=(?:\"[^\"]*\"|'[^']*'))";
const attributeList = new RegExp(
  `^\\{:(?::nomarkdown|/(?:nomarkdown)?|:options(?:\\s+${attribute})*|\\s*${attribute}(?:\\s+${attribute})*)\\s*/?\\}$`,
);

/** Returns whether a list of blocks and the line with its attributes are a table of contents; undefined for another piece. */
export function contentsIn(piece: string): { readonly isContents: boolean } | undefined {
  if (!piece.includes("\n") || /^\{[{%]/.test(piece)) return undefined;
  const line = piece.split("\n").find((text) => text.trimStart().startsWith("{:")) ?? "";
  return { isContents: attributeList.test(line.trim()) };
}

/** Returns whether an attribute list is one of options or of the table of contents. Those of elements are kept for the tree of Markdown. */
export function isOfContents(piece: string): boolean {
  return piece.startsWith("{::") || piece.startsWith("{:/") || /[: \t]toc[ \t}]/.test(piece);
}

const commentEnd = /\{:\/(?:comment)?\}/g;
const htmlEnd = /\{:\/(?:nomarkdown)?\}/g;

/**
 * Removes an attribute list, or a comment up to its end. Text that only looks like one stays.
 * @param isHidden true to hide HTML from Markdown
 */
export function withoutAttributeList(
  body: string,
  end: number,
  piece: string,
  unclosed: Set<string>,
  isHidden = false,
): { readonly text?: string; readonly end: number } {
  const closing = piece === "{::comment}" ? findEndTag(body, end, piece, commentEnd, unclosed) : undefined;
  if (closing !== undefined) return { end: closing.end };
  const html = isHidden && piece === "{::nomarkdown}" ? findEndTag(body, end, piece, htmlEnd, unclosed) : undefined;
  if (html !== undefined && !/\{[{%:]/.test(body.slice(end, html.start)))
    return { text: verbatimHtml(body.slice(end, html.start), placeOfTag(body, end - piece.length, html.end)), end: html.end };
  const isList = attributeList.test(piece) && (/^\{:[:/]/.test(piece) || isPlaceOfList(body, end - piece.length, end));
  return { text: isList ? "" : piece, end };
}

// A list is a line of its own, or directly after a link, a picture, emphasis, code or an end tag. Anywhere else, a text is about it.
function isPlaceOfList(body: string, start: number, end: number): boolean {
  if (/[)*_`\]>}]/.test(body.charAt(start - 1))) return true;
  const before = body.slice(Math.max(0, start - 100), start);
  return /^[ \t>]*$/.test(before.slice(before.lastIndexOf("\n") + 1)) && /^[ \t]*(?:\n|$)/.test(body.slice(end, end + 100));
}
