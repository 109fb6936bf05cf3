import { canonicalLanguage } from "../base/canonical-language.ts";

// Of use to the build alone: PURE leaves it out of the Worker, whose start it would make half as long again.
const languageNames = /* @__PURE__ */ new Intl.DisplayNames("en", { type: "language", fallback: "none" });
const datePrefix = /^(\d{4}-\d{2}-\d{2})[-_ .]?/;
const jekyllPrefix = /^(\d{4}-\d{1,2}-\d{1,2})-/; // Jekyll::Document::DATE_FILENAME_MATCHER

// Jekyll::Utils::SLUGIFY_PRETTY_REGEXP
const notPretty = /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu;

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
  /** BCP 47: of Hugo's `index.de.md`, and of `moon.de.md` where there is a `moon.md` or another translation. */
  readonly language?: string;
  /** Whether it lies in a folder `_drafts`. */
  readonly isDraft: boolean;
  /** Whether it lies in a folder `_posts` and is named as Jekyll demands: what lies above that folder are its categories. */
  readonly isJekyllPost: boolean;
}

/** Whether an article has translations beside it, without which a name such as `web.io.md` is none itself. */
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
    isDraft: segments.includes("_drafts"),
    isJekyllPost,
    ...(date?.[1] !== undefined && { date: date[1] }),
    ...(language !== undefined && { language: canonicalLanguage(language) ?? language }),
  };
}

const translation = /^(.*\/)?([^/]+)\.([a-z]{2}(?:-[a-z]{2})?)(\.[^./]+)$/i;

/** Takes apart the path of what may be a translation: `moon.de.md` has the stem `moon`, the tag `de` and the ending `.md`. */
export function translationOf(source: string): { readonly stem: string; readonly tag: string; readonly ending: string } | undefined {
  const [, folder = "", name = "", tag = "", ending = ""] = translation.exec(source) ?? [];
  return tag === "" || languageNames.of(tag) === undefined ? undefined : { stem: folder + name, tag, ending };
}

function languageOf(source: string, hasTranslations: HasTranslations): string | undefined {
  const found = translationOf(source);
  if (found === undefined) return undefined;
  const { ending, stem, tag } = found;
  return stem.endsWith("/index") || hasTranslations(stem, tag, ending) ? tag : undefined;
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

/** The same as Jekyll does it for `:slug`: nothing but letters and digits stays. */
export function plainSlug(text: string): string {
  const slug = text.normalize("NFC").toLowerCase();
  return slug.replace(/[^\p{M}\p{L}\p{Nd}]+/gu, "-").replace(/^-|-$/g, "") || "untitled";
}

/** The same as Jekyll does it for `:title`: upper case stays, and so does what a path may hold beside letters and digits. */
export function prettySlug(text: string): string {
  return text.normalize("NFC").replace(notPretty, "-").replace(/^-|-$/g, "") || "untitled";
}
