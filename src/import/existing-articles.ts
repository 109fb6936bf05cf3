import { pathKey } from "../base/canonical-url.ts";
import type { Article } from "../content/compile/article.ts";
import { isInDrafts, parseFileName } from "../model/file-name.ts";
import { articleName } from "./article-name.ts";
import { articleText } from "./article-text.ts";
import type { AttachedFile } from "./attached-file.ts";
import { chaptersFile } from "./chapters-file.ts";
import { extractPictures } from "./embedded-pictures.ts";
import { undatedLine } from "./imported-dates.ts";
import { type Identity, identifyArticle } from "./old-site/identify-article.ts";
import type { ImportOptions, PreparedEntry } from "./prepared-entry.ts";

/** The outcome for an entry: a new file, or the reason why it gets no file. */
export type Placement =
  | {
      readonly outcome: "new";
      readonly source: string;
      readonly text: string;
      readonly notes: readonly string[];
      /** The pictures and the chapters that the entry contains. */
      readonly files: readonly AttachedFile[];
    }
  | {
      /** The entry is a draft of an earlier import, which has a date now. */
      readonly outcome: "dated";
      readonly source: string;
      readonly date: string;
    }
  | { readonly outcome: "existing" | "twice" | "empty" };

/** The ids, addresses and file names that the articles folder already uses. */
export class ExistingArticles {
  readonly #options: ImportOptions;
  readonly #ids = new Set<string>();
  readonly #paths = new Set<string>();
  readonly #addresses = new Set<string>();
  readonly #slugs = new Set<string>();
  readonly #sources = new Set<string>();
  /** The files of drafts that only lack a date, by id. */
  readonly #undated = new Map<string, string>();
  /** Ids and paths of this import. */
  readonly #newIds = new Set<string>();
  readonly #newPaths = new Set<string>();

  constructor(options: ImportOptions) {
    this.#options = options;
  }

  /**
   * Adds an existing article. If it cannot be parsed, its name still counts as used.
   * @param isSample true for an article of the sample site, which may change
   */
  async add(article: Article, isSample = false): Promise<void> {
    this.#slugs.add(slugKey(article.source));
    if (!isSample) this.#sources.add(article.source);
    const { aliases = [], id, path } = await identifyArticle(article, this.#options);
    if (!isSample) for (const address of [...aliases, ...(path === undefined ? [] : [path])]) this.#addresses.add(address);
    if (id !== undefined) this.#ids.add(id);
    if (id !== undefined && undatedLine(article.text) !== undefined) this.#undated.set(id, article.source);
    if (path !== undefined) this.#paths.add(keyOf(path));
  }

  /** Adds an article if its id and its address are new. Returns whether it was added. */
  addIfNew(source: string, { id, path }: Identity): boolean {
    if ((id !== undefined && this.#ids.has(id)) || (path !== undefined && this.#paths.has(keyOf(path)))) return false;
    this.#add(source);
    return true;
  }

  /** The addresses and aliases of the articles, without those of the sample site. */
  get addresses(): Iterable<string> {
    return this.#addresses;
  }

  /** Returns whether there is an article besides drafts and the files of some names. */
  hasOthersThan(sources: ReadonlySet<string>): boolean {
    return [...this.#sources].some((source) => !sources.has(source) && !isInDrafts(source));
  }

  #add(source: string): void {
    this.#slugs.add(slugKey(source));
    this.#sources.add(source);
  }

  /** Plans the file of an entry, and reserves its id, its addresses and its file name. */
  planFile(entry: PreparedEntry): Placement {
    if (this.#newIds.has(entry.id)) return { outcome: "twice" };
    this.#newIds.add(entry.id);
    const draft = this.#draftOf(entry);
    if (draft !== undefined) return draft;
    const key = entry.permalink === undefined ? undefined : keyOf(entry.permalink);
    if (this.#ids.has(entry.id) || (key !== undefined && this.#paths.has(key))) return { outcome: "existing" };
    if (entry.title === "" && entry.content.trim() === "") return { outcome: "empty" };

    const isShared = key !== undefined && this.#newPaths.has(key);
    const aliases = entry.aliases.filter((alias) => !this.#paths.has(keyOf(alias)) && !this.#newPaths.has(keyOf(alias)));
    const own = { ...entry, aliases, ...(isShared && { permalink: undefined }) };
    for (const path of [own.permalink, ...aliases]) if (path !== undefined) this.#newPaths.add(keyOf(path));
    const { site } = this.#options;
    const notes = isShared ? [...entry.notes, `Its address ${entry.permalink} belongs to another entry; it gets a new one`] : entry.notes;
    const ownId = own.permalink === undefined || site.ids !== "addresses" ? undefined : site.idBase + own.permalink;
    const source = this.#nameFor(own);
    const { files: pictures, html } = extractPictures(own.content, source);
    const chapters = own.chapters && chaptersFile(own.chapters, source);
    const podcast =
      chapters === undefined ? own.podcast : { ...own.podcast, chapters: chapters.path.slice(chapters.path.lastIndexOf("/") + 1) };
    const text = articleText({ ...own, content: html, podcast, notes }, ownId);
    return { outcome: "new", source, text, notes, files: chapters === undefined ? pictures : [...pictures, chapters] };
  }

  #draftOf({ day, draft, draftId, published }: PreparedEntry): Placement | undefined {
    if (draftId === undefined || published === undefined || !this.#ids.has(draftId)) return undefined;
    const source = this.#undated.get(draftId);
    return source === undefined || draft
      ? { outcome: "existing" }
      : { outcome: "dated", source, date: day ?? new Date(published).toISOString() };
  }

  // Addresses and anchors depend on the name without its date, so that part must be unique.
  #nameFor(entry: PreparedEntry): string {
    const name = articleName(entry, this.#options.site.timezone);
    const ending = entry.plain === undefined ? "html" : "txt";
    let source = `${name}.${ending}`;
    for (let count = 2; this.#slugs.has(slugKey(source)); count++) source = `${name}-${count}.${ending}`;
    this.#add(source);
    return source;
  }
}

function keyOf(path: string): string {
  return (pathKey(path) ?? path).replace(/(?<=.)\/$/, "");
}

function slugKey(source: string): string {
  return parseFileName(source).slug;
}
