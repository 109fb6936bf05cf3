import type { Entry } from "../model/entry.ts";
import type { Edition, FrontEdition } from "../model/snapshot.ts";

/** Where entries come from. Every method may reject: the site then answers 503 and never an empty feed. */
export interface EntryStore {
  /** The edition that is current at the instant `now` (milliseconds since 1970). */
  edition(now: number): Promise<Edition>;
  /** As much of it as the site's own feeds need. */
  frontEdition(now: number): Promise<FrontEdition>;
  /** The sanitized HTML of each of these entries, in their order; every URL in it is absolute. */
  contents(entries: readonly Entry[]): Promise<readonly string[]>;
}
