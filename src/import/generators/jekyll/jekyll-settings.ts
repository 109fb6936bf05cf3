import { countIn, type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { readDataFile } from "../../configuration/data-file.ts";
import { languageIn } from "../../configuration/site-url.ts";
import type { OldSettings, SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";
import type { JekyllConfig } from "./jekyll-config.ts";

const defaultFeedLimit = 10; // of jekyll-feed

/** Reads the settings that have a counterpart here. */
export function readJekyllSettings(config: JekyllConfig, plugins: ReadonlySet<string>, authors: Table): OldSettings {
  const { url, values } = config;
  const hasFeedPlugin = plugins.has("jekyll-feed");
  return {
    title: textIn(values["title"]) ?? textIn(values["name"]),
    description: textIn(values["description"]) ?? textIn(values["tagline"]),
    author: readAuthor(values, authors),
    language: languageIn(textIn(values["lang"]) ?? textIn(values["locale"]) ?? textIn(values["language"])),
    timezone: textIn(values["timezone"]),
    url: url.origin,
    limit: countIn(tableOf(values["feed"])["posts_limit"]) ?? (hasFeedPlugin ? defaultFeedLimit : undefined),
    ids: hasFeedPlugin ? "jekyll-feed" : undefined,
  };
}

/** Returns the path of the authors of a site; undefined if it has no such file. */
export function authorsFileOf({ source, values }: JekyllConfig, paths: ReadonlySet<string>): string | undefined {
  const data = textIn(values["data_dir"])?.replace(/^\.?\/|\/$/g, "") ?? "_data";
  return ["yml", "yaml", "json"].map((ending) => joinPath(source, data, `authors.${ending}`)).find((path) => paths.has(path));
}

/** Returns the authors of a site by their keys. */
export function authorsIn(folder: SiteFolder, config: JekyllConfig): Table {
  const path = authorsFileOf(config, new Set(folder.paths));
  const read = path === undefined ? undefined : readDataFile(folder, path);
  return typeof read === "object" ? read : {};
}

// A name, a key of _data/authors.yml, or a table. Themes have the address of a plain name next to it.
function readAuthor(values: Table, authors: Table): OldSettings["author"] {
  const written = Array.isArray(values["author"]) ? values["author"][0] : values["author"];
  const key = textIn(written);
  const table = key === undefined ? tableOf(written) : tableOf(authors[key]);
  const name = textIn(table["name"]) ?? textIn(table["display_name"]) ?? key;
  if (name === undefined) return undefined;
  return {
    name,
    email: textIn(table["email"]) ?? (key === undefined ? undefined : textIn(values["email"])),
    url: textIn(table["uri"]) ?? textIn(table["url"]) ?? textIn(table["home"]),
  };
}
