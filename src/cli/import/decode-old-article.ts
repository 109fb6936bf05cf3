import { decodeArticle, type Undecodable } from "../../build/source/decode-article.ts";
import { limits } from "../../content/limits/limits.ts";
import type { OpenFile } from "../../files/content-folder.ts";
import { readStart } from "../../files/file-content.ts";
import { type ConvertedText, decodeOldText } from "../../import/encoding/decode-old-text.ts";

/**
 * Reads the text of an article that may be in another encoding than UTF-8. A text in UTF-8 has no `encoding`.
 * @param language the language of the site, if it is known
 */
export function decodeOldArticle(path: string, file: OpenFile, language?: string): ConvertedText | { readonly text: string } | Undecodable {
  const found = decodeArticle(file);
  if (typeof found === "string" && !found.includes("\0")) return { text: found };
  if (file.stats.size > limits.articleBytes && typeof found !== "string") return found;
  const converted = decodeOldText(path, readStart(file, limits.articleBytes), language);
  return converted ?? (typeof found === "string" ? { text: found } : found);
}
