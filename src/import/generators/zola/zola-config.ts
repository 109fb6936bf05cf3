import { baseName, folderOf } from "../../../base/file-path.ts";
import { countIn, type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { readDataFile } from "../../configuration/data-file.ts";
import { siteAuthor } from "../../configuration/site-author.ts";
import { languageIn, type SiteUrl, urlSettings } from "../../configuration/site-url.ts";
import type { OldSettings, SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";
import type { SlugStrategy } from "./zola-slug.ts";

/** The configuration of a Zola site. */
export interface ZolaConfig {
  readonly root: string;
  /** The folder of the content. */
  readonly content: string;
  readonly values: Table;
}

/** Finds the configuration: a file zola.toml or config.toml with `base_url`. */
export function readZolaConfig(folder: SiteFolder): ZolaConfig | undefined {
  const paths = folder.paths.filter((path) => /^(?:zola|config)\.toml$/.test(baseName(path)) && path.split("/").length <= 4);
  for (const path of paths.sort((a, b) => a.split("/").length - b.split("/").length)) {
    const values = readDataFile(folder, path);
    if (values === undefined) continue;
    if (values !== "unreadable" && values["base_url"] !== undefined) return configIn(folderOf(path), values);
    if (values === "unreadable" && (baseName(path) === "zola.toml" || /^base_url\s*=/m.test(folder.read(path) ?? "")))
      return configIn(folderOf(path), { unreadable: path });
  }
  return undefined;
}

function configIn(root: string, values: Table): ZolaConfig {
  return { root, content: joinPath(root, "content"), values };
}

/** The languages of a site. */
export interface ZolaLanguages {
  readonly byDefault: string;
  readonly others: readonly string[];
}

/** Reads the languages (getzola.org/documentation/content/multilingual). */
export function readLanguages(values: Table): ZolaLanguages {
  const byDefault = textIn(values["default_language"]) ?? "en";
  return { byDefault, others: Object.keys(tableOf(values["languages"])).filter((name) => name !== byDefault) };
}

/** Reads the settings of a Zola site. */
export function readZolaSettings(values: Table, url: SiteUrl): OldSettings {
  const { byDefault: language } = readLanguages(values);
  const own = tableOf(tableOf(values["languages"])[language]);
  const extra = tableOf(values["extra"]);
  const { author, author_name, authors, profile } = extra;
  return {
    title: textIn(values["title"]) ?? textIn(own["title"]),
    description: textIn(values["description"]) ?? textIn(own["description"]) ?? textIn(extra["description"]) ?? textIn(extra["subtitle"]),
    author: siteAuthor([values["author"], author, authors, author_name, profile, extra["name"]], extra["author_email"] ?? extra["email"]),
    language: languageIn(language),
    ...urlSettings(url),
    limit: countIn(values["feed_limit"]),
    ids: "addresses",
  };
}

/** Reads the rules for slugs; `slugify_paths` is that of Zola before 0.11. */
export function slugRules(values: Table): { readonly strategy: SlugStrategy; readonly keepsDates: boolean } {
  const { paths, paths_keep_dates } = tableOf(values["slugify"]);
  const strategy = values["slugify_paths"] === false ? "safe" : paths === "safe" || paths === "off" ? paths : "on";
  return { strategy, keepsDates: paths_keep_dates === true };
}
