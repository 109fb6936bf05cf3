import type { Entry } from "../model/entry.ts";
import type { PartialSnapshot } from "../model/snapshot.ts";

/** A source of entries. If a method rejects, the site responds with 503 and never with an empty feed. */
export interface EntryStore {
  /** Returns the snapshot of an instant (milliseconds since 1970). */
  snapshot(now: number): Promise<PartialSnapshot>;
  /** Returns the sanitized HTML of each entry, in their order; every URL in it is absolute. */
  contents(entries: readonly Entry[]): Promise<readonly string[]>;
}
