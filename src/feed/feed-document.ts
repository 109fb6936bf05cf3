import type { CompiledEntry } from "../content/compile-entry.ts";
import type { Site } from "../site.ts";
import type { Selection } from "./selection.ts";

/** What a feed document says, whatever its format. */
export interface FeedDocument {
  readonly site: Site;
  readonly title: string;
  readonly description: string;
  /** Permanent identity of the feed (RFC 4287 §4.2.6). */
  readonly id: string;
  /** The page that people read. */
  readonly homeUrl: string;
  /** The document's own address. */
  readonly feedUrl: string;
  /** Milliseconds since 1970. */
  readonly updated: number;
  /** Newest first, with full content. */
  readonly entries: readonly CompiledEntry[];
}

// An empty feed has to say when it was updated, and `now` would make it new at every poll.
const neverUpdated = Date.UTC(2000, 0, 1);

/** Puts together what a feed of these entries says. */
export function feedDocument(site: Site, selection: Selection, path: string, entries: readonly CompiledEntry[]): FeedDocument {
  return {
    site,
    title: selection.title,
    description: selection.description,
    id: `${site.idBase}${selection.path}/`,
    homeUrl: `${site.url}${selection.path}/`,
    feedUrl: `${site.url}${selection.path}${path}`,
    updated: entries.reduce((newest, { updated }) => Math.max(newest, updated), entries.length === 0 ? neverUpdated : 0),
    entries,
  };
}
