import type { AtomFeed, JsonFeed, RdfFeed, RssFeed } from "feedsmith";
import { httpUrl } from "./entry-url.ts";
import { nameText, plainText } from "./plain-text.ts";

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
}

/** Reads the properties of a site from its feed in RSS. */
export function rssSite(feed: Partial<RssFeed.Feed<string>>): FeedSite {
  const { email, link, name } = feed.managingEditor ?? {};
  return siteOf({ ...feed, home: feed.link, author: person(name ?? email, link, email) ?? feed.itunes?.author ?? feed.dc?.creators?.[0] });
}

/** Reads the properties of a site from its feed in RSS 1.0. */
export function rdfSite(feed: Partial<RdfFeed.Feed<string>>): FeedSite {
  return siteOf({ ...feed, home: feed.link, language: feed.dc?.languages?.[0], author: feed.dc?.creators?.[0] });
}

/** Reads the properties of a site from its feed in Atom. @param documentUrl the base of relative references */
export function atomSite(feed: Partial<AtomFeed.Feed<string>>, documentUrl: string | undefined): FeedSite {
  const home = feed.links?.find(({ rel }) => (rel ?? "alternate") === "alternate")?.href;
  const [author] = feed.authors ?? [];
  return siteOf({
    title: textOf(feed.title),
    description: textOf(feed.subtitle),
    home: httpUrl(home, feed.xml?.base ?? documentUrl)?.href,
    language: feed.xml?.lang,
    copyright: textOf(feed.rights),
    author: person(author?.name, author?.uri, author?.email),
  });
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

const maxLength = 2000; // UTF-16 units: a longer text is no setting

function siteOf({ author, copyright, description, home, language, title }: Written): FeedSite {
  return {
    title: short(title, nameText),
    description: short(description, plainText),
    home: short(home, (url) => httpUrl(url)?.href ?? ""),
    language: short(language, (tag) => tag.trim()),
    copyright: short(copyright, nameText),
    author: typeof author === "string" ? short(author, nameText) : (author as FeedSite["author"]),
  };
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
