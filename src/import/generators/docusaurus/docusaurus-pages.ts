import { type Table, textIn } from "../../../base/table-values.ts";
import type { ConfigReadings } from "../../configuration/config-readings.ts";
import { resolvePath } from "../../site-rules/site-path.ts";
import { type ContentFolder, foldersOfReadings, optionsOfContent, selectionOf } from "./docusaurus-plugins.ts";

/** A folder of pages; most sites have one. */
export interface PageFolder extends ContentFolder {
  /** The path of its addresses, below the base URL. */
  readonly route: string;
}

/** Returns the folders of pages that presets and plugins declare. With `pages: false`, `src/pages` publishes no file. */
export function pageFoldersOf(readings: ConfigReadings, root: string): PageFolder[] {
  return foldersOfReadings(readings, (options) => {
    const declared = optionsOfContent(options, "pages");
    if (declared.length === 0) return [{ ...pageFolderOf({}, root), publishes: () => false }];
    return declared.map((pages) => pageFolderOf(pages, root));
  });
}

function pageFolderOf(options: Table, root: string): PageFolder {
  return {
    folder: resolvePath(root, textIn(options["path"]) ?? "src/pages"),
    route: textIn(options["routeBasePath"]) ?? "",
    publishes: selectionOf(options),
  };
}
