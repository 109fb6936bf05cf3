import { matchAt } from "../go-templates/match-at.ts";

/** A piece of HTML. */
export type HtmlPiece =
  | { readonly kind: "text" | "comment"; readonly text: string }
  | { readonly kind: "tag"; readonly name: string; readonly isEnd: boolean; readonly attributes: readonly HtmlAttribute[] }
  /** A script or a style, up to its end. */
  | { readonly kind: "code"; readonly name: string; readonly attributes: readonly HtmlAttribute[] };

/** An attribute of a tag; its value is undefined without `=`. References stay. */
export interface HtmlAttribute {
  readonly name: string;
  readonly value: string | undefined;
}

const tagStart = /<(\/?)([a-z][\w:-]*)/iy;
const attributeName = /[\s/]*([^\s"'<>/=]+)/y;
const equals = /\s*=\s*/y;
const attributeValue = /"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)/y;
const tagEnd = /[\s/]*>/y;

/** Splits HTML into its pieces. What begins no tag is text. */
export function htmlPieces(html: string): HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  for (let at = 0; at < html.length; ) {
    const next = html.indexOf("<", at);
    if (next !== at) {
      pieces.push({ kind: "text", text: html.slice(at, next < 0 ? html.length : next) });
      at = next < 0 ? html.length : next;
      continue;
    }
    const { end, piece } = commentAt(html, at) ?? tagAt(html, at) ?? { piece: { kind: "text", text: "<" }, end: at + 1 };
    pieces.push(piece);
    at = end;
  }
  return pieces;
}

interface Found {
  readonly piece: HtmlPiece;
  readonly end: number;
}

function commentAt(html: string, at: number): Found | undefined {
  if (!html.startsWith("<!--", at)) return undefined;
  const end = html.indexOf("-->", at + 4);
  return { piece: { kind: "comment", text: html.slice(at, end < 0 ? html.length : end + 3) }, end: end < 0 ? html.length : end + 3 };
}

function tagAt(html: string, at: number): Found | undefined {
  const start = matchAt(tagStart, html, at);
  if (start === null) return undefined;
  const [whole, slash, name = ""] = start;
  const attributes: HtmlAttribute[] = [];
  let end = at + whole.length;
  for (let found = attributeAt(html, end); found !== undefined; found = attributeAt(html, end)) {
    attributes.push(found.attribute);
    end = found.end;
  }
  const [close] = matchAt(tagEnd, html, end) ?? [];
  if (close === undefined) return undefined;
  end += close.length;
  if (slash === "" && /^(?:script|style)$/i.test(name)) return { piece: { kind: "code", name, attributes }, end: codeEnd(html, end, name) };
  return { piece: { kind: "tag", name, isEnd: slash === "/", attributes }, end };
}

function attributeAt(html: string, at: number): { readonly attribute: HtmlAttribute; readonly end: number } | undefined {
  const [whole, name = ""] = matchAt(attributeName, html, at) ?? [];
  if (whole === undefined) return undefined;
  const end = at + whole.length;
  const [sign] = matchAt(equals, html, end) ?? [];
  if (sign === undefined) return { attribute: { name, value: undefined }, end };
  const [written, double, single = double, plain = single] = matchAt(attributeValue, html, end + sign.length) ?? [];
  return written === undefined ? undefined : { attribute: { name, value: plain }, end: end + sign.length + written.length };
}

function codeEnd(html: string, from: number, name: string): number {
  const start = html.toLowerCase().indexOf(`</${name.toLowerCase()}`, from);
  const end = start < 0 ? -1 : html.indexOf(">", start);
  return end < 0 ? html.length : end + 1;
}
