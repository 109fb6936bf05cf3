import { type AtomFeed, type JsonFeed, parseAtomFeed, parseJsonFeed, parseRssFeed, type RssFeed } from "feedsmith";
import { type EntryAsRead, type FormatName, plainFields, type Reader } from "../reader.ts";

/** feedsmith, which knows JSON Feed and the podcast namespace. */
export const feedsmith: Reader = {
  name: "feedsmith",
  formats: ["rss", "atom", "json"],
  fields: (format) => ({
    feed: ["title", ...(format === "rss" ? (["guid", "locked", "funding", "persons"] as const) : [])],
    entry: [
      ...plainFields,
      ...(["updated", "authors", "categories", "summary", "image"] as const),
      ...(format === "rss" ? (["episode", "season", "episodeType", "transcripts", "chapters", "persons"] as const) : []),
      ...(format === "atom" ? [] : (["duration"] as const)),
    ],
  }),
  read: async (document, format) => parsers[format](document),
};

const parsers: Readonly<Record<FormatName, (document: string) => Awaited<ReturnType<Reader["read"]>>>> = {
  rss(document) {
    const { items = [], podcast, title = "" } = parseRssFeed(document);
    return {
      feed: {
        title,
        guid: podcast?.guid,
        locked: podcast?.locked && { owner: podcast.locked.owner, name: podcast.locked.value ? "yes" : "no" },
        funding: (podcast?.fundings ?? []).map(({ display, url }) => ({ url, name: display })),
        persons: (podcast?.persons ?? []).map(person),
      },
      entries: items.map(rssEntry),
    };
  },
  atom(document) {
    const { entries = [], title } = parseAtomFeed(document);
    return { feed: { title: title?.value ?? "" }, entries: entries.map(atomEntry) };
  },
  json(document) {
    const { items = [], title = "" } = parseJsonFeed(document);
    return { feed: { title }, entries: items.map(jsonEntry) };
  },
};

type RssItem = RssFeed.Item<string>;
type AtomEntry = AtomFeed.Entry<string>;
type JsonItem = JsonFeed.Item<string>;

function rssEntry({
  atom,
  categories = [],
  content,
  dc,
  description = "",
  enclosures = [],
  guid,
  itunes,
  link = "",
  media,
  podcast,
  pubDate,
  title = "",
}: RssItem) {
  return {
    id: guid?.value ?? "",
    url: link,
    title,
    authors: dc?.creators ?? [],
    categories: categories.map(({ name }) => name ?? ""),
    published: seconds(pubDate) ?? 0,
    updated: seconds(atom?.updated),
    content: content?.encoded ?? description,
    summary: description,
    image: media?.thumbnails?.[0]?.url,
    enclosures: enclosures.map(({ length = 0, type = "", url = "" }) => ({ url, type, length })),
    duration: itunes?.duration,
    episode: itunes?.episode,
    season: itunes?.season,
    episodeType: itunes?.episodeType,
    transcripts: (podcast?.transcripts ?? []).map(({ language, type, url }) => ({ url, type, language })),
    chapters: podcast?.chapters && { url: podcast.chapters.url, type: podcast.chapters.type },
    persons: (podcast?.persons ?? []).map(person),
  } satisfies EntryAsRead;
}

function atomEntry({
  authors = [],
  categories = [],
  content,
  id = "",
  links = [],
  media,
  published,
  summary,
  title,
  updated,
}: AtomEntry): Partial<EntryAsRead> {
  return {
    id,
    url: links.find(({ rel = "alternate" }) => rel === "alternate")?.href ?? "",
    title: title?.value ?? "",
    authors: authors.map(({ name }) => name ?? ""),
    categories: categories.map(({ term }) => term ?? ""),
    published: seconds(published) ?? 0,
    updated: seconds(updated),
    content: content?.value ?? "",
    summary: summary?.value ?? "",
    image: media?.thumbnails?.[0]?.url,
    enclosures: links.filter(({ rel }) => rel === "enclosure").map(({ href = "", length = 0, type = "" }) => ({ url: href, type, length })),
  };
}

function jsonEntry({
  attachments = [],
  authors = [],
  content_html = "",
  date_modified,
  date_published,
  id = "",
  image,
  summary = "",
  tags = [],
  title = "",
  url = "",
}: JsonItem): Partial<EntryAsRead> {
  return {
    id,
    url,
    title,
    authors: authors.map(({ name }) => name ?? ""),
    categories: tags,
    published: seconds(date_published) ?? 0,
    updated: seconds(date_modified),
    content: content_html,
    summary,
    image,
    enclosures: attachments.map(({ mime_type = "", size_in_bytes = 0, url = "" }) => ({ url, type: mime_type, length: size_in_bytes })),
    duration: attachments[0]?.duration_in_seconds,
  };
}

function person({ display, group, href, img, role }: { display?: string; group?: string; href?: string; img?: string; role?: string }) {
  return { role, group, img, href, name: display };
}

function seconds(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Date.parse(date) / 1000;
}
