import { type Table, tableOf, textIn } from "../../base/table-values.ts";
import { configReadings, notesOfPatterns, optionIn } from "../configuration/config-readings.ts";
import { type ConfigFile, findConfig } from "../configuration/find-config.ts";
import { NamedAuthors } from "../configuration/named-authors.ts";
import { readScript } from "../configuration/script-module.ts";
import { authorOfHead } from "../configuration/site-author.ts";
import { sourceAliases } from "../configuration/source-aliases.ts";
import { codeIds, feedScripts } from "../feed-code/code-ids.ts";
import { codeFeedFilters } from "../feed-code/feed-filters.ts";
import { feedSettings, settingsWithFeeds } from "../feed-code/feed-settings.ts";
import { NoteList } from "../site-rules/note-list.ts";
import type { Generator, OldSettings, OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { addressPath, resolvePath } from "../site-rules/site-path.ts";
import { hasBreaks } from "./markdown-breaks.ts";
import { LocaleLanguages } from "./vuepress/locale-languages.ts";
import { VitepressPlans } from "./vuepress/vitepress-plans.ts";
import { rewritesOf } from "./vuepress/vitepress-rewrites.ts";
import { loaderRewrites } from "./vuepress/vitepress-version.ts";
import { localeLists, vitepressFeeds } from "./vuepress/vue-lists.ts";
import { vueTemplates } from "./vuepress/vue-templates.ts";

/** VitePress: a Markdown file with a date is a post, any other a page. */
export const vitepress: Generator = {
  name: "VitePress",
  open(folder) {
    const config =
      findConfig(folder.paths, /(?:^|\/)\.vitepress\/config\.[cm]?[jt]s$/, 1) ??
      findConfig(folder.paths, /(?:^|\/)\.vitepress\/config\/index\.[cm]?[jt]s$/, 2);
    return config && openSite(folder, config);
  },
};

function openSite(folder: SiteFolder, { path, root }: ConfigFile): OldSite {
  const script = readScript(folder, path);
  const readings = configReadings(script);
  const [options] = readings;
  const rewrites = rewritesOf(options["rewrites"]);
  const base = textIn(options["base"]) ?? "/";
  const notes = new NoteList();
  if (script === undefined) notes.add(`Cannot read ${path}: its defaults were assumed`);
  for (const note of notesOfPatterns(readings, `srcExclude in ${path}`, (each) => optionIn(each, "srcExclude"))) notes.add(note);
  if (rewrites.isPartial)
    notes.add(
      `${path} has rewrites that are not read: the addresses that they make are unknown; write permalink into the settings or the posts`,
    );
  const plans = new VitepressPlans(folder, resolvePath(root, textIn(options["srcDir"]) ?? ""), readings, rewrites, notes);
  const authors = new NamedAuthors(folder, root);
  const rewritesUrls = loaderRewrites(folder, root);
  // createContentLoader() made the URL of the path of the file.
  const urlOf = (file: string) => {
    if (!plans.isRewritten(file)) return undefined;
    if (rewritesUrls === undefined) notes.count(unknownUrls, file);
    return rewritesUrls === undefined ? null : rewritesUrls ? undefined : plans.plainUrl(file);
  };
  const ids = codeIds(folder, {
    scripts: feedScripts(folder, root),
    tables: [{ base }],
    base: addressPath(base, "/").replace(/\/$/, ""),
    urlsLackBase: true, // createContentLoader()
    urlOf,
  });
  return {
    idOf: ids.idOf,
    lists: [...localeLists(new LocaleLanguages(options), base), ...vitepressFeeds(folder, root, base)],
    settings: readSettings(options, feedSettings(folder, root)),
    get notes() {
      return [...notes.sentences, ...(ids.note === undefined ? [] : [ids.note])];
    },
    plan: (file) => plans.plan(file),
    outOfFeedBy: codeFeedFilters(folder, feedScripts(folder, root)),
    markdown: { breaks: hasBreaks(options["markdown"], script) ? "markdown-it (breaks: true)" : undefined },
    futureSetting: "VitePress publishes posts of any date",
    mayCompareDates: true,
    namesOfAuthors: (frontMatter) => authors.namesOf(frontMatter),
    hasAnySchema: true,
    readsJsYaml: true,
    ...vueTemplates,
    pathsOf: sourceAliases(folder, root),
    ...(base !== "/" && { linkBase: addressPath(base, "/") }),
  };
}

const unknownUrls =
  "The ids of the old feed are unknown, since the version of VitePress decides whether they have the rewritten paths: compare one with its address, and write id into the posts if it differs";

function readSettings(options: Table, feeds: readonly Table[]): OldSettings {
  const main = tableOf(tableOf(options["locales"])["root"]);
  const site = {
    url: tableOf(options["sitemap"])["hostname"],
    author: tableOf(options["themeConfig"])["author"] ?? authorOfHead(options["head"]),
  };
  const stated = { ...options, language: new LocaleLanguages(options).main };
  return settingsWithFeeds(feeds, [stated, main, site]);
}
