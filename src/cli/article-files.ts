import { readdirSync, readFileSync, statSync } from "node:fs";
import { removedFile } from "../addresses/moves.ts";
import { type Article, fileOf } from "../content/article.ts";
import type { Problem } from "../content/problem.ts";
import { isSpecialFolder } from "../content/slug.ts";
import { toldOnce } from "../content/told-once.ts";
import { digest } from "./digest.ts";
import type { FileMemory } from "./file-memory.ts";

// What other generators read and this one does not. A post in it must not go missing in silence.
const foreign = /\.(?:adoc|asciidoc|org|rst|textile|njk|liquid)$/;
const maxBytes = 2 * 1024 * 1024;

/** Whether a path below the articles folder is left out: something in it starts with `_` or `.`, other than `_posts` and `_drafts`. */
export function isLeftOut(path: string): boolean {
  return path.split("/").some((name, index, names) => /^[._]/.test(name) && !(isSpecialFolder(name) && index < names.length - 1));
}

/** Whether a path below the articles folder is that of an article. */
export function isArticle(path: string): boolean {
  return /\.(?:mdx?|markdown|mkdn?|mdown|html?|txt)$/.test(path) && !isLeftOut(path);
}

/** Whether a path is that of a text which other generators read and this one does not. */
export function isForeign(path: string): boolean {
  return foreign.test(path) && !isLeftOut(path);
}

/** What an articles folder holds, beside media. */
export interface ArticleFiles {
  /** In the order of their paths. */
  readonly articles: readonly Article[];
  /** Text of the list of removed addresses; empty where there is none. */
  readonly removed: string;
  readonly problems: readonly Problem[];
}

/**
 * Reads all articles of a folder, and the list of removed ones.
 * @param versions digests of texts: one that is known is not read until somebody wants it
 */
export function readArticles(folder: string, versions?: FileMemory<string>): ArticleFiles {
  const articles: Article[] = [];
  const problems: Problem[] = [];
  const sources = filesIn(folder);
  const keep = <T>(source: string, found: T | Undecodable | undefined): T | undefined => {
    if (isUndecodable(found)) problems.push({ file: fileOf(source), severity: "error", ...found });
    return isUndecodable(found) ? undefined : found;
  };
  for (const source of sources.filter(isArticle).sort()) {
    const article = keep(source, readArticle(folder, source, versions));
    if (article !== undefined) articles.push(article);
  }
  problems.push(...toldOnce(sources.filter(isForeign).map(tellForeign)));
  const removed = sources.includes(removedFile) ? keep(removedFile, readArticle(folder, removedFile))?.text : undefined;
  return { articles, removed: removed ?? "", problems };
}

/**
 * The paths of all files below a folder, with `/` between their parts, and of those that links lead to. Only a link is looked at to
 * see whether it is a folder; of anything else the system says so with its name.
 */
export function filesIn(folder: string, below = ""): string[] {
  return readdirSync(`${folder}/${below}`, { withFileTypes: true }).flatMap((file) => {
    const path = below + file.name;
    const isFolder =
      file.isDirectory() || (file.isSymbolicLink() && statSync(`${folder}/${path}`, { throwIfNoEntry: false })?.isDirectory());
    return isFolder ? filesIn(folder, `${path}/`) : [path];
  });
}

function tellForeign(source: string): Problem {
  const ending = source.slice(source.lastIndexOf("."));
  const message = `Left out: articles are .md, .html and .txt; turn what is ${ending} into one of them`;
  return { file: fileOf(source), line: 1, column: 1, severity: "warning", message, onceFor: ending };
}

/** Where and why a file is no article. */
export type Undecodable = Pick<Problem, "line" | "column" | "message">;

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

// Undefined for a folder that is called like an article.
function readArticle(folder: string, source: string, versions?: FileMemory<string>): Article | Undecodable | undefined {
  const path = `${folder}/${source}`; // every system takes it, and thousands of joins take time
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return undefined;
    const version = versions?.recall(source, stats);
    if (version !== undefined) return unreadArticle(path, source, version);
    const text = decodeArticle(readFileSync(path));
    if (typeof text !== "string") return text;
    if (versions === undefined) return { source, text };
    const fresh = digest(text);
    versions.keep(source, stats, fresh);
    return { source, text, version: fresh };
  } catch (error) {
    return { line: 1, column: 1, message: `Cannot read the file: ${(error as Error).message}` };
  }
}

// Its text is read when somebody wants it.
function unreadArticle(path: string, source: string, version: string): Article {
  return {
    source,
    version,
    get text() {
      return utf8.decode(readFileSync(path));
    },
  };
}

function isUndecodable(found: unknown): found is Undecodable {
  return typeof found === "object" && found !== null && "message" in found;
}

/** The text of an article's file, or why there is none. */
export function decodeArticle(bytes: Uint8Array): string | Undecodable {
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
