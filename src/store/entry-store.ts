import type { Entry } from "../model/entry.ts";
import type { PartialSnapshot } from "../model/snapshot.ts";

/** A source of entries. When a method rejects, the site answers 503 and never an empty feed. */
export interface EntryStore {
  /** Returns the snapshot of an instant (milliseconds since 1970). */
  snapshot(now: number): Promise<PartialSnapshot>;
  /** Returns the sanitized HTML of each entry, in their order; every URL in it is absolute. */
  contents(entries: readonly Entry[]): Promise<readonly string[]>;
}
