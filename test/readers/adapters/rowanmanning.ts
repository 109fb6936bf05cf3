import { parseFeed } from "@rowanmanning/feed-parser";
import { type EntryAsRead, plainFields, type Reader } from "../reader.ts";

/** The package @rowanmanning/feed-parser. */
export const rowanmanning: Reader = {
  name: "@rowanmanning/feed-parser",
  formats: ["rss", "atom"],
  fields: (format) => ({
    feed: ["title"],
    entry: [...plainFields, "authors", "categories", "summary", "image", ...(format === "atom" ? (["updated"] as const) : [])],
  }),
  async read(document) {
    const { items, title } = parseFeed(document);
    return { feed: { title: title ?? "" }, entries: items.map(entryOf) };
  },
  differs: ({ categories, content, summary }, format, { site }) => ({
    content: decode(content), // it decodes references in CDATA sections, too
    ...(format === "rss" && { summary: decode(summary) }),
    // An entry without categories gets those of the channel, which are for directories.
    ...(format === "rss" &&
      site.podcast !== undefined &&
      categories.length === 0 && { categories: site.podcast.category.map((name) => name.replace(" > ", "/")) }),
  }),
};

const characters: Readonly<Record<string, string>> = { "&amp;": "&", "&#x26;": "&", "&lt;": "<", "&#x3C;": "<" };

function decode(html: string): string {
  return html.replace(/&(?:amp|#x26|lt|#x3C);/g, (reference) => characters[reference] ?? "");
}

type Item = ReturnType<typeof parseFeed>["items"][number];

function entryOf(item: Item): Partial<EntryAsRead> {
  return {
    id: item.id ?? "",
    url: item.url ?? "",
    title: item.title ?? "",
    authors: item.authors.map(({ name }) => name ?? ""),
    categories: item.categories.map(({ term }) => term),
    published: Number(item.published) / 1000,
    updated: Number(item.updated) / 1000,
    content: item.content ?? item.description ?? "",
    summary: item.description ?? "",
    image: item.image?.url,
    enclosures: item.media.map(({ length, mimeType, url }) => ({ url, type: mimeType ?? "", length: length ?? 0 })),
  };
}
