import type { LineCursor } from "./line-cursor.ts";

/** A block without blocks in it, of which the next lines may be a part. */
export type Leaf =
  | { readonly kind: "none" | "paragraph" }
  | { readonly kind: "code"; readonly start: number }
  | { readonly kind: "fence"; readonly start: number; readonly marks: string }
  | { readonly kind: "html"; readonly end: RegExp | undefined };

const fence = /(`{3,})[^`\n]*$|(~{3,})/my;
const heading = /#{1,6}(?=[ \t\n]|$)/y;
const rule = /(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/my;
const underline = /(?:=+|-+)[ \t]*$/my;

// CommonMark §4.6: the starts of the seven kinds of blocks of HTML with their ends; without one, a blank line ends the block.
const blocks =
  "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|" +
  "figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|" +
  "p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";
const htmlStarts: readonly (readonly [RegExp, RegExp | undefined])[] = [
  [/<(?:pre|script|style|textarea)(?=[\s>]|$)/iy, /<\/(?:pre|script|style|textarea)>/i],
  [/<!--/y, /-->/],
  [/<\?/y, /\?>/],
  [/<![A-Za-z]/y, />/],
  [/<!\[CDATA\[/y, /\]\]>/],
  [new RegExp(`</?(?:${blocks})(?=[\\s>]|/>|$)`, "iy"), undefined],
];
const wholeTag = /<(?:\/[A-Za-z][\w-]{0,100}[ \t]*|[A-Za-z][\w-]{0,100}(?:[ \t][^<>\n]{0,1000}|\/)?)>[ \t]*$/my; // the seventh

/** Returns the leaf that begins at a cursor, which is behind the indentation; undefined for a paragraph and a container. */
export function leafAt(cursor: LineCursor, isInParagraph: boolean, mayUnderline: boolean): Leaf | undefined {
  switch (cursor.text[cursor.at]) {
    case "`":
    case "~": {
      const [, backticks, tildes = backticks] = cursor.match(fence) ?? [];
      return tildes === undefined ? undefined : { kind: "fence", start: cursor.at, marks: tildes };
    }
    case "#":
      return cursor.match(heading) === null ? undefined : { kind: "none" };
    case "<":
      return htmlAt(cursor, isInParagraph);
    case "=":
    case "-":
      if (mayUnderline && cursor.match(underline) !== null) return { kind: "none" };
  }
  return /[-*_]/.test(cursor.text[cursor.at] ?? "") && cursor.match(rule) !== null ? { kind: "none" } : undefined;
}

/** Returns the offset of marks that would begin fenced code on a line outside of HTML. */
export function fenceMarksAt(cursor: LineCursor): number | undefined {
  const sign = cursor.nextSign();
  if (sign !== "`" && sign !== "~") return undefined;
  cursor.skipSpace(Number.POSITIVE_INFINITY);
  return cursor.match(fence) === null ? undefined : cursor.at;
}

function htmlAt(cursor: LineCursor, isInParagraph: boolean): Leaf | undefined {
  const found = htmlStarts.find(([start]) => cursor.match(start) !== null);
  if (found !== undefined) return { kind: "html", end: found[1] };
  return !isInParagraph && cursor.match(wholeTag) !== null ? { kind: "html", end: undefined } : undefined;
}

/** Returns whether a line, from the cursor on, ends a fence or a block of HTML. */
export function endsLeaf(leaf: Leaf, cursor: LineCursor): boolean {
  if (leaf.kind === "html" && leaf.end !== undefined) return leaf.end.test(cursor.text.slice(cursor.at, cursor.end));
  if (leaf.kind !== "fence" || cursor.indentation() > 3) return false;
  const rest = cursor.text.slice(cursor.at, cursor.end).trim();
  return rest.length >= leaf.marks.length && rest === leaf.marks.charAt(0).repeat(rest.length);
}

/** A quotation has undefined, and other containers have the width of the indentation of their lines. */
export interface Container {
  readonly width: number | undefined;
  /** True for a list item that begins with an empty line: a second one ends it. */
  isEmpty: boolean;
}

const item = /(?:[-+*]|(\d{1,9})[.)])(?=[ \t\n]|$)/y;
const definition = /:(?=[ \t])/y;
const footnote = /\[\^[^\]\s]{1,200}\]:/y;
const admonition = /(?:(?:!!!|\?\?\?\+?)[ \t]*[A-Za-z][\w \t-]{0,100}(?:"[^\n]*)?|===[!+]?[ \t]+"[^\n]*)$/my;

/** Reads the start of a container at a cursor, which is behind an indentation, and moves the cursor to its content. */
export function containerAt(cursor: LineCursor, indentation: number, interrupts: boolean, mayDefine: boolean): Container | undefined {
  const sign = cursor.text[cursor.at];
  if (sign === ">") {
    cursor.skip(1);
    cursor.skipSpace(1);
    return { width: undefined, isEmpty: false };
  }
  if (sign === "[" || sign === "!" || sign === "?" || sign === "=") return ofDialect(cursor, indentation);
  if (sign === ":") return mayDefine && cursor.match(definition) !== null ? itemOf(cursor, indentation, 1) : undefined;
  const [marker, number] = cursor.match(item) ?? [];
  if (marker === undefined) return undefined;
  if (interrupts && ((number ?? "1") !== "1" || /^[ \t]*$/.test(cursor.text.slice(cursor.at + marker.length, cursor.end))))
    return undefined;
  return itemOf(cursor, indentation, marker.length);
}

function itemOf(cursor: LineCursor, indentation: number, length: number): Container {
  cursor.skip(length);
  const space = cursor.indentation();
  const isEmpty = cursor.isBlank;
  const padding = isEmpty || space > 4 ? 1 : space;
  cursor.skipSpace(padding);
  return { width: indentation + length + padding, isEmpty };
}

// The lines of footnotes, and of MkDocs's admonitions and tabs, are indented by four spaces.
function ofDialect(cursor: LineCursor, indentation: number): Container | undefined {
  const label = cursor.match(footnote)?.[0];
  if (label === undefined && cursor.match(admonition) === null) return undefined;
  cursor.skip(label?.length ?? cursor.end - cursor.at);
  cursor.skipSpace(Number.POSITIVE_INFINITY);
  return { width: label === undefined ? indentation + 4 : 4, isEmpty: false };
}
