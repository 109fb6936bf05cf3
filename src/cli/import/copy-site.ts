import { basename, resolve } from "node:path";
import { baseName } from "../../base/file-path.ts";
import { tableOf, textIn } from "../../base/table-values.ts";
import { holdsAuthors } from "../../build/source/article-files.ts";
import { isArticle, isLeftOut } from "../../build/source/article-path.ts";
import { fileOf } from "../../content/compile/article.ts";
import { limits } from "../../content/limits/limits.ts";
import { ArticleNames } from "../../content/links/article-names.ts";
import { isMarkedAsDraft } from "../../content/metadata/is-draft.ts";
import { ContentFolder } from "../../files/content-folder.ts";
import { createFile } from "../../files/create-file.ts";
import { concernsOneFile } from "../../files/failure.ts";
import { readStart } from "../../files/file-content.ts";
import type { ExistingArticles } from "../../import/existing-articles.ts";
import { mainAuthor } from "../../import/offered-settings/main-author.ts";
import { offerRedirects } from "../../import/offered-settings/offer-redirects.ts";
import { offerSettings, type Settings } from "../../import/offered-settings/offer-settings.ts";
import { OldMarkdown } from "../../import/old-markdown/old-markdown.ts";
import { type AdaptedArticle, ArticleAdapter } from "../../import/old-site/adapt-article.ts";
import { choosePermalink } from "../../import/old-site/choose-permalink.ts";
import { describeHiding } from "../../import/old-site/describe-hiding.ts";
import { MovedFiles } from "../../import/old-site/moved-files.ts";
import type { PlannedArticle } from "../../import/old-site/plan-site.ts";
import { plannedAuthors, plannedSelections } from "../../import/old-site/planned-selections.ts";
import type { OldSite } from "../../import/site-rules/old-site.ts";
import { splitText } from "../../import/site-rules/site-file.ts";
import { isInDrafts } from "../../model/file-name.ts";
import type { Site } from "../../settings/site-settings.ts";
import type { AskForDate } from "./ask-for-date.ts";
import { compareFile, type OpenOne } from "./compare-file.ts";
import { copyFile, copyMedia } from "./copy-media.ts";
import { type CopiedSite, CopyResults } from "./copy-results.ts";
import { decodeOldArticle } from "./decode-old-article.ts";
import { type ReadSite, readSite } from "./read-site.ts";
import type { OpenSite } from "./site-folder.ts";
import { withSettings } from "./with-settings.ts";

/** The destination of the files of another generator's site. */
export interface CopySiteOptions {
  /** The articles folder. */
  readonly folder: string;
  readonly existing: ExistingArticles;
  /** True to write nothing. */
  readonly isDryRun: boolean;
  readonly site: Site;
  /** The `[vars.SITE]` table as it is written. */
  readonly settings?: Settings;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Called for an article without a date that the owner named. */
  readonly askForDate?: AskForDate | undefined;
  /** Called with the number of articles so far. */
  readonly onProgress?: (count: number) => void;
}

/**
 * Copies the articles of another generator's folder, and the files that they show. A copy differs from its file only by what keeps its
 * address. Existing files are kept. A link becomes the file that it leads to; a link out of the folder is left out, and so is a file that
 * no build could use, since it is too large.
 */
export async function copySite(open: OpenSite, options: CopySiteOptions): Promise<CopiedSite> {
  const read = await readSite(open, { askForDate: options.askForDate, language: textIn(options.settings?.["language"]) });
  const { facts, generator, isAssumed, isUncertain, old, plan } = read;
  const author = mainAuthor(plannedAuthors(plan.articles));
  const offered = offerSettings(old.settings, choosePermalink(plan.articles), options.settings ?? {}, {
    author: author && (old.authorNamed?.(author) ?? author),
    name: basename(resolve(open.root)),
    hasOthers: options.existing.hasOthersThan(new Set(plan.articles.map(({ target }) => target))),
  });
  const site = withSettings(options.site, offered.complete);
  const names = new ArticleNames(plan.articles.map(({ target }) => target));
  const files = new MovedFiles(plan);
  const selections = plannedSelections(plan.articles, site, names);
  const markdown = new OldMarkdown(old.markdown);
  const adapter = new ArticleAdapter({ old, markdown, site, names, files, now: options.now, selections, ids: offered.ids });
  const results = new CopyResults(open.root, plan);
  const copier = new SiteCopier(open, { ...options, language: read.language }, adapter, results);

  for (const article of plan.articles) await copier.copyArticle(article);
  for (const { path, target } of plan.media) copier.copyMedia(path, target);
  for (const { path, target } of files.linked) if (target !== undefined) copier.copyMedia(path, target);
  const notes = [...old.notes]; // planning a faulty path may add to them
  for (const [path, reason] of open.faults) if (belongsToSite(path, old)) results.leaveOutUnread(path, reason);
  const { notes: unused, redirects } = offerRedirects(old, {
    ...{ site, selections },
    written: textsOf(options.settings?.["redirects"]),
    taken: [...results.addresses, ...options.existing.addresses],
    posts: plan.articles.filter(({ plan: { kind } }) => kind === "post").map(({ path }) => path),
  });
  return results.finish(files.linked, {
    generator,
    isAssumed,
    isUncertain,
    facts: [...facts, ...notes, ...markdown.facts, ...offered.notes, ...unused],
    settings: offered.missing,
    redirects,
  });
}

function textsOf(table: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(tableOf(table)).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])));
}

// A path without an extension may be a folder with articles or pictures. In the rest of a repository, it may be anything.
function belongsToSite(path: string, old: OldSite): boolean {
  if (/(?:^|\/)\./.test(path)) return false;
  const inFolder = baseName(path).includes(".") ? [] : ["a.md", "2024-01-02-a.md", "a.png"].map((name) => `${path}/${name}`);
  return [path, ...inFolder].some((each) => {
    const kind = old.plan({ path: each, frontMatter: {}, body: "" })?.kind;
    return kind !== undefined && kind !== "attachment";
  });
}

class SiteCopier {
  readonly #open: OpenSite;
  readonly #options: CopySiteOptions & Pick<ReadSite, "language">;
  readonly #adapter: ArticleAdapter;
  readonly #results: CopyResults;
  readonly #articles: ContentFolder | undefined;

  constructor(open: OpenSite, options: CopySiteOptions & Pick<ReadSite, "language">, adapter: ArticleAdapter, results: CopyResults) {
    this.#open = open;
    this.#options = options;
    this.#adapter = adapter;
    this.#results = results;
    this.#articles = ContentFolder.open(options.folder);
  }

  async copyArticle(article: PlannedArticle): Promise<void> {
    try {
      const reason = this.#refusal(article) ?? (await this.#copy(article));
      if (reason !== undefined) this.#results.leaveOutText(article.path, reason);
    } catch (error) {
      if (!concernsOneFile(error)) throw error;
      this.#results.leaveOutUnreadText(article.path, error.reason);
    }
  }

  copyMedia(path: string, target: string): void {
    const { folder, isDryRun } = this.#options;
    try {
      const outcome = copyMedia(this.#opener(path), target, { folder, articlesFolder: this.#articles, isDryRun });
      if (typeof outcome === "object") this.#results.leaveOut(path, outcome.fault);
      else if (outcome === "copied" && !holdsAuthors(target)) this.#results.media.push(target);
    } catch (error) {
      if (!concernsOneFile(error)) throw error;
      this.#results.leaveOutUnread(path, error.reason);
    }
  }

  #refusal({ path, target }: PlannedArticle): string | undefined {
    if (!isArticle(target)) return isLeftOut(target) ? hiddenName : otherMarkup;
    const size = this.#open.open(path, ({ stats }) => stats.size);
    return size > limits.articleBytes ? "an article may have 2 MB; split it into several, and import those" : undefined;
  }

  // Returns the reason if the article is left out.
  async #copy(article: PlannedArticle): Promise<string | undefined> {
    const { path, plan, target } = article;
    const decoded = this.#open.open(path, (file) => decodeOldArticle(path, file, this.#options.language));
    if (!("text" in decoded)) return noText;
    const adapted = await this.#adapter.adapt(article, decoded.text);
    const isSecret = plan.isProtected || describeHiding(plan) !== undefined;
    if (isSecret && !isMarkedAsDraft(splitText(target, adapted.text).frontMatter)) return plan.isProtected ? unmarked : unmarkedHidden;
    const isUnchanged = adapted.text === decoded.text && !("encoding" in decoded);
    const found = isUnchanged ? this.#compare(path, target) : this.#compareText(target, adapted.text);
    if (found === "other") return otherContent(target);
    this.#results.count(kindOf(article));
    this.#results.addAddresses(adapted.identity);
    if (found === "same" || !this.#options.existing.addIfNew(target, adapted.identity)) this.#results.existing++;
    else this.#write(path, target, isUnchanged ? undefined : adapted.text);
    if ("encoding" in decoded) this.#results.noteConversion(path, decoded);
    if (plan.isProtected) this.#results.protected.push(path);
    this.#noteAdaptation(path, target, adapted);
    return undefined;
  }

  #noteAdaptation(path: string, target: string, { keepsAddress, notes, problems }: AdaptedArticle): void {
    for (const problem of problems) this.#results.noteLine(path, target, problem);
    this.#results.notes.push(...notes.map((note) => ({ ...note, path })));
    if (keepsAddress === true || !isInDrafts(target)) this.#results.countAddress(path, keepsAddress); // a draft has no address
  }

  // Writes the article, or copies the file without a text.
  #write(path: string, target: string, text: string | undefined): void {
    const { folder, isDryRun, onProgress } = this.#options;
    if (text === undefined) copyFile(this.#opener(path), target, this.#options);
    else if (!isDryRun) createFile(folder, target, this.#withMark(path, text));
    this.#results.articles.push(target);
    onProgress?.(this.#results.articles.length);
  }

  #compare(path: string, target: string): "missing" | "same" | "other" {
    return compareFile(this.#opener(path), this.#articles, target);
  }

  #compareText(target: string, text: string): "missing" | "same" | "other" {
    const found = this.#articles?.find(target);
    if (this.#articles === undefined || found === undefined) return "missing";
    const existing = this.#articles
      .read(found)
      .toString()
      .replace(/^\uFEFF/, "");
    return existing === text ? "same" : "other";
  }

  #opener(path: string): OpenOne {
    return (use) => this.#open.open(path, use);
  }

  // The byte order mark is not part of an article's text.
  #withMark(path: string, text: string): string {
    const start = this.#open.open(path, (file) => readStart(file, 3));
    return start.equals(Buffer.from("\uFEFF")) ? `\uFEFF${text}` : text;
  }
}

function kindOf({ frontMatter, plan, target }: PlannedArticle): "post" | "page" | "draft" {
  return isInDrafts(target) || isMarkedAsDraft(frontMatter) ? "draft" : plan.kind;
}

const otherMarkup = "articles are .md, .html and .txt; convert it to one of them";
const noText = "it has bytes that are not in a text; convert it, and import again";
const unmarked =
  "it is protected by a password, and cannot be marked as a draft: write draft: true into its front matter, and import again";
const unmarkedHidden = "the old site hid it, and it cannot be marked as a draft: write draft: true into its front matter, and import again";
const hiddenName = "names that begin with . or _ are ignored in articles/; rename it";

function otherContent(target: string): string {
  return `${fileOf(target)} already exists with other content`;
}
