import { isTable } from "../../base/table-values.ts";

/** The kind of a document, judged by its beginning. `rdf` is RSS 1.0. */
export type DocumentKind = "rss" | "atom" | "json" | "rdf" | "html" | "unknown";

const roots: Readonly<Record<string, DocumentKind>> = { rss: "rss", feed: "atom", "rdf:rdf": "rdf", html: "html" };
// Text that may precede the root element of XML or HTML. Each character is matched once, so that a long prolog takes linear time.
const prolog = /^(?:\s|\uFEFF|<\?[^>]*>|<!--[\s\S]*?-->)+/;

const maxStart = 100_000; // UTF-16 units

/** Returns the UTF-16 units before the root element, or before what should not precede it. */
export function prologLength(text: string): number {
  return prolog.exec(text)?.[0].length ?? 0;
}

/** Returns the kind of a decoded document. A JSON Feed may be without its version. */
export function documentKindOf(text: string): DocumentKind {
  const start = text.slice(0, maxStart).replace(prolog, "");
  if (/^[{["]/.test(start)) return isJsonFeed(text) ? "json" : "unknown";
  if (/^<!doctype html/i.test(start)) return "html";
  const [, name = ""] = /^(?:<!doctype[^[>]*(?:\[[^\]]*\][^>]*)?>\s*)?<([a-z][\w:.-]*)/i.exec(start) ?? [];
  return roots[name.toLowerCase()] ?? prefixed(name) ?? (isPage(start, name) ? "html" : "unknown");
}

// OPML has a <head> and a <body>, too.
const otherRoots = /^(?:entry|opml|sitemapindex|svg|urlset)$/i;

/** Returns whether a document is HTML. Its `html` tags may be omitted, and a server may write a warning before it. */
function isPage(start: string, root: string): boolean {
  if (otherRoots.test(root)) return false;
  return (
    /^(?:head|body|title|meta|link|base|script|style|div|main|p|h[1-6]|table|center)$/i.test(root) || /<(?:html|body)[\s>]/i.test(start)
  );
}

// An Atom document may use a prefix for the Atom namespace.
function prefixed(name: string): DocumentKind | undefined {
  return /^\w+:feed$/i.test(name) ? "atom" : undefined;
}

// Other JSON may have a version or items.
function isJsonFeed(text: string): boolean {
  if (/^\s*\{[\s\S]*?"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version\\?\/1/.test(text.slice(0, maxStart))) return true;
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return versionOffset(text) !== undefined;
  }
  if (typeof value === "string") return documentKindOf(value) === "json"; // encoded twice
  const [feed] = Array.isArray(value) ? value : [value];
  return isTable(feed) && isFeedObject(feed);
}

function isFeedObject({ feed_url, home_page_url, items, title, version }: Readonly<Record<string, unknown>>): boolean {
  if (typeof version === "string" && /jsonfeed/i.test(version)) return true;
  if (!Array.isArray(items)) return false;
  const [item] = items;
  const hasContent = isTable(item) && ["content_html", "content_text"].some((name) => Object.hasOwn(item, name));
  const isNumbered = typeof title === "string" && /^1(?:\.[01])?$/.test(String(version));
  return hasContent || isNumbered || typeof feed_url === "string" || typeof home_page_url === "string";
}

// JavaScript needs no quotation marks, Python writes others, a second encoding escapes them, and templates escape them as in HTML.
const quote = String.raw`(?:\\?["'\u201C\u201D]|&(?:quot|apos|#34|#39|#x22|#x27);)?`;
const slash = String.raw`(?:\\*/|&#(?:x2f|47);)`;
const version = new RegExp(`version${quote}\\s*:\\s*${quote}https?:${slash}{2}(?:www\\.)?jsonfeed\\.org`, "i");

/** Returns the UTF-16 units before the version of JSON Feed, in whichever syntax it is written; undefined without one near the beginning. */
export function versionOffset(text: string): number | undefined {
  return version.exec(text.slice(0, maxStart))?.index;
}

const rss090 = "http://my.netscape.com/rdf/simple/0.9/";

/** Returns whether a document is in a version of RSS before 2.0 and 1.0, in which entries have neither ids nor dates. */
export function hasNoIds(kind: DocumentKind, text: string): boolean {
  return formatName(kind, text).startsWith("RSS 0.9");
}

/** Returns the name of a format with the version of RSS that the document names, such as `RSS 0.91`. */
export function formatName(kind: DocumentKind, text: string): string {
  if (kind === "rdf" && text.slice(0, maxStart).includes(rss090)) return "RSS 0.90";
  const version = kind === "rss" ? /<rss\s[^<>]*?version\s*=\s*["'](0\.9\d|2\.0)/i.exec(text.slice(0, maxStart))?.[1] : undefined;
  return version === undefined ? kindNames[kind] : `RSS ${version}`;
}

/** The name of each kind in messages. */
export const kindNames: Readonly<Record<DocumentKind, string>> = {
  rss: "RSS 2.0",
  atom: "Atom 1.0",
  json: "JSON Feed",
  rdf: "RSS 1.0",
  html: "a web page",
  unknown: "an unknown format",
};
