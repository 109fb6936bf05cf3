/** The kind of a document, judged by its beginning. `rdf` is RSS 1.0. */
export type DocumentKind = "rss" | "atom" | "json" | "rdf" | "html" | "unknown";

const roots: Readonly<Record<string, DocumentKind>> = { rss: "rss", feed: "atom", "rdf:rdf": "rdf", html: "html" };
// Text that may precede the root element of XML or HTML. Each character is matched once, so that a long prolog takes linear time.
const prolog = /^(?:\s|\uFEFF|<\?[^>]*>|<!--[\s\S]*?-->)+/;

/** Returns the kind of a decoded document. A JSON Feed may be without its version. */
export function documentKindOf(text: string): DocumentKind {
  const start = text.slice(0, 100_000).replace(prolog, "");
  if (start.startsWith("{")) return isJsonFeed(text) ? "json" : "unknown";
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

function isJsonFeed(text: string): boolean {
  return /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org\\?\/version\\?\/1/.test(text.slice(0, 100_000)) || isFeedObject(text);
}

// Other JSON may have a version or items.
function isFeedObject(text: string): boolean {
  try {
    const { feed_url, home_page_url, items, version } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    if (typeof version === "string" && /^https?:\/\/jsonfeed\.org\/version\//.test(version)) return true;
    return Array.isArray(items) && (typeof feed_url === "string" || typeof home_page_url === "string");
  } catch {
    return false;
  }
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
