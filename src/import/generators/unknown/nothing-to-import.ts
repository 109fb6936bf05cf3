import { baseName } from "../../../base/file-path.ts";
import { isOfRepository } from "../../site-rules/content-file.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { commonFolder, isIn, pathIn } from "../../site-rules/site-path.ts";
import { codeManifest } from "./code-manifest.ts";
import { type ContentService, findContentService } from "./content-service.ts";
import { hasDate } from "./has-date.ts";
import { isInPublicFolder } from "./published-texts.ts";
import { documentPlaces, isAmongPosts, isReadable, usualPlaces } from "./text-places.ts";

/** A text of a folder without articles, and the reason why it does not count as one. */
export interface UncountedText {
  readonly path: string;
  readonly reason: string;
}

const maxNames = 3;
const maxSources = 5;

/** A folder has no articles. */
export class NothingToImport extends Error {
  override readonly name = "NothingToImport";
  readonly texts: readonly UncountedText[];
  /** The folder or file below it that can be imported by itself; undefined if there is none. */
  readonly source: string | undefined;
  /** The service that seems to contain the texts; undefined if there is none. */
  readonly service: ContentService | undefined;

  constructor(texts: readonly UncountedText[], source?: string, service?: ContentService) {
    super(`Nothing to import: ${texts.length === 0 ? noTexts : describe(texts)}`);
    this.texts = texts;
    this.source = source;
    this.service = service;
  }
}

const noTexts = "the folder has no articles, which are Markdown, HTML and text files";

function describe(texts: readonly UncountedText[]): string {
  const named = texts.slice(0, maxNames).map(({ path, reason }) => `${path} (${reason})`);
  const rest = texts.length > maxNames ? `, and ${texts.length - maxNames} more` : "";
  return `no text of the folder counts as an article: ${named.join(", ")}${rest}`;
}

/**
 * Explains why a folder has no articles.
 * @param isImportable returns whether an import finds articles in a folder
 * @param reasonOf returns the reason of the generator that was recognized, if it has one
 */
export function explainNothing(
  folder: SiteFolder,
  isImportable: (inner: SiteFolder) => boolean,
  reasonOf: (path: string) => string | undefined = () => undefined,
): NothingToImport {
  const manifest = codeManifest(folder.paths);
  const paths = folder.paths.filter((path) => isReadable(path) && !baseName(path).startsWith("."));
  const source = sourcesIn(paths).find((each) => isImportable(inside(folder, each)));
  const isInSource = (path: string) => isPossible(path) && source !== undefined && (path === source || isIn(source, path));
  const rankOf = (path: string) => (isInSource(path) ? 0 : isOfRepository(path) ? 2 : 1);
  const texts = paths
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((path) => ({ path, reason: reasonOf(path) ?? reasonIn(path, manifest, hasDate(folder, path)) }));
  return new NothingToImport(texts, source, findContentService(folder));
}

function reasonIn(path: string, manifest: string | undefined, isDated: boolean): string {
  if (isOfRepository(path)) return "about the repository";
  const folders = path.split("/").slice(0, -1);
  const other = folders.find((name) => !documentPlaces.accepts(name));
  if (other !== undefined) return `in the folder ${other}`;
  if (isDated && isInPublicFolder(path)) return "in a folder whose files are published as they are";
  const documents = folders.find((name) => !usualPlaces.accepts(name));
  if (documents !== undefined) return `no date, in the folder ${documents}`;
  return manifest === undefined || isDated ? "not in a folder that the site publishes" : `no date, in a project of code with ${manifest}`;
}

// The folders that the owner may mean, those with the most texts first.
function sourcesIn(paths: readonly string[]): string[] {
  const groups = [...Map.groupBy(paths.filter(isPossible), startOf).values()].sort((a, b) => b.length - a.length);
  const sources = groups.map((group) => documentsOf(group[0] ?? "") ?? (commonFolder(group) || (group[0] ?? "")));
  return [...new Set(sources)].slice(0, maxSources);
}

// A name with a low line is ignored in the copy, too.
function isPossible(path: string): boolean {
  return isAmongPosts(path, documentPlaces) && !isOfRepository(path) && !baseName(path).startsWith("_");
}

function startOf(path: string): string {
  return documentsOf(path) ?? path.split("/", 1).join("");
}

// The path as far as the last folder of documents: `packages/a/docs`.
function documentsOf(path: string): string | undefined {
  const names = path.split("/");
  const last = names.slice(0, -1).findLastIndex((name) => !usualPlaces.accepts(name));
  return last < 0 ? undefined : names.slice(0, last + 1).join("/");
}

function inside({ paths, read }: SiteFolder, source: string): SiteFolder {
  const own = paths.filter((path) => isIn(source, path));
  if (own.length === 0) return { paths: paths.filter((path) => path === source), read };
  return { paths: own.map((path) => pathIn(source, path)), read: (path) => read(`${source}/${path}`) };
}
