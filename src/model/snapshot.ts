import type { Entry } from "./entry.ts";
import type { Selected } from "./selection.ts";

/** What most polls need of an edition: it can be had without a look at every entry. */
export interface FrontEdition {
  /** How many entries are visible. */
  readonly count: number;
  /** The newest of them, newest first, and at least as many as a feed holds. */
  readonly newest: readonly Entry[];
  /** Instant of the newest boundary (a publication, or an end) that has passed, in milliseconds since 1970; 0 when none has. */
  readonly since: number;
  /** Instant at which the next scheduled entry appears, or one expires; Infinity when nothing of the kind is to come. */
  readonly until: number;
}

/**
 * What the site shows between two publication boundaries: the state of the world from which every document of that
 * time is made. It is the same object for as long as it lasts.
 */
export interface Edition extends FrontEdition {
  /** The visible entries, newest first. */
  readonly entries: readonly Entry[];
  /** The visible entries and their aliases by decoded path. */
  readonly byPath: ReadonlyMap<string, Entry>;
  /** Every selection that holds a visible entry, by decoded path; the whole site, which is always there, comes first. */
  readonly selections: ReadonlyMap<string, Selected>;
  /** Drafts and scheduled entries, soonest first. Filled only while developing, shown only on preview pages. */
  readonly unpublished: readonly Entry[];
}
