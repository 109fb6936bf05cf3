import { foldersOf } from "../base/file-path.ts";
import type { Entry } from "../model/entry.ts";
import type { Snapshot } from "../model/snapshot.ts";
import { allPaths } from "../routing/all-paths.ts";
import type { Site } from "../settings/site-settings.ts";
import { isLikeFeed, maxPagesLikeFeeds } from "./headers-file.ts";
import { faultOfFile, staticFile } from "./static-file.ts";

/** A file of an export, or the reason why it cannot be written. */
export interface ExportedFile {
  /** The address whose response it contains, percent-encoded. */
  readonly path: string;
  /** The entry, if the file is an entry's page. */
  readonly entry?: Entry;
  /** Path below the folder of the export; undefined if it has a fault. */
  readonly file?: string;
  readonly fault?: string;
  /** The address that has the same file already. */
  readonly other?: string;
}

/**
 * Lists the files of an export of a snapshot: first its lists and documents, then the pages of its entries. If two have the same
 * file name, the first keeps it.
 */
export function exportedFiles(site: Site, snapshot: Snapshot, isWindows: boolean): ExportedFile[] {
  const entries = new Map(snapshot.entries.map((entry) => [entry.path, entry]));
  const paths = new Map<string, string>();
  const folders = new Map<string, string>();
  let likeFeeds = 0;
  const own = allPaths(site, snapshot).filter((path) => !entries.has(path));
  return [...own, ...entries.keys()].map((path): ExportedFile => {
    const entry = entries.get(path);
    const address = { path, ...(entry !== undefined && { entry }) };
    const file = staticFile(path, entry !== undefined);
    if (file === undefined) return { ...address, fault: "it cannot be a file name" };
    const other = paths.get(file);
    const above = foldersOf(file);
    const obstacle = folders.get(file) ?? above.map((folder) => paths.get(folder)).find((found) => found !== undefined);
    paths.set(file, path);
    for (const folder of above) folders.set(folder, path);
    const isFeed = entry !== undefined && isLikeFeed(path) && (/[*:]|%2A|%3A/i.test(path) || ++likeFeeds > maxPagesLikeFeeds);
    const fault =
      other !== undefined
        ? `it would be the same file as ${other}`
        : obstacle !== undefined
          ? `it would need a folder and a file of one name, with ${obstacle}`
          : isFeed
            ? "hosts would serve this page as a feed, and _headers cannot prevent it"
            : faultOfFile(file, isWindows);
    return fault === undefined ? { ...address, file } : { ...address, fault, ...(other !== undefined && { other }) };
  });
}
