import { oneLine } from "../../base/one-line.ts";
import { textIn } from "../../base/table-values.ts";
import type { FrontMatterValue } from "../front-matter/front-matter-table.ts";
import { asTable, isNull, readSwitch } from "../front-matter/front-matter-value.ts";

/** A picture that front matter names, as it is written. */
export interface ImageMetadata {
  readonly url: string;
  /** The text for those who cannot see it. */
  readonly alt?: string;
  /** Markdown or HTML. */
  readonly caption?: string;
}

// The keys in a table: Astro's src, PaperMod's image, and those of Jekyll's themes.
const nameKeys = ["url", "src", "path", "image", "feature", "teaser", "overlay_image", "og_image", "thumbnail", "cover", "href"];

/** Reads a picture: a path or URL, a table that contains one, or a list, of which the first picture counts. */
export function readImage(value: FrontMatterValue): ImageMetadata | undefined {
  if (Array.isArray(value)) return value.map(readImage).find((image) => image !== undefined);
  const table = asTable(value);
  const url = textIn(value) ?? nameKeys.map((key) => textIn(table[key])).find((name) => name !== undefined);
  const alt = textIn(table["alt"]);
  return url === undefined ? undefined : withWords({ url: fileOfWikilink(url) }, { alt, caption: captionIn(table["caption"]) });
}

// Obsidian writes a file of its vault as a link: "[[a.png]]", "![[a.png|300]]".
function fileOfWikilink(url: string): string {
  return /^!?\[\[([^[\]|#]{1,500})(?:[|#][^[\]]{0,500})?\]\]$/.exec(url.trim())?.[1]?.trim() ?? url;
}

function captionIn(value: FrontMatterValue | undefined): string | undefined {
  return value === undefined || isNull(value) || readSwitch(value) !== undefined ? undefined : oneLine(textIn(value) ?? "");
}

/** Returns a picture with words that it lacks. */
export function withWords(
  image: ImageMetadata,
  words: { readonly alt?: string | undefined; readonly caption?: string | undefined },
): ImageMetadata {
  const alt = image.alt ?? words.alt;
  const caption = image.caption || words.caption;
  return { url: image.url, ...(alt !== undefined && { alt }), ...(caption && { caption }) };
}
