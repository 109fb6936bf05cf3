import type { Extension, Feed } from "feed";
import { escapeText } from "../base/escape.ts";
import type { XmlContent, XmlParts } from "./xml.ts";

// The `feed` package builds the documents. Each format's file corrects its mistakes in the tree. Each correction has a test that fails
// as soon as the package no longer needs it.

/** The name of the software in feed documents. */
export const generator = "Broadsheet";

/** Namespace of `fh:archive` (RFC 5005 §4). */
export const archiveNamespace = "http://purl.org/syndication/history/1.0";

/** Returns the tree of an RSS document. `xml-js/` makes the package return it instead of its XML. */
export function rssTree(feed: Feed): { readonly channel: XmlParts; readonly items: readonly XmlParts[] } {
  const { rss } = treeOf(feed.rss2()) as { readonly rss: { readonly channel: XmlParts & { readonly item: readonly XmlParts[] } } };
  const { item, ...channel } = rss.channel;
  return { channel, items: item };
}

/** Returns the tree of an Atom document, in the same way. */
export function atomTree(feed: Feed): { readonly feed: XmlParts; readonly entries: readonly XmlParts[] } {
  const tree = treeOf(feed.atom1()) as { readonly feed: XmlParts & { readonly entry: readonly XmlParts[] } };
  const { entry, ...rest } = tree.feed;
  return { feed: rest, entries: entry };
}

// After an update without an installation, the real package writes XML.
function treeOf(document: unknown): unknown {
  if (typeof document === "string") throw new Error("the installed packages are older than the code; run npm ci");
  return document;
}

/** Creates an additional key of a JSON Feed. The package writes any value under the name, but its type is narrower. */
export function extension(name: string, value: unknown): Extension {
  return { name, objects: value as Record<string, unknown> };
}

/** Creates an element whose text is HTML. It never contains "]]>", since many readers do not expect two CDATA sections in one element. */
export function htmlElement(html: string): { readonly _cdata: string } {
  return { _cdata: html.replaceAll("]]>", "]]&gt;") };
}

/** Escapes plain text for an element that contains HTML. */
export function plainTextElement(text: string): XmlContent {
  return htmlElement(escapeText(text));
}
