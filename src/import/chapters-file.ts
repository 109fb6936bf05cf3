import type { InlineChapter } from "../feed-parser/episode-elements.ts";
import type { AttachedFile } from "./attached-file.ts";

/**
 * Writes the chapters that an entry contains into a file next to its article (podcast namespace, JSON Chapters Format 1.2).
 * @param source the article's path below the articles folder
 */
export function chaptersFile(chapters: readonly InlineChapter[], source: string): AttachedFile {
  const path = source.replace(/\.[^./]+$/, ".chapters.json");
  return { path, bytes: new TextEncoder().encode(`${JSON.stringify({ version: "1.2.0", chapters }, undefined, 2)}\n`) };
}
