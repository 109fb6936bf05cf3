import type { Selection } from "../model/selection.ts";
import type { Snapshot } from "../model/snapshot.ts";

/** The running version of the Worker. */
export interface Version {
  readonly id: string;
  /** The time of the upload in milliseconds since 1970; 0 if unknown. */
  readonly uploaded: number;
}

/** Returns the status of the site for monitors: its version and its published content. Scheduled entries stay hidden. */
export function healthOf(version: Version, { listed, selections }: Snapshot) {
  const count = (kind: Selection["kind"]) => [...selections.values()].filter(({ selection }) => selection.kind === kind).length;
  const [newest] = listed;
  return {
    status: "ok",
    version: { id: version.id, uploaded: version.uploaded === 0 ? null : new Date(version.uploaded).toISOString() },
    entries: listed.length,
    newest: newest === undefined ? null : { id: newest.id, url: newest.url, published: new Date(newest.published).toISOString() },
    selections: { categories: count("category"), authors: count("author"), languages: count("language") },
  };
}
