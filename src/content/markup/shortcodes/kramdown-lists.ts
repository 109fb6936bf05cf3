import { isBlockHtmlOption } from "../dialects/block-html-option.ts";
import { findEndTag } from "./find-end-tag.ts";
import { placeOfTag, verbatimHtml } from "./tags/place-html.ts";

// kramdown.gettalong.org/syntax.html#attribute-list-definitions: {: .wide #here title="x"}, {:toc}, {::options toc_levels="1" /}.
// Elixir's {:ok, 1} and Python's {:.2f} are text.
const attribute = "(?:toc|(?:[.#][A-Za-z_][\\w-]*)+|[\\w-]+=(?:\"[^\"]*\"|'[^']*'))";
const attributeList = new RegExp(
  `^\\{:(?::(?:comment|nomarkdown|options)(?:\\s+${attribute})*|/(?:nomarkdown)?|\\s*${attribute}(?:\\s+${attribute})*)\\s*/?\\}$`,
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

// {::comment}…{:/comment}, {::nomarkdown type="html"}…{:/}. With a slash at its end, it has no content.
const extension = new RegExp(`^\\{::(comment|nomarkdown)((?:\\s+${attribute})*)\\s*\\}$`);
const endOfComment = /\{:\/(?:comment)?\}/g;
const endOfHtml = /\{:\/(?:nomarkdown)?\}/g;

interface Removed {
  /** Undefined for a comment. */
  readonly text?: string;
  readonly end: number;
}

/** Removes an attribute list, options, or a comment up to its end. Text that only looks like one stays. */
export function withoutAttributeList(body: string, end: number, piece: string, unclosed: Set<string>, place: ListPlace = {}): Removed {
  const start = end - piece.length;
  if (place.isMarkdown && isBlockHtmlOption(piece) && isWholeLine(body, start, end)) return { text: piece, end };
  const [, name, attributes = ""] = extension.exec(piece) ?? [];
  const isShown = name === "nomarkdown" && isForHtml(attributes);
  const closing = name === "comment" ? endOfComment : endOfHtml;
  const found = name !== undefined && (!isShown || place.isHidden) ? findEndTag(body, end, `{::${name}`, closing, unclosed) : undefined;
  if (found !== undefined && !isShown) return { end: found.end };
  if (found !== undefined && !/\{[{%:]/.test(body.slice(end, found.start)))
    return { text: verbatimHtml(body.slice(end, found.start), placeOfTag(body, start, found.end)), end: found.end };
  const isList = attributeList.test(piece) && (/^\{:[:/]/.test(piece) || isPlaceOfList(body, start, end));
  return { text: isList && name !== "comment" ? "" : piece, end };
}

/** The place of an attribute list. */
interface ListPlace {
  /** True to keep the option that `applyBlockHtmlOption` reads. */
  readonly isMarkdown?: boolean | undefined;
  /** True to hide HTML from Markdown. */
  readonly isHidden?: boolean | undefined;
}

// {::nomarkdown type="latex"} is not for HTML.
function isForHtml(attributes: string): boolean {
  const [, types] = /\stype=["']([^"']*)["']/.exec(attributes) ?? [];
  return types === undefined || types.split(/\s+/).includes("html");
}

// A list is a line of its own, or directly after a link, a picture, emphasis, code or an end tag. Anywhere else, a text is about it.
function isPlaceOfList(body: string, start: number, end: number): boolean {
  return /[)*_`\]>}]/.test(body.charAt(start - 1)) || isWholeLine(body, start, end);
}

function isWholeLine(body: string, start: number, end: number): boolean {
  const before = body.slice(Math.max(0, start - 100), start);
  return /^[ \t>]*$/.test(before.slice(before.lastIndexOf("\n") + 1)) && /^[ \t]*(?:\n|$)/.test(body.slice(end, end + 100));
}
