import { isSpecialFolder } from "../../model/file-name.ts";
import { markupOf } from "../../model/markup-of.ts";

// Markup of other generators, which is not supported. Such a post must not be missing without a message.
const foreign = /\.(?:adoc|asciidoc|org|rst|textile|njk|liquid)$/i;

/** Returns whether a path below the articles folder is ignored: a name in it starts with `_` or `.`, other than `_posts` and `_drafts`. */
export function isLeftOut(path: string): boolean {
  return path.split("/").some((name, index, names) => /^[._]/.test(name) && !(isSpecialFolder(name) && index < names.length - 1));
}

/** Returns whether a path below the articles folder is that of an article. */
export function isArticle(path: string): boolean {
  return markupOf(path) !== undefined && !isLeftOut(path);
}

/** Returns whether a path is that of a text in an unsupported markup. */
export function isForeign(path: string): boolean {
  return foreign.test(path) && !isLeftOut(path);
}

/** Returns whether a path is ignored, be it a file or a folder. `_posts` is ignored as a file alone. */
export function isIgnored(path: string): boolean {
  return isLeftOut(path) && isLeftOutFolder(path);
}

/** Returns whether a folder is ignored. */
export function isLeftOutFolder(path: string): boolean {
  return isLeftOut(`${path}/file`);
}
