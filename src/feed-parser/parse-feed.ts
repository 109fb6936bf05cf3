import { parseFeed, parseJsonFeed } from "feedsmith";
import { withoutExternalEntities } from "../conformance/xml/external-entities.ts";
import { findBareAmpersand } from "../conformance/xml/xml-error.ts";
import { checkJson } from "../limits/json-limits.ts";
import { checkXml } from "../limits/xml-limits.ts";
import { atomEntry, bloggerKind } from "./atom-entry.ts";
import { checkWellFormedness } from "./check-well-formedness.ts";
import { countXmlEntries } from "./count-entries.ts";
import { checkEntryCount } from "./entry-limits.ts";
import { httpUrl } from "./entry-url.ts";
import { atomSite, type FeedSite, jsonSite, rdfSite, rssSite } from "./feed-site.ts";
import { jsonEntry } from "./json-entry.ts";
import type { ImportedDocument, NextName, ParsedEntry } from "./parsed-entry.ts";
import { readableEntry } from "./readable-entry.ts";
import { removeReservedMembers, renameReservedElements } from "./reserved-names.ts";
import { rdfEntry, rssEntry } from "./rss-entry.ts";

const maxReference = 200; // UTF-16 units that are shown

/**
 * Parses RSS 2.0, RSS 1.0, Atom or JSON Feed, without notes about what may be missing.
 * @param documentUrl absolute URL of the document; undefined for a file
 * @throws LimitError
 * @throws Error with the reason why it is not a feed
 */
export function parseFeedEntries(text: string, documentUrl: string | undefined): ImportedDocument {
  const { entries, older, site } = readFound(parse(text), documentUrl);
  return { entries, next: httpUrl(older?.href, documentUrl)?.href, nextName: older?.name, site, notes: [] };
}

/**
 * Parses RSS 2.0, RSS 1.0, Atom or JSON Feed.
 * @param documentUrl absolute URL of the document; undefined for a file
 * @throws LimitError
 * @throws Error with the reason why it is not a feed
 */
export function parseFeedDocument(text: string, documentUrl: string | undefined): ImportedDocument {
  const found = parse(text);
  const { entries, older, site, others = [] } = readFound(found, documentUrl);
  const next = httpUrl(older?.href, documentUrl)?.href;
  const archiveNotes = older?.href.trim() && next === undefined ? [describeArchive(older.href)] : [];
  const head = { next, nextName: older?.name, site, ...(archiveNotes.length > 0 && { isIncomplete: true }) };
  const mistakes = found.format === "json" ? [] : mistakesOf(text).map((mistake) => `Some of it may be missing: ${mistake}`);
  if (mistakes.length > 0) return { ...head, entries, notes: [...mistakes, ...describeOthers(others), ...archiveNotes] };
  const count = found.count ?? countXmlEntries(text);
  const missing = count - entries.length - others.length; // feedsmith skips an entry without a known element
  const notes = missing <= 0 ? [] : [`Left out ${missing} of its ${count} entries: they are empty, or not in the form of the format`];
  return { ...head, entries, notes: [...notes, ...describeOthers(others), ...archiveNotes] };
}

function describeOthers(kinds: readonly string[]): string[] {
  const counts = [...new Set(kinds)].map((kind) => `${kinds.filter((other) => other === kind).length} × ${kind}`);
  return counts.length === 0 ? [] : [`Skipped, since they are not articles: ${counts.join(", ")}`];
}

// A relative reference leads nowhere from a file.
function describeArchive(reference: string): string {
  return `Cannot follow the archive to ${JSON.stringify(reference.slice(0, maxReference))}: it is not an http(s) address; what is there is missing`;
}

interface OlderLink {
  readonly name: NextName;
  readonly href: string;
}

interface FoundDocument {
  readonly entries: ParsedEntry[];
  /** The link to the document with the older entries, as it is written. */
  readonly older: OlderLink | undefined;
  readonly site: FeedSite;
  /** The kinds of the elements that have the form of entries but are no articles, one for each. */
  readonly others?: readonly string[];
}

function readFound(found: ReturnType<typeof parse>, documentUrl: string | undefined): FoundDocument {
  switch (found.format) {
    case "json": {
      const { feed } = found;
      const entries = readAll(feed.items, (item) => jsonEntry(item, feed, documentUrl));
      return { entries, older: feed.next_url === undefined ? undefined : { name: "next_url", href: feed.next_url }, site: jsonSite(feed) };
    }
    case "atom": {
      const { feed } = found;
      // A backup of Blogger has the settings, the template and the comments of a blog as entries.
      const kindOf = (entry: Parameters<typeof bloggerKind>[0]) => bloggerKind(entry) ?? "post";
      const isArticle = (entry: Parameters<typeof bloggerKind>[0]) => articleKinds.has(kindOf(entry));
      const others = (feed.entries ?? []).filter((entry) => !isArticle(entry)).map(kindOf);
      const entries = readAll(feed.entries?.filter(isArticle), (entry) => atomEntry(entry, feed, documentUrl));
      return { entries, older: archiveOf(feed.links), site: atomSite(feed, documentUrl), others };
    }
    case "rss": {
      const { feed } = found;
      const entries = readAll(feed.items, (item) => rssEntry(item, feed, documentUrl));
      return { entries, older: archiveOf(feed.atom?.links), site: rssSite(feed) };
    }
    case "rdf": {
      const { feed } = found;
      const entries = readAll(feed.items, (item) => rdfEntry(item, feed, documentUrl));
      return { entries, older: archiveOf(feed.atom?.links), site: rdfSite(feed) };
    }
  }
}

const articleKinds: ReadonlySet<string> = new Set(["post", "page"]);

type Titled = { readonly title?: string | { readonly value?: string } };

function readAll<Item extends Titled>(items: readonly Item[] = [], read: (item: Item) => ParsedEntry): ParsedEntry[] {
  checkEntryCount(items.length);
  return items.map((item) => readableEntry(nameOf(item), () => read(item)));
}

function nameOf({ title }: Titled): string | undefined {
  return typeof title === "object" ? title.value : title;
}

function parse(text: string) {
  const advice = "give the address or the file of an RSS, Atom or JSON Feed";
  if (/^\s*(?:<!doctype html|<html)/i.test(text)) throw new Error(`Cannot find entries: it is a web page; ${advice}`);
  const options = { parseDateFn: (date: string) => date };
  // Feed parsers keep several copies of the document in memory, so its size is checked first.
  const isJson = /^\s*[[{]/.test(text);
  if (isJson) checkJson(text);
  else checkXml(text);
  try {
    // A JSON Feed may contain XML in its text, which parseFeed() would mistake for an XML feed.
    if (!isJson) return { ...parseFeed(renameReservedElements(withoutExternalEntities(text)), options), count: undefined };
    const { count, feed } = readJson(text);
    return { format: "json" as const, feed: parseJsonFeed(feed, options), count };
  } catch (error) {
    const mistakes = text.trimStart().startsWith("<") ? mistakesOf(text) : [];
    throw new Error(`Cannot find entries: ${[...mistakes, (error as Error).message].join("; ")}; ${advice}`);
  }
}

function readJson(text: string): { readonly feed: unknown; readonly count: number } {
  const feed: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
  const members = typeof feed === "object" && feed !== null ? Object.entries(feed) : [];
  const items: unknown = members.find(([key]) => key.toLowerCase() === "items")?.[1] ?? [];
  if (!Array.isArray(items)) throw new Error('its "items" are not an array');
  removeReservedMembers(feed);
  return { feed, count: items.length };
}

// RFC 5005 §4 and §3. A page of a paged feed may be an archive document, too: its archive is stable.
function archiveOf(links: readonly { readonly rel?: string; readonly href?: string }[] = []): OlderLink | undefined {
  const hrefOf = (relation: string) => links.find(({ rel }) => rel === relation)?.href;
  for (const name of ["prev-archive", "next"] as const) {
    const href = hrefOf(name);
    if (href !== undefined) return { name, href };
  }
  return undefined;
}

function mistakesOf(text: string): string[] {
  const ampersand = findBareAmpersand(text);
  if (ampersand) return [`it is not well-formed XML (line ${ampersand.line}: ${ampersand.reason})`];
  const mistake = checkWellFormedness();
  mistake.write(text.replace(/^\uFEFF/, ""));
  const found = mistake.close();
  return found === undefined ? [] : [found];
}
