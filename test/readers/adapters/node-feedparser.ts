import FeedParser from "feedparser";
import { type EntryAsRead, plainFields, type Reader } from "../reader.ts";

/** The package feedparser. */
export const nodeFeedparser: Reader = {
  name: "node feedparser",
  formats: ["rss", "atom"],
  fields: (format) => ({
    feed: ["title"],
    entry: [...plainFields, "authors", "categories", "summary", "image", ...(format === "rss" ? (["duration"] as const) : [])],
  }),
  async read(document) {
    const parser = new FeedParser({ addmeta: false });
    parser.end(document);
    const items = await Array.fromAsync(parser);
    return { feed: { title: parser.meta.title }, entries: items.map(entryOf) };
  },
  differs: ({ authors }, format, { site }) => ({
    // It has one field for the author. For several in Atom, it takes the author of the feed.
    authors: format === "atom" && authors.length > 1 ? [site.author.name] : authors.slice(0, 1),
  }),
};

function entryOf(item: FeedParser.Item): Partial<EntryAsRead> {
  const duration = item["itunes:duration"]?.["#"];
  return {
    id: item.guid,
    url: item.link,
    title: item.title ?? "",
    authors: [item.author],
    categories: item.categories,
    published: Number(item.pubdate) / 1000,
    content: item.description,
    summary: item.summary ?? "",
    image: item.image.url,
    enclosures: item.enclosures.map(({ length, type = "", url }) => ({ url, type, length: Number(length) })),
    duration: duration === undefined ? undefined : Number(duration),
  };
}
