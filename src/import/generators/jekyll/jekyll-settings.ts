import { countIn, type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import { readDataFile } from "../../configuration/data-file.ts";
import { nameOfAuthor } from "../../configuration/named-authors.ts";
import { siteAuthor } from "../../configuration/site-author.ts";
import { languageIn, timezoneSettings, urlSettings } from "../../configuration/site-url.ts";
import type { OldSettings, SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";
import type { JekyllConfig } from "./jekyll-config.ts";
import { dataFolderOf } from "./jekyll-data.ts";

const defaultFeedLimit = 10; // of jekyll-feed

/** Reads the settings that have a counterpart here. */
export function readJekyllSettings(config: JekyllConfig, plugins: ReadonlySet<string>, authors: Table): OldSettings {
  const { url, values } = config;
  const hasFeedPlugin = plugins.has("jekyll-feed");
  return {
    title: titleIn(values),
    description: textIn(values["description"]) ?? textIn(values["tagline"]) ?? textIn(values["subtitle"]),
    author: readAuthor(values, authors),
    language: languageIn(textIn(values["lang"]) ?? textIn(values["locale"]) ?? textIn(values["language"])),
    ...timezoneSettings(textIn(values["timezone"]), config.file ?? "_config.yml"),
    ...urlSettings(url),
    limit: countIn(tableOf(values["feed"])["posts_limit"]) ?? (hasFeedPlugin ? defaultFeedLimit : undefined),
    ids: hasFeedPlugin ? "jekyll-feed" : undefined,
  };
}

/** Returns the path of the authors of a site; undefined if it has no such file. */
export function authorsFileOf(config: JekyllConfig, paths: ReadonlySet<string>): string | undefined {
  return ["yml", "yaml", "json"].map((ending) => joinPath(dataFolderOf(config), `authors.${ending}`)).find((path) => paths.has(path));
}

/** Returns the authors of a site by their keys. */
export function authorsIn(folder: SiteFolder, config: JekyllConfig): Table {
  const path = authorsFileOf(config, new Set(folder.paths));
  const read = path === undefined ? undefined : readDataFile(folder, path);
  return typeof read === "object" ? read : {};
}

// al-folio shows the name of its owner instead of the title `blank`.
function titleIn(values: Table): string | undefined {
  const title = textIn(values["title"]);
  return (title === "blank" ? fullName(values) : title) ?? textIn(values["name"]);
}

// A name, a key of _data/authors.yml, or a table; the places of jekyll-seo-tag and Chirpy, So Simple, al-folio and Minimal Mistakes.
function readAuthor(values: Table, authors: Table): OldSettings["author"] {
  const { author, email, owner, social } = values;
  const known = [author].flat(1).map((each) => withName(authors[textIn(each) ?? ""], textIn(each)) ?? each);
  const others = [ofSocial(tableOf(social)), owner, fullName(values), ownerIn(values)];
  return siteAuthor([known, ...others], email ?? values["author_email"]);
}

// A key of the file without a name is the name.
function withName(author: unknown, key: string | undefined): unknown {
  if (author === undefined || key === undefined || nameOfAuthor(author) !== undefined) return author;
  return { ...tableOf(author), name: key };
}

// Next to a title, the name is that of the owner, unless it is a part of the title or the reverse.
function ownerIn(values: Table): string | undefined {
  const [name = "", title = ""] = [values["name"], values["title"]].map((value) => textIn(value)?.toLowerCase());
  return title === "" || title.includes(name) || name.includes(title) ? undefined : textIn(values["name"]);
}

// The first link is that of the owner.
function ofSocial({ email, links, name }: Table): Table {
  return { name, email, url: textsIn(links)[0] };
}

function fullName(values: Table): string | undefined {
  return textIn(["first_name", "middle_name", "last_name"].flatMap((key) => textIn(values[key]) ?? []).join(" "));
}
