import type { PartialSnapshot, Snapshot } from "../model/snapshot.ts";
import type { EntryStore } from "./entry-store.ts";

/** A failure of a store. It is transient: clients are asked to retry. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}

/** Wraps a store so that each of its failures is a {@link StoreError}. */
export function withStoreErrors(store: EntryStore): EntryStore {
  return {
    snapshot: (now) => withStoreError("Cannot load the snapshot", () => store.snapshot(now)),
    contents: (entries) =>
      withStoreError(`Cannot load the content of ${entries.map(({ id }) => id).join(", ")}`, () => store.contents(entries)),
  };
}

/** Loads the other entries of a snapshot. @throws StoreError */
export function completeSnapshot(snapshot: PartialSnapshot): Promise<Snapshot> {
  return withStoreError("Cannot load the older entries", () => snapshot.complete());
}

/** Rejects with a {@link StoreError} if a function does. */
export async function withStoreError<T>(message: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (cause) {
    throw new StoreError(message, { cause });
  }
}
