import type { Extension, Feed } from "feed";
import { escapeText } from "../base/escape.ts";
import type { XmlElement, XmlParts } from "./xml.ts";

// The `feed` package builds our documents. Its mistakes are corrected in each format's file, in the tree that it built; each
// correction has a test that fails on the day on which the package no longer needs it.

/** The name of the software in feed documents. */
export const generator = "Broadsheet";

/** Namespace of `fh:archive` (RFC 5005 §4). */
export const archiveNamespace = "http://purl.org/syndication/history/1.0";

/** The tree of an RSS document. `xml-js/` makes the package return it in place of its XML. */
export function rssTree(feed: Feed): { readonly channel: XmlParts; readonly items: readonly XmlParts[] } {
  const { rss } = feed.rss2() as unknown as { readonly rss: { readonly channel: XmlParts & { readonly item: readonly XmlParts[] } } };
  const { item, ...channel } = rss.channel;
  return { channel, items: item };
}

/** The tree of an Atom document, likewise. */
export function atomTree(feed: Feed): { readonly feed: XmlParts; readonly entries: readonly XmlParts[] } {
  const tree = feed.atom1() as unknown as { readonly feed: XmlParts & { readonly entry: readonly XmlParts[] } };
  const { entry, ...rest } = tree.feed;
  return { feed: rest, entries: entry };
}

/** A key of our own in a JSON Feed. The package's type is narrower than what it does: it writes any value under the name. */
export function extension(name: string, value: unknown): Extension {
  return { name, objects: value as Record<string, unknown> };
}

/** HTML as the text of an element. It never contains "]]>": many readers do not expect two CDATA sections in one element. */
export function htmlElement(html: string): { readonly _cdata: string } {
  return { _cdata: html.replaceAll("]]>", "]]&gt;") };
}

/** Plain text where a format expects HTML. */
export function plainTextElement(text: string): XmlElement {
  return htmlElement(escapeText(text));
}
