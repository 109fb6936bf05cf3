import { Feed, type FeedOptions, type Item } from "feed";
import { escapeRssText, escapeText } from "../base/escape.ts";
import { type CompiledEntry, isUpdated } from "../model/entry.ts";
import { documentLanguage, feedLanguage } from "../model/feed-language.ts";
import { isRecordingType } from "../model/recording.ts";
import type { FeedDocument } from "./feed-document.ts";
import { archiveNamespace, generator, htmlElement, plainTextElement, rssTree } from "./feed-package.ts";
import { isArtwork, itunesChannel, itunesItem, itunesNamespace } from "./itunes.ts";
import { mediaElements, mediaNamespace } from "./media-rss.ts";
import { podcastChannel, podcastItem, podcastNamespace } from "./podcast-namespace.ts";
import { showNotes, withoutArtwork } from "./show-notes.ts";
import { writeXml, type XmlContent, type XmlParts } from "./xml.ts";

/** Renders RSS 2.0 (rssboard.org/rss-specification, with the RSS Best Practices Profile). */
export function renderRss(document: FeedDocument): string {
  const library = new Feed(feedOptions(document));
  for (const entry of document.entries) library.addItem(itemOptions(entry));
  const { channel, items } = rssTree(library);
  return writeXml(
    {
      rss: {
        _attributes: { version: "2.0", ...namespaces(document) },
        // The package writes its extensions after the items, where metadata is not allowed (W3C validator: MisplacedItem).
        channel: {
          ...channel,
          ...feedElements(document),
          item: document.entries.map((entry, index) => ({ ...items[index], ...entryElements(entry, document) })),
        },
      },
    },
    escapeElement,
  );
}

// Readers decode plain text, but some do not decode numeric references in URLs.
const urls = new Set(["link", "url", "guid", "itunes:new-feed-url"]);

function escapeElement(text: string, name: string): string {
  return urls.has(name) ? escapeText(text) : escapeRssText(text);
}

function feedOptions({ description, homeUrl, language, site, title, updated }: FeedDocument): FeedOptions {
  const tag = documentLanguage(language);
  return {
    title,
    description,
    link: homeUrl,
    ...(tag !== undefined && { language: tag }),
    updated: new Date(updated),
    docs: "https://www.rssboard.org/rss-specification",
    generator,
    image: site.icon,
    copyright: site.copyright,
    ...(site.maxAge >= 60 && { ttl: Math.floor(site.maxAge / 60) }), // minutes
  };
}

function itemOptions({ published, title, url }: CompiledEntry): Item {
  return { title, link: url, date: new Date(published) };
}

// The package declares the namespaces of some of its own elements.
function namespaces({ isArchive, podcast }: FeedDocument): Readonly<Record<string, string>> {
  return {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:media": mediaNamespace,
    ...(isArchive && { "xmlns:fh": archiveNamespace }),
    ...(podcast !== undefined && { "xmlns:itunes": itunesNamespace, "xmlns:podcast": podcastNamespace }),
  };
}

// Replaces the package's links: their & is already escaped, so that writeXml would escape it twice.
function feedElements({ feedUrl, homeUrl, isArchive, links, podcast, site, title }: FeedDocument): XmlParts {
  return {
    link: homeUrl,
    image: { title, url: site.icon, link: homeUrl },
    "atom:link": [
      { _attributes: { rel: "self", type: "application/rss+xml", href: feedUrl } },
      ...Object.entries(links).map(([rel, href]) => ({ _attributes: { rel, href } })),
    ],
    ...(isArchive && { "fh:archive": "" }),
    ...(podcast !== undefined && { ...itunesChannel(podcast, site), ...podcastChannel(podcast, site) }),
  };
}

function entryElements(entry: CompiledEntry, { language, podcast }: FeedDocument): XmlParts {
  const { authors, categories, enclosure, externalUrl, id, title, updated, url } = entry;
  return {
    ...(title !== "" && { title }), // the package writes CDATA, which readers parse as HTML
    link: externalUrl ?? url,
    guid: { _attributes: { isPermaLink: id === url }, _text: id }, // the package never marks an id as a permalink
    ...(podcast !== undefined && isRecordingType(enclosure?.type ?? "") ? episodeTexts(entry) : texts(entry)),
    ...(categories.length > 0 && { category: categories }),
    "dc:creator": authors.map(({ name }) => name), // <author> requires an e-mail address
    ...(entry.language !== language && { "dc:language": feedLanguage(entry.language) }),
    ...(isUpdated(entry) && { "atom:updated": new Date(updated).toISOString() }),
    ...(enclosure !== undefined && { enclosure: enclosureElement(enclosure) }),
    ...mediaElements(entry),
    ...(podcast !== undefined && { ...itunesItem(entry), ...podcastItem(entry) }),
  };
}

// A description precedes the content (W3C validator: NeedDescriptionBeforeContent). Without a summary, the content is the description.
function texts({ content, summary }: CompiledEntry): Readonly<Record<string, XmlContent>> {
  if (summary === "") return { description: htmlElement(content) };
  return { description: plainTextElement(summary), ...(content !== "" && { "content:encoded": htmlElement(content) }) };
}

// Directories and podcast apps show the description, as HTML.
function episodeTexts(entry: CompiledEntry): Readonly<Record<string, XmlContent>> {
  const { image } = entry;
  const content = image !== undefined && isArtwork(image.url) ? withoutArtwork(entry.content, image.url) : entry.content;
  const notes = showNotes(content);
  if (notes === "") return texts({ ...entry, content });
  return { description: htmlElement(notes), "content:encoded": htmlElement(content) };
}

function enclosureElement({ length, type, url }: NonNullable<CompiledEntry["enclosure"]>): XmlParts {
  return { _attributes: { url, length, type } };
}
