import type { Edition, FrontEdition } from "../model/snapshot.ts";
import type { EntryStore } from "./entry-store.ts";

/** A store did not answer. Whatever it was, it passes: clients are asked to come again. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/** The same store, every failure of which is a {@link StoreError}; so is an answer that is something else than was asked for. */
export function withStoreErrors(store: EntryStore): EntryStore {
  return {
    edition: (now) => telling("Cannot load the edition", async () => asEdition(await store.edition(now))),
    frontEdition: (now) => telling("Cannot load the edition", async () => asFrontEdition(await store.frontEdition(now))),
    contents: (entries) =>
      telling(`Cannot load the content of ${entries.map(({ id }) => id).join(", ")}`, async () =>
        asContents(await store.contents(entries), entries.length),
      ),
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
  const { entries, unpublished } = asFrontEdition(found);
  if (!Array.isArray(entries) || !Array.isArray(unpublished)) throw new TypeError("it is no edition");
  return found;
}

function asFrontEdition<Found extends FrontEdition>(found: Found): Found {
  if (typeof found.count !== "number" || !Array.isArray(found.newest)) throw new TypeError("it is no edition");
  return found;
}

function asContents(found: readonly string[], count: number): readonly string[] {
  const isComplete = Array.isArray(found) && found.length === count && found.every((content) => typeof content === "string");
  if (!isComplete) throw new TypeError("it is not the text of each");
  return found;
}
