import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { atom, jsonFeed, rss } from "../../../model/format.ts";
import { languageSelection } from "../../../model/selection.ts";
import { isScript } from "../../configuration/loaded-code.ts";
import { formatOfPath, type OldList } from "../../old-pages/old-list.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { addressPath, isIn } from "../../site-rules/site-path.ts";
import type { LocaleLanguages } from "./locale-languages.ts";
import { feedOptions } from "./vuepress-settings.ts";

const formats = { rss, atom, json: jsonFeed };
const names = { rss: "rss.xml", atom: "atom.xml", json: "feed.json" };
const writtenFile = /outDir\s{0,9}(?:,\s{0,9}["'`]|\}|\+\s{0,9}["'`])\/{0,1}([\w/-]{0,60}[\w-]{1,60}\.(?:xml|rss|atom|json))["'`]/g;

/** Returns the front pages of the locales of a site. */
export function localeLists(locales: LocaleLanguages, base: string): OldList[] {
  return locales.folders.map(({ folder, language }) => ({ path: addressPath(base, folder), page: languageSelection(language).path }));
}

/** Returns the feeds of the plugins of VuePress: `@vuepress/plugin-feed`, with one for each locale, and vuepress-plugin-feed. */
export function vuepressFeeds(options: Table, locales: LocaleLanguages, base: string): OldList[] {
  return feedOptions(options).flatMap((feed) => {
    const places = [
      { folder: "", page: "/" },
      ...locales.folders.map(({ folder, language }) => ({ folder, page: languageSelection(language).path })),
    ];
    const old = Object.values(tableOf(feed["feeds"])).flatMap((each) => textIn(tableOf(each)["file_name"]) ?? []);
    return [
      ...old.map((name) => ({ path: addressPath(base, name), format: formatOfPath(name) })),
      ...places.flatMap(({ folder, page }) =>
        (["rss", "atom", "json"] as const).map((id) => {
          const own = tableOf(tableOf(feed["locales"])[`/${folder}${folder === "" ? "" : "/"}`]);
          const name = textIn(own[`${id}OutputFilename`]) ?? textIn(feed[`${id}OutputFilename`]) ?? names[id];
          return { path: addressPath(base, folder, name), format: formats[id], page };
        }),
      ),
    ];
  });
}

/** Returns the feeds that code of VitePress writes into the folder of the build: `path.join(config.outDir, "feed.rss")`. */
export function vitepressFeeds({ paths, read }: SiteFolder, root: string, base: string): OldList[] {
  const scripts = paths.filter((path) => isIn(root, path) && isScript(path));
  const names = scripts.flatMap((path) => [...(read(path) ?? "").matchAll(writtenFile)].map(([, name = ""]) => name));
  const feeds = [...new Set(names)].filter((name) => !/sitemap/i.test(name));
  return feeds.map((name) => ({ path: addressPath(base, name), format: formatOfPath(name) }));
}
