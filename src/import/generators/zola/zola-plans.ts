import { baseName, folderOf } from "../../../base/file-path.ts";
import { textIn, textsIn } from "../../../base/table-values.ts";
import { parseFrontMatter } from "../../../content/front-matter/front-matter.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { asList, isFalse, isTrue } from "../../../content/front-matter/front-matter-value.ts";
import { dateOfPath } from "../../../content/metadata/date-of-path.ts";
import { excludeFiles } from "../../configuration/file-patterns.ts";
import type { Glob } from "../../configuration/glob.ts";
import { civilDate } from "../../site-rules/civil-date.ts";
import { isAboutRepository, isMedia, repositoryFiles, textsOfSections } from "../../site-rules/content-file.ts";
import type { ArticlePlan, OldAddress, OldSettings, Plan, SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { type PublicFolder, planMedia } from "../../site-rules/plan-media.ts";
import { patternOrPath, readablePath } from "../../site-rules/readable-path.ts";
import { isBlank } from "../../site-rules/site-file.ts";
import { isIn, joinPath, pathIn, visiblePath } from "../../site-rules/site-path.ts";
import { ZolaAddresses } from "./zola-address.ts";
import { readLanguages, type ZolaConfig, type ZolaLanguages } from "./zola-config.ts";
import { pageOf, type ZolaPage } from "./zola-page.ts";

/** Plans the files of a Zola site. */
export class ZolaPlans {
  readonly #content: string;
  readonly #base: string;
  readonly #settings: OldSettings;
  readonly #languages: ZolaLanguages;
  readonly #addresses: ZolaAddresses;
  readonly #paths: ReadonlySet<string>;
  readonly #bundles: ReadonlySet<string>;
  readonly #draftFolders: readonly string[];
  readonly #ignored: Glob;
  readonly #media: readonly PublicFolder[];

  /** @param base the path of `base_url` */
  constructor(folder: SiteFolder, { content, root, values }: ZolaConfig, base: string, settings: OldSettings) {
    const inContent = folder.paths.filter((path) => isIn(content, path));
    this.#content = content;
    this.#base = base;
    this.#settings = settings;
    this.#languages = readLanguages(values);
    this.#addresses = new ZolaAddresses(values, base, this.#languages.byDefault);
    this.#paths = new Set(folder.paths);
    this.#bundles = new Set(inContent.filter((path) => /(?:^|\/)index(?:\.[^./]+)?\.md$/.test(path)).map(folderOf));
    this.#draftFolders = inContent.filter((path) => isDraftSection(folder, path)).map(folderOf);
    this.#ignored = ignoredContent(textsIn(values["ignored_content"]));
    this.#media = [
      { from: joinPath(root, "static"), to: "" },
      { from: content, to: "" },
    ];
  }

  /** Returns the planned action for a file; undefined if it is not content. */
  plan(file: SiteFile): Plan | undefined {
    const { path } = file;
    if (!isIn(this.#content, path)) return planMedia(path, this.#media);
    const own = pathIn(this.#content, path);
    const name = baseName(path);
    if (name.startsWith(".")) return undefined;
    if (this.#ignored.test(`content/${own}`)) return { kind: "left out", what: "files that ignored_content names" };
    if (!name.endsWith(".md")) return this.#planResource(path, own);
    if (name.startsWith("_index.")) return this.#planSection(file, own);
    if (this.#draftFolders.some((section) => isIn(section, path))) return { kind: "left out", what: "pages of draft sections" };
    if (isAboutRepository(file, this.#content)) return { kind: "left out", what: repositoryFiles };
    if (isFalse(file.frontMatter["render"])) return { kind: "left out", what: "pages that the site does not render" };
    return this.#planText(file, own);
  }

  // The files of a bundle are media, whatever their extension is.
  #planResource(path: string, own: string): Plan | undefined {
    return isMedia(path) || !isInBundle(path, this.#bundles) ? planMedia(path, this.#media) : { kind: "media", target: own };
  }

  // A section page only lists pages. That of the whole site, or of a language, may have a text.
  #planSection(file: SiteFile, own: string): Plan {
    const { redirect_to: redirect, render } = file.frontMatter;
    if (isBlank(file.body) || isFalse(render) || redirect !== undefined) return { kind: "left out", what: "section pages" };
    if (folderOf(own) !== "") return { kind: "left out", what: textsOfSections };
    const { language } = pageOf(own, file.frontMatter, this.#languages);
    const isOther = language !== this.#languages.byDefault;
    return {
      kind: "page",
      target: visiblePath(own),
      address: { path: this.#addresses.ofFrontPage(language) },
      ...(isOther && { keys: { language } }),
      ...this.#replacementOf(file),
    };
  }

  #planText(file: SiteFile, target: string): ArticlePlan {
    const page = pageOf(target, file.frontMatter, this.#languages);
    const kind = kindOf(page, target);
    const keys = this.#keysOf(page, target);
    return { kind, target, address: this.#addressOf(page, kind, target, keys), keys, ...this.#replacementOf(file) };
  }

  #keysOf({ dateOfName, frontMatter, isBundle, language, name }: ZolaPage, target: string): Readonly<Record<string, string>> {
    const original = joinPath(this.#content, folderOf(target), `${name}.md`);
    const isUnknownLanguage = language !== this.#languages.byDefault && !isBundle && !this.#paths.has(original);
    return {
      ...(frontMatter["date"] === undefined && dateOfName?.includes("T") && { date: dateOfName }),
      ...(isUnknownLanguage && { language }),
    };
  }

  #addressOf(page: ZolaPage, kind: ArticlePlan["kind"], target: string, keys: FrontMatterTable): OldAddress {
    const article = {
      target,
      frontMatter: { ...keys, ...page.frontMatter },
      date: page.date === undefined ? undefined : civilDate(page.date, "UTC")?.instant,
      hasOriginal: (original: string) => this.#paths.has(joinPath(this.#content, original)),
    };
    return patternOrPath(this.#addresses.pathOf(page), kind === "post" ? this.#addresses.patternOf() : undefined, article, this.#settings);
  }

  #replacementOf({ body, frontMatter }: SiteFile): Pick<ArticlePlan, "replacement"> {
    if (this.#base === "" || frontMatter["aliases"] === undefined) return {};
    const written = asList(frontMatter["aliases"]).flatMap((alias) => textIn(alias) ?? []);
    const aliases = written.map((alias) => readablePath(this.#addresses.aliasOf(alias)));
    return { replacement: { frontMatter: { ...frontMatter, aliases }, body } };
  }
}

// Zola compares the whole path, and its `*` also matches slashes (docs.rs/globset, "literal_separator").
function ignoredContent(patterns: readonly string[]): Glob {
  const translated = (pattern: string) =>
    pattern
      .replace(/^(?:\.?\/)+/, "")
      .replaceAll(/\*+/g, "**")
      .replaceAll("[!", "[^");
  return excludeFiles(patterns.map((pattern) => `**/${translated(pattern)}`));
}

// Zola itself has no date of the path, but sites that publish by day put it there.
function kindOf({ date, frontMatter }: ZolaPage, own: string): ArticlePlan["kind"] {
  return date === undefined && dateOfPath(textIn(frontMatter["path"]) ?? own) === undefined ? "page" : "post";
}

function isInBundle(path: string, bundles: ReadonlySet<string>): boolean {
  for (let folder = folderOf(path); folder !== ""; folder = folderOf(folder)) if (bundles.has(folder)) return true;
  return false;
}

function isDraftSection({ read }: SiteFolder, path: string): boolean {
  if (baseName(path) !== "_index.md") return false;
  try {
    return isTrue(parseFrontMatter(path, read(path) ?? "").data["draft"]);
  } catch {
    return false;
  }
}
