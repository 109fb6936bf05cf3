import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import type { CivilDate } from "../../site-rules/civil-date.ts";
import { resolvePath } from "../../site-rules/site-path.ts";
import type { Languages } from "./hugo-content.ts";
import { normalizePath, type PathRules, sanitizeHugoPath } from "./hugo-path.ts";
import { fillPermalink, permalinkPath } from "./hugo-permalink.ts";

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
  readonly language: string;
  readonly slug: string | undefined;
  readonly date: CivilDate | undefined;
}

/** Computes the addresses of a Hugo site. */
export class HugoAddresses {
  readonly #values: Table;
  readonly #base: string;
  readonly #languages: Languages;
  readonly #rules: PathRules;
  readonly #patterns: readonly (readonly [string, string])[];

  /** @param base the path of `baseURL` @param isRecent false for a version before 0.123 */
  constructor(values: Table, base: string, languages: Languages, isRecent: boolean) {
    this.#values = values;
    this.#base = base;
    this.#languages = languages;
    this.#rules = {
      keepsCase: values["disablepathtolower"] === true,
      removesAccents: values["removepathaccents"] === true,
      keepsSpaces: !isRecent,
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
    return this.#prefixed(`/${trimmed}${this.#isUgly(page) && trimmed !== "" ? ".html" : "/"}`, page.language).replace(/\/{2,}/g, "/");
  }

  /** Returns the pattern that the configuration has for a page. */
  patternOf({ folders, name }: HugoPage): string | undefined {
    const path = [...folders, name].map((part) => normalizePath(part, { keepsCase: false, removesAccents: false })).join("/");
    return this.#patterns.find(([section]) => (section === "" ? folders.length === 0 : `${path}/`.startsWith(`${section}/`)))?.[1];
  }

  /** Returns an alias as a path from the root: a relative one begins at the folder of the page. */
  aliasOf(alias: string, page: HugoPage, path: string): string {
    if (alias.startsWith("/")) return this.#prefixed(alias, page.language);
    return `/${resolvePath(path.replace(/(?<![^/])[^/]+\/?$/, ""), alias)}${alias.endsWith("/") ? "/" : ""}`;
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
    return url.startsWith("/") ? this.#base + path : this.#prefixed(path, page.language);
  }

  #prefixed(path: string, language: string): string {
    const { byDefault, inSubfolder } = this.#languages;
    const prefix = language !== byDefault || inSubfolder ? `/${language}` : "";
    return this.#base + (path.startsWith(`${prefix}/`) && prefix !== "" ? path : prefix + path);
  }

  #isUgly({ folders }: HugoPage): boolean {
    const option = this.#values["uglyurls"];
    return option === true || tableOf(option)[(folders[0] ?? "").toLowerCase()] === true;
  }
}

// `[permalinks] posts = "…"`, or by kind: `[permalinks.page] posts = "…"`. The longest section is compared first.
function patternsIn(value: unknown): [string, string][] {
  if (Array.isArray(value)) return value.map(tableOf).flatMap(patternOfTarget);
  const table = tableOf(value);
  const entries = Object.entries({ ...table, ...tableOf(table["page"]) });
  return entries
    .flatMap(([section, pattern]): [string, string][] => {
      const text = textIn(pattern);
      return text === undefined ? [] : [[section.toLowerCase().replace(/^[ /]+|(?<![ /])[ /]+$/g, ""), text]];
    })
    .sort(([a], [b]) => b.length - a.length);
}

// Since Hugo 0.15x: a list of tables with a pattern and a target.
function patternOfTarget(rule: Table): [string, string][] {
  const target = tableOf(rule["target"]);
  const pattern = textIn(rule["pattern"]);
  const [, section] = /^\/?\{?([^{}*,]*?)(?:\/\*\*|,.*\})?$/.exec(textIn(target["path"]) ?? "") ?? [];
  const isOfPages = /page|^\*+$|^$/.test(textIn(target["kind"]) ?? "");
  return pattern === undefined || section === undefined || !isOfPages ? [] : [[section.replace(/\/$/, ""), pattern]];
}
