import { canonicalPath } from "../../../base/canonical-url.ts";
import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import type { CivilDate } from "../../site-rules/civil-date.ts";
import { readablePath } from "../../site-rules/readable-path.ts";
import { resolvePath } from "../../site-rules/site-path.ts";
import type { HugoDates } from "./hugo-date.ts";
import { normalizePath, type PathRules, sanitizeHugoPath } from "./hugo-path.ts";
import { hasNestedKey, patternFor, patternsIn, type SectionPattern } from "./hugo-patterns.ts";
import { fillPermalink, permalinkPath } from "./hugo-permalink.ts";
import type { LanguagePlace } from "./hugo-place.ts";

/** A page of Hugo, as far as its address depends on it. */
export interface HugoPage {
  /** Keys in lower case. */
  readonly frontMatter: FrontMatterTable;
  /** The folders below the content, without that of a bundle. */
  readonly folders: readonly string[];
  /** The name of the file without language and extension; that of the folder for a bundle. */
  readonly name: string;
  /** The folders that are sections. */
  readonly sections: readonly string[];
  readonly sectionTitles: () => readonly string[];
  /** True for a section without a page of its own. */
  readonly isImplicit: boolean;
  readonly language: string;
  readonly slug: string | undefined;
  readonly dates: HugoDates;
  /** The parts of its date. */
  readonly date: CivilDate | undefined;
}

/** Computes the addresses of one language of a Hugo site. */
export class HugoAddresses {
  readonly #values: Table;
  readonly #place: LanguagePlace;
  readonly #language: string;
  readonly #isRecent: boolean | undefined;
  readonly #rules: PathRules;
  readonly #patterns: readonly SectionPattern[];

  /** @param values of the language @param isRecent false for a version before 0.123, undefined if the version is unknown */
  constructor(values: Table, place: LanguagePlace, language: string, isRecent: boolean | undefined) {
    this.#values = values;
    this.#place = place;
    this.#language = language;
    this.#isRecent = isRecent;
    this.#rules = {
      keepsCase: values["disablepathtolower"] === true,
      removesAccents: values["removepathaccents"] === true,
      isOld: isRecent === false,
    };
    this.#patterns = patternsIn(values["permalinks"]);
  }

  /** Returns the decoded path of a page; undefined if its pattern has a token that Hugo does not know. */
  pathOf(page: HugoPage): string | undefined {
    const written = page.frontMatter["url"];
    const url = typeof written === "string" ? written.replace(/^[ \t\n]+|(?<![ \t\n])[ \t\n]+$/g, "") : ""; // other white space is a part of the address
    if (url !== "") return this.#ownPath(url, page);
    const pattern = this.patternOf(page);
    const names = [...page.folders, page.slug ?? page.name].map((name, index) =>
      index === page.folders.length && page.slug !== undefined ? name : normalizePath(name, this.#rules),
    );
    const filled = pattern === undefined ? names.join("/") : this.#fill(pattern, page);
    if (filled === undefined) return undefined;
    const path = pattern === undefined ? sanitizeHugoPath(filled, this.#rules) : permalinkPath(filled, this.#rules);
    const trimmed = path.replace(/^\/+|(?<!\/)\/+$/g, "");
    return this.#prefixed(`/${trimmed}${this.#isUgly(page) && trimmed !== "" ? ".html" : "/"}`).replace(/\/{2,}/g, "/");
  }

  /** Returns the pattern that the configuration has for a page. */
  patternOf({ folders, name }: HugoPage): string | undefined {
    return patternFor(this.#patterns, folders, name);
  }

  /** Returns whether a key of `[permalinks]` names a folder of the page below its section, which only Hugo 0.161 and later read. */
  hasNestedPattern({ folders }: HugoPage): boolean {
    return hasNestedKey(this.#values["permalinks"], folders);
  }

  /** Returns the old URL of a page whose language was on another host; undefined for other languages. @param path of the page, decoded */
  otherUrlOf(path: string): string | undefined {
    const { base, otherUrl, prefix } = this.#place;
    return otherUrl === undefined ? undefined : otherUrl + canonicalPath(readablePath(path.slice(base.length + prefix.length)));
  }

  /** The path of the front page. */
  get frontPath(): string {
    return this.#prefixed("/");
  }

  /**
   * Returns the paths of an alias from the root: a relative one begins at the folder of the page. Hugo 0.155 and later write one that begins
   * with a slash below the folder of the language, earlier ones do not.
   */
  aliasesOf(alias: string, page: HugoPage, path: string): readonly string[] {
    const { base, isOwn } = this.#place;
    if (!alias.startsWith("/")) return [this.#uglyAlias(`/${resolvePath(this.#folderOf(page, path), alias)}${slashAfter(alias)}`, page)];
    const inFolder = alias.startsWith(`/${this.#language}/`) ? alias.slice(1 + this.#language.length) : alias;
    const below = this.#uglyAlias(this.#prefixed(isOwn ? inFolder : alias), page);
    if (isOwn) return [below];
    const plain = this.#uglyAlias(base + alias, page);
    return this.#isRecent === false || plain === below ? [plain] : [plain, below];
  }

  // The folder of a file, such as `url: /notes/moon.html`, is taken for the page itself.
  #folderOf({ frontMatter }: HugoPage, path: string): string {
    const folder = path.replace(/(?<![^/])[^/]+\/?$/, "");
    return textIn(frontMatter["url"]) === undefined || path.endsWith("/") ? folder : folder.replace(/(?<![^/])[^/]+\/$/, "");
  }

  #uglyAlias(path: string, page: HugoPage): string {
    return this.#isUgly(page) && !path.endsWith(".html") ? `${path.replace(/\/$/, "")}.html` : path;
  }

  #fill(pattern: string, page: HugoPage): string | undefined {
    const sections = page.sections.map((name) => normalizePath(name, this.#rules));
    return fillPermalink(pattern, { ...page, sections, title: textIn(page.frontMatter["title"]) ?? "" }, this.#rules);
  }

  #ownPath(url: string, page: HugoPage): string | undefined {
    const filled = url.includes(":") && !/^https?:/.test(url) ? this.#fill(url, page) : url;
    if (filled === undefined) return undefined;
    const names = filled.split("/").filter((name) => name !== "");
    const isFile = filled.includes(".") && !filled.endsWith("/");
    const path = `/${names.join("/")}${isFile || names.length === 0 ? "" : "/"}`.replace(/\/index\.html$/, "/");
    return url.startsWith("/") && !this.#place.isOwn ? this.#place.base + path : this.#prefixed(path);
  }

  // A path may begin with the folder of the language already.
  #prefixed(path: string): string {
    const { base, isOwn, prefix } = this.#place;
    return base + (path.startsWith(`${prefix}/`) && prefix !== "" && !isOwn ? path : prefix + path);
  }

  #isUgly({ folders }: HugoPage): boolean {
    const option = this.#values["uglyurls"];
    return option === true || tableOf(option)[(folders[0] ?? "").toLowerCase()] === true;
  }
}

function slashAfter(alias: string): string {
  return alias.endsWith("/") ? "/" : "";
}
