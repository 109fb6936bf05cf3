import type { Entry } from "../model/entry.ts";
import type { Edition } from "../model/snapshot.ts";
import type { Site } from "../settings/site-settings.ts";
import { editionAt } from "./snapshot-at.ts";

/** The edition in which every entry is published and none has expired. */
export function completeEdition(entries: readonly Entry[], site: Site): Edition {
  return editionAt({ entries: entries.map(lasting), site, development: false }, Number.POSITIVE_INFINITY);
}

// What expires is there for a while.
function lasting(entry: Entry): Entry {
  if (entry.expires === undefined) return entry; // a copy would read its content
  const { expires: _, ...others } = entry;
  return others;
}
