import type { Edition } from "./edition.ts";
import type { EntryStore } from "./entry-store.ts";

/** A store did not answer. Whatever it was, it passes: clients are asked to come again. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/** The same store, every failure of which is a {@link StoreError}; so is an answer that is something else than was asked for. */
export function withStoreErrors(store: EntryStore): EntryStore {
  return {
    edition: (now) => telling("Cannot load the edition", async () => asEdition(await store.edition(now))),
    content: (entry) => telling(`Cannot load the content of ${entry.id}`, async () => asContent(await store.content(entry))),
  };
}

async function telling<T>(message: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new StoreError(message, { cause });
  }
}

// A store may be anywhere, and what it says may be an error page. JSON would hold anything.
function asEdition(found: Edition): Edition {
  const { byPath, entries, selections, unpublished } = found;
  const isEdition = Array.isArray(entries) && Array.isArray(unpublished) && byPath instanceof Map && selections instanceof Map;
  if (!isEdition) throw new TypeError("it is no edition");
  return found;
}

function asContent(found: string): string {
  if (typeof found !== "string") throw new TypeError("it is no text");
  return found;
}
