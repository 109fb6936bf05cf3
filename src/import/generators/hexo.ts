import { baseName, folderOf } from "../../base/file-path.ts";
import { type Table, tableOf, textIn, textsIn } from "../../base/table-values.ts";
import { readDataFile, readOptionalTable } from "../configuration/data-file.ts";
import { findPackage } from "../configuration/find-package.ts";
import { NamedAuthors } from "../configuration/named-authors.ts";
import { parseSiteUrl } from "../configuration/site-url.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { Generator, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { isIn, joinPath, resolvePath } from "../site-rules/site-path.ts";
import { notesOfOwnIds } from "../template-tags/own-feed-ids.ts";
import { hexoLists } from "./hexo/hexo-lists.ts";
import { hexoMarkdown } from "./hexo/hexo-markdown.ts";
import { isRenderable } from "./hexo/hexo-places.ts";
import { HexoPlans } from "./hexo/hexo-plans.ts";
import { readHexoSettings } from "./hexo/hexo-settings.ts";

/** Hexo 3 and later. */
export const hexo: Generator = {
  name: "Hexo",
  open(folder) {
    const paths = folder.paths.filter((path) => /^_config\.ya?ml$/.test(baseName(path)));
    for (const path of paths.sort((a, b) => a.split("/").length - b.split("/").length)) {
      const config = readDataFile(folder, path);
      const values = config === "unreadable" || config === undefined ? {} : config;
      const source = resolvePath(folderOf(path), textIn(values["source_dir"]) ?? "source");
      if (!isHexo(folder, folderOf(path), source, values)) continue;
      const notes = new NoteList();
      if (config === "unreadable") notes.add(`Cannot read ${path}: Hexo's defaults were assumed`);
      return openSite(folder, values, source, notes);
    }
    const found = findPackage(folder, "hexo", "_config.yml");
    const source = joinPath(found?.root ?? "", "source");
    return found && isHexo(folder, found.root, source, {}) ? openSite(folder, {}, source, new NoteList()) : undefined;
  },
};

// Octopress has the same folders, and a Gemfile for Jekyll.
function isHexo({ paths, read }: SiteFolder, root: string, source: string, config: Table): boolean {
  if (!paths.some((path) => isIn(joinPath(source, "_posts"), path) && isRenderable(path))) return false;
  const keys = ["new_post_name", "source_dir", "public_dir", "post_asset_folder", "skip_render", "category_map", "index_generator"];
  const isNamed = read(joinPath(root, "package.json"))?.includes('"hexo') ?? false;
  return isNamed || keys.some((key) => key in config) || read(joinPath(root, "Gemfile")) === undefined;
}

function openSite(folder: SiteFolder, config: Table, source: string, notes: NoteList): OldSite {
  const theme = joinPath(folderOf(source), `_config.${textIn(config["theme"]) ?? "landscape"}.yml`);
  const settings = readHexoSettings(config, readOptionalTable(folder, theme));
  const { base } = parseSiteUrl(textIn(config["url"]) ?? textIn(config["root"]));
  const plans = new HexoPlans(config, source, base, settings, notes);
  if (settings.timezone === undefined && settings.unusedTimezone === undefined)
    notes.add("_config.yml has no timezone, so Hexo used that of your machine: write it into the settings as timezone");
  const templates = textsIn(tableOf(config["feed"])["template"]).map((path) => resolvePath(folderOf(source), path));
  const address = /^\w{1,50}\.permalink(?:\s{0,9}\|\s{0,9}(?:uriencode|urlencode|safe|escape)){0,5}$/;
  for (const note of notesOfOwnIds(folder, templates, address)) notes.add(note);
  const authors = new NamedAuthors(folder, folderOf(source));
  return {
    settings,
    base,
    lists: hexoLists(config, base),
    get notes() {
      return notes.sentences;
    },
    plan: (file) => plans.plan(file),
    markdown: hexoMarkdown(folder, joinPath(folderOf(source), "package.json"), config),
    ...(config["future"] !== false && { futureSetting: "future: true" }),
    pageFiles: [{ folder: source, name: /^(?!_)(.+)\.(?:ejs|pug|jade|njk|swig|hbs|haml)$/ }],
    namesOfAuthors: (frontMatter) => authors.namesOf(frontMatter),
    templateLanguage: () => "nunjucks",
    templateValues: ({ frontMatter }) => ({ ...frontMatter, page: frontMatter, config }),
  };
}
