import { oncePerKey } from "../base/once-per-key.ts";
import { type CompiledEntry, newestUpdate } from "../model/entry.ts";
import { type FeedPage, pathOfPage, urlOfPage } from "../model/feed-page.ts";
import type { Format } from "../model/format.ts";
import type { Selection } from "../model/selection.ts";
import { podcastOf } from "../model/selection-settings.ts";
import type { Podcast } from "../settings/podcast-settings.ts";
import type { Site } from "../settings/site-settings.ts";
import { contentInFeed } from "./content-in-feed.ts";

/** The data of a feed document, independent of its format. */
export interface FeedDocument {
  readonly site: Site;
  readonly title: string;
  readonly description: string;
  /** BCP 47 tag. Documents have its {@link feedLanguage}. */
  readonly language: string;
  /** Permanent identity of the feed (RFC 4287 §4.2.6), the same for its archive. */
  readonly id: string;
  /** URL of the HTML page. */
  readonly homeUrl: string;
  /** The document's own address. */
  readonly feedUrl: string;
  /** True for a page of the archive, whose set of entries is final (RFC 5005 §4). */
  readonly isArchive: boolean;
  /** Links to the other pages of the feed and to the hub. */
  readonly links: FeedLinks;
  /** The podcast settings of the page; absent if the site is not a podcast. */
  readonly podcast?: Podcast | undefined;
  /** Milliseconds since 1970. */
  readonly updated: number;
  /** Newest first, with full content. */
  readonly entries: readonly CompiledEntry[];
}

/** The optional links of a feed document: URLs by their relation (RFC 5005 §4, WebSub §4). */
export interface FeedLinks {
  readonly hub?: string;
  readonly current?: string;
  readonly "prev-archive"?: string;
  readonly "next-archive"?: string;
}

// The update time of an empty feed. The current time would make the feed new at every poll.
const neverUpdated = Date.UTC(2000, 0, 1);

/**
 * Builds the feed document of a page.
 * @param entries the page's entries with their content, which a feed of summaries does not need
 */
export function feedDocument(site: Site, page: FeedPage, format: Pick<Format, "path">, entries: readonly CompiledEntry[]): FeedDocument {
  const { number, selection } = page;
  return {
    site,
    title: selectionTitle(site, selection),
    description: site.description,
    language: selection.kind === "language" ? selection.name : site.language,
    id: `${site.idBase}${selection.path}/`,
    homeUrl: `${site.url}${pathOfPage(selection, number)}/`,
    feedUrl: urlOfPage(site, selection, number, format),
    isArchive: number !== undefined,
    links: feedLinks(site, page, format),
    podcast: podcastOf(site, page),
    updated: entries.length === 0 ? neverUpdated : newestUpdate(entries),
    entries: entries.map((entry) => ({ ...entry, content: contentInFeed(entry, site, selection, format) })),
  };
}

/**
 * Returns the title of a selection outside its site, such as in a list of subscriptions: `Gazette: Sea`. An author's name comes
 * first, `Sea – Gazette`, since an author and a category may have the same name.
 */
export function selectionTitle(site: Site, selection: Selection): string {
  const name = selectionName(site, selection);
  if (selection.kind === "site") return name;
  return selection.kind === "author" ? `${name} – ${site.title}` : `${site.title}: ${name}`;
}

/** Returns the title of a selection within its site: `Sea`, `Deutsch`. */
export function selectionName(site: Site, { kind, name }: Selection): string {
  if (kind === "site") return site.title;
  return kind === "language" ? languageName(name) : name;
}

/** Returns the name of a language in that language; the tag if there is no name. */
export const languageName: (tag: string) => string = /* @__PURE__ */ oncePerKey((tag) => {
  const { baseName } = new Intl.Locale(tag); // extensions and private use have no names
  return /^und\b/.test(baseName) ? tag : (new Intl.DisplayNames([tag], { type: "language" }).of(baseName) ?? tag);
});

/** Returns the feed's links other than `self`, in one format. */
export function feedLinks(site: Site, { archivePages, number, selection }: FeedPage, format: Pick<Format, "path">): FeedLinks {
  const at = (page: number | undefined) => urlOfPage(site, selection, page, format);
  if (number === undefined) {
    return { ...(site.hub !== undefined && { hub: site.hub }), ...(archivePages > 0 && { "prev-archive": at(archivePages) }) };
  }
  return {
    current: at(undefined),
    ...(number > 1 && { "prev-archive": at(number - 1) }),
    ...(number < archivePages && { "next-archive": at(number + 1) }),
  };
}
