import { folderOf } from "../../base/file-path.ts";
import { textIn } from "../../base/table-values.ts";
import type { FrontMatterTable } from "../../content/front-matter/front-matter-table.ts";
import { readSwitch } from "../../content/front-matter/front-matter-value.ts";
import { metadataKeys } from "../../content/front-matter/keys/metadata-keys.ts";
import { isMarkedAsDraft } from "../../content/metadata/is-draft.ts";
import { isInDrafts } from "../../model/file-name.ts";
import { markupOf } from "../../model/markup-of.ts";
import { withFeedChoice } from "../feed-code/feed-choice.ts";
import { codePages, isMedia } from "../site-rules/content-file.ts";
import { feedIdKeys } from "../site-rules/feed-id-keys.ts";
import { isProtected } from "../site-rules/is-protected.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { ArticlePlan, OldSite, Plan, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { overflowingDates } from "../site-rules/overflowing-dates.ts";
import { OwnDates } from "../site-rules/own-dates.ts";
import { OwnTitles } from "../site-rules/own-titles.ts";
import { readFile, splitText } from "../site-rules/site-file.ts";
import { visiblePath, withoutUnderscores } from "../site-rules/site-path.ts";
import { type PlannedAttachment, placeOfAttachment, planAttachment } from "./attachments.ts";
import { CodePages } from "./code-pages.ts";
import { CopyTargets } from "./copy-targets.ts";
import { leftOutKind } from "./left-out-article.ts";
import { isLostPost, lonelyTextKind, lostTextKind } from "./lost-text.ts";
import { plannedFrontMatter } from "./planned-front-matter.ts";

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
  /** The path below the articles folder at which links look for it, which may have names that builds ignore. */
  readonly place: string;
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

const carriedDays = "There is no such day, so the copies have the day that the old generator read: check it";

const outsideTexts =
  "Left out texts with dates in folders that the configuration does not name; if they are yours, import their folder, too";

/** Plans all files of an old site. Of two files with the same target, the later one gets a number. */
export function planSite(folder: SiteFolder, site: OldSite): SitePlan {
  const planner = new SitePlanner(folder, site);
  for (const path of folder.paths) planner.add(path);
  return planner.finish();
}

class SitePlanner {
  readonly #folder: SiteFolder;
  readonly #site: OldSite;
  readonly #dates: OwnDates | undefined;
  readonly #titles: OwnTitles | undefined;
  readonly #codePages: CodePages;
  readonly #notes = new NoteList();
  #idKeys: readonly string[] | undefined;
  readonly #targets = new CopyTargets();
  readonly #articles: PlannedArticle[] = [];
  readonly #media: PlannedMedia[] = [];
  readonly #attachments: PlannedAttachment[] = [];
  readonly #leftOut = new Map<string, string[]>();
  /** The paths of files that the generator does not publish, or publishes as they are. */
  readonly #otherFiles: string[] = [];
  readonly #lostPosts = new Set<string>();

  constructor(folder: SiteFolder, site: OldSite) {
    this.#folder = folder;
    this.#site = site;
    this.#dates = site.hasAnySchema === true ? new OwnDates(folder, site.mayReadNames === true) : undefined;
    this.#titles = site.hasAnySchema === true ? new OwnTitles() : undefined;
    this.#codePages = new CodePages(folder, site.pageFiles ?? []);
  }

  add(path: string): void {
    const { file, plan } = planDated(this.#read(path), this.#site, this.#dates);
    const isOther = plan === undefined || plan.kind === "attachment";
    if (isOther && this.#codePages.has(path)) this.#leaveOut(codePages, path);
    else this.#addPlanned(file, plan);
  }

  #addPlanned(file: PlannedFile, plan: Plan | undefined): void {
    const { path } = file;
    const place = placeOfAttachment(plan) ?? (plan === undefined && isMedia(path) ? path : undefined); // code may import any picture
    if (place !== undefined) this.#attachments.push(planAttachment(path, place.normalize("NFC")));
    if (plan === undefined || plan.kind === "attachment") this.#addOther(file);
    else if (plan.kind === "left out") this.#leaveOut(plan.what, path);
    else if (plan.kind === "media") this.#addMedia(path, plan.target);
    else this.#addArticle(file, plan);
  }

  #read(path: string): PlannedFile {
    const read = readFile(this.#folder, path, this.#site);
    const days = this.#site.readsJsYaml === true ? overflowingDates(read.frontMatter) : {};
    return { ...read, frontMatter: { ...read.frontMatter, ...days }, written: read.frontMatter, days };
  }

  finish(): SitePlan {
    this.#leaveOutLostTexts();
    const { renamed, sameButCase } = this.#targets;
    return {
      articles: this.#articles.sort((a, b) => rankOf(a) - rankOf(b)),
      media: this.#media,
      attachments: this.#attachments.filter(({ target }) => target === undefined || !this.#targets.has(target)),
      leftOut: this.#leftOut,
      renamed,
      sameButCase,
      notes: [...(this.#dates?.notes ?? []), ...(this.#titles?.notes ?? []), ...this.#notes.sentences],
    };
  }

  #addOther(file: SiteFile): void {
    this.#otherFiles.push(file.path);
    if (isLostPost(file, this.#dates)) this.#lostPosts.add(file.path);
  }

  #addMedia(path: string, target: string): void {
    // A text next to the index of a bundle would become an article.
    if (markupOf(target) !== undefined) this.#leaveOut("texts that belong to a post", path);
    else {
      const copy = isMedia(path) ? visiblePath(target) : target; // data files keep their names
      this.#media.push({ path, place: target.normalize("NFC"), target: this.#targets.reserve(path, copy) });
    }
  }

  #addArticle(file: PlannedFile, planned: ArticlePlan): void {
    const { path } = file;
    const kind = leftOutKind(file, planned, this.#site, this.#folder);
    if (kind !== undefined) this.#leaveOut(kind, path);
    else {
      const target = this.#targets.reserve(path, this.#site.publishesUnderscores ? withoutUnderscores(planned.target) : planned.target);
      const front = plannedFrontMatter(file, planned);
      const title = this.#titles?.titleOf(file, front);
      const corrections = { ...this.#site.namesOfAuthors?.(front), ...planned.corrections, ...file.days };
      const titled = {
        ...this.#withoutForeignIds(file, planned),
        ...(title !== undefined && { keys: { ...planned.keys, title } }),
        ...(Object.keys(corrections).length > 0 && { corrections }),
      };
      for (const [key, day] of Object.entries(file.days))
        this.#notes.count(carriedDays, `${path} (${key}: ${textIn(file.written[key])}, now ${day})`);
      const shown = withProtection(file, titled);
      const copy = { ...file, frontMatter: plannedFrontMatter(file, shown) };
      const plan = withFeedChoice(copy, file.frontMatter, shown, this.#site, this.#notes);
      this.#articles.push({ path, target, plan, frontMatter: plannedFrontMatter(file, plan) });
    }
  }

  #withoutForeignIds({ frontMatter }: SiteFile, plan: ArticlePlan): ArticlePlan {
    const written = plan.replacement === undefined ? frontMatter : withUnchanged(plan.replacement.frontMatter, frontMatter);
    const found = metadataKeys.id.filter((key) => Object.keys(written).some((each) => each.toLowerCase() === key));
    if (found.length === 0) return plan;
    this.#idKeys ??= this.#site.idKeys ?? feedIdKeys(this.#folder);
    const dropped = found.filter((key) => this.#idKeys?.includes(key) !== true);
    return dropped.length === 0 ? plan : { ...plan, dropped: [...(plan.dropped ?? []), ...dropped] };
  }

  #leaveOutLostTexts(): void {
    const folders = new Set(this.#articles.map(({ path }) => folderOf(path)));
    for (const path of this.#otherFiles) {
      const kind = kindOfServerFile(path);
      const lost = kind ?? (folders.has(folderOf(path)) ? lostTextKind : lonelyTextKind)(path, this.#folder);
      if (lost !== undefined) this.#leaveOut(lost, path);
      else if (this.#lostPosts.has(path)) this.#notes.count(outsideTexts, path);
    }
  }

  #leaveOut(kind: string, path: string): void {
    const paths = this.#leftOut.get(kind) ?? [];
    paths.push(path);
    this.#leftOut.set(kind, paths);
  }
}

/** A file with the days that replace impossible dates of its front matter, by their keys. */
interface PlannedFile extends SiteFile {
  /** The front matter as it is written. */
  readonly written: FrontMatterTable;
  readonly days: Readonly<Record<string, string>>;
}

// A generator may have put the id of its feed into the new front matter.
function withUnchanged(replaced: FrontMatterTable, original: FrontMatterTable): FrontMatterTable {
  return Object.fromEntries(Object.entries(replaced).filter(([key, value]) => original[key] === value));
}

// A draft is not public in any case.
function withProtection(file: SiteFile, { hiddenBy, isProtected: byConfiguration, ...plan }: ArticlePlan): ArticlePlan {
  const frontMatter = plannedFrontMatter(file, plan);
  if (isInDrafts(plan.target) || isMarkedAsDraft(frontMatter)) return plan;
  if (byConfiguration === true || isProtected({ ...file, frontMatter })) return { ...plan, isProtected: true };
  const isStatedPublic = hiddenBy?.isCertain === false && readSwitch(file.frontMatter["draft"]) === false;
  const hiding = hiddenBy && (isStatedPublic ? { doubtedBy: hiddenBy } : { hiddenBy });
  return { ...plan, ...hiding, ...(isUnread(file, plan) && { isUnfenced: true }) };
}

// A generator that reads the header of a text, such as Pelican, has removed its keys from the text.
function isUnread({ isUnfenced, path }: SiteFile, { replacement }: ArticlePlan): boolean {
  return (replacement === undefined ? isUnfenced : splitText(path, replacement.body).isUnfenced) === true;
}

// A text with a date of its own is planned again with that date, which makes it a post.
function planDated(
  read: PlannedFile,
  site: OldSite,
  dates: OwnDates | undefined,
): { readonly file: PlannedFile; readonly plan: Plan | undefined } {
  const plan = site.plan(read);
  const isArticle = plan?.kind === "page" || plan?.kind === "post";
  const date = isArticle ? dates?.dateOf({ ...read, frontMatter: plannedFrontMatter(read, plan) }) : undefined;
  if (date === undefined) return { file: read, plan };
  const file = { ...read, frontMatter: { ...read.frontMatter, date } };
  const dated = site.plan(file);
  return { file, plan: dated?.kind === "post" ? { ...dated, keys: { ...dated.keys, date } } : dated };
}

// Its rules may matter to the owner, but a feed site has its own. It is at the top, or in a folder such as `static`.
function kindOfServerFile(path: string): string | undefined {
  if (/^(?:[^/]+\/)?robots\.txt$/i.test(path)) return "files for crawlers, such as robots.txt";
  return /^(?:[^/]+\/){0,2}(?:CNAME|_redirects|_headers)$/.test(path) ? "files for the old host, such as CNAME and _redirects" : undefined;
}

function rankOf({ plan, target }: PlannedArticle): number {
  return isInDrafts(target) ? 2 : plan.kind === "page" ? 1 : 0;
}
