import { baseName, folderOf } from "../../../base/file-path.ts";
import { globbedTexts } from "../../feed-code/globbed-texts.ts";
import { isMarkdown } from "../../site-rules/content-file.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn } from "../../site-rules/site-path.ts";

const publicFolder = /^(?:[^/]+\/){0,2}?(?:public|static)\//;

/** Returns whether a file is in a folder whose files a site publishes as they are. */
export function isInPublicFolder(path: string): boolean {
  return publicFolder.test(path);
}

/**
 * Finds the Markdown in `public` and `static` that the code of a site renders: texts with dates, those that it reads by patterns, and those
 * in their folders. A copy of a text in another folder is none.
 */
export function publishedTexts(folder: SiteFolder, isDated: (path: string) => boolean): ReadonlySet<string> {
  const all = folder.paths.filter((path) => isMarkdown(path) && isInPublicFolder(path));
  if (all.length === 0) return new Set();
  const originals = Map.groupBy(
    folder.paths.filter((path) => isMarkdown(path) && !isInPublicFolder(path)),
    baseName,
  );
  const isCopy = (path: string) => originals.get(baseName(path))?.some((each) => folder.read(each) === folder.read(path)) === true;
  const selected = new Set(globbedTexts(folder, "").flatMap(({ texts }) => texts));
  const own = all.filter((path) => (selected.has(path) || isDated(path)) && !isCopy(path));
  const folders = [...new Set(own.map(folderOf))].filter((each) => isInPublicFolder(`${folderOf(each)}/`));
  return new Set([...own, ...all.filter((path) => folders.some((each) => isIn(each, path)) && !isCopy(path))]);
}
