import { type Article, fileOf } from "../../content/compile/article.ts";
import type { AuthorFile } from "../../content/metadata/author-directory.ts";
import { collectFault } from "../../files/collect-fault.ts";
import { ContentFolder } from "../../files/content-folder.ts";
import { digestSync } from "../../files/digest-sync.ts";
import { Failure } from "../../files/failure.ts";
import type { Located } from "../../files/list-files.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { removedFile } from "../../routing/redirects.ts";
import { isArticle, isForeign, isIgnored, isLeftOut, isLeftOutFolder } from "./article-path.ts";
import { decodeArticle, isUndecodable, type Undecodable } from "./decode-article.ts";
import type { FileCache } from "./file-cache.ts";
import { fileDiagnostics, severityIn } from "./file-diagnostics.ts";
import { findNamedTexts, namedTexts } from "./named-texts.ts";
import { unknownTexts } from "./unknown-texts.ts";

/** The files of an articles folder, without media. */
export interface ArticleFiles {
  /** Sorted by path. */
  readonly articles: readonly Article[];
  /** Text of the list of removed addresses; empty if there is no such list. */
  readonly removed: string;
  readonly authorFiles: readonly AuthorFile[];
  readonly problems: readonly Diagnostic[];
  /** Warnings of files that may be articles in another markup, or under another name. An article that links to such a file uses it. */
  readonly leftOut: readonly Diagnostic[];
  /** The files with an ending of articles that articles name as their transcripts or chapters: media files, and no articles. */
  readonly namedTexts: ReadonlySet<string>;
  /** False if the folder itself cannot be read. */
  readonly isReadable: boolean;
}

// Most likely the folder was moved away, or the command runs elsewhere: an empty feed would take its place.
const noFolder: Diagnostic = {
  ...{ file: "articles/", line: 1, column: 1, severity: "error" },
  message: "Cannot find the folder articles: create it next to wrangler.toml, or run the command in the folder of your site",
};

/**
 * Reads all articles of a folder, and the list of removed ones.
 * @param versions cached digests of texts: a text with a digest is read on demand
 */
export function readArticles(folder: string, versions?: FileCache<string>): ArticleFiles {
  const faults = new Map<string, string>();
  const files = collectFault(faults, "", () => ContentFolder.open(folder));
  if (files === undefined) {
    const problems = faults.size === 0 ? [noFolder] : fileDiagnostics(faults);
    return { articles: [], removed: "", authorFiles: [], problems, leftOut: [], namedTexts: new Set(), isReadable: false };
  }

  const list = files.list(isLeftOutFolder);
  for (const [path, reason] of list.faults) if (!isIgnored(path) || path === removedFile) faults.set(path, reason);
  const references = new Map<string, readonly string[]>();
  const undecodable = new Map<string, Undecodable>();
  const read = (file: Located, versions?: FileCache<string>): Article[] => {
    const found = collectFault(faults, file.path, () => readArticle(files, file, versions, references));
    if (isUndecodable(found)) undecodable.set(file.path, found);
    return found === undefined || isUndecodable(found) ? [] : [found];
  };
  const articles = list.files
    .filter(({ path }) => isArticle(path))
    .sort(byPath)
    .flatMap((file) => read(file, versions));
  const named =
    references.size === 0
      ? new Set<string>()
      : findNamedTexts([...articles, ...[...undecodable.keys()].map((source) => ({ source, text: "" }))], references);
  const removed = list.files.filter(({ path }) => path === removedFile);
  const inData = (list.faults.has("") ? [] : dataFiles).flatMap((path) => collectFault(faults, path, () => files.find(path)) ?? []);
  const authorFiles = [...inData, ...list.files.filter(({ path }) => isAuthorFile(path)).sort(byPath)];
  const foreign = list.files.map(({ path }) => path).filter(isForeign);
  return {
    articles: articles.filter(({ source }) => !named.has(source)),
    removed: removed
      .flatMap((file) => read(file))
      .map(({ text }) => text)
      .join(),
    authorFiles: authorFiles.flatMap((file) => read(file)).map(({ source, text }) => ({ path: source, text })),
    problems: [...describeUndecodable(undecodable, named), ...fileDiagnostics(faults)],
    leftOut: [...foreign.map(describeForeign), ...unknownTexts(files, list.files)],
    namedTexts: named,
    isReadable: !list.faults.has(""),
  };
}

// Jekyll's folder for data is left out otherwise.
const dataFolder = "_data";
const dataFiles = ["json", "yaml", "yml"].map((extension) => `${dataFolder}/authors.${extension}`);

/** Returns whether nothing in a folder below the articles folder is read. */
export function isUnreadFolder(path: string): boolean {
  return isLeftOutFolder(path) && path !== dataFolder;
}

/** Returns whether builds read the authors of articles from a file, such as `authors.yml`. @param path below the articles folder */
export function holdsAuthors(path: string): boolean {
  return isAuthorFile(path) || dataFiles.includes(path);
}

function isAuthorFile(path: string): boolean {
  return /(?:^|\/)authors\.(?:ya?ml|json)$/.test(path) && !isLeftOut(path);
}

function byPath(a: Located, b: Located): number {
  return a.path < b.path ? -1 : 1;
}

// A file that cannot be decoded is not reported here if an article names it, since the name is reported.
function describeUndecodable(found: ReadonlyMap<string, Undecodable>, named: ReadonlySet<string>): Diagnostic[] {
  return [...found]
    .filter(([path]) => !named.has(path))
    .map(([path, fault]) => ({ file: fileOf(path), severity: severityIn(path), ...fault }));
}

function describeForeign(source: string): Diagnostic {
  const ending = source.slice(source.lastIndexOf("."));
  const message = `Left out: articles are .md, .html and .txt; convert files with the extension ${ending} to one of them`;
  return { file: fileOf(source), line: 1, column: 1, severity: "warning", message, dedupeKey: ending };
}

function readArticle(
  files: ContentFolder,
  file: Located,
  versions: FileCache<string> | undefined,
  references: Map<string, readonly string[]>,
): Article | Undecodable {
  const { path: source } = file;
  const stats = files.statsOf(file);
  const version = versions?.get(source, stats);
  if (version !== undefined) {
    const names = namesIn(version);
    if (names.length > 0) references.set(source, names);
    return unreadArticle(files, file, version);
  }
  const text = files.open(file, decodeArticle);
  if (typeof text !== "string") return text;
  const names = namedTexts(text);
  if (names.length > 0) references.set(source, names);
  if (versions === undefined) return { source, text };
  const fresh = names.length === 0 ? digestSync(text) : `${digestSync(text)} ${JSON.stringify(names)}`;
  versions.set(source, stats, fresh);
  return { source, text, version: fresh };
}

// The version of a text contains the names, so that a cached text need not be read for them.
function namesIn(version: string): readonly string[] {
  const start = version.indexOf(" ");
  return start < 0 ? [] : (JSON.parse(version.slice(start)) as readonly string[]);
}

// Its text is read on demand.
function unreadArticle(files: ContentFolder, file: Located, version: string): Article {
  return {
    source: file.path,
    version,
    get text() {
      const text = files.open(file, decodeArticle);
      if (typeof text === "string") return text;
      throw new Failure("read", file.path, "it was changed just now; run the command again");
    },
  };
}
