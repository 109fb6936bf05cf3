import { textIn } from "../../base/table-values.ts";
import type { FrontMatterValue } from "../front-matter/front-matter-table.ts";
import { asTable } from "../front-matter/front-matter-value.ts";

// The keys in a table: Astro's src, PaperMod's image, and those of Jekyll's themes.
const nameKeys = ["url", "src", "path", "image", "feature", "teaser", "overlay_image", "og_image", "thumbnail", "cover", "href"];

/** Reads a picture: a path or URL, a table that contains one, or a list, of which the first picture counts. */
export function readImage(value: FrontMatterValue): { readonly url: string; readonly alt?: string } | undefined {
  if (Array.isArray(value)) return value.map(readImage).find((image) => image !== undefined);
  const table = asTable(value);
  const url = textIn(value) ?? nameKeys.map((key) => textIn(table[key])).find((name) => name !== undefined);
  const alt = textIn(table["alt"]);
  return url === undefined ? undefined : { url, ...(alt !== undefined && { alt }) };
}
