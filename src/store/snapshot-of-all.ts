import type { Entry } from "../model/entry.ts";
import type { Snapshot } from "../model/snapshot.ts";
import type { Site } from "../settings/site-settings.ts";
import { snapshotAt } from "./snapshot-at.ts";

/** The snapshot in which every entry is published and none has expired. */
export function snapshotOfAll(entries: readonly Entry[], site: Site): Snapshot {
  return snapshotAt({ entries: entries.map(lasting), site, development: false }, Number.POSITIVE_INFINITY);
}

// What expires is there for a while.
function lasting(entry: Entry): Entry {
  if (entry.expires === undefined) return entry; // a copy would read its content
  const { expires: _, ...others } = entry;
  return others;
}
