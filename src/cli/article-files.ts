import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { removedFile } from "../addresses/moves.ts";
import { type Article, fileOf } from "../content/article.ts";
import type { Problem } from "../content/problem.ts";

const maxBytes = 2 * 1024 * 1024;

/** Whether a path below the articles folder is left out: something in it starts with `_` or `.`. */
export function isLeftOut(path: string): boolean {
  return /(?:^|\/)[._]/.test(path);
}

/** Whether a path below the articles folder is that of an article. */
export function isArticle(path: string): boolean {
  return /\.(?:md|html|txt)$/.test(path) && !isLeftOut(path);
}

/** What an articles folder holds, beside media. */
export interface ArticleFiles {
  /** In the order of their paths. */
  readonly articles: readonly Article[];
  /** Text of the list of removed addresses; empty where there is none. */
  readonly removed: string;
  readonly problems: readonly Problem[];
}

/** Reads all articles of a folder, and the list of removed ones. */
export function readArticles(folder: string): ArticleFiles {
  const articles: Article[] = [];
  const problems: Problem[] = [];
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.split(sep).join("/"));
  const readText = (source: string): string | undefined => {
    const text = read(join(folder, source));
    if (typeof text === "object") problems.push({ file: fileOf(source), severity: "error", ...text });
    return typeof text === "string" ? text : undefined;
  };
  for (const source of sources.filter(isArticle).sort()) {
    const text = readText(source);
    if (text !== undefined) articles.push({ source, text });
  }
  const removed = sources.includes(removedFile) ? readText(removedFile) : undefined;
  return { articles, removed: removed ?? "", problems };
}

type Undecodable = Pick<Problem, "line" | "column" | "message">;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

// Undefined for a folder that is called like an article.
function read(path: string): string | Undecodable | undefined {
  try {
    return statSync(path).isFile() ? decode(readFileSync(path)) : undefined;
  } catch (error) {
    return { line: 1, column: 1, message: `Cannot read the file: ${(error as Error).message}` };
  }
}

function decode(bytes: Uint8Array): string | Undecodable {
  if (bytes.byteLength > maxBytes) {
    const size = (bytes.byteLength / 1024 / 1024).toFixed(1);
    return { line: 1, column: 1, message: `Cannot compile an article of ${size} MB: readers give up on feeds of 5 MB; the limit is 2 MB` };
  }
  try {
    return utf8.decode(bytes);
  } catch {
    return { ...placeOfFirstBadByte(bytes), message: "Cannot read the file: it is not UTF-8 here; save it as UTF-8" };
  }
}

function placeOfFirstBadByte(bytes: Uint8Array): { line: number; column: number } {
  let line = 1;
  for (let start = 0; start <= bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline < 0 ? bytes.length : newline;
    const shown = new TextDecoder().decode(bytes.subarray(start, end));
    try {
      utf8.decode(bytes.subarray(start, end));
    } catch {
      return { line, column: shown.indexOf("\uFFFD") + 1 };
    }
    start = end + 1;
  }
  return { line: 1, column: 1 };
}
