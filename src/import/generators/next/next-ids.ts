import { isScript } from "../../configuration/loaded-code.ts";
import { type CodeIds, codeIds } from "../../feed-code/code-ids.ts";
import { isFeedTemplate } from "../../site-rules/feed-id-keys.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn } from "../../site-rules/site-path.ts";
import { nextTables } from "./next-settings.ts";

/** Reads the ids in the feed of a site. @param base the path below which the site is */
export function nextIds(folder: SiteFolder, root: string, base: string): CodeIds {
  const scripts = folder.paths.filter((path) => isIn(root, path) && isScript(path) && isFeedTemplate(path));
  const quiet = { paths: folder.paths, read: (name: string) => folder.read(name) }; // faults were reported already
  return scripts.length === 0 ? { idOf: undefined } : codeIds(folder, { scripts, tables: nextTables(quiet, root), base });
}
