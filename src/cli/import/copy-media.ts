import { fileOf } from "../../content/compile/article.ts";
import { oversizeReason } from "../../content/links/media-files.ts";
import type { ContentFolder } from "../../files/content-folder.ts";
import { createFile } from "../../files/create-file.ts";
import { copyContent } from "../../files/file-content.ts";
import { compareFile, type OpenOne } from "./compare-file.ts";

/** The destination of the files that articles show. */
export interface MediaDestination {
  /** The articles folder. */
  readonly folder: string;
  /** The same folder, to read from; undefined if it does not exist. */
  readonly articlesFolder: ContentFolder | undefined;
  /** True to write nothing. */
  readonly isDryRun: boolean;
}

/**
 * Copies a file that articles show to a path below the articles folder. An existing file is kept.
 * @returns the reason if the file was left out
 * @throws Failure
 */
export function copyMedia(open: OpenOne, target: string, to: MediaDestination): "copied" | "existing" | { readonly fault: string } {
  const fault = oversizeReason(open(({ stats }) => stats.size));
  if (fault !== undefined) return { fault: `${fault}; put it on another host and use its URL` };
  const found = compareFile(open, to.articlesFolder, target);
  if (found === "other") return { fault: `${fileOf(target)} already exists with other content` };
  if (found === "same") return "existing";
  copyFile(open, target, to);
  return "copied";
}

/** Copies a file to a free path below the articles folder. @throws Failure, also if the path is taken */
export function copyFile(open: OpenOne, target: string, { folder, isDryRun }: Omit<MediaDestination, "articlesFolder">): void {
  if (!isDryRun) open((file) => createFile(folder, target, (descriptor) => copyContent(file, descriptor)));
}
