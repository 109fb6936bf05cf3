import { canonicalLanguage } from "../base/language/canonical-language.ts";
import { lazy } from "../base/lazy.ts";
import { slugify } from "./slug.ts";

// Slow to make, and most sites have no translations. Only the build uses it; PURE removes it from the Worker.
const languageNames = /* @__PURE__ */ lazy(() => new Intl.DisplayNames("en", { type: "language", fallback: "none" }));
const datePrefix = /^(\d{4}-\d{2}-\d{2})[-_ .]?/;
const jekyllPrefix = /^(\d{4}-\d{1,2}-\d{1,2})-/; // Jekyll::Document::DATE_FILENAME_MATCHER

/** The parsed path of an article. */
export interface FileName {
  /** The date that the name begins with, as `2024-11-06`. */
  readonly date?: string;
  /** Readable path below the articles folder, without date and extension. Segments are joined by `/`. */
  readonly slug: string;
  /** The name as it is written, without date and extension; for `index.md`, the name of its folder. */
  readonly name: string;
  /** The name with its date. */
  readonly fullName: string;
  /** The folders that contain it, as they are written, without `_posts` and `_drafts`. */
  readonly folders: readonly string[];
  /** BCP 47 tag of Hugo's `index.de.md`, and of `moon.de.md` if there is `moon.md` or another translation. */
  readonly language?: string;
  /** True if it is in a folder `_drafts`. */
  readonly isDraft: boolean;
  /** True if it is in a folder `_posts` and has a name that Jekyll accepts. The folders above `_posts` are its categories. */
  readonly isJekyllPost: boolean;
}

/** Returns whether an article has translations. Without them, the `io` of `web.io.md` is not a language tag. */
export type HasTranslations = (stem: string, tag: string, ending: string) => boolean;

/**
 * Parses an article's path: `notes/2024-11-06-moon.md` has the date 2024-11-06 and the slug `notes/moon`;
 * `moon/index.md` is `moon`, and so is `_posts/2024-11-06-moon.md`.
 */
export function parseFileName(source: string, hasTranslations: HasTranslations = () => false): FileName {
  const language = languageOf(source, hasTranslations);
  const path = source.replace(/\.[^./]+$/, "");
  const segments = (language === undefined ? path : path.slice(0, -1 - language.length)).split("/");
  if (segments.length > 1 && segments.at(-1) === "index") segments.pop();
  const fullName = segments.pop() ?? "";
  const isPost = segments.includes("_posts");
  const date = datePrefix.exec(fullName) ?? (isPost ? jekyllPrefix.exec(fullName) : null);
  const name = (date === null ? "" : fullName.slice(date[0].length)) || fullName;
  const isJekyllPost = date !== null && isPost;
  const folders = (isJekyllPost ? segments.slice(0, segments.indexOf("_posts")) : segments).filter((folder) => !isSpecialFolder(folder));
  return {
    slug: [...folders, name].map(slugify).join("/"),
    name,
    fullName,
    folders,
    isDraft: isInDrafts(source),
    isJekyllPost,
    ...(date?.[1] !== undefined && { date: date[1] }),
    ...(language !== undefined && { language: canonicalLanguage(language) ?? language }),
  };
}

/** Returns whether an article is in a folder `_drafts`. */
export function isInDrafts(source: string): boolean {
  return source.split("/").slice(0, -1).includes("_drafts");
}

const translation = /^(.*\/)?([^/]+)\.([a-z]{2}(?:-[a-z]{2})?)(\.[^./]+)$/i;

/** Parses the path of a possible translation: `moon.de.md` has the stem `moon`, the tag `de` and the ending `.md`. */
export function translationOf(source: string): { readonly stem: string; readonly tag: string; readonly ending: string } | undefined {
  const [, folder = "", name = "", tag = "", ending = ""] = translation.exec(source) ?? [];
  return isLanguageTag(tag) ? { stem: folder + name, tag, ending } : undefined;
}

/** Returns whether a name is the tag of a language that exists, such as `de` or `pt-BR`. */
export function isLanguageTag(name: string): boolean {
  return /^[a-z]{2}(?:-[a-z]{2})?$/i.test(name) && languageNames().of(name) !== undefined;
}

function languageOf(source: string, hasTranslations: HasTranslations): string | undefined {
  const found = translationOf(source);
  if (found === undefined) return undefined;
  const { ending, stem, tag } = found;
  return stem.endsWith("/index") || hasTranslations(stem, tag, ending) ? tag : undefined;
}

/** Returns whether a folder is one for articles in Jekyll and Hexo. These are read although their names begin with `_`. */
export function isSpecialFolder(folder: string): boolean {
  return folder === "_posts" || folder === "_drafts";
}
