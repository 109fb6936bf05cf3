import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import mime from "mime";
import { fileOf } from "../content/article.ts";
import type { Problem } from "../content/problem.ts";
import { findFormerSite, isBelow, type SiteFolder, type Tree } from "../import/former-site.ts";
import type { Concern } from "../import/import-report.ts";
import type { Shelf } from "../import/shelf.ts";
import { decodeArticle, isArticle, isForeign, isLeftOut } from "./article-files.ts";

/** Where the files of another generator's site go. */
export interface CopySiteOptions {
  /** The articles folder. */
  readonly folder: string;
  readonly shelf: Shelf;
  /** Whether nothing is to be written. */
  readonly isDryRun: boolean;
}

/** What came of a copy. Files are paths below the articles folder. */
export interface CopiedSite {
  readonly articles: readonly string[];
  readonly media: readonly string[];
  /** How many articles were there already. */
  readonly there: number;
  /** How many came to nothing. */
  readonly leftOut: number;
  readonly concerns: readonly Concern[];
  /** What has to stand in `[vars.SITE]` for every address and id to stay. */
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * Copies the articles of another generator's folder, and what they show, as they are. What is there already stays.
 * @param root the folder's path
 */
export async function copySite(root: string, site: SiteFolder, { folder, isDryRun, shelf }: CopySiteOptions): Promise<CopiedSite> {
  const { settings, trees } = findFormerSite(site);
  const [articles, media, concerns]: [string[], string[], Concern[]] = [[], [], []];
  let [there, leftOut] = [0, 0];
  for (const [target, { isText, path }] of targetsOf(site.paths, trees)) {
    const from = join(root, path);
    const found = compare(from, join(folder, target));
    const fault = faultOf(target, found);
    if (fault !== undefined) {
      concerns.push({ from: root, entry: path, note: `Left out: ${fault}` });
      leftOut += isText ? 1 : 0;
    } else if (found === "same") there += isText ? 1 : 0;
    else if (!isText) media.push(copy(from, target));
    else if (await isNew(path, target)) articles.push(copy(from, target));
    else there++;
  }
  return { articles, media, there, leftOut, concerns, settings };

  // Whatever is wrong with it is told, and its bytes stay as they are.
  async function isNew(path: string, source: string): Promise<boolean> {
    const text = decodeArticle(readFileSync(join(root, path)));
    const report = ({ line, message, severity }: Pick<Problem, "line" | "message" | "severity">) => {
      if (severity === "error") concerns.push({ from: root, entry: path, file: source, note: `line ${line}: ${message}` });
    };
    if (typeof text === "string") return shelf.takeIn({ source, text }, report);
    report({ ...text, severity: "error" });
    return true;
  }

  function copy(from: string, target: string): string {
    if (isDryRun) return target;
    mkdirSync(dirname(join(folder, target)), { recursive: true });
    copyFileSync(from, join(folder, target));
    return target;
  }
}

function faultOf(target: string, found: ReturnType<typeof compare>): string | undefined {
  if (isForeign(target)) return "articles are .md, .html and .txt; turn it into one of them";
  return found === "other" ? `${fileOf(target)} is there already and says something else` : undefined;
}

type Target = { readonly path: string; readonly isText: boolean };

// Where every file goes; the first tree that has it counts.
function targetsOf(paths: readonly string[], trees: readonly Tree[]): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const { from, hasArticles, to } of trees) {
    for (const path of paths.filter((path) => isBelow(path, from))) {
      const rest = from === "" ? path : path.slice(from.length + 1);
      const target = to === "" ? rest : `${to}/${rest}`;
      const isText = hasArticles && (isArticle(target) || isForeign(target));
      if (!isLeftOut(target) && !targets.has(target) && (isText || isMedia(target))) targets.set(target, { path, isText });
    }
  }
  return targets;
}

// What an article can show or lead to; no code, and nothing that a template is made of.
function isMedia(path: string): boolean {
  return /^(?:image|audio|video)\/|^application\/(?:pdf|zip|epub\+zip|gzip|msword|vnd\..*)$|^text\/(?:csv|vtt)$/.test(
    mime.getType(path) ?? "",
  );
}

function compare(from: string, target: string): "missing" | "same" | "other" {
  if (!existsSync(target)) return "missing";
  const isSame = statSync(from).size === statSync(target).size && readFileSync(from).equals(readFileSync(target));
  return isSame ? "same" : "other";
}
