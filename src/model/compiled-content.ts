import type { Site } from "../settings/site-settings.ts";
import type { CompiledEntry } from "./entry.ts";
import type { Recordings } from "./recording.ts";

/** Addresses that moved or are gone. Paths are decoded, without a trailing slash. */
export interface Redirects {
  /** The target of each address: a percent-encoded path on the site, or a URL of another site. */
  readonly moved: Readonly<Record<string, string>>;
  /** Addresses that were removed permanently. */
  readonly gone: readonly string[];
}

/** The result of a build: all data of the Worker. */
export interface CompiledContent {
  readonly site: Site;
  /** The settings of the site, as `canonicalJson` writes them. */
  readonly settings: string;
  /** True if it contains drafts, and pages show unpublished entries. */
  readonly development: boolean;
  /** Digest of the rendering code: new code may render other bytes, which need new ETags. */
  readonly fingerprint: string;
  /** Absent if no entry has a recording. */
  readonly recordings?: Recordings;
  /** Newest first. */
  readonly entries: readonly CompiledEntry[];
  readonly redirects: Redirects;
}
