import type { Entry } from "./entry.ts";
import type { Selected } from "./selection.ts";

/**
 * The state of the site between two publication boundaries, as far as most polls need it: without the entries behind the newest. It
 * is the same object until the next boundary.
 */
export interface PartialSnapshot {
  /** How many entries are visible. */
  readonly count: number;
  /** The newest of them, newest first: at least as many as a feed contains. */
  readonly newest: readonly Entry[];
  /** The last boundary (a publication, or an expiry) that has passed, in milliseconds since 1970; 0 before the first. */
  readonly since: number;
  /** The next boundary, in milliseconds since 1970; Infinity after the last. */
  readonly until: number;
  /** Loads the other entries. Rejects where they cannot be read. */
  complete(): Promise<Snapshot>;
}

/** The state of the site between two publication boundaries: every document of that time is made from it. */
export interface Snapshot extends PartialSnapshot {
  /** The visible entries, newest first. */
  readonly entries: readonly Entry[];
  /** The visible entries and their aliases by decoded path. */
  readonly byPath: ReadonlyMap<string, Entry>;
  /** Every selection of a visible entry, by decoded path. The first is the whole site, which is always there. */
  readonly selections: ReadonlyMap<string, Selected>;
  /** Drafts and scheduled entries, soonest first. Filled only while developing, and shown only on preview pages. */
  readonly unpublished: readonly Entry[];
}
