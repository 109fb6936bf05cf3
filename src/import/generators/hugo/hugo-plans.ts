import { baseName, folderOf } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { isTrue } from "../../../content/front-matter/front-matter-value.ts";
import { dateOfPath } from "../../../content/metadata/date-of-path.ts";
import { findDraftMark } from "../../../content/metadata/is-draft.ts";
import { excludeFiles } from "../../configuration/file-patterns.ts";
import type { Glob } from "../../configuration/glob.ts";
import { isAboutRepository, isMedia, otherMarkups, repositoryFiles, textsOfSections } from "../../site-rules/content-file.ts";
import { withoutForeignKeys } from "../../site-rules/foreign-keys.ts";
import type { NoteList } from "../../site-rules/note-list.ts";
import type { ArticlePlan, OldAddress, OldSettings, Plan, SiteFile } from "../../site-rules/old-site.ts";
import { type PublicFolder, planMedia } from "../../site-rules/plan-media.ts";
import { patternOrPath, readablePath } from "../../site-rules/readable-path.ts";
import { isBlank } from "../../site-rules/site-file.ts";
import { isIn, joinPath, pathIn, visiblePath } from "../../site-rules/site-path.ts";
import type { HugoPage } from "./hugo-address.ts";
import { withAliases } from "./hugo-aliases.ts";
import { correctedBuild, isNotRendered, typedFrontMatter, withBuildOptions } from "./hugo-build.ts";
import { Cascade, withLowerCase } from "./hugo-cascade.ts";
import {
  bundleOf,
  type ContentRoot,
  ignoredFiles,
  isDisabledByName,
  isInDisabledFolder,
  isPageFile,
  isReadablePage,
  ofDisabledLanguage,
  rootOf,
  splitLanguage,
  staticRoots,
} from "./hugo-content.ts";
import { configuredDateKeys } from "./hugo-date.ts";
import { dateKeysOf, divideKeys, releaseOf, withinDates } from "./hugo-date-keys.ts";
import { nestedFault, plainPageFault, sectionDatesFault, unreadDates, versionFault } from "./hugo-faults.ts";
import { isExcludedByMounts, type Mount, mountsOf } from "./hugo-mounts.ts";
import { pageOf } from "./hugo-page.ts";
import { HugoRules } from "./hugo-rules.ts";
import { SectionsAbove } from "./hugo-sections-above.ts";
import { type HugoSite, placeOf } from "./hugo-site.ts";
import { termsOf } from "./hugo-taxonomies.ts";

const foreignKeys = ["permalink", "path"];

/** Plans the files of a Hugo site. */
export class HugoPlans {
  readonly #site: HugoSite;
  readonly #settings: OldSettings;
  readonly #notes: NoteList;
  readonly #rules: HugoRules;
  readonly #cascade: Cascade;
  readonly #sections: SectionsAbove;
  readonly #paths: ReadonlySet<string>;
  readonly #ignored: Glob;
  readonly #mounts: readonly Mount[];
  readonly #media: readonly PublicFolder[];

  constructor(site: HugoSite, settings: OldSettings, notes: NoteList) {
    this.#site = site;
    this.#settings = settings;
    this.#notes = notes;
    this.#rules = new HugoRules(site);
    this.#cascade = new Cascade(site.folder, site.folders.sections, site.values["cascade"], configuredDateKeys(site.values));
    this.#sections = new SectionsAbove(site, this.#rules, this.#cascade);
    this.#paths = new Set(site.folder.paths);
    this.#ignored = excludeFiles(ignoredFiles(site.values).patterns);
    this.#mounts = ["content", "static", "assets"].flatMap((kind) => mountsOf(site.root, site.values, kind));
    this.#media = [...staticRoots(site.root, site.values), ...site.roots.map((root) => ({ from: root.from, to: placeOf(site, root) }))];
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    const { path } = file;
    const { folders, languages, roots } = this.#site;
    if (isExcludedByMounts(path, this.#mounts)) return { kind: "left out", what: "files that the patterns of module.mounts exclude" };
    if (isInDisabledFolder(path, this.#site.root, this.#site.values, languages)) return ofDisabledLanguage;
    const root = rootOf(path, roots);
    if (root === undefined) return planMedia(path, this.#media);
    if (isDisabledByName(path, languages)) return ofDisabledLanguage;
    if (this.#ignored.test(path)) return { kind: "left out", what: "files that ignoreFiles names" };
    const bundle = bundleOf(path, folders.bundles);
    const name = baseName(splitLanguage(path, languages).stem);
    const isPage = isPageFile(path) && (bundle === undefined || (folderOf(path) === bundle && name === "index"));
    if (!isPage) return this.#planResource(path, bundle);
    if (/^_index(?:\.|$)/.test(name)) return this.#planSection(file, root);
    if (!isReadablePage(path)) return { kind: "left out", what: otherMarkups };
    if (isAboutRepository(file, root.from)) return { kind: "left out", what: repositoryFiles };
    return this.#planText(file, root);
  }

  // The attachments of a bundle are media, whatever their extension is.
  #planResource(path: string, bundle: string | undefined): Plan | undefined {
    if (bundle === undefined || isMedia(path)) return planMedia(path, this.#media);
    if (baseName(path).startsWith(".")) return undefined;
    const folder = this.#media.find(({ from }) => isIn(from, path));
    return folder && { kind: "media", target: joinPath(folder.to, pathIn(folder.from, path)) };
  }

  // A section page only lists pages. That of the whole site, or of a language, may have a text.
  #planSection(file: SiteFile, root: ContentRoot): Plan {
    const isFront = folderOf(file.path) === root.from && root.to === "" && isReadablePage(file.path);
    const frontMatter = withLowerCase(this.#withBuild(file));
    if (isBlank(file.body) || isNotRendered(frontMatter)) return { kind: "left out", what: "section pages" };
    if (!isFront) return { kind: "left out", what: textsOfSections };
    const page = pageOf(this.#site, this.#rules, file.path, root, frontMatter);
    const { addresses, place } = this.#rules.of(page.language);
    const path = addresses.frontPath;
    return {
      kind: "page",
      target: joinPath(placeOf(this.#site, root), visiblePath(baseName(file.path))),
      address: { path: readablePath(path) },
      ...(place.otherUrl !== undefined && { isGuess: true }),
      ...(page.language !== this.#site.languages.byDefault && { keys: { language: page.language } }),
      ...this.#replacementOf(file, page, path),
    };
  }

  #planText(file: SiteFile, root: ContentRoot): Plan {
    const passed = this.#passedTo(file.path, root);
    const own = this.#withBuild(file);
    const frontMatter = { ...withLowerCase(passed), ...withLowerCase(own) };
    if (isNotRendered(frontMatter)) return { kind: "left out", what: "pages that the site does not render" };
    const page = pageOf(this.#site, this.#rules, file.path, root, frontMatter);
    const { addresses, taxonomies, timezone } = this.#rules.of(page.language);
    const target = joinPath(placeOf(this.#site, root), pathIn(root.from, file.path));
    const kind = this.#kindOf(page, file);
    const path = addresses.pathOf(page);
    const { dropped, keys: terms } = termsOf(taxonomies, frontMatter);
    const { dates: above, hiddenBy } = this.#sections.effectOn(file.path, root, page.language);
    const within = withinDates(page.dates, above, timezone);
    const dates = divideKeys(dateKeysOf(within, frontMatter), file.frontMatter);
    const isDoubtful = this.#site.isRecent === undefined;
    const doubt = isDoubtful && within.release !== page.dates.release ? sectionDatesFault : undefined;
    if (isDoubtful && within.expiry !== page.dates.expiry) this.#notes.count(sectionDatesFault, file.path);
    const release = releaseOf(within, frontMatter, file.frontMatter, timezone);
    const otherUrl = path === undefined ? undefined : addresses.otherUrlOf(path);
    const keys = {
      ...{ ...passed, ...dates.missing, ...this.#languageOf(page, file.path, root), ...terms },
      ...(kind === "post" && otherUrl !== undefined && { id: otherUrl }),
    };
    const corrections = { ...correctedBuild(file.frontMatter, own), ...correctedDraft(frontMatter), ...dates.replaced };
    const shared = {
      ...{ kind, target, keys, ...(dropped && { dropped }), ...(Object.keys(corrections).length > 0 && { corrections }) },
      ...((otherUrl !== undefined || this.#isUncertain(page, path, file.path)) && ({ isGuess: true } as const)),
      ...(release && { release: { ...release, doubt } }),
      ...(hiddenBy && { hiddenBy }),
    };
    const { base, isRecent } = this.#site;
    const plain = isRecent === true || !this.#isPlainPage(file) ? path : plainPath(base, target);
    if (path !== undefined && plain !== undefined && plain !== path) {
      const address = isRecent === undefined ? { addressFault: plainPageFault } : { address: { path: readablePath(plain) } };
      return { ...shared, ...address, ...this.#replacementOf(file, page, isRecent === undefined ? undefined : plain) };
    }
    const copied = { ...keys, ...withoutForeignKeys(file.frontMatter, foreignKeys) };
    const address = path === undefined ? undefined : this.#addressOf(page, path, { kind, target, frontMatter: copied });
    return { ...shared, address, ...this.#replacementOf(file, page, path) };
  }

  // Names the pages whose dates or addresses depend on what the files do not have. Returns whether the address may be another one.
  #isUncertain(page: HugoPage, path: string | undefined, file: string): boolean {
    const { addresses, formerAddresses } = this.#rules.of(page.language);
    if (path === undefined) this.#notes.count("The permalink pattern has an unknown token, so the address is unknown", file);
    const isFormer = path !== undefined && formerAddresses !== undefined && formerAddresses.pathOf(page) !== path;
    if (isFormer) this.#notes.count(versionFault, file);
    for (const source of page.dates.unread) this.#notes.count(unreadDates(source), file);
    const isNested = this.#site.isRecent !== false && addresses.hasNestedPattern(page);
    if (isNested) this.#notes.count(nestedFault, file);
    const hasDate = /:(?:year|month|day|week|\d|Jan|Mon)/.test(addresses.patternOf(page) ?? "");
    return isFormer || isNested || (hasDate && page.dates.unread.some((source) => source.endsWith(" of date")));
  }

  #withBuild({ frontMatter, path }: SiteFile): FrontMatterTable {
    return withBuildOptions(frontMatter, typedFrontMatter(path, this.#site.folder.read(path) ?? ""));
  }

  // An HTML file that begins with an element, not with front matter, be it empty, or a comment (github.com/gohugoio/hugo/pull/7034).
  #isPlainPage({ path }: SiteFile): boolean {
    return /\.html?$/i.test(path) && /^\uFEFF?\s*<(?!!--)/.test(this.#site.folder.read(path) ?? "");
  }

  /** Returns the front matter that the site and the sections pass to a page. */
  passedTo(path: string): FrontMatterTable {
    const root = rootOf(path, this.#site.roots);
    return root === undefined ? {} : this.#passedTo(path, root);
  }

  #passedTo(path: string, root: ContentRoot): FrontMatterTable {
    const { languages } = this.#site;
    const { language = root.language ?? languages.byDefault, stem } = splitLanguage(path, languages);
    const logical = joinPath(root.to, pathIn(root.from, stem)).replace(/\/index$/, "");
    return this.#cascade.keysOf(path, `/${logical}`, language);
  }

  #kindOf({ date, folders, frontMatter, language }: HugoPage, file: SiteFile): ArticlePlan["kind"] {
    const { main } = this.#rules.of(language);
    const isDated = date !== undefined || dateOfPath(textIn(frontMatter["url"]) ?? file.path) !== undefined;
    const section = folders[0] ?? "";
    const isMain = main.isMain(section, textIn(frontMatter["type"]));
    if (isMain && !isDated && file.isUnreadable !== true && !isTrue(frontMatter["draft"]) && !isBlank(file.body))
      this.#notes.count("No date, so the post became a page; add a date and remove feed: false", file.path);
    if (!isMain && main.areConfigured && isDated && section !== "" && !isBlank(file.body))
      this.#notes.count("Not in mainSections, so the post became a page; remove feed: false to have it in the feeds", file.path);
    return isMain && isDated ? "post" : "page";
  }

  #languageOf({ language }: HugoPage, path: string, root: ContentRoot): FrontMatterTable {
    const { byDefault } = this.#site.languages;
    const isSuffix = language !== (root.language ?? byDefault) && !this.#paths.has(originalOf(path));
    const isOfRoot = root.language !== undefined && root.language !== byDefault;
    return isSuffix || isOfRoot ? { language } : {};
  }

  #addressOf(page: HugoPage, path: string, { frontMatter, kind, target }: CopiedPage): OldAddress {
    const own = this.#rules.of(page.language).addresses.patternOf(page);
    const pattern = own === undefined ? "/:sections/:slugorfilename/" : translated(own);
    const prefixed = this.#site.base + pattern.replace(/\/?$/, path.endsWith("/") ? "/" : ".html");
    const date = kind === "post" ? page.date?.instant : undefined;
    const content = this.#site.roots[0]?.from ?? "";
    const hasOriginal = (original: string) => this.#paths.has(joinPath(content, original));
    return patternOrPath(path, prefixed, { target, frontMatter, date, hasOriginal }, this.#settings);
  }

  #replacementOf({ body, frontMatter }: SiteFile, page: HugoPage, path: string | undefined): Pick<ArticlePlan, "replacement"> {
    const copied = withAliases(withoutForeignKeys(frontMatter, foreignKeys), this.#rules.of(page.language).addresses, page, path);
    return copied === frontMatter ? {} : { replacement: { frontMatter: copied, body } };
  }
}

/** The copy of a page, as far as the pattern of its address depends on it. */
type CopiedPage = Pick<ArticlePlan, "kind" | "target"> & { readonly frontMatter: FrontMatterTable };

function originalOf(path: string): string {
  return path.replace(/\.[^./]+(?=\.[^./]+$)/, "");
}

// Keys such as `wip` are keys of the site's own: Hugo publishes the page.
function correctedDraft(frontMatter: FrontMatterTable): FrontMatterTable {
  return findDraftMark(frontMatter)?.isSynonym === true ? { draft: "false" } : {};
}

function plainPath(base: string, target: string): string {
  return `${base}/${target}`.replace(/(?<=\/)index\.html?$/, "");
}

// In Hugo, :slug falls back to the title, and :title is the title itself. The address that this pattern makes is compared with Hugo's.
function translated(pattern: string): string {
  return pattern.replace(/:slug(?!\w)/g, ":slugortitle").replace(/:title(?!\w)/g, ":post_title");
}
