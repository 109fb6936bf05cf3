const datePrefix = /^(\d{4}-\d{2}-\d{2})[-_ .]?/;

/** What an article's place in the folder says of it. */
export interface FileName {
  /** The date that the name begins with, as `2024-11-06`. */
  readonly date?: string;
  /** Readable path below the articles folder, without date and ending. Segments are joined by `/`. */
  readonly slug: string;
}

/**
 * Parses an article's path: `notes/2024-11-06-moon.md` has the date 2024-11-06 and the slug `notes/moon`;
 * `moon/index.md` is `moon`.
 */
export function parseFileName(source: string): FileName {
  const segments = source.replace(/\.[^./]+$/, "").split("/");
  if (segments.length > 1 && segments.at(-1) === "index") segments.pop();
  const name = segments.at(-1) ?? "";
  const date = datePrefix.exec(name);
  const rest = date === null ? name : name.slice(date[0].length);
  const slug = [...segments.slice(0, -1), rest || name].map(slugify).join("/");
  return date?.[1] === undefined ? { slug } : { slug, date: date[1] };
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
