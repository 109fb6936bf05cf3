import { baseName, folderOf, withoutExtension } from "../../../base/file-path.ts";
import { tableOf } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { pythonExpression } from "../../configuration/python/python-expression.ts";
import type { PythonSettings } from "../../configuration/python/python-settings.ts";
import { isMarkdown } from "../../site-rules/content-file.ts";
import type { SiteFile, SiteFolder } from "../../site-rules/old-site.ts";
import { defaultDate } from "./pelican-date.ts";
import { readHtmlHeader, readPelicanHeader } from "./pelican-header.ts";
import { isAtSome, pageFolders } from "./pelican-places.ts";

/** The metadata that the settings and the path give to a text. */
export class PelicanMetadata {
  readonly #settings: PythonSettings;
  readonly #pages: readonly string[];
  readonly #inName: RegExp | undefined;
  readonly #inPath: RegExp | undefined;

  constructor(settings: PythonSettings) {
    this.#settings = settings;
    this.#pages = pageFolders({ settings });
    this.#inName = pythonExpression(`^(?:${settings.text("FILENAME_METADATA") ?? "(?P<date>\\d{4}-\\d{2}-\\d{2}).*"})`, "u");
    this.#inPath = pythonExpression(`^(?:${settings.text("PATH_METADATA") ?? "(?!)"})`, "u");
  }

  /** Returns the metadata of a text: its own has priority. @param own its path below the content */
  of(own: string, header: FrontMatterTable): FrontMatterTable {
    const written = Object.entries(header).filter(([key, value]) => value !== "" || key === "url" || key === "save_as");
    return {
      ...this.#ofSettings(),
      ...this.#ofArticles(own),
      ...extraMetadata(this.#settings, own),
      ...this.#ofFolder(own),
      ...this.#ofPath(own),
      ...Object.fromEntries(written),
    };
  }

  #ofSettings(): FrontMatterTable {
    const byDefault = Object.entries(this.#settings.table("DEFAULT_METADATA")).map(([key, value]) => [key.toLowerCase(), String(value)]);
    const category = this.#settings.text("DEFAULT_CATEGORY");
    return { ...Object.fromEntries(byDefault), ...(category !== undefined && { category }) };
  }

  // Pelican gives them to pages, too, which have neither dates nor categories here.
  #ofArticles(own: string): FrontMatterTable {
    if (isAtSome(this.#pages, own)) return {};
    const date = defaultDate(this.#settings.get("DEFAULT_DATE"));
    return { ...(this.#settings.get("DEFAULT_CATEGORY") === undefined && { category: "misc" }), ...(date !== undefined && { date }) };
  }

  #ofFolder(own: string): FrontMatterTable {
    const isCategory = this.#settings.flag("USE_FOLDER_AS_CATEGORY", true) && !isAtSome(this.#pages, own);
    const category = isCategory ? baseName(folderOf(own)) : "";
    return category === "" ? {} : { category };
  }

  #ofPath(own: string): FrontMatterTable {
    const groups = { ...this.#inPath?.exec(own)?.groups, ...this.#inName?.exec(withoutExtension(baseName(own)))?.groups };
    const found = Object.entries(groups).flatMap(([key, value]) => (value === undefined ? [] : [[key.toLowerCase(), value] as const]));
    return Object.fromEntries(found);
  }
}

/**
 * Returns the metadata that EXTRA_PATH_METADATA gives to a file: the values of its path and of its folders. Of keys that differ, the last
 * in the order of the alphabet counts, so that a file has priority over its folder (pelican/readers.py, path_metadata).
 */
export function extraMetadata(settings: PythonSettings, own: string): Readonly<Record<string, string>> {
  const extra = Object.entries(settings.table("EXTRA_PATH_METADATA")).sort(([a], [b]) => (a < b ? -1 : 1));
  const passed = extra.filter(([place]) => own === place || own.startsWith(place === "" || place.endsWith("/") ? place : `${place}/`));
  const values = passed.flatMap(([, metadata]) => Object.entries(tableOf(metadata)));
  return Object.fromEntries(values.flatMap(([key, value]) => (value === null ? [] : [[key.toLowerCase(), textOf(value)]])));
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join("; ") : String(value);
}

/** Reads the metadata that a text has itself, with names in lower case; front matter in YAML is metadata, too. */
export function headerOf(
  { body, frontMatter, path }: SiteFile,
  { read }: SiteFolder,
): { readonly metadata: FrontMatterTable; readonly body: string } {
  const text = read(path) ?? "";
  if (!isMarkdown(path)) return readHtmlHeader(text);
  const isFenced = /^\uFEFF?(?:---|\+\+\+)\s*$/m.test(text.slice(0, 10)) && Object.keys(frontMatter).length > 0;
  if (!isFenced) return readPelicanHeader(text);
  return { metadata: Object.fromEntries(Object.entries(frontMatter).map(([key, value]) => [key.toLowerCase(), value])), body };
}
