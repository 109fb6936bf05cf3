import { isIn, pathIn } from "../../site-rules/site-path.ts";

const place = /^(?:src\/)?(?:(?:data|content|_?posts)\/)?_?authors\/[^/]+\.mdx?$/;

/** Returns whether a text is about an author, so it is not a page: data/authors/ann.mdx. */
export function isAboutAuthor(path: string, root: string): boolean {
  return isIn(root, path) && place.test(pathIn(root, path));
}
