import { folderOf } from "../../../base/file-path.ts";
import { tableOf, textIn } from "../../../base/table-values.ts";
import { atom, type Format, jsonFeed, rss } from "../../../model/format.ts";
import { languageSelection } from "../../../model/selection.ts";
import type { OldList } from "../../old-pages/old-list.ts";
import { addressPath, isIn, joinPath, pathIn } from "../../site-rules/site-path.ts";
import { rootOf } from "./hugo-content.ts";
import { placeOfLanguage } from "./hugo-place.ts";
import type { HugoSite } from "./hugo-site.ts";
import { ownTaxonomies } from "./hugo-taxonomies.ts";

/**
 * Returns the lists of a site, and their feeds: those of the languages, of the sections and of the terms of own taxonomies
 * (gohugo.io/templates/rss). A section with an address of its own is unknown.
 */
export function hugoLists(site: HugoSite): OldList[] {
  const { languages, values } = site;
  const names = languages.names.length === 0 ? [languages.byDefault] : languages.names;
  const feeds = outputsOf(site);
  const sections = tableOf(tableOf(values["permalinks"])["section"]);
  const folders = Object.keys(sections).length > 0 ? [] : sectionsOf(site);
  return names.flatMap((name): OldList[] => {
    const { base, otherUrl, prefix } = placeOfLanguage(site, name);
    if (otherUrl !== undefined) return [];
    const root = base + prefix;
    const page = prefix === "" ? "/" : languageSelection(name).path;
    const withFeeds = (path: string, folder?: string): OldList[] => [
      { path: addressPath(root, path), page, folder },
      ...feeds.map(({ format, name }) => ({ path: addressPath(root, path, name), format, page, folder })),
    ];
    const taxonomies = ["tags", "categories", ...ownTaxonomies(values)].map((each) => ({
      path: addressPath(root, each),
      page: "/categories",
    }));
    return [...withFeeds(""), ...folders.flatMap(({ address, folder }) => withFeeds(address, folder)), ...taxonomies];
  });
}

const mediaTypes: Readonly<Record<string, Format>> = {
  "application/rss+xml": rss,
  "application/atom+xml": atom,
  "application/feed+json": jsonFeed,
};

// `[outputFormats.RSS] baseName = "feed"`
function outputsOf({ values }: HugoSite): { readonly format: Format; readonly name: string }[] {
  const written = tableOf(values["outputformats"]);
  const all = { ...written, rss: { mediatype: "application/rss+xml", ...tableOf(written["rss"]) } };
  return Object.values(all).flatMap((each) => {
    const { basename, mediatype } = tableOf(each);
    const format = mediaTypes[textIn(mediatype) ?? ""];
    const ending = format === jsonFeed ? "json" : "xml";
    return format === undefined ? [] : [{ format, name: `${textIn(basename) ?? "index"}.${ending}` }];
  });
}

const plainName = /^[a-z\d_-]+(?:\/[a-z\d_-]+)*$/; // Hugo writes others in its own way

// The folders at the top, and those with an _index.md.
function sectionsOf({ folder, folders, roots }: HugoSite): { readonly address: string; readonly folder: string }[] {
  const found = new Map<string, string>();
  const add = (path: string, from: string, to: string) => {
    const address = joinPath(to, pathIn(from, path));
    if (plainName.test(address)) found.set(path, address);
  };
  for (const path of folder.paths) {
    const root = rootOf(path, roots);
    const [top = "", ...rest] = root === undefined ? [] : pathIn(root.from, path).split("/");
    if (root === undefined || rest.length === 0 || folders.bundles.has(joinPath(root.from, top))) continue;
    add(joinPath(root.from, top), root.from, root.to);
    const parent = folderOf(path);
    if (folders.sections.has(parent) && isIn(root.from, parent)) add(parent, root.from, root.to);
  }
  return [...found].map(([path, address]) => ({ address, folder: path }));
}
