import mime from "mime";
import { isArticle, isForeign, isIgnored, isLeftOut } from "../../build/source/article-path.ts";
import { decodeArticle } from "../../build/source/decode-article.ts";
import { fileOf } from "../../content/compile/article.ts";
import { ContentFolder } from "../../files/content-folder.ts";
import { createFile } from "../../files/create-file.ts";
import { concernsOneFile } from "../../files/failure.ts";
import { copyContent, isSameContent } from "../../files/file-content.ts";
import type { ExistingArticles } from "../../import/existing-articles.ts";
import { findGeneratorSite, isBelow, type Tree } from "../../import/generator-site.ts";
import type { Concern } from "../../import/import-report.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { OpenSite } from "./site-folder.ts";

/** The destination of the files of another generator's site. */
export interface CopySiteOptions {
  /** The articles folder. */
  readonly folder: string;
  readonly existing: ExistingArticles;
  /** True to write nothing. */
  readonly isDryRun: boolean;
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
  /** The keys of `[vars.SITE]` that keep every address and id. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * Copies the articles of another generator's folder, and the files that they show, unchanged. Existing files are kept. A link becomes
 * the file that it leads to; a link out of the folder is left out.
 */
export async function copySite(site: OpenSite, { folder, isDryRun, existing }: CopySiteOptions): Promise<CopiedSite> {
  const { root } = site;
  const { settings, trees } = findGeneratorSite(site);
  const own = ContentFolder.open(folder);
  const [articles, media, concerns]: [string[], string[], Concern[]] = [[], [], unreadable(site, trees)];
  let [there, leftOut] = [0, 0];
  for (const [target, { isText, path }] of targetsOf(site.paths, trees)) {
    try {
      await bring(path, target, isText);
    } catch (error) {
      if (!concernsOneFile(error)) throw error;
      leaveOut(path, error.reason, isText);
    }
  }
  return { articles, media, there, leftOut, concerns, settings };

  async function bring(path: string, target: string, isText: boolean): Promise<void> {
    const found = compare(path, target);
    const fault = faultOf(target, found);
    if (fault !== undefined) leaveOut(path, fault, isText);
    else if (found === "same") there += isText ? 1 : 0;
    else if (!isText) media.push(copy(path, target));
    else if (await isNew(path, target)) articles.push(copy(path, target));
    else there++;
  }

  function leaveOut(path: string, reason: string, isText: boolean): void {
    concerns.push({ from: root, entry: path, note: `Left out: ${reason}` });
    leftOut += isText ? 1 : 0;
  }

  function compare(path: string, target: string): "missing" | "same" | "other" {
    const found = own?.find(target);
    if (own === undefined || found === undefined) return "missing";
    return site.open(path, (ours) => own.open(found, (theirs) => isSameContent(ours, theirs))) ? "same" : "other";
  }

  // A problem of it is reported, and its bytes are copied unchanged.
  async function isNew(path: string, source: string): Promise<boolean> {
    const text = site.open(path, decodeArticle);
    const report = ({ line, message, severity }: Pick<Diagnostic, "line" | "message" | "severity">) => {
      if (severity === "error") concerns.push({ from: root, entry: path, file: source, note: `line ${line}: ${message}` });
    };
    if (typeof text === "string") return existing.addIfNew({ source, text }, report);
    report({ ...text, severity: "error" });
    return true;
  }

  function copy(path: string, target: string): string {
    if (!isDryRun) site.open(path, (file) => createFile(folder, target, (descriptor) => copyContent(file, descriptor)));
    return target;
  }
}

// Files that may be articles, or shown by one.
function unreadable({ faults, root }: OpenSite, trees: readonly Tree[]): Concern[] {
  const isTaken = (path: string) =>
    trees.some((tree) => path === tree.from || (isBelow(path, tree.from) && !isIgnored(targetIn(tree, path))));
  return [...faults].filter(([path]) => isTaken(path)).map(([entry, reason]) => ({ from: root, entry, note: `Left out: ${reason}` }));
}

function faultOf(target: string, found: "missing" | "same" | "other"): string | undefined {
  if (isForeign(target)) return "articles are .md, .html and .txt; turn it into one of them";
  return found === "other" ? `${fileOf(target)} is there already and says something else` : undefined;
}

type Target = { readonly path: string; readonly isText: boolean };

// The destination of every file; the first tree that contains it counts.
function targetsOf(paths: readonly string[], trees: readonly Tree[]): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const tree of trees) {
    for (const path of paths.filter((path) => isBelow(path, tree.from))) {
      const target = targetIn(tree, path);
      const isText = tree.hasArticles && (isArticle(target) || isForeign(target));
      if (!isLeftOut(target) && !targets.has(target) && (isText || isMedia(target))) targets.set(target, { path, isText });
    }
  }
  return targets;
}

function targetIn({ from, to }: Tree, path: string): string {
  const rest = from === "" ? path : path.slice(from.length + 1);
  return to === "" ? rest : `${to}/${rest}`;
}

// Files that an article can show or link to; no code, and no templates.
function isMedia(path: string): boolean {
  return /^(?:image|audio|video)\/|^application\/(?:pdf|zip|epub\+zip|gzip|msword|vnd\..*)$|^text\/(?:csv|vtt)$/.test(
    mime.getType(path) ?? "",
  );
}
