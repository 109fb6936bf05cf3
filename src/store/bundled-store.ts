import type { Entry } from "../content/entry.ts";
import { once } from "../once.ts";
import type { ReadChunk } from "./chunk-reader.ts";
import type { Edition } from "./edition.ts";
import { editionAt } from "./edition-at.ts";
import type { EntryStore } from "./entry-store.ts";
import type { StoredContent, StoredEntry } from "./stored-content.ts";

/**
 * The store of the entries that are compiled into the Worker, newest first: nothing to provision. What the Worker holds
 * cannot be down; the older contents of a large site lie in chunks, which are read when they are needed.
 */
export function createBundledStore(
  content: Pick<StoredContent, "chunks" | "development" | "entries" | "newest" | "site" | "times">,
  readChunk: ReadChunk = noChunks,
): EntryStore {
  let current: Edition | undefined;
  const newestById = once(() => new Map((content.newest ?? content.entries).map((entry) => [entry.id, entry])));
  const byId = once(() => new Map(content.entries.map((entry) => [entry.id, entry])));

  function find({ id }: Entry): StoredEntry {
    const found = newestById().get(id) ?? byId().get(id);
    if (found === undefined) throw new Error(`Cannot find the content of ${id}`);
    return found;
  }

  return {
    async edition(now) {
      // The clock may go backwards: an edition counts from its boundary on, not from when it was first seen.
      if (current === undefined || now < current.since || now >= current.until) current = editionAt(content, now);
      return current;
    },
    async contents(entries) {
      const stored = entries.map(find);
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

async function noChunks(name: string): Promise<never> {
  throw new Error(`Cannot read the chunk ${name}: there are no static assets to read it from`);
}
