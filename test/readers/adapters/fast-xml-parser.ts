import { XMLParser } from "fast-xml-parser";
import type { AttributesAsRead, EntryAsRead, FeedAsRead, FormatName, Reader } from "../reader.ts";
import { plainFields } from "../reader.ts";

/** An element with its attributes as "@name", its text as "#text" and its children as lists. */
interface Element {
  readonly [name: string]: string | readonly Element[] | undefined;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  htmlEntities: true, // it decodes no numeric references without this option
  alwaysCreateTextNode: true,
  parseTagValue: false,
  trimValues: false,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

/** fast-xml-parser, which many programs use without a library for feeds: it returns the elements and attributes. */
export const fastXmlParser: Reader = {
  name: "fast-xml-parser",
  formats: ["rss", "atom"],
  fields: (format) => ({
    feed: ["title", ...(format === "rss" ? (["guid", "locked", "funding", "persons"] as const) : [])],
    entry: [
      ...plainFields,
      ...(["updated", "authors", "categories", "summary", "image"] as const),
      ...(format === "rss" ? (["duration", "episode", "season", "episodeType", "transcripts", "chapters", "persons"] as const) : []),
    ],
  }),
  async read(document, format) {
    const root = parser.parse(document) as Element;
    const [feed] = format === "rss" ? children(children(root, "rss")[0], "channel") : children(root, "feed");
    return { feed: feedOf(feed), entries: children(feed, format === "rss" ? "item" : "entry").map((entry) => entryOf(entry, format)) };
  },
};

function feedOf(feed: Element | undefined): FeedAsRead {
  return {
    title: text(feed, "title") ?? "",
    guid: text(feed, "podcast:guid"),
    locked: children(feed, "podcast:locked").map(attributes)[0],
    funding: children(feed, "podcast:funding").map(attributes),
    persons: children(feed, "podcast:person").map(attributes),
  };
}

function entryOf(entry: Element, format: FormatName): Partial<EntryAsRead> {
  const shared = {
    title: text(entry, "title") ?? "",
    image: children(entry, "media:thumbnail").map(attributes)[0]?.["url"],
  };
  return format === "rss" ? { ...shared, ...rssFields(entry) } : { ...shared, ...atomFields(entry) };
}

function rssFields(item: Element): Partial<EntryAsRead> {
  const description = text(item, "description") ?? "";
  return {
    id: text(item, "guid") ?? "",
    url: text(item, "link") ?? "",
    authors: children(item, "dc:creator").map(textOf),
    categories: children(item, "category").map(textOf),
    published: seconds(text(item, "pubDate")) ?? 0,
    updated: seconds(text(item, "atom:updated")),
    content: text(item, "content:encoded") ?? description,
    summary: description,
    enclosures: children(item, "enclosure").map((element) => file(attributes(element), "url")),
    duration: number(text(item, "itunes:duration")),
    episode: number(text(item, "itunes:episode")),
    season: number(text(item, "itunes:season")),
    episodeType: text(item, "itunes:episodeType"),
    transcripts: children(item, "podcast:transcript").map(attributes),
    chapters: children(item, "podcast:chapters").map(attributes)[0],
    persons: children(item, "podcast:person").map(attributes),
  };
}

function atomFields(entry: Element): Partial<EntryAsRead> {
  const links = children(entry, "link").map(attributes);
  return {
    id: text(entry, "id") ?? "",
    url: links.find(({ rel = "alternate" }) => rel === "alternate")?.["href"] ?? "",
    authors: children(entry, "author").map((author) => text(author, "name") ?? ""),
    categories: children(entry, "category").map((category) => attributes(category)["term"] ?? ""),
    published: seconds(text(entry, "published")) ?? 0,
    updated: seconds(text(entry, "updated")),
    content: text(entry, "content") ?? "",
    summary: text(entry, "summary") ?? "",
    enclosures: links.filter(({ rel }) => rel === "enclosure").map((link) => file(link, "href")),
  };
}

function file(attributes: AttributesAsRead, url: "url" | "href") {
  return { url: attributes[url] ?? "", type: attributes["type"] ?? "", length: Number(attributes["length"]) };
}

function children(element: Element | undefined, name: string): readonly Element[] {
  const elements = element?.[name];
  return typeof elements === "object" ? elements : [];
}

function text(element: Element | undefined, name: string): string | undefined {
  return children(element, name).map(textOf)[0];
}

function textOf(element: Element): string {
  return String(element["#text"] ?? "");
}

function attributes(element: Element): AttributesAsRead {
  const named = Object.entries(element).filter(([name]) => name.startsWith("@"));
  return { ...Object.fromEntries(named.map(([name, value]) => [name.slice(1), String(value)])), name: textOf(element) || undefined };
}

function number(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

function seconds(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Date.parse(date) / 1000;
}
