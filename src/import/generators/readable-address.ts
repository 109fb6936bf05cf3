import { canonicalPath } from "../../base/canonical-url.ts";
import { permalinkOf } from "../../content/permalink/permalink.ts";
import { parseFileName } from "../../model/slug.ts";
import type { Address } from "./old-site.ts";

/** An article, as far as its address depends on it. */
export interface AddressedFile {
  /** Its path below the articles folder. */
  readonly target: string;
  /** The `slug` of its front matter, which our patterns use. */
  readonly slug?: string | undefined;
  /** Milliseconds since 1970. */
  readonly date?: number | undefined;
}

/** Returns the pattern if it makes the path, since settings are easier to read than a path in each article; otherwise the path. */
export function readableAddress(path: string, pattern: string, { date, slug, target }: AddressedFile): Address {
  const article = {
    fileName: parseFileName(target),
    metadata: {
      authors: [],
      categories: [],
      categoriesOnly: [],
      draft: false,
      unlisted: false,
      aliases: [],
      keys: {},
      ...(slug !== undefined && { slug }),
    },
    title: "",
    permalinkDate: date ?? 0,
  };
  const settings = { permalink: pattern, language: "", timezone: "UTC" };
  return permalinkOf(article, settings, () => {}) === canonicalPath(path) ? { pattern } : { path };
}
