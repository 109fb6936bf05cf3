import { dirname } from "node:path";
import type { OldSettings } from "../../import/site-rules/old-site.ts";
import { copySite } from "./copy-site.ts";
import { exportEntries } from "./export-entries.ts";
import { ExportUploads } from "./export-uploads.ts";
import { ExportInFolder } from "./find-exports.ts";
import type { ImportContext } from "./import-context.ts";
import { importEntries } from "./import-entries.ts";
import { type OpenSite, openSite } from "./site-folder.ts";
import { sourceEntries } from "./source-entries.ts";

/**
 * Imports a source: a URL or a file with a feed, an export, a page or a text; or a folder with a site, or with an export.
 * @throws Error if it cannot be read
 */
export async function importSource(from: string, context: ImportContext): Promise<void> {
  const folder = openSite(from);
  if (folder === undefined) await importDocument(from, from, /^https?:/i.test(from) ? undefined : dirname(from), context);
  else await importFolder(from, folder, context);
}

async function importFolder(from: string, folder: OpenSite, context: ImportContext): Promise<void> {
  const { site, tally } = context;
  const found = offeredSettings();
  const entries = exportEntries(folder, site.url, (text) => tally.note(from, text), found.offer);
  if (entries !== undefined) await importEntries({ from, entries, settings: found.settings }, context);
  else {
    const file = await importSite(folder, context);
    if (file === undefined) return;
    await importDocument(from, file, from, context);
  }
  for (const [path, reason] of folder.faults) tally.report({ from, entry: path, note: `Left out: ${reason}`, isIncomplete: true });
}

// Returns the file of an export that is the only one in the folder: its owner means that.
async function importSite(folder: OpenSite, context: ImportContext): Promise<string | undefined> {
  const { tally } = context;
  try {
    const copied = await copySite(folder, context);
    tally.written.push(...copied.articles);
    tally.concerns.push(...copied.concerns);
    tally.existing += copied.existing;
    tally.leftOut += copied.leftOut;
    tally.media += copied.media.length;
    if (!folder.isFile) tally.sites.push(copied.report);
    return undefined;
  } catch (error) {
    if (error instanceof ExportInFolder) return error.path;
    throw error;
  }
}

// The uploads of an export are in a folder: the one that the owner named, or that of the file.
async function importDocument(from: string, path: string, folder: string | undefined, context: ImportContext): Promise<void> {
  const { askForDate, budget, exportFiles, reader, site, tally } = context;
  const found = offeredSettings();
  const note = tally.note.bind(tally);
  const entries = sourceEntries(path, { siteUrl: site.url, reader, budget, note, exportFiles, askForDate, offer: found.offer });
  const uploads = folder === undefined ? undefined : new ExportUploads(from, folder, path, context);
  await importEntries({ from, entries, settings: found.settings, uploads }, context);
}

// The readers of exports and feeds offer settings before the first entry.
function offeredSettings(): { readonly offer: (settings: OldSettings) => void; readonly settings: () => OldSettings | undefined } {
  let offered: OldSettings | undefined;
  return {
    offer: (settings) => {
      offered = settings;
    },
    settings: () => offered,
  };
}
