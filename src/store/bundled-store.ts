import type { CompiledContent } from "../content/compile.ts";
import type { CompiledEntry } from "../content/compile-entry.ts";
import type { Entry } from "../content/entry.ts";
import { pathKey } from "../content/urls.ts";
import type { Edition } from "./edition.ts";
import type { EntryStore } from "./entry-store.ts";

/** The store of the entries that are compiled into the Worker, newest first: nothing to provision, nothing that can be down. */
export function createBundledStore({ entries, development }: Pick<CompiledContent, "entries" | "development">): EntryStore {
  const contents = new Map(entries.map(({ id, content }) => [id, content]));
  let current: Edition | undefined;

  return {
    async edition(now) {
      // The clock may go backwards: an edition counts from its boundary on, not from when it was first seen.
      if (current === undefined || now < current.since || now >= current.until) current = editionAt(entries, now, development);
      return current;
    },
    async content({ id }) {
      const content = contents.get(id);
      if (content === undefined) throw new Error(`Cannot find the content of ${id}`);
      return content;
    },
  };
}

/** The edition of an instant: everything that has been published by then. */
export function editionAt(all: readonly CompiledEntry[], now: number, development: boolean): Edition {
  const publishable = all.filter(({ draft }) => !draft);
  const entries: Entry[] = publishable.filter(({ published }) => published <= now);
  const scheduled = publishable.filter(({ published }) => published > now).map(({ published }) => published);
  return {
    entries,
    byPath: indexByPath(entries),
    since: entries[0]?.published ?? 0,
    until: Math.min(Number.POSITIVE_INFINITY, ...scheduled),
    unpublished: development ? all.filter(({ draft, published }) => draft || published > now).reverse() : [],
  };
}

function indexByPath(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const byPath = new Map<string, Entry>();
  for (const entry of entries) {
    for (const path of [entry.path, ...entry.aliases]) byPath.set(pathKey(path) ?? path, entry);
  }
  return byPath;
}
