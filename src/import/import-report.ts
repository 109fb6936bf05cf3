import { plural } from "../base/plural.ts";
import type { OfferedSettings } from "./offered-settings/offer-settings.ts";
import { describeSettings, describeSite, type ImportedSite, listNames, type ReportStyle } from "./old-site/imported-site.ts";

/** A note about an imported entry, or a source, that the user should check. */
export interface Concern {
  /** The file or URL of the source. */
  readonly from: string;
  /** The entry's title or id; undefined if the note concerns the whole source. */
  readonly entry?: string | undefined;
  /** The files that a note about several of them concerns. */
  readonly entries?: readonly string[];
  /** Its file below the articles folder, if it has one. */
  readonly file?: string | undefined;
  readonly note: string;
  /** True if the source, or a part of it, could not be read. */
  readonly isIncomplete?: boolean;
}

/** The result of an import. */
export interface ImportResult {
  /** The new files, below the articles folder. */
  readonly written: readonly string[];
  /** The number of entries that already existed. */
  readonly existing: number;
  /** The number of skipped entries: those with a duplicate id, or without content. */
  readonly leftOut: number;
  /** The number of sources that could be read. */
  readonly sourcesRead: number;
  readonly concerns: readonly Concern[];
  /** The number of media files that were copied along with articles. */
  readonly media: number;
  /** The old sites among the sources. */
  readonly sites: readonly ImportedSite[];
  /** The settings of the exports among the sources. */
  readonly offers: readonly OfferedSettings[];
}

/** Returns whether an import misses something that it was asked for: a source, a part of an archive, or all entries that it found. */
export function isIncomplete({ concerns, leftOut, sourcesRead, existing, written }: ImportResult): boolean {
  const isInVain = leftOut > 0 && written.length + existing === 0;
  return isInVain || sourcesRead === 0 || concerns.some((concern) => concern.isIncomplete);
}

/**
 * Describes the result of an import, one string per line.
 * @param folder the articles folder as the user writes it, such as `articles`
 */
export function describeImport(result: ImportResult, folder: string, isDryRun: boolean, style: ReportStyle = plainStyle): string[] {
  const { concerns, leftOut, media, offers, sites, existing, written } = result;
  const ordered = concerns.toSorted((a, b) => Number(b.isIncomplete === true) - Number(a.isIncomplete === true));
  const shown = style.isVerbose ? ordered : ordered.slice(0, maxConcerns);
  const unread = concerns.filter(({ isIncomplete }) => isIncomplete).map(({ entry, from }) => entry ?? from);
  const isNextKnown = !isDryRun && sites.length + offers.length > 0;
  const concerned = new Set(
    concerns
      .filter(needsAttention)
      .flatMap(({ entries, entry, from, file }) => (entries ?? [file ?? entry ?? ""]).map((name) => `${from} ${name}`)),
  ).size;
  const counts = [
    `${written.length} ${isDryRun ? "would be written" : "written"} to ${folder}/`,
    `${existing} already ${existing === 1 ? "exists" : "exist"}`,
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
    ...(media > 0 ? [`${plural(media, "media file")}`] : []),
    `${concerned} ${concerned === 1 ? "needs" : "need"} attention`,
    ...(unread.length > 0 ? [`not imported completely: ${listNames([...new Set(unread)], style)}`] : []),
  ].join(", ");
  return [
    ...(isDryRun ? written.map((file) => `${folder}/${file}`) : []),
    ...shown.map((concern) => describeConcern(concern, folder, style)),
    ...(shown.length < concerns.length ? [`… and ${concerns.length - shown.length} more; --verbose lists them all`] : []),
    `${isDryRun ? "Dry run, nothing written: " : ""}${plural(written.length + existing + leftOut, "entry", "entries")} found: ${counts}`,
    ...sites.flatMap((site) => describeSite(site, style)),
    ...offers.flatMap(({ missing, notes }) => [...notes, ...describeSettings(missing, style)]),
    ...(isNextKnown ? ["Next: npm run check lists what needs attention, and npm start shows the site."] : []),
  ];
}

// Other notes about a whole source are facts, such as what it contains besides articles.
function needsAttention({ entries, entry, isIncomplete }: Concern): boolean {
  return entry !== undefined || entries !== undefined || isIncomplete === true;
}

const plainStyle: ReportStyle = { isVerbose: false, isWritten: false };
const maxConcerns = 20; // a screen

function describeConcern({ entries, entry, file, from, note }: Concern, folder: string, style: ReportStyle): string {
  if (entries !== undefined) return `${from}: ${note}: ${listNames(entries, style)}`;
  const name = entry === undefined ? "" : ` ${JSON.stringify(entry)}`;
  return `${from}${name}${file === undefined ? "" : ` (${folder}/${file})`}: ${note}`;
}
