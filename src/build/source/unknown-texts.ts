import { extname } from "node:path";
import mime from "mime";
import { fileOf } from "../../content/compile/article.ts";
import type { ContentFolder } from "../../files/content-folder.ts";
import { readStart } from "../../files/file-content.ts";
import type { Located } from "../../files/list-files.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { isArticle, isForeign, isLeftOut } from "./article-path.ts";

/**
 * Warns of files that may be articles with another extension, or without one: their type is not known and they contain text. Those with
 * the same extension have the same dedupe key.
 */
export function unknownTexts(folder: ContentFolder, files: readonly Located[]): Diagnostic[] {
  return files.filter((file) => isCandidate(file.path) && startsWithText(folder, file)).map(describe);
}

function isCandidate(path: string): boolean {
  if (isArticle(path) || isForeign(path) || isLeftOut(path)) return false;
  const type = extname(path) === "" ? null : mime.getType(path);
  return type === null || type === "text/plain" || type === "text/markdown";
}

const startLength = 1024; // bytes

// A file that cannot be read is not an article. Text has no zeros and, but for a character that is cut off, is UTF-8.
function startsWithText(folder: ContentFolder, file: Located): boolean {
  try {
    const start = folder.open(file, (open) => readStart(open, startLength));
    if (start.length === 0 || start.includes(0)) return false;
    new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(start, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function describe({ path }: Located): Diagnostic {
  const extension = extname(path);
  const name = extension === "" ? "what has no extension" : `what is ${extension}`;
  const message = `Left out: articles are .md, .html and .txt; rename ${name} if it is an article`;
  return { file: fileOf(path), line: 1, column: 1, severity: "warning", message, dedupeKey: `unknown ${extension}` };
}
