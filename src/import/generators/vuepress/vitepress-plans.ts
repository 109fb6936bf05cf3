import { textIn, textsIn } from "../../../base/table-values.ts";
import { isMarkedAsDraft } from "../../../content/metadata/is-draft.ts";
import type { ConfigReadings } from "../../configuration/config-readings.ts";
import { excludeFiles } from "../../configuration/file-patterns.ts";
import type { Glob } from "../../configuration/glob.ts";
import { dynamicRoutes, isAboutRepository, repositoryFiles } from "../../site-rules/content-file.ts";
import { isDated } from "../../site-rules/front-matter-date.ts";
import { firstNames, type NoteList } from "../../site-rules/note-list.ts";
import type { ArticlePlan, Plan, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { type PublicFolder, planMedia } from "../../site-rules/plan-media.ts";
import { readableAddress } from "../../site-rules/readable-address.ts";
import { addressPath, isIn, joinPath, pathIn, visiblePath } from "../../site-rules/site-path.ts";
import { hasParameter, pagesOfRoute } from "./dynamic-routes.ts";
import { isFrontPage } from "./front-page.ts";
import { LocaleLanguages } from "./locale-languages.ts";
import type { Rewrites } from "./vitepress-rewrites.ts";
import { includesFiles, unreadDraft } from "./vue-templates.ts";

/** Plans the files of a VitePress site. */
export class VitepressPlans {
  readonly #folder: SiteFolder;
  readonly #source: string;
  readonly #rewrites: Rewrites;
  readonly #notes: NoteList;
  readonly #base: string;
  readonly #ending: string;
  readonly #excluded: Glob;
  readonly #locales: LocaleLanguages;
  readonly #media: readonly PublicFolder[];

  /** @param source the folder of the content */
  constructor(folder: SiteFolder, source: string, readings: ConfigReadings, rewrites: Rewrites, notes: NoteList) {
    const [options] = readings;
    this.#folder = folder;
    this.#source = source;
    this.#rewrites = rewrites;
    this.#notes = notes;
    this.#base = textIn(options["base"]) ?? "/";
    this.#ending = options["cleanUrls"] === true ? "" : ".html";
    this.#excluded = excludeFiles([...new Set(readings.flatMap((each) => textsIn(each["srcExclude"])))]);
    this.#locales = new LocaleLanguages(options);
    this.#media = [
      { from: joinPath(source, "public"), to: "" },
      { from: source, to: "" },
    ];
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    if (!isIn(this.#source, file.path)) return undefined;
    const target = pathIn(this.#source, file.path);
    if (target.split("/").some((name) => name.startsWith("."))) return undefined;
    if (!target.endsWith(".md")) return planMedia(file.path, this.#media);
    if (/(?:^|\/)dist\//.test(target)) return { kind: "left out", what: "files in folders named dist, which VitePress ignores" };
    if (this.#excluded.test(target)) return { kind: "left out", what: "files that srcExclude names" };
    if (isAboutRepository(file, this.#source)) return { kind: "left out", what: repositoryFiles };
    return hasParameter(target) ? this.#planRoute(file, target) : this.#planText(file, target);
  }

  /** Returns whether a text has another path on the site than in the folder. */
  isRewritten(file: string): boolean {
    const path = pathIn(this.#source, file);
    const rewritten = this.#rewrites.apply(path);
    return rewritten !== undefined && rewritten !== path;
  }

  /** Returns the address that a text would have without rewrites and without the base. */
  plainUrl(file: string): string {
    return this.#pathOfPage(pathIn(this.#source, file));
  }

  #planRoute({ path }: SiteFile, target: string): Plan {
    const pages = pagesOfRoute(this.#folder, this.#source, target).map((page) => this.#publishedPath(page));
    if (pages.length > 0) this.#notes.count("The pages of dynamic routes are not imported", `${path} (${firstNames(pages)})`);
    return { kind: "left out", what: dynamicRoutes };
  }

  #publishedPath(page: string): string {
    return addressPath(this.#base, this.#pathOfPage(page));
  }

  #pathOfPage(page: string): string {
    return addressPath(page.replace(/(?<=^|\/)index\.md$/, "").replace(/\.md$/, this.#ending));
  }

  #planText(file: SiteFile, target: string): ArticlePlan {
    if (isMarkedAsDraft(file.frontMatter)) this.#notes.count(unreadDraft, file.path);
    if (includesFiles(file.body)) this.#notes.count("Included files are not read; copy their text", file.path);
    return {
      kind: isDated(file) && !isFrontPage(file, target) ? "post" : "page",
      target: visiblePath(target),
      ...this.#addressOf(file, target),
      ...this.#locales.keysOf(target, file.frontMatter),
    };
  }

  #addressOf({ frontMatter }: SiteFile, target: string): Pick<ArticlePlan, "address"> {
    const rewritten = this.#rewrites.apply(target);
    if (rewritten === undefined) return {};
    const path = this.#publishedPath(rewritten);
    const pattern = addressPath(this.#base, `:sections/:filename${this.#ending}`);
    return { address: readableAddress(path, pattern, { target: visiblePath(target), frontMatter }) };
  }
}
