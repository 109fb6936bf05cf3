import { decodeArticle, type Undecodable } from "../../build/source/decode-article.ts";
import { limits } from "../../content/limits/limits.ts";
import type { OpenFile } from "../../files/content-folder.ts";
import { readStart } from "../../files/file-content.ts";
import { type ConvertedText, decodeOldText } from "../../import/decode-old-text.ts";

/** Reads the text of an article that may be in another encoding than UTF-8. A text in UTF-8 has no `encoding`. */
export function decodeOldArticle(path: string, file: OpenFile): ConvertedText | { readonly text: string } | Undecodable {
  const found = decodeArticle(file);
  if (typeof found === "string") return { text: found };
  return (file.stats.size <= limits.articleBytes ? decodeOldText(path, readStart(file, limits.articleBytes)) : undefined) ?? found;
}
