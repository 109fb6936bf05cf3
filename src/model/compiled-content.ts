import type { Site } from "../settings/site-settings.ts";
import type { CompiledEntry } from "./entry.ts";

/** Addresses that no longer answer as they once did. Paths are decoded, without a slash at their end. */
export interface Redirects {
  /** Where each went: a path on the site, percent-encoded, or a URL elsewhere. */
  readonly moved: Readonly<Record<string, string>>;
  /** What was removed for good. */
  readonly gone: readonly string[];
}

/** What a build makes of the articles folder, and all that a Worker knows. */
export interface CompiledContent {
  readonly site: Site;
  /** The settings that the site was made from, as `canonicalJson` writes them. */
  readonly settings: string;
  /** Whether drafts are in it and pages show what is not published yet. */
  readonly development: boolean;
  /** Digest of the code that renders: new code, new bytes, new ETags. */
  readonly fingerprint: string;
  /** Newest first. */
  readonly entries: readonly CompiledEntry[];
  readonly redirects: Redirects;
}
