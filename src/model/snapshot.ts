import type { Entry } from "./entry.ts";
import type { Selected } from "./selection.ts";

/**
 * The part of a snapshot that most requests need: only the newest entries are loaded. It is the same object until the next
 * publication boundary.
 */
export interface PartialSnapshot {
  /** The number of visible entries of the site's feed. */
  readonly count: number;
  /** The newest visible entries of the site's feed, newest first: at least as many as a feed contains. */
  readonly newest: readonly Entry[];
  /** The last boundary (a publication, or an expiry) that has passed, in milliseconds since 1970; 0 before the first. */
  readonly since: number;
  /** The next boundary, in milliseconds since 1970; Infinity after the last. */
  readonly until: number;
  /** Loads the other entries. Rejects if they cannot be read. */
  complete(): Promise<Snapshot>;
}

/** The state of the site between two publication boundaries, from which every document of that time is rendered. */
export interface Snapshot extends PartialSnapshot {
  /** The visible entries, newest first, including those that are not in the site's feed. */
  readonly entries: readonly Entry[];
  /** The visible entries of the site's feed, newest first. */
  readonly listed: readonly Entry[];
  /** The visible entries and their aliases by decoded path. */
  readonly byPath: ReadonlyMap<string, Entry>;
  /** The decoded paths and aliases of entries that have expired, without a trailing slash, and their query URLs of WordPress. */
  readonly expiredPaths: ReadonlySet<string>;
  /** The selections of visible entries by decoded path. The first is the whole site, which always exists. */
  readonly selections: ReadonlyMap<string, Selected>;
  /** Drafts and scheduled entries, soonest first. Empty except during development; shown only on HTML pages. */
  readonly unpublished: readonly Entry[];
  /** Visible entries with `feed: false`, by path. Empty except during development; listed only on the front page. */
  readonly unlisted: readonly Entry[];
}
