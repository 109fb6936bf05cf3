import { pathKey } from "../base/canonical-url.ts";
import { lazy } from "../base/lazy.ts";
import type { CompiledContent } from "../model/compiled-content.ts";
import { type Entry, hasExpired, isPublic, type PublicationWindow } from "../model/entry.ts";
import { createListing, type Listing } from "../model/listing.ts";
import { foldTerm, type Selected, type Selection, selectionOf, wholeSite } from "../model/selection.ts";
import type { PartialSnapshot, Snapshot } from "../model/snapshot.ts";
import { withoutTrailingSlash } from "../routing/path-registry.ts";
import { wordpressKey } from "../routing/wordpress-query.ts";
import type { Site } from "../settings/site-settings.ts";
import type { OlderTimes } from "./stored-content.ts";

/** The inputs of a snapshot. */
export interface SnapshotSource extends Pick<CompiledContent, "development" | "site"> {
  /** Newest first. */
  readonly entries: readonly Entry[];
}

/** Creates the snapshot of an instant (milliseconds since 1970): the entries that are published and have not expired. */
export function snapshotAt({ development, entries: all, site }: SnapshotSource, now: number): Snapshot {
  const listing = createListing(site);
  const entries = all.filter((entry) => isPublic(entry, now));
  const listed = entries.filter(listing.isInSiteFeed);
  const byPath = lazy(() => indexByPath(entries));
  const expiredPaths = lazy(() => pathsOf(all.filter((entry) => hasExpired(entry, now))));
  const selections = lazy(() => selectFrom(entries, listed, listing, site));
  const snapshot: Snapshot = {
    ...boundariesAround(boundariesOf(all), now),
    count: listed.length,
    newest: listed,
    complete: async () => snapshot,
    entries,
    listed,
    get byPath() {
      return byPath();
    },
    get expiredPaths() {
      return expiredPaths();
    },
    get selections() {
      return selections();
    },
    unpublished: development ? all.filter(({ draft, published }) => draft || published > now).reverse() : [],
    unlisted: development ? entries.filter(({ unlisted }) => unlisted === true).sort((a, b) => (a.path < b.path ? -1 : 1)) : [],
  };
  return snapshot;
}

/**
 * Creates a partial snapshot from the newest entries and the times of the older ones, without reading the older entries.
 * @param complete see {@link PartialSnapshot}
 * @returns undefined if the newest entries are too few for a feed
 */
export function partialSnapshotAt(
  { entries, older, site }: Pick<SnapshotSource, "entries" | "site"> & { readonly older: OlderTimes },
  now: number,
  complete: PartialSnapshot["complete"],
): PartialSnapshot | undefined {
  const { isInSiteFeed } = createListing(site);
  const visible = entries.filter((entry) => isPublic(entry, now) && isInSiteFeed(entry));
  const { expiring, others = [], published } = older;
  const passed = published.findIndex((instant) => instant <= now); // the latest published one; all after it are published, too
  const scheduled = passed === -1 ? published.length : passed;
  const expired = expiring.filter(([appears, expires]) => appears <= now && expires <= now).length;
  const count = visible.length + published.length - scheduled - expired;
  if (visible.length < Math.min(site.limit, count)) return undefined;
  const neighbours = published.slice(Math.max(0, scheduled - 1), scheduled + 1);
  const boundaries = [...boundariesOf(entries), ...neighbours, ...expiring.map(([, expires]) => expires), ...others];
  return { ...boundariesAround(boundaries, now), count, newest: visible, complete };
}

function boundariesOf(entries: readonly PublicationWindow[]): number[] {
  return entries
    .filter(({ draft }) => !draft)
    .flatMap(({ expires, published }) => (expires === undefined ? [published] : [published, expires]));
}

// Returns the closest boundaries before and after an instant.
function boundariesAround(boundaries: readonly number[], now: number): Pick<PartialSnapshot, "since" | "until"> {
  let since = 0;
  let until = Infinity;
  for (const boundary of boundaries) {
    if (boundary <= now) since = Math.max(since, boundary);
    else until = Math.min(until, boundary);
  }
  return { since, until };
}

function indexByPath(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const byPath = new Map<string, Entry>();
  for (const entry of entries) {
    for (const path of [entry.path, ...entry.aliases]) byPath.set(pathKey(path) ?? path, entry);
  }
  return byPath;
}

function pathsOf(entries: readonly Entry[]): ReadonlySet<string> {
  const paths = entries.flatMap(({ aliases, path }) => [path, ...aliases]);
  const queries = entries.flatMap(({ id }) => wordpressKey(id) ?? []);
  return new Set([...paths.map((path) => withoutTrailingSlash(pathKey(path) ?? path)), ...queries]);
}

const order = { site: 0, category: 1, author: 2, language: 3 };

function selectFrom(entries: readonly Entry[], listed: readonly Entry[], listing: Listing, site: Site): ReadonlyMap<string, Selected> {
  const found = new Map<string, { readonly selection: Selection; readonly entries: Entry[] }>();
  for (const entry of entries) {
    for (const term of listing.termsWith(entry)) {
      if (term.kind === "site") continue;
      const key = `${term.kind} ${term.name}`; // cheaper than an address, and thousands of entries share a few terms
      const existing = found.get(key);
      if (existing === undefined) found.set(key, { selection: selectionOf(term, site), entries: [entry] });
      else existing.entries.push(entry);
    }
  }
  // The selection of the only language equals the whole site, unless its entries are nowhere else.
  const languages = [...found.values()].filter(({ selection }) => selection.kind === "language");
  const repeated = languages.length > 1 ? [] : languages.filter(({ selection }) => !listing.isSeparate(selection));
  const kept = [...found.values()].filter((selected) => !repeated.includes(selected));
  const sorted = kept.sort((a, b) => compare(a.selection, b.selection));
  return new Map(
    [{ selection: wholeSite, entries: listed }, ...sorted].map((selected) => [pathKey(selected.selection.path) ?? "", selected]),
  );
}

function compare(a: Selection, b: Selection): number {
  return order[a.kind] - order[b.kind] || (foldTerm(a.name) < foldTerm(b.name) ? -1 : 1);
}
