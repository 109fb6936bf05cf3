import { type Extension, Feed, type Item } from "feed";
import type { CompiledEntry } from "../content/compile-entry.ts";
import type { FeedDocument } from "./feed-document.ts";
import { cdataHtml, extension, finishXml, generator, htmlText, xmlAttributes, xmlText } from "./feed-library.ts";

const namespaces = {
  "xmlns:atom": "http://www.w3.org/2005/Atom",
  "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
  "xmlns:dc": "http://purl.org/dc/elements/1.1/",
  "xmlns:media": "http://search.yahoo.com/mrss/",
};

/** Renders RSS 2.0 (rssboard.org/rss-specification, with the RSS Best Practices Profile). */
export function renderRss(feed: FeedDocument): string {
  const { site } = feed;
  const library = new Feed({
    title: xmlText(feed.title),
    description: xmlText(feed.description),
    link: feed.homeUrl,
    feed: feed.feedUrl,
    language: site.language,
    updated: new Date(feed.updated),
    docs: "https://www.rssboard.org/rss-specification",
    generator,
    image: xmlText(site.icon),
    copyright: xmlText(site.copyright),
    ...(site.maxAge >= 60 && { ttl: Math.floor(site.maxAge / 60) }), // minutes
  });
  for (const entry of feed.entries) library.addItem(item(entry, site.language));
  // The package declares the namespaces of its own elements only, and only some of the time.
  const declared = Object.entries(namespaces).map(([name, uri]) => ` ${name}="${uri}"`);
  return finishXml(library.rss2(), /<rss [^>]*>/, () => `<rss version="2.0"${declared.join("")}>`);
}

function item(entry: CompiledEntry, feedLanguage: string): Item {
  return {
    title: entry.title,
    link: entry.url,
    date: new Date(entry.published),
    ...texts(entry),
    extensions: extensions(entry, feedLanguage),
  };
}

// A description has to stand before the content (W3C validator: NeedDescriptionBeforeContent). An entry without a summary
// has its content there, as RSS had it at first.
function texts({ summary, content }: CompiledEntry): Pick<Item, "description" | "content"> {
  const html = cdataHtml(content);
  return summary === "" ? { description: html } : { description: cdataHtml(htmlText(summary)), content: html };
}

function extensions(entry: CompiledEntry, feedLanguage: string): Extension[] {
  const { authors, categories, enclosure, image, language, published, title, updated } = entry;
  const elements: Record<string, unknown> = {
    ...(title !== "" && { title: { _text: xmlText(title) } }),
    guid: { _attributes: { isPermaLink: entry.id === entry.url }, _text: xmlText(entry.id) },
    ...(categories.length > 0 && { category: categories.map((term) => ({ _text: xmlText(term) })) }),
    // <author> takes an e-mail address and nothing else; names belong in dc:creator.
    "dc:creator": authors.map(({ name }) => ({ _text: xmlText(name) })),
    ...(language !== feedLanguage && { "dc:language": { _text: language } }),
    ...(updated !== published && { "atom:updated": { _text: new Date(updated).toISOString() } }),
    ...(enclosure && { enclosure: xmlAttributes({ url: enclosure.url, length: enclosure.length, type: enclosure.type }) }),
    ...(image && {
      "media:content": xmlAttributes({ url: image.url, medium: "image", type: image.type, width: image.width, height: image.height }),
    }),
  };
  return Object.entries(elements).map(([name, value]) => extension(name, value));
}
