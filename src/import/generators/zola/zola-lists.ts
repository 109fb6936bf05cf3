import { baseName, folderOf } from "../../../base/file-path.ts";
import { tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import { languageSelection } from "../../../model/selection.ts";
import { formatOfPath, type OldList } from "../../old-pages/old-list.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { addressPath, isIn, pathIn } from "../../site-rules/site-path.ts";
import { readLanguages, type ZolaConfig } from "./zola-config.ts";

const plainName = /^[a-z\d-]+(?:\/[a-z\d-]+)*$/; // a slug for every strategy

/** Returns the lists of a site, and their feeds: those of the languages, the sections and the terms (getzola.org/documentation/templates/feeds). */
export function zolaLists({ paths }: SiteFolder, { content, values }: ZolaConfig, base: string): OldList[] {
  const { others } = readLanguages(values);
  const taxonomies = [values["taxonomies"]].flat().flatMap((each) => textIn(tableOf(each)["name"]) ?? []);
  const indexes = paths.filter((path) => isIn(content, path) && /^_index(?:\.\w+)?\.md$/.test(baseName(path)));
  const sections = [...new Set(indexes.map(folderOf))].filter((path) => isIn(content, path) && plainName.test(pathIn(content, path)));
  return ["", ...others].flatMap((language): OldList[] => {
    const own = language === "" ? values : tableOf(tableOf(values["languages"])[language]);
    const names = [own, values].flatMap(({ feed_filename, feed_filenames }) => [...textsIn(feed_filenames), ...textsIn(feed_filename)]);
    const page = language === "" ? "/" : languageSelection(language).path;
    const withFeeds = (path: string, folder?: string): OldList[] => [
      { path: addressPath(base, language, path), page, folder },
      ...[...names, "atom.xml"].map((name) => ({
        path: addressPath(base, language, path, name),
        format: formatOfPath(name),
        page,
        folder,
      })),
    ];
    const terms = taxonomies
      .filter((name) => plainName.test(name))
      .map((name) => ({ path: addressPath(base, language, name), page: /^authors?$/.test(name) ? "/authors" : "/categories" }));
    return [...withFeeds(""), ...sections.flatMap((path) => withFeeds(pathIn(content, path), path)), ...terms];
  });
}
