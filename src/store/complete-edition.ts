import type { Entry } from "../content/entry.ts";
import type { Site } from "../site.ts";
import type { Edition } from "./edition.ts";
import { editionAt } from "./edition-at.ts";

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
