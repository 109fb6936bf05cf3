import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { isInDrafts } from "../../model/file-name.ts";
import { markupOf } from "../../model/markup-of.ts";
import { isErrorPage } from "../site-rules/error-page.ts";
import type { ArticlePlan, OldSite, Plan, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { OwnDates } from "../site-rules/own-dates.ts";
import { isBlank, readFile } from "../site-rules/site-file.ts";
import { folderOf } from "../site-rules/site-path.ts";
import { type PlannedAttachment, placeOfAttachment, planAttachment } from "./attachments.ts";
import { lostTextKind } from "./lost-text.ts";

/** A file of an old site that becomes an article. */
export interface PlannedArticle {
  readonly path: string;
  readonly target: string;
  readonly plan: ArticlePlan;
  /** The front matter that its copy will have. */
  readonly frontMatter: FrontMatterTable;
}

/** A file of an old site that is copied. */
export interface PlannedMedia {
  readonly path: string;
  readonly target: string;
}

/** The plan of an import, with the action for each file. */
export interface SitePlan {
  /** Posts, then pages, then drafts: an address belongs to the first article that has it. */
  readonly articles: readonly PlannedArticle[];
  readonly media: readonly PlannedMedia[];
  /** Files that are copied if an article links to them. */
  readonly attachments: readonly PlannedAttachment[];
  /** The paths of files that are left out, by kind. */
  readonly leftOut: ReadonlyMap<string, readonly string[]>;
  /** Files whose target belonged to another file: path → the target that they got. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Files whose targets differ in case only: path → the target of the earlier one. On macOS and Windows they are one file. */
  readonly sameButCase: ReadonlyMap<string, string>;
  /** Facts about all files, one sentence each. */
  readonly notes: readonly string[];
}

/** Plans all files of an old site. Of two files with the same target, the later one gets a number. */
export function planSite(folder: SiteFolder, site: OldSite): SitePlan {
  const articles: PlannedArticle[] = [];
  const media: PlannedMedia[] = [];
  const leftOut = new Map<string, string[]>();
  const renamed = new Map<string, string>();
  const sameButCase = new Map<string, string>();
  const withoutPlan: string[] = [];
  const attached: PlannedAttachment[] = [];
  const targets = new Set<string>();
  const dates = site.hasAnySchema === true ? new OwnDates(folder) : undefined;
  const byLowerCase = new Map<string, string>();
  const place = (path: string, target: string): string => {
    const free = freeTarget(target.normalize("NFC"), targets);
    targets.add(free);
    if (free !== target.normalize("NFC")) renamed.set(path, free);
    const same = byLowerCase.get(free.toLowerCase());
    if (same === undefined) byLowerCase.set(free.toLowerCase(), free);
    else sameButCase.set(path, same);
    return free;
  };
  const leaveOut = (what: string, path: string) => {
    const paths = leftOut.get(what) ?? [];
    paths.push(path);
    leftOut.set(what, paths);
  };
  // A file that cannot be read is reported when it is copied.
  const isEmptyText = ({ body, path }: SiteFile) => isBlank(body) && folder.read(path) !== undefined;
  for (const path of folder.paths) {
    const { file, plan } = planFile(readFile(folder, path), site, dates);
    const asItIs = placeOfAttachment(plan);
    if (asItIs !== undefined) attached.push(planAttachment(path, asItIs.normalize("NFC")));
    if (plan === undefined || plan.kind === "attachment") withoutPlan.push(path);
    else if (plan.kind === "left out") leaveOut(plan.what, path);
    // A text next to the index of a bundle would become an article.
    else if (plan.kind === "media" && markupOf(plan.target) !== undefined) leaveOut("texts that belong to a post", path);
    else if (plan.kind !== "media" && isErrorPage(path, plan, site.base)) leaveOut("error pages", path);
    else if (plan.kind === "page" && isEmptyText(file)) leaveOut("pages without a text", path);
    else if (plan.kind === "page" && isComputed(file.body) && !hasTitle(file, plan)) leaveOut("pages without a text", path);
    else if (plan.kind === "post" && isEmptyText(file) && !hasTitle(file, plan)) leaveOut("posts without a title and a text", path);
    else if (plan.kind === "media") media.push({ path, target: place(path, plan.target) });
    else articles.push({ path, target: place(path, plan.target), plan, frontMatter: plannedKeys(file, plan) });
  }
  const places = new Set(articles.map(({ path }) => folderOf(path)));
  for (const path of withoutPlan) {
    const what = isForCrawlers(path)
      ? "files for crawlers, such as robots.txt"
      : places.has(folderOf(path))
        ? lostTextKind(path)
        : undefined;
    if (what !== undefined) leaveOut(what, path);
  }
  const attachments = attached.filter(({ target }) => target === undefined || !targets.has(target));
  return {
    articles: articles.sort((a, b) => rankOf(a) - rankOf(b)),
    media,
    attachments,
    leftOut,
    renamed,
    sameButCase,
    notes: dates?.notes ?? [],
  };
}

function planFile(
  read: SiteFile,
  site: OldSite,
  dates: OwnDates | undefined,
): { readonly file: SiteFile; readonly plan: Plan | undefined } {
  const plan = site.plan(read);
  const date =
    plan?.kind === "page" || plan?.kind === "post" ? dates?.dateOf({ ...read, frontMatter: plannedKeys(read, plan) }) : undefined;
  if (date === undefined) return { file: read, plan };
  const file = { ...read, frontMatter: { ...read.frontMatter, date } };
  const dated = site.plan(file);
  return { file, plan: dated?.kind === "post" ? { ...dated, keys: { ...dated.keys, date } } : dated };
}

// Its rules may matter to the owner, but a feed site has its own. It is at the top, or in a folder such as `static`.
function isForCrawlers(path: string): boolean {
  return /^(?:[^/]+\/)?robots\.txt$/i.test(path);
}

// The tags of templates and their HTML.
const tags = /\{%[^%]{0,2000}%\}|\{\{[^{}]{0,2000}\}\}|<(?!(?:img|picture|video|audio|iframe|svg|object|embed)\b)[^<>]{0,2000}>/gi;

function isComputed(body: string): boolean {
  return isOnlyComponents(body) || (/\{[{%]/.test(body) && body.replace(tags, "").trim() === "");
}

// Such a page, `<Archives/>`, has nothing that the old generator did not compute.
function isOnlyComponents(body: string): boolean {
  return /^(?:\s{0,99}<[A-Z][\w.]{0,99}(?:\s[^<>]{0,500})?(?:\/>|><\/[A-Z][\w.]{0,99}>)){1,20}\s{0,99}$/.test(body);
}

function plannedKeys({ frontMatter }: SiteFile, { corrections, keys, replacement }: ArticlePlan): FrontMatterTable {
  return { ...keys, ...(replacement?.frontMatter ?? frontMatter), ...corrections };
}

function hasTitle(file: SiteFile, plan: ArticlePlan): boolean {
  return Object.keys(plannedKeys(file, plan)).some((key) => /^title$/i.test(key));
}

function freeTarget(target: string, taken: ReadonlySet<string>): string {
  let free = target;
  for (let count = 2; taken.has(free); count++) free = target.replace(/(\.[^./]*)?$/, (ending) => `-${count}${ending}`);
  return free;
}

function rankOf({ plan, target }: PlannedArticle): number {
  return isInDrafts(target) ? 2 : plan.kind === "page" ? 1 : 0;
}
