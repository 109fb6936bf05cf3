import type { CompiledContent } from "../content/compile.ts";
import { type Entry, type EntryTimes, isPublic } from "../content/entry.ts";
import { foldTerm, type Selected, type Selection, selectionOf, termsOf, wholeSite } from "../content/selection.ts";
import { pathKey } from "../content/urls.ts";
import { once } from "../once.ts";
import type { Site } from "../site.ts";
import type { Edition } from "./edition.ts";

/** What editions are made of. */
export interface EditionSource extends Pick<CompiledContent, "development" | "site"> {
  /** Newest first. They are not asked for before somebody needs all of them. */
  readonly entries: readonly Entry[];
  /** The first of them, where it takes more time to get all. */
  readonly newest?: readonly Entry[];
  /** When each of them is public, in their order, likewise. */
  readonly times?: readonly EntryTimes[];
}

/** The edition of an instant (milliseconds since 1970): everything that has been published by then, and has not expired. */
export function editionAt(source: EditionSource, now: number): Edition {
  const { development, site, newest = source.entries, times = source.entries } = source;
  const visible = (entry: EntryTimes) => isPublic(entry, now);
  const first = newest.filter(visible);
  let count = 0;
  let since = 0;
  let until = Infinity;
  const pass = (boundary: number) => {
    if (boundary <= now) since = Math.max(since, boundary);
    else until = Math.min(until, boundary);
  };
  for (const entry of times) {
    if (visible(entry)) count++;
    if (entry.draft) continue;
    pass(entry.published);
    if (entry.expires !== undefined) pass(entry.expires);
  }
  // A poll of the site's feed needs none of these, and each goes over everything there is.
  const entries = once(() => (first.length === count ? first : source.entries.filter(visible)));
  const byPath = once(() => indexByPath(entries()));
  const selections = once(() => selectFrom(entries(), site));
  return {
    count,
    newest: (wanted) => (first.length < Math.min(wanted, count) ? entries() : first).slice(0, wanted),
    get entries() {
      return entries();
    },
    get byPath() {
      return byPath();
    },
    get selections() {
      return selections();
    },
    since,
    until,
    unpublished: development ? source.entries.filter(({ draft, published }) => draft || published > now).reverse() : [],
  };
}

function indexByPath(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const byPath = new Map<string, Entry>();
  for (const entry of entries) {
    for (const path of [entry.path, ...entry.aliases]) byPath.set(pathKey(path) ?? path, entry);
  }
  return byPath;
}

const order = { site: 0, category: 1, author: 2, language: 3 };

function selectFrom(entries: readonly Entry[], site: Site): ReadonlyMap<string, Selected> {
  const found = new Map<string, { readonly selection: Selection; readonly entries: Entry[] }>();
  for (const entry of entries) {
    for (const term of termsOf(entry)) {
      const key = `${term.kind} ${term.name}`; // an address takes longer to make, and thousands of entries have the same few terms
      const known = found.get(key);
      if (known === undefined) found.set(key, { selection: selectionOf(term, site), entries: [entry] });
      else known.entries.push(entry);
    }
  }
  const languages = [...found.values()].filter(({ selection }) => selection.kind === "language");
  const kept = languages.length > 1 ? [...found.values()] : [...found.values()].filter((selected) => !languages.includes(selected));
  const sorted = kept.sort((a, b) => compare(a.selection, b.selection));
  return new Map([{ selection: wholeSite, entries }, ...sorted].map((selected) => [pathKey(selected.selection.path) ?? "", selected]));
}

function compare(a: Selection, b: Selection): number {
  return order[a.kind] - order[b.kind] || (foldTerm(a.name) < foldTerm(b.name) ? -1 : 1);
}
