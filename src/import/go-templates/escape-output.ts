import { escapeNumerically, escapeTags, escapeText } from "../../base/escape.ts";
import { UnknownValueError } from "../site-rules/template-engine.ts";
import { type GoValue, SafeText, textOf } from "./go-value.ts";

/** The place of a value in the HTML of a template. */
export type OutputContext =
  | { readonly place: "text" | "comment" | "tag" | "tag name" }
  | { readonly place: "raw"; readonly element: string }
  | {
      readonly place: "value";
      readonly kind: AttributeKind /** The value before. */;
      readonly written: string;
      readonly isQuoted: boolean;
    };

type AttributeKind = "plain" | "url" | "srcset" | "style" | "script";

const urlAttributes =
  /^(?:action|archive|background|cite|classid|codebase|data|formaction|href|icon|longdesc|manifest|poster|profile|src|usemap)$/;

/** Returns the kind of the value of an attribute (html/template, attr.go). */
export function kindOfAttribute(attribute: string): AttributeKind {
  const name = attribute.replace(/^(?:data-|[^:]*:)/, "");
  if (/^on/.test(name)) return "script";
  if (name === "style") return "style";
  if (name === "srcset") return "srcset";
  return urlAttributes.test(name) || /src|uri|url/.test(name) ? "url" : "plain";
}

/** Returns whether the content of an element has no tags. */
export function isRawElement(name: string): boolean {
  return /^(?:script|style|textarea|title)$/.test(name);
}

/** Escapes a value for its place, as html/template does. What its filters would replace by `ZgotmplZ` is unknown. @throws UnknownValueError */
export function escapeOutput(value: GoValue, context: OutputContext): string {
  const text = textOf(value);
  const safe = value instanceof SafeText ? value.kind : undefined;
  switch (context.place) {
    case "text":
      return safe === "html" ? text : escaped(text);
    case "comment":
      return "";
    case "tag name":
      return only(/^\w+$/, text);
    case "tag":
      return safe === "attribute" ? text : only(/^[a-z][\w-]*$|^$/i, text);
    case "raw":
      if (context.element === "script" || context.element === "style") return ""; // they are left out
      return safe === "html" ? escapedTags(text) : escaped(text);
    case "value":
      return inValue(text, safe, context);
  }
}

function inValue(
  text: string,
  safe: SafeText["kind"] | undefined,
  { isQuoted, kind, written }: Extract<OutputContext, { place: "value" }>,
): string {
  const value = writtenValue(text, safe, kind, written);
  return isQuoted ? value : escapeNumerically(value, /[\s"'=`>]/g, 10);
}

function writtenValue(text: string, safe: SafeText["kind"] | undefined, kind: AttributeKind, written: string): string {
  if (kind === "script") return "";
  if (kind === "style") return safe === "css" ? escaped(text) : only(/^[\w\s.%#-]*$/, text);
  if (kind === "srcset") return only(/^[\w\s.,:/%-]*$/, text);
  if (kind === "url") return escaped(urlPart(text, safe, written));
  return safe === "html" ? escapedSafe(text) : escaped(text);
}

// A query has its signs encoded; the address before it keeps those with a meaning.
function urlPart(text: string, safe: SafeText["kind"] | undefined, written: string): string {
  if (/[?#]/.test(written)) return safe === "url" ? encoded(text, true) : encoded(text, false);
  const scheme = /^([^/?#]*?):/.exec(text)?.[1];
  const isAllowed = written !== "" || safe === "url" || scheme === undefined || /^(?:https?|mailto)$/i.test(scheme);
  if (!isAllowed) throw new UnknownValueError(`an address with the scheme ${scheme}`);
  return encoded(text, true);
}

const reserved = /[!#$&*+,/:;=?@[\]]/;

function encoded(text: string, keepsReserved: boolean): string {
  const bytes = /%[\da-f]{2}|[\w.~-]|[\s\S]/giu;
  return text.toWellFormed().replace(bytes, (part) => {
    if (part.length === 3 && part.startsWith("%")) return keepsReserved ? part : `%25${part.slice(1)}`;
    if (/^[\w.~-]$/.test(part) || (keepsReserved && reserved.test(part))) return part;
    return [...new TextEncoder().encode(part)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join("");
  });
}

function only(pattern: RegExp, text: string): string {
  if (!pattern.test(text)) throw new UnknownValueError("an attribute");
  return text;
}

/** Escapes text as `htmlEscape` of Hugo does. */
export function htmlEscape(text: string): string {
  return withoutQuotes(escapeText(text));
}

// html/template escapes the plus sign, too.
function escaped(text: string): string {
  return htmlEscape(text).replaceAll("+", "&#43;");
}

function escapedTags(text: string): string {
  return withoutQuotes(escapeTags(text)).replaceAll("+", "&#43;");
}

function withoutQuotes(text: string): string {
  return text.replaceAll('"', "&#34;").replaceAll("'", "&#39;");
}

// Safe HTML in an attribute loses its tags.
function escapedSafe(text: string): string {
  return escapedTags(text.replace(/<[^<>]*>/g, ""));
}
