import { basename, resolve } from "node:path";
import { isArticle, isLeftOut } from "../../build/source/article-path.ts";
import { fileOf } from "../../content/compile/article.ts";
import { limits } from "../../content/limits/limits.ts";
import { ArticleNames } from "../../content/links/article-names.ts";
import { isMarkedAsDraft } from "../../content/metadata/is-draft.ts";
import { ContentFolder } from "../../files/content-folder.ts";
import { createFile } from "../../files/create-file.ts";
import { concernsOneFile } from "../../files/failure.ts";
import { readStart } from "../../files/file-content.ts";
import type { ConvertedText } from "../../import/decode-old-text.ts";
import type { ExistingArticles } from "../../import/existing-articles.ts";
import type { Concern } from "../../import/import-report.ts";
import { ArticleAdapter } from "../../import/old-site/adapt-article.ts";
import type { ArticleNote } from "../../import/old-site/article-note.ts";
import type { PlannedAttachment } from "../../import/old-site/attachments.ts";
import { choosePermalink } from "../../import/old-site/choose-permalink.ts";
import type { ImportedSite } from "../../import/old-site/imported-site.ts";
import { mainAuthor } from "../../import/old-site/main-author.ts";
import { MovedFiles } from "../../import/old-site/moved-files.ts";
import { offerSettings, type Settings } from "../../import/old-site/offer-settings.ts";
import type { PlannedArticle, SitePlan } from "../../import/old-site/plan-site.ts";
import { plannedAuthors, plannedSelections } from "../../import/old-site/planned-selections.ts";
import { baseName } from "../../import/site-rules/site-path.ts";
import { isInDrafts } from "../../model/file-name.ts";
import type { Site } from "../../settings/site-settings.ts";
import type { AskForDate } from "./ask-for-date.ts";
import { compareFile, type OpenOne } from "./compare-file.ts";
import { copyFile, copyMedia } from "./copy-media.ts";
import { decodeOldArticle } from "./decode-old-article.ts";
import { readSite } from "./read-site.ts";
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

/** The results of a copy. Files are paths below the articles folder. */
export interface CopiedSite {
  readonly articles: readonly string[];
  readonly media: readonly string[];
  /** The number of articles that existed already. */
  readonly there: number;
  /** The number of articles that were left out. */
  readonly leftOut: number;
  readonly concerns: readonly Concern[];
  readonly report: ImportedSite;
}

/**
 * Copies the articles of another generator's folder, and the files that they show. A copy differs from its file only by what keeps its
 * address. Existing files are kept. A link becomes the file that it leads to; a link out of the folder is left out, and so is a file that
 * no build could use, since it is too large.
 */
export async function copySite(open: OpenSite, options: CopySiteOptions): Promise<CopiedSite> {
  const { folder, isDryRun, existing, now } = options;
  const { root } = open;
  const { facts, generator, isAssumed, old, plan } = await readSite(open, options.askForDate);
  const author = mainAuthor(plannedAuthors(plan.articles));
  const offered = offerSettings(old.settings, choosePermalink(plan.articles), options.settings ?? {}, {
    author: author && (old.authorNamed?.(author) ?? author),
    name: basename(resolve(root)),
  });
  const site = withSettings(options.site, offered.complete);
  const names = new ArticleNames(plan.articles.map(({ target }) => target));
  const files = new MovedFiles(plan);
  const adapter = new ArticleAdapter({ old, site, names, files, now, selections: plannedSelections(plan.articles, site) });
  const articlesFolder = ContentFolder.open(folder);
  const [articles, media]: [string[], string[]] = [[], []];
  const concerns: Concern[] = [];
  const notes: (ArticleNote & { readonly path: string })[] = [
    ...noteEach(plan.renamed, "Another file has the same name, so the copy has another one"),
    ...noteEach(plan.sameButCase, "The name of another file differs in case only; on macOS and Windows they are one file"),
  ];
  const [changed, unknown]: [string[], string[]] = [[], []];
  const counts = { post: 0, page: 0, draft: 0 };
  let [there, leftOut, kept] = [0, 0, 0];

  for (const article of plan.articles) await attemptFile(article.path, true, () => bringArticle(article));
  for (const file of plan.media) await attemptFile(file.path, false, () => bringMedia(file.path, file.target));
  for (const { path, target } of files.linked) if (target !== undefined) await attemptFile(path, false, () => bringMedia(path, target));
  const unserved = [...files.linked].filter(({ target }) => target === undefined).map(({ path }) => path);
  if (unserved.length > 0) concerns.push({ from: root, entries: unserved, note: unservedFiles });
  for (const [path, reason] of open.faults) if (isWanted(path)) leaveOut(path, reason, false, true);
  const report: ImportedSite = {
    ...{
      root,
      generator,
      isAssumed,
      posts: counts.post,
      drafts: counts.draft,
      pages: counts.page,
      media: media.length,
      leftOut: withoutFiles(plan.leftOut, files.linked),
    },
    ...{ facts: [...facts, ...old.notes, ...offered.notes], notes, changed, unknown, kept, settings: offered.missing },
  };
  return { articles, media, there, leftOut, concerns, report };

  async function attemptFile(path: string, isText: boolean, act: () => Promise<void> | void): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!concernsOneFile(error)) throw error;
      leaveOut(path, error.reason, isText, true);
    }
  }

  async function bringArticle(article: PlannedArticle): Promise<void> {
    const { path, plan, target } = article;
    if (!isArticle(target)) return leaveOut(path, isLeftOut(target) ? hiddenName : otherMarkup, true);
    if (sizeOf(path) > limits.articleBytes)
      return leaveOut(path, "an article may have 2 MB; split it into several, and import those", true);
    const decoded = open.open(path, (file) => decodeOldArticle(path, file));
    if (!("text" in decoded)) {
      concerns.push({ from: root, entry: path, file: target, note: `line ${decoded.line}: ${decoded.message}` });
      return bringUnread(path, target);
    }
    const adapted = await adapter.adapt(article, decoded.text);
    const isUnchanged = adapted.text === decoded.text && !("encoding" in decoded);
    const found = compareText(target, adapted.text, isUnchanged ? path : undefined);
    if (found === "other") return leaveOut(path, `${fileOf(target)} already exists with other content`, true);
    counts[isInDrafts(target) || isMarkedAsDraft(article.frontMatter) ? "draft" : plan.kind]++;
    if (found === "same" || !existing.addIfNew(target, adapted.identity)) there++;
    else {
      if (isUnchanged) copyFile(opener(path), target, options);
      else if (!isDryRun) createFile(folder, target, withMark(path, adapted.text));
      articles.push(target);
      options.onProgress?.(articles.length);
    }
    if ("encoding" in decoded) noteConversion(path, target, decoded);
    for (const { line, message } of adapted.problems)
      concerns.push({ from: root, entry: path, file: target, note: `line ${line}: ${message}` });
    notes.push(...adapted.notes.map((note) => ({ ...note, path })));
    if (adapted.keepsAddress) kept++;
    else if (isInDrafts(target))
      return; // no one has its address
    else if (adapted.keepsAddress === undefined) unknown.push(path);
    else changed.push(path);
  }

  function noteConversion(path: string, target: string, { encoding, isDeclared }: ConvertedText): void {
    if (isDeclared) notes.push({ kind: `Converted from ${encoding.toUpperCase()} to UTF-8`, path });
    else concerns.push({ from: root, entry: path, file: target, note: guessed });
  }

  function bringUnread(path: string, target: string): void {
    const found = compareFile(opener(path), articlesFolder, target);
    if (found === "other") leaveOut(path, `${fileOf(target)} already exists with other content`, true);
    else if (found === "same") there++;
    else {
      copyFile(opener(path), target, options);
      articles.push(target);
    }
  }

  function bringMedia(path: string, target: string): void {
    const outcome = copyMedia(opener(path), target, { folder, articlesFolder, isDryRun });
    if (typeof outcome === "object") leaveOut(path, outcome.fault, false);
    else if (outcome === "copied") media.push(target);
  }

  function sizeOf(path: string): number {
    return open.open(path, ({ stats }) => stats.size);
  }

  function leaveOut(path: string, reason: string, isText: boolean, isIncomplete = false): void {
    concerns.push({ from: root, entry: path, note: `Left out: ${reason}`, ...(isIncomplete && { isIncomplete }) });
    leftOut += isText ? 1 : 0;
  }

  function compareText(target: string, text: string, path: string | undefined): "missing" | "same" | "other" {
    if (path !== undefined) return compareFile(opener(path), articlesFolder, target);
    const found = articlesFolder?.find(target);
    if (articlesFolder === undefined || found === undefined) return "missing";
    return articlesFolder
      .read(found)
      .toString()
      .replace(/^\uFEFF/, "") === text
      ? "same"
      : "other";
  }

  function opener(path: string): OpenOne {
    return (use) => open.open(path, use);
  }

  // The byte order mark is not part of an article's text.
  function withMark(path: string, text: string): string {
    const start = open.open(path, (file) => readStart(file, 3));
    return start.equals(Buffer.from("\uFEFF")) ? `\uFEFF${text}` : text;
  }

  // A file that may be an article or be shown by one, or a folder.
  function isWanted(path: string): boolean {
    const isPlanned = () => !/^(?:undefined|attachment)$/.test(String(old.plan({ path, frontMatter: {}, body: "" })?.kind));
    return !/(?:^|\/)\./.test(path) && (!baseName(path).includes(".") || isPlanned());
  }
}

const otherMarkup = "articles are .md, .html and .txt; turn it into one of them";
const hiddenName = "names that begin with . or _ are ignored in articles/; rename it";
const unservedFiles =
  "Left out files that articles link to, since the site publishes pages of articles only: put them on another host, and link to them there";

// The left-out files, by kind, without those that were copied since articles link to them.
function withoutFiles(leftOut: SitePlan["leftOut"], linked: ReadonlySet<PlannedAttachment>): SitePlan["leftOut"] {
  const paths = new Set([...linked].map(({ path }) => path));
  const rest = [...leftOut].map(([what, names]) => [what, names.filter((path) => !paths.has(path))] as const);
  return new Map(rest.filter(([, names]) => names.length > 0));
}

const guessed = "It is not in UTF-8 and declares no encoding, so it was converted from Windows-1252 (Latin-1): check its letters";

function noteEach(details: ReadonlyMap<string, string>, kind: string): (ArticleNote & { readonly path: string })[] {
  return [...details].map(([path, detail]) => ({ kind, path, detail }));
}
