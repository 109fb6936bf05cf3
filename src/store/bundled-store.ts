import { once } from "../base/lazy.ts";
import type { Entry } from "../model/entry.ts";
import type { Edition, FrontEdition } from "../model/snapshot.ts";
import type { ReadChunk } from "./chunk-reader.ts";
import type { EntryStore } from "./entry-store.ts";
import { readOlder } from "./serialized-entry.ts";
import { editionAt, frontEditionAt } from "./snapshot-at.ts";
import type { StoredContent, StoredEntry } from "./stored-content.ts";

interface AllEntries {
  readonly entries: readonly StoredEntry[];
  readonly byId: () => ReadonlyMap<string, StoredEntry>;
}

/**
 * The store of the entries that are compiled into the Worker, newest first: nothing to provision. What the Worker holds
 * cannot be down; the older entries and contents of a large site lie in chunks, which are read when they are needed.
 */
export function createBundledStore(
  content: Pick<StoredContent, "chunks" | "development" | "entries" | "older" | "site">,
  readChunk: ReadChunk = noChunks,
): EntryStore {
  const { development, older, site } = content;
  const newestById = once(() => indexById(content.entries));
  let all: AllEntries | undefined; // and no promise of them: see memo.ts
  const current = createCurrent<Edition>();
  const currentFront = createCurrent<FrontEdition>();

  async function load(): Promise<AllEntries> {
    if (all !== undefined) return all;
    const entries = older === undefined ? content.entries : [...content.entries, ...readOlder(await readChunk(older.chunk), site)];
    all ??= { entries, byId: once(() => indexById(entries)) };
    return all;
  }

  async function find({ id }: Entry): Promise<StoredEntry> {
    const found = newestById().get(id) ?? (await load()).byId().get(id);
    if (found === undefined) throw new Error(`Cannot find the content of ${id}`);
    return found;
  }

  async function edition(now: number): Promise<Edition> {
    const known = current.at(now);
    if (known !== undefined) return known;
    const { entries } = await load();
    return current.at(now) ?? current.set(editionAt({ development, entries, site }, now)); // others may have waited too
  }

  return {
    edition,
    async frontEdition(now) {
      const known = currentFront.at(now) ?? current.at(now);
      if (known !== undefined || older === undefined) return known ?? edition(now);
      const front = frontEditionAt(content.entries, older, site.limit, now);
      return front === undefined ? edition(now) : currentFront.set(front);
    },
    async contents(entries) {
      const stored = await Promise.all(entries.map(find));
      const needed = new Set(stored.flatMap((entry) => ("place" in entry ? [entry.place[0]] : [])));
      const reading = [...needed].map(async (number) => [number, await readChunk(content.chunks?.[number] ?? String(number))] as const);
      const texts = new Map(await Promise.all(reading)); // each once, however many entries are in it
      return stored.map((entry) => {
        if (!("place" in entry)) return entry.content;
        const [number, start, end] = entry.place;
        return (texts.get(number) as string).slice(start, end);
      });
    },
  };
}

function indexById(entries: readonly StoredEntry[]): ReadonlyMap<string, StoredEntry> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

// The clock may go backwards: an edition counts from its boundary on, not from when it was first seen.
function createCurrent<Current extends FrontEdition>() {
  let current: Current | undefined;
  return {
    at: (now: number) => (current !== undefined && now >= current.since && now < current.until ? current : undefined),
    set: (edition: Current) => {
      current = edition;
      return edition;
    },
  };
}

async function noChunks(name: string): Promise<never> {
  throw new Error(`Cannot read the chunk ${name}: there are no static assets to read it from`);
}
