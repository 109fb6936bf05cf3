import { lazy } from "../base/lazy.ts";
import type { Entry } from "../model/entry.ts";
import type { PartialSnapshot, Snapshot } from "../model/snapshot.ts";
import type { ReadChunk } from "./chunk-reader.ts";
import type { EntryStore } from "./entry-store.ts";
import { deserializeOlder } from "./serialized-entry.ts";
import { partialSnapshotAt, snapshotAt } from "./snapshot-at.ts";
import type { StoredContent, StoredEntry } from "./stored-content.ts";

interface AllEntries {
  readonly entries: readonly StoredEntry[];
  readonly byId: () => ReadonlyMap<string, StoredEntry>;
}

/**
 * Creates a store of the entries that are compiled into the Worker, newest first. It needs no database. The bundled entries are always
 * available; the older entries and contents of a large site are in chunks, which are read on demand.
 */
export function createBundledStore(
  content: Pick<StoredContent, "chunks" | "development" | "entries" | "older" | "site">,
  readChunk: ReadChunk = noChunks,
): EntryStore {
  const { development, older, site } = content;
  const newestById = lazy(() => indexById(content.entries));
  let all: AllEntries | undefined; // not a promise: if its request is cancelled, other requests would wait permanently
  let current: PartialSnapshot | undefined;

  async function load(): Promise<AllEntries> {
    if (all !== undefined) return all;
    const entries = older === undefined ? content.entries : [...content.entries, ...deserializeOlder(await readChunk(older.chunk), site)];
    all ??= { entries, byId: lazy(() => indexById(entries)) };
    return all;
  }

  async function find({ id }: Entry): Promise<StoredEntry> {
    const found = newestById().get(id) ?? (await load()).byId().get(id);
    if (found === undefined) throw new Error(`Cannot find the content of ${id}`);
    return found;
  }

  function partialSnapshot(now: number): PartialSnapshot | undefined {
    if (older === undefined) return undefined;
    let whole: Snapshot | undefined;
    return partialSnapshotAt({ entries: content.entries, older, site }, now, async () => {
      const { entries } = await load();
      whole ??= snapshotAt({ development, entries, site }, now); // another request may have created it meanwhile
      return whole;
    });
  }

  return {
    async snapshot(now) {
      if (current !== undefined && isWithin(current, now)) return current;
      current = partialSnapshot(now) ?? snapshotAt({ development, entries: (await load()).entries, site }, now);
      return current;
    },
    async contents(entries) {
      const stored = await Promise.all(entries.map(find));
      const needed = new Set(stored.flatMap((entry) => ("place" in entry ? [entry.place[0]] : [])));
      const reading = [...needed].map(async (number) => [number, await readChunk(content.chunks?.[number] ?? String(number))] as const);
      const texts = new Map(await Promise.all(reading)); // one read per chunk
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

// The clock may go backwards: a snapshot is valid from its boundary on, not from the first request.
function isWithin({ since, until }: PartialSnapshot, now: number): boolean {
  return now >= since && now < until;
}

async function noChunks(name: string): Promise<never> {
  throw new Error(`Cannot read the chunk ${name}: there are no static assets to read it from`);
}
