import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { metadataKeys } from "../../../content/front-matter/keys/metadata-keys.ts";
import { plainText } from "../../../feed-parser/plain-text.ts";

/** Returns the title of a document that has only the slug of its name (Jekyll::Utils.titleize_slug). */
export function titleOfSlug(slug: string): string {
  return slug
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase())
    .join(" ")
    .trim();
}

const heading = /^\s*(?:#{1,6}[ \t]|<h[1-6][\s>]|[^\s\n][^\n]*\n[ ]{0,3}(?:=+|-{2,})[ \t]*(?:\n|$))/i;

/** Returns whether a text begins with a heading, which our compiler reads as its title. */
export function beginsWithHeading(body: string): boolean {
  return heading.test(body);
}

const reference = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;

/** Returns the title and the summary of front matter with decoded character references: Jekyll writes both into its pages as HTML. */
export function decodedTexts(frontMatter: FrontMatterTable): FrontMatterTable {
  return Object.fromEntries(
    ["title", ...metadataKeys.summary].flatMap((key) => {
      const text = textIn(frontMatter[key]) ?? "";
      const decoded = reference.test(text) ? plainText(text.replaceAll("<", "&lt;")) : text;
      return decoded === text ? [] : [[key, decoded]];
    }),
  );
}
