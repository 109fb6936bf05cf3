import type { AtomFeed, JsonFeed, RdfFeed, RssFeed } from "feedsmith";
import { DroppedElements } from "./dropped-elements.ts";
import { httpUrl } from "./entry-url.ts";
import { nameText, plainText } from "./plain-text.ts";
import { type FeedPodcast, type PodcastElements, parsePodcast } from "./podcast-site.ts";

/** The properties of a site that its feed states. */
export interface FeedSite {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  /** Absolute URL of the home page. */
  readonly home?: string | undefined;
  readonly language?: string | undefined;
  readonly copyright?: string | undefined;
  /** A name, as in RSS `ada@example.com (Ada)`, or a person. */
  readonly author?: string | Readonly<Record<string, string>> | undefined;
  readonly podcast?: FeedPodcast | undefined;
  /** Absolute URL of the artwork of a podcast. */
  readonly artwork?: string | undefined;
  /** The number of entries in the feed of a podcast. */
  readonly episodes?: number | undefined;
  /** The names of elements that have no counterpart here, such as `podcast:medium`. */
  readonly dropped?: readonly string[] | undefined;
}

/** Reads the properties of a site from its feed in RSS. */
export function rssSite(feed: Partial<RssFeed.Feed<string>>): FeedSite {
  const { email, link, name = email } = feed.managingEditor ?? {};
  const { author = feed.itunes?.owner?.name } = feed.itunes ?? {};
  const dropped = new DroppedElements();
  // Directories show itunes:author. The address of an editor belongs to it only if the names match.
  const isEditor = author === undefined || name === undefined || author === name || name === email;
  if (!isEditor) dropped.add("managingEditor");
  const site = {
    ...feed,
    home: feed.link,
    author: (isEditor ? person(author ?? name, link, email) : author) ?? feed.dc?.creators?.[0],
  };
  return siteOf(site, dropped, { ...feed, base: httpUrl(feed.link)?.href, picture: feed.image?.url, count: feed.items?.length });
}

/** Reads the properties of a site from its feed in RSS 1.0. */
export function rdfSite(feed: Partial<RdfFeed.Feed<string>>): FeedSite {
  return siteOf({ ...feed, home: feed.link, language: feed.dc?.languages?.[0], author: feed.dc?.creators?.[0] });
}

/** Reads the properties of a site from its feed in Atom. @param documentUrl the base of relative references */
export function atomSite(feed: Partial<AtomFeed.Feed<string>>, documentUrl: string | undefined): FeedSite {
  const home = feed.links?.find(({ rel }) => (rel ?? "alternate") === "alternate")?.href;
  const [author] = feed.authors ?? [];
  const site = {
    title: textOf(feed.title),
    description: textOf(feed.subtitle),
    home: httpUrl(home, feed.xml?.base ?? documentUrl)?.href,
    language: feed.xml?.lang,
    copyright: textOf(feed.rights),
    author: person(author?.name, author?.uri, author?.email),
  };
  return siteOf(site, new DroppedElements(), { ...feed, base: site.home ?? documentUrl, count: feed.entries?.length });
}

/** Reads the properties of a site from its JSON Feed. */
export function jsonSite(feed: Partial<JsonFeed.Feed<string>>): FeedSite {
  const [author] = feed.authors ?? [];
  return siteOf({ ...feed, home: feed.home_page_url, author: person(author?.name, author?.url) });
}

interface Written {
  readonly title?: unknown;
  readonly description?: unknown;
  readonly home?: unknown;
  readonly language?: unknown;
  readonly copyright?: unknown;
  readonly author?: unknown;
}

interface PodcastFeed extends PodcastElements {
  readonly base?: string | undefined;
  /** The URL of the picture of the feed, which is used without that of iTunes. */
  readonly picture?: string | undefined;
  readonly count?: number | undefined;
}

const maxLength = 2000; // UTF-16 units: a longer text is not a setting
const maxDescription = 4000; // Apple's limit for a podcast; with HTML, it may be four times as long

function siteOf(written: Written, dropped = new DroppedElements(), feed: PodcastFeed = {}): FeedSite {
  const { author, copyright, description, home, language, title } = written;
  const { base, count, itunes = {}, picture } = feed;
  const podcast = parsePodcast(feed, dropped, base);
  const site: FeedSite = {
    title: short(title ?? itunes.title, nameText),
    description: descriptionOf(description ?? itunes.summary ?? itunes.subtitle, dropped),
    home: short(home, (url) => httpUrl(url)?.href ?? ""),
    language: short(language, (tag) => tag.trim()),
    copyright: short(copyright, nameText),
    author: typeof author === "string" ? short(author, nameText) : (author as FeedSite["author"]),
    podcast,
    artwork: podcast && dropped.url("itunes:image", itunes.image ?? picture, base),
    episodes: podcast && count,
  };
  const owner = itunes.owner?.name;
  if (owner !== undefined && owner !== nameOf(site.author)) dropped.add("the name of itunes:owner");
  const others = {
    title: [itunes.title, site.title],
    subtitle: [itunes.subtitle, site.description],
    summary: [itunes.summary, site.description],
  };
  for (const [name, [text, used = ""]] of Object.entries(others))
    if (text !== undefined && !used.includes(short(text, plainText) ?? text)) dropped.add(`itunes:${name}`);
  return { ...site, dropped: dropped.names };
}

function descriptionOf(description: unknown, dropped: DroppedElements): string | undefined {
  if (typeof description !== "string") return undefined;
  const text = description.length > maxDescription * 4 ? undefined : plainText(description);
  if (text !== undefined && text.length <= maxDescription) return text || undefined;
  dropped.add(`a description of more than ${maxDescription.toLocaleString("en")} characters`);
  return undefined;
}

function nameOf(author: FeedSite["author"]): string | undefined {
  return typeof author === "string" ? author : author?.["name"];
}

function short(value: unknown, read: (text: string) => string): string | undefined {
  return typeof value === "string" && value.length <= maxLength ? read(value) || undefined : undefined;
}

function person(name?: string, url?: string, email?: string): FeedSite["author"] {
  const parts = Object.entries({ name, url, email }).filter(
    (part): part is [string, string] => part[1] !== undefined && part[1].length <= maxLength,
  );
  return name === undefined ? undefined : Object.fromEntries(parts);
}

function textOf(text: unknown): unknown {
  return typeof text === "object" && text !== null && "value" in text ? text.value : text;
}
