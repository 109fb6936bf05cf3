import { Feed, type FeedOptions, type Item } from "feed";
import { escapeAtomText, escapeText } from "../base/escape.ts";
import type { Author, CompiledEntry } from "../model/entry.ts";
import { documentLanguage, feedLanguage } from "../model/feed-language.ts";
import { entryLabel } from "./entry-label.ts";
import type { FeedDocument } from "./feed-document.ts";
import { archiveNamespace, atomTree, generator, htmlElement } from "./feed-package.ts";
import { mediaElements, mediaNamespace } from "./media-rss.ts";
import { writeXml, type XmlParts } from "./xml.ts";

/** Renders Atom 1.0 (RFC 4287). */
export function renderAtom(document: FeedDocument): string {
  const library = new Feed(feedOptions(document));
  for (const entry of document.entries) library.addItem(itemOptions(entry));
  const { entries, feed } = atomTree(library);
  return writeXml(
    {
      feed: {
        ...feed,
        ...feedElements(document),
        entry: document.entries.map((entry, index) => ({ ...entries[index], ...entryElements(entry, document) })),
      },
    },
    escapeElement,
  );
}

// Text constructs (RFC 4287 §3.1) and names, which validators check for HTML.
const plainTexts = new Set(["title", "subtitle", "summary", "rights", "name"]);

function escapeElement(text: string, name: string): string {
  return plainTexts.has(name) ? escapeAtomText(text) : escapeText(text);
}

function feedOptions({ description, id, site, title, updated }: FeedDocument): FeedOptions {
  return {
    id,
    title,
    description,
    updated: new Date(updated),
    generator,
    image: site.icon,
    favicon: site.favicon,
    copyright: site.copyright,
  };
}

function itemOptions({ published, title, updated, url }: CompiledEntry): Item {
  return { title, link: url, date: new Date(updated), published: new Date(published) };
}

// Replaces the package's links: they have no type, and their & is already escaped, so that writeXml would escape it twice.
function feedElements({ feedUrl, homeUrl, isArchive, language, links, site }: FeedDocument): XmlParts {
  return {
    _attributes: {
      xmlns: "http://www.w3.org/2005/Atom",
      ...(isArchive && { "xmlns:fh": archiveNamespace }),
      "xmlns:media": mediaNamespace,
      "xml:lang": documentLanguage(language),
    },
    author: person(site.author),
    link: [
      { _attributes: { rel: "self", type: "application/atom+xml", href: feedUrl } },
      { _attributes: { rel: "alternate", type: "text/html", href: homeUrl } },
      ...Object.entries(links).map(([rel, href]) => ({ _attributes: { rel, href } })),
    ],
    ...(isArchive && { "fh:archive": "" }),
  };
}

// The package marks every title and summary as HTML, which some readers do not decode, and changes the spelling of ids.
function entryElements(entry: CompiledEntry, document: FeedDocument): XmlParts {
  const { authors, categories, content, enclosure, externalUrl, language, summary, url } = entry;
  return {
    ...(language !== document.language && { _attributes: { "xml:lang": feedLanguage(language) } }),
    title: entryLabel(entry, document.site), // required (RFC 4287 §4.1.2)
    id: atomId(entry, document),
    link: [{ _attributes: { href: externalUrl ?? url } }, ...(enclosure === undefined ? [] : [enclosureLink(enclosure)])],
    ...(summary !== "" && { summary }),
    ...(content !== "" && { content: { _attributes: { type: "html" }, ...htmlElement(content) } }),
    author: authors.map(person), // in every entry, since several readers ignore the feed's author
    category: categories.map((term) => ({ _attributes: { term } })),
    ...mediaElements(entry),
  };
}

function person({ email, name, url }: Author): XmlParts {
  return { name, ...(email !== undefined && { email }), ...(url !== undefined && { uri: url }) };
}

function enclosureLink({ length, title, type, url }: NonNullable<CompiledEntry["enclosure"]>): XmlParts {
  return { _attributes: { rel: "enclosure", type, href: url, length: length === 0 ? undefined : length, title } };
}

// An id must be an absolute IRI (RFC 4287 §4.2.6). An id from another system may be any text: it becomes a fragment of the feed's id.
function atomId({ id }: CompiledEntry, document: FeedDocument): string {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(id) ? id : `${document.id}#${encodeURIComponent(id)}`;
}
