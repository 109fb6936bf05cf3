import type { EntryStore } from "./entry-store.ts";

/** A store did not answer. Whatever it was, it passes: clients are asked to come again. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/** The same store, every failure of which is a {@link StoreError}. */
export function withStoreErrors(store: EntryStore): EntryStore {
  return {
    edition: (now) => telling("Cannot load the edition", store.edition(now)),
    content: (entry) => telling(`Cannot load the content of ${entry.id}`, store.content(entry)),
  };
}

async function telling<T>(message: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new StoreError(message, { cause });
  }
}
