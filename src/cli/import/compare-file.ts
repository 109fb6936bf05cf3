import type { ContentFolder, OpenFile } from "../../files/content-folder.ts";
import { isSameContent } from "../../files/file-content.ts";

/** Opens a file for as long as `use` runs. */
export type OpenOne = <T>(use: (file: OpenFile) => T) => T;

/**
 * Compares a file with the one at a path below the articles folder.
 * @param articlesFolder the articles folder; undefined if it does not exist
 */
export function compareFile(open: OpenOne, articlesFolder: ContentFolder | undefined, target: string): "missing" | "same" | "other" {
  const found = articlesFolder?.find(target);
  if (articlesFolder === undefined || found === undefined) return "missing";
  return open((file) => articlesFolder.open(found, (existing) => isSameContent(file, existing))) ? "same" : "other";
}
