import { type Extension, Feed, type Item } from "feed";
import type { CompiledEntry } from "../model/entry.ts";
import type { FeedDocument } from "./feed-document.ts";
import {
  archiveNamespace,
  cdataHtml,
  extension,
  finishXml,
  generator,
  htmlText,
  placeholder,
  xmlAttributes,
  xmlElement,
  xmlNamespaces,
  xmlText,
} from "./library.ts";
import { mediaElements } from "./media-rss.ts";
import { itunesNamespace, podcastChannel, podcastItem } from "./podcast.ts";

const namespaces = {
  atom: "http://www.w3.org/2005/Atom",
  content: "http://purl.org/rss/1.0/modules/content/",
  dc: "http://purl.org/dc/elements/1.1/",
  media: "http://search.yahoo.com/mrss/",
};

/** Renders RSS 2.0 (rssboard.org/rss-specification, with the RSS Best Practices Profile). */
export function renderRss(feed: FeedDocument): string {
  const { site } = feed;
  const library = new Feed({
    title: xmlText(feed.title),
    description: xmlText(feed.description),
    link: feed.homeUrl,
    language: feed.language,
    updated: new Date(feed.updated),
    docs: "https://www.rssboard.org/rss-specification",
    generator,
    image: xmlText(site.icon),
    copyright: xmlText(site.copyright),
    ...(site.maxAge >= 60 && { ttl: Math.floor(site.maxAge / 60) }), // minutes
  });
  for (const entry of feed.entries) library.addItem(item(entry, feed));
  return complete(library.rss2(), feed);
}

// The package declares the namespaces of its own elements only, and only some of the time; and it writes what else a channel
// says behind the items, where nothing of the channel belongs.
function complete(xml: string, feed: FeedDocument): string {
  const declared = xmlNamespaces({
    ...namespaces,
    ...(feed.isArchive && { fh: archiveNamespace }),
    ...(feed.site.podcast !== undefined && { itunes: itunesNamespace }),
  });
  const contents = feed.entries.filter(hasOwnContent).values();
  let elements: readonly string[] = channelElements(feed);
  return finishXml(xml, /<rss [^<>]*>|<item>|<content:encoded><!\[CDATA\[…\]\]>|<\/channel>/, (token) => {
    if (token.startsWith("<rss")) return `<rss version="2.0"${declared}>`;
    if (token.startsWith("<content")) return `<content:encoded><![CDATA[${cdataHtml(contents.next().value?.content ?? "")}]]>`;
    const written = elements.map((element) => `${element}\n        `);
    elements = []; // before the first item, or at the end where there is none
    return [...written, token].join("");
  });
}

function channelElements({ feedUrl, isArchive, links, site }: FeedDocument): string[] {
  return [
    xmlElement("atom:link", { rel: "self", type: "application/rss+xml", href: feedUrl }),
    ...Object.entries(links).map(([rel, href]) => xmlElement("atom:link", { rel, href })),
    ...(isArchive ? [xmlElement("fh:archive", {})] : []),
    ...podcastChannel(site),
  ];
}

function item(entry: CompiledEntry, feed: FeedDocument): Item {
  return {
    title: entry.title,
    link: entry.url,
    date: new Date(entry.published),
    ...texts(entry),
    extensions: extensions(entry, feed),
  };
}

// A description has to stand before the content (W3C validator: NeedDescriptionBeforeContent). An entry without a summary
// has its content there, as RSS had it at first.
function texts(entry: CompiledEntry): Pick<Item, "description" | "content"> {
  const { content, summary } = entry;
  if (summary === "") return { description: cdataHtml(content) };
  return { description: cdataHtml(htmlText(summary)), ...(hasOwnContent(entry) && { content: placeholder }) };
}

// Whether the content has an element of its own.
function hasOwnContent({ content, summary }: CompiledEntry): boolean {
  return summary !== "" && content !== "";
}

function extensions(entry: CompiledEntry, feed: FeedDocument): Extension[] {
  const { authors, categories, enclosure, language, published, title, updated } = entry;
  const elements: Extension[] = [];
  const add = (name: string, value: unknown) => elements.push(extension(name, value));
  if (title !== "") add("title", textElement(title));
  add("guid", { _attributes: { isPermaLink: entry.id === entry.url }, _text: xmlText(entry.id) });
  if (categories.length > 0) add("category", categories.map(textElement));
  // <author> takes an e-mail address and nothing else; names belong in dc:creator.
  add(
    "dc:creator",
    authors.map(({ name }) => textElement(name)),
  );
  if (language !== feed.language) add("dc:language", textElement(language));
  if (updated !== published) add("atom:updated", textElement(new Date(updated).toISOString()));
  if (enclosure) add("enclosure", xmlAttributes({ url: enclosure.url, length: enclosure.length, type: enclosure.type }));
  // The package takes one value for a name: elements of the same name are a list.
  const media = Map.groupBy(mediaElements(entry), ({ name }) => name);
  for (const [name, ofName] of media)
    add(
      name,
      ofName.map(({ attributes }) => xmlAttributes(attributes)),
    );
  if (feed.site.podcast !== undefined) for (const [name, value] of Object.entries(podcastItem(entry))) add(name, value);
  return elements;
}

function textElement(text: string): { readonly _text: string } {
  return { _text: xmlText(text) };
}
