import { baseName, folderOf } from "../../../base/file-path.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { isFalse, isTrue } from "../../../content/front-matter/front-matter-value.ts";
import type { ArticlePlan } from "../../site-rules/old-site.ts";
import { joinPath, pathIn } from "../../site-rules/site-path.ts";
import { type Cascade, sectionFrontMatter, withLowerCase } from "./hugo-cascade.ts";
import { type ContentRoot, isPageFile, rootOf, splitLanguage } from "./hugo-content.ts";
import type { HugoDates } from "./hugo-date.ts";
import type { HugoRules } from "./hugo-rules.ts";
import type { HugoSite } from "./hugo-site.ts";

/** The effect of the section pages above a page. */
export interface SectionEffect extends Pick<ArticlePlan, "hiddenBy"> {
  /** The dates of the section pages. */
  readonly dates: readonly HugoDates[];
}

/** The section pages, on which Hugo before 0.123 makes the pages below depend, in the same language: it publishes none below a draft. */
export class SectionsAbove {
  readonly #site: HugoSite;
  readonly #rules: HugoRules;
  readonly #cascade: Cascade;
  /** The paths of section pages by their language and their folder below the content. */
  readonly #pages = new Map<string, string>();
  readonly #tables = new Map<string, FrontMatterTable>();

  constructor(site: HugoSite, rules: HugoRules, cascade: Cascade) {
    this.#site = site;
    this.#rules = rules;
    this.#cascade = cascade;
    if (site.isRecent === true) return;
    for (const path of site.folder.paths) this.#add(path);
  }

  /** Returns the effect on the page of a file. */
  effectOn(path: string, root: ContentRoot, language: string): SectionEffect {
    const found = this.#foldersAbove(path, root).flatMap((folder) => {
      const section = this.#pages.get(keyOf(language, folder));
      return section === undefined ? [] : [{ section, folder, table: this.#tableOf(section, folder, language) }];
    });
    const draft = found.find(({ table }) => isHugoDraft(table));
    const { datesOf } = this.#rules.of(language);
    return {
      ...(draft !== undefined && { hiddenBy: { condition: `draft: true in ${draft.section}${this.#advice}`, isCertain: true } }),
      dates: found.map(({ folder, table }) => datesOf(table, baseName(folder))),
    };
  }

  get #advice(): string {
    const { isRecent } = this.#site;
    return isRecent === undefined ? ", as Hugo before 0.123 does; if yours was newer, they were public, so remove draft" : "";
  }

  // The front page counts only for a version that is known: if it had been a draft in an older one, the site would have been empty.
  #foldersAbove(path: string, root: ContentRoot): readonly string[] {
    const names = folderBelow(root, path)
      .split("/")
      .filter((name) => name !== "");
    const folders = names.map((_, index) => names.slice(0, names.length - index).join("/"));
    return this.#site.isRecent === undefined ? folders : [...folders, ""];
  }

  #add(path: string): void {
    const { languages, roots } = this.#site;
    const root = isPageFile(path) ? rootOf(path, roots) : undefined;
    if (root === undefined) return;
    const { language = root.language ?? languages.byDefault, stem } = splitLanguage(path, languages);
    const key = keyOf(language, folderBelow(root, path));
    if (baseName(stem) === "_index" && !this.#pages.has(key)) this.#pages.set(key, path);
  }

  #tableOf(path: string, folder: string, language: string): FrontMatterTable {
    const passed = () => withLowerCase(this.#cascade.keysOf(path, `/${folder}`, language, "section"));
    const table = this.#tables.get(path) ?? { ...passed(), ...sectionFrontMatter(this.#site.folder, path) };
    this.#tables.set(path, table);
    return table;
  }
}

// `published: false` is another spelling, to which `draft` has priority.
function isHugoDraft({ draft, published }: FrontMatterTable): boolean {
  return draft === undefined ? isFalse(published) : isTrue(draft);
}

function folderBelow(root: ContentRoot, path: string): string {
  return joinPath(root.to, pathIn(root.from, folderOf(path)));
}

function keyOf(language: string, folder: string): string {
  return `${language}\0${folder.toLowerCase()}`;
}
