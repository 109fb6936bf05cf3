import type { ParsedEntry } from "../../feed-parser/parsed-entry.ts";
import { isMediumExport, mediumEntries } from "../../import/medium/medium-export.ts";
import type { OldSettings, SiteFolder } from "../../import/site-rules/old-site.ts";
import { isSubstackExport, substackEntries } from "../../import/substack/substack-export.ts";

/**
 * Reads the entries of an unpacked export of Medium or Substack; undefined for any other folder.
 * @param siteUrl the URL of the site that the entries are imported into
 * @param note receives the facts that the user should know
 * @param offer receives the settings that the export contains, before the first entry
 */
export function exportEntries(
  folder: SiteFolder,
  siteUrl: string,
  note: (text: string) => void,
  offer: (settings: OldSettings) => void,
): Iterable<ParsedEntry> | undefined {
  if (isMediumExport(folder)) return mediumEntries(folder, note, offer);
  return isSubstackExport(folder) ? substackEntries(folder, siteUrl, note, offer) : undefined;
}
