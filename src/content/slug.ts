const datePrefix = /^(\d{4}-\d{2}-\d{2})[-_ .]?/;

/** What an article's place in the folder says of it. */
export interface FileName {
  /** The date that the name begins with, as `2024-11-06`. */
  readonly date?: string;
  /** Readable path below the articles folder, without date and ending. Segments are joined by `/`. */
  readonly slug: string;
  /** The name as it is written, without date and ending; of an `index.md`, that of its folder. */
  readonly name: string;
  /** The same with its date. */
  readonly fullName: string;
  /** The folders that it lies in, as they are written, without `_posts` and `_drafts`. */
  readonly folders: readonly string[];
  /** Whether it lies in a folder `_drafts`. */
  readonly isDraft: boolean;
  /** Whether it lies in a folder `_posts` and is named as Jekyll demands: what lies above that folder are its categories. */
  readonly isJekyllPost: boolean;
}

/**
 * Parses an article's path: `notes/2024-11-06-moon.md` has the date 2024-11-06 and the slug `notes/moon`;
 * `moon/index.md` is `moon`, and so is `_posts/2024-11-06-moon.md`.
 */
export function parseFileName(source: string): FileName {
  const segments = source.replace(/\.[^./]+$/, "").split("/");
  if (segments.length > 1 && segments.at(-1) === "index") segments.pop();
  const fullName = segments.pop() ?? "";
  const date = datePrefix.exec(fullName);
  const name = (date === null ? "" : fullName.slice(date[0].length)) || fullName;
  const isJekyllPost = date !== null && segments.includes("_posts");
  const folders = (isJekyllPost ? segments.slice(0, segments.indexOf("_posts")) : segments).filter((folder) => !isSpecialFolder(folder));
  return {
    slug: [...folders, name].map(slugify).join("/"),
    name,
    fullName,
    folders,
    isDraft: segments.includes("_drafts"),
    isJekyllPost,
    ...(date?.[1] !== undefined && { date: date[1] }),
  };
}

/** Whether a folder is one of Jekyll's and Hexo's for articles: their names begin with `_`, and they are read all the same. */
export function isSpecialFolder(folder: string): boolean {
  return folder === "_posts" || folder === "_drafts";
}

/**
 * Makes text fit for a path segment: letters and digits of any script stay, in lower case; every run of anything else
 * becomes one hyphen.
 */
export function slugify(text: string): string {
  const slug = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{M}\p{N}._~]+/gu, "-")
    .replace(/^[-.]+|(?<![-.])[-.]+$/g, ""); // the look-behind: a long run within is not tried from each of its characters
  return slug || "untitled";
}
