import type { Site } from "../settings/site-settings.ts";
import type { CompiledEntry } from "./entry.ts";
import type { Recordings } from "./recording.ts";

/** Addresses that moved or are gone. Paths are decoded, without a trailing slash. */
export interface Redirects {
  /** The target of each address: a percent-encoded path on the site, or a URL of another site. */
  readonly moved: Readonly<Record<string, string>>;
  /** Addresses whose response is 410 Gone: those that the author lists as removed, and those of expired articles. */
  readonly gone: readonly string[];
}

/** Digests of the code that renders documents: new code may render other bytes, which need new entity tags. */
export interface RenderingCode {
  readonly feeds: string;
  /** HTML pages, and the other documents. */
  readonly pages: string;
}

/**
 * The Last-Modified of each document that was live before a deployment, by its entity tag; in milliseconds since 1970. A document whose
 * entity tag stays the same keeps its date, so that a client that compares dates gets a 304.
 */
export type LiveDates = Readonly<Record<string, number>>;

/** The result of a build: all data of the Worker. */
export interface CompiledContent {
  readonly site: Site;
  /** The settings of the site, as `canonicalJson` writes them. */
  readonly settings: string;
  /** True if it contains drafts, and pages show unpublished entries. */
  readonly development: boolean;
  readonly code: RenderingCode;
  /** The dates of the documents that readers have; absent except in a deployment that found the live site. */
  readonly liveDates?: LiveDates;
  /** Absent if no entry has a recording. */
  readonly recordings?: Recordings;
  /** Newest first. */
  readonly entries: readonly CompiledEntry[];
  readonly redirects: Redirects;
}
