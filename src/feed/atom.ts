import { Feed, type Item, type Author as LibraryAuthor } from "feed";
import type { Author, CompiledEntry } from "../model/entry.ts";
import { nameOf } from "./entry-label.ts";
import type { FeedDocument } from "./feed-document.ts";
import {
  archiveNamespace,
  cdataHtml,
  escapeXml,
  finishXml,
  generator,
  placeholder,
  xmlElement,
  xmlNamespaces,
  xmlText,
} from "./library.ts";
import { mediaElements } from "./media-rss.ts";

/** Renders Atom 1.0 (RFC 4287). */
export function renderAtom(feed: FeedDocument): string {
  const { site } = feed;
  const library = new Feed({
    id: feed.id,
    title: xmlText(feed.title),
    description: xmlText(feed.description),
    updated: new Date(feed.updated),
    generator,
    author: author(site.author),
    image: xmlText(site.icon),
    favicon: xmlText(site.favicon),
    copyright: xmlText(site.copyright),
  });
  for (const entry of feed.entries) library.addItem(item(entry));
  return complete(library.atom1(), feed);
}

function item(entry: CompiledEntry): Item {
  return {
    title: placeholder,
    link: entry.url,
    date: new Date(entry.updated),
    published: new Date(entry.published),
    ...(entry.summary !== "" && { description: placeholder }),
    ...(entry.content !== "" && { content: placeholder }),
    author: entry.authors.map(author), // in every entry: several readers look nowhere else
  };
}

function author({ name, url, email }: Author): LibraryAuthor {
  return { name: xmlText(name), ...(url !== undefined && { link: url }), ...(email !== undefined && { email }) };
}

// The package has no extensions for Atom, it changes the spelling of ids, and it says of every title and summary that it is
// HTML, which some readers do not decode. What it cannot write is put in afterwards.
function complete(xml: string, feed: FeedDocument): string {
  const entries = feed.entries.values();
  let entry: CompiledEntry | undefined; // the one that the token stands in
  return finishXml(xml, /<feed [^<>]*>|<entry>|<(?:title|summary|content) type="html"><!\[CDATA\[…\]\]>|<id>[^<]*|<\/entry>/, (token) => {
    if (token.startsWith("<feed")) return [root(feed), ...feedElements(feed)].join("\n    ");
    if (token === "<entry>") entry = entries.next().value;
    if (entry === undefined) return token;
    if (token === "<entry>") return entry.language === feed.language ? token : `<entry xml:lang="${entry.language}">`;
    if (token === "</entry>") return [...entryElements(entry).map((element) => `    ${element}\n    `), token].join("");
    if (token.startsWith("<title")) return `<title>${escapeXml(nameOf(entry))}`; // required (RFC 4287 §4.1.2)
    if (token.startsWith("<content")) return `<content type="html"><![CDATA[${cdataHtml(entry.content)}]]>`;
    return token.startsWith("<summary") ? `<summary>${escapeXml(entry.summary)}` : `<id>${escapeXml(idOf(entry, feed))}`;
  });
}

function root({ isArchive, language }: FeedDocument): string {
  const declared = xmlNamespaces({ ...(isArchive && { fh: archiveNamespace }), media: "http://search.yahoo.com/mrss/" });
  return `<feed xmlns="http://www.w3.org/2005/Atom"${declared} xml:lang="${language}">`;
}

function feedElements({ feedUrl, homeUrl, isArchive, links }: FeedDocument): string[] {
  return [
    xmlElement("link", { rel: "self", type: "application/atom+xml", href: feedUrl }),
    xmlElement("link", { rel: "alternate", type: "text/html", href: homeUrl }),
    ...Object.entries(links).map(([rel, href]) => xmlElement("link", { rel, href })),
    ...(isArchive ? [xmlElement("fh:archive", {})] : []),
  ];
}

function entryElements(entry: CompiledEntry): string[] {
  const { categories, enclosure } = entry;
  return [
    ...categories.map((term) => xmlElement("category", { term })),
    ...(enclosure === undefined ? [] : [enclosureLink(enclosure)]),
    ...mediaElements(entry).map(({ attributes, name }) => xmlElement(name, attributes)),
  ];
}

function enclosureLink({ length, title, type, url }: NonNullable<CompiledEntry["enclosure"]>): string {
  return xmlElement("link", { rel: "enclosure", type, href: url, length: length === 0 ? undefined : length, title });
}

// An id has to be an absolute IRI (RFC 4287 §4.2.6). One from another system may be any text: it gets a place on the site.
function idOf({ id }: CompiledEntry, feed: FeedDocument): string {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(id) ? id : `${feed.id}#${encodeURIComponent(id)}`;
}
