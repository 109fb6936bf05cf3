import { baseName, folderOf } from "../../../base/file-path.ts";
import { markupOf } from "../../../model/markup-of.ts";
import { uploadedFile } from "../../site-rules/upload-folders.ts";

const documents = /^(?:docs?|documentation)$/i;
const notPosts =
  /^(?:tests?|__tests__|specs?|fixtures|examples?|scripts?|bin|build|dist|out|coverage|node_modules|vendor|templates?|layouts?|archetypes|scaffolds|_.*|\..*)$/i;
const articleFolders = new Set(["_posts", "_drafts"]);

/** The folders of an unknown generator that may contain articles. */
export interface TextPlaces {
  /** The plural name of texts in other folders. */
  readonly others: string;
  /** Returns whether texts in a folder with a name may be articles. */
  accepts(folder: string): boolean;
}

/** All folders but those of documents, tests, templates and the like. */
export const usualPlaces: TextPlaces = {
  others: "texts in folders such as docs and tests",
  accepts: (folder) => articleFolders.has(folder) || !(documents.test(folder) || notPosts.test(folder)),
};

/** Those folders, and those of documents. */
export const documentPlaces: TextPlaces = {
  others: "texts in folders such as tests",
  accepts: (folder) => articleFolders.has(folder) || !notPosts.test(folder),
};

/** Returns whether a file may be a text of a site by its ending. */
export function isReadable(path: string): boolean {
  return markupOf(path) !== undefined && !/^robots\.txt$/i.test(baseName(path));
}

/** Returns whether a path may be that of an article by its folders. */
export function isAmongPosts(path: string, places: TextPlaces): boolean {
  return uploadedFile(path) === undefined && path.split("/").slice(0, -1).every(places.accepts);
}

/**
 * Returns the folders of posts that have the name of other folders, such as `notes/documentation/index.md`: those of dated texts whose
 * neighbours, in folders of their own, are posts with the same file name.
 */
export function foldersOfPosts(paths: readonly string[], places: TextPlaces, isDated: (path: string) => boolean): string[] {
  const groups = Map.groupBy(paths.filter(isReadable), (path) => `${folderOf(folderOf(path))}/${baseName(path)}`);
  return [...groups.values()].flatMap((group) => {
    const others = group.filter((path) => !isAmongPosts(path, places) && isAmongPosts(folderOf(path), places));
    if (others.length === 0) return [];
    const posts = group.filter((path) => isAmongPosts(path, places) && isDated(path));
    const isUsual = (path: string) => !neverPosts.test(baseName(folderOf(path))) && folderOf(folderOf(path)) !== "";
    return posts.length < minNeighbours ? [] : others.filter((path) => isUsual(path) && isDated(path)).map(folderOf);
  });
}

const minNeighbours = 2;
const neverPosts = /^(?:node_modules|vendor|dist|build|out|_.*|\..*)$/i;
