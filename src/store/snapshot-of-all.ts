import type { Entry } from "../model/entry.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Site } from "../settings/site-settings.ts";
import { snapshotAt } from "./snapshot-at.ts";

/** Creates the snapshot in which every entry is published and none has expired. */
export function snapshotOfAll(entries: readonly Entry[], site: Site): Snapshot {
  return snapshotAt({ entries: entries.map(withoutExpiry), site, development: false }, Number.POSITIVE_INFINITY);
}

// Removes the expiry, since such an entry is public for some time.
function withoutExpiry(entry: Entry): Entry {
  if (entry.expires === undefined) return entry; // returned as it is, since a copy would decode its content
  const { expires: _, ...others } = entry;
  return others;
}
