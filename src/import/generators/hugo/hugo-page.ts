import { baseName, folderOf } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { civilDateInOwnZone } from "../../site-rules/civil-date.ts";
import { joinPath, pathIn } from "../../site-rules/site-path.ts";
import type { HugoPage } from "./hugo-address.ts";
import { sectionFrontMatter } from "./hugo-cascade.ts";
import { type ContentRoot, splitLanguage } from "./hugo-content.ts";
import type { HugoRules } from "./hugo-rules.ts";
import type { HugoSite } from "./hugo-site.ts";

/** Describes the page of a file. @param frontMatter keys in lower case, with those of the cascade */
export function pageOf(site: HugoSite, rules: HugoRules, path: string, root: ContentRoot, frontMatter: FrontMatterTable): HugoPage {
  const { bundles } = site.folders;
  const { language = root.language ?? site.languages.byDefault, stem } = splitLanguage(path, site.languages);
  const { datesOf, timezone } = rules.of(language);
  const place = bundles.has(folderOf(path)) ? folderOf(path) : stem;
  const own = joinPath(root.to, pathIn(root.from, place));
  const folders = own.split("/").slice(0, -1);
  const dates = datesOf(frontMatter, baseName(own));
  return {
    frontMatter,
    folders,
    name: baseName(own),
    ...sectionsOf(site, folders, folderOf(place)),
    language,
    slug: textIn(frontMatter["slug"]) ?? dates.slug,
    dates,
    date: dates.date === undefined ? undefined : civilDateInOwnZone(dates.date.text, timezone),
  };
}

// The first folder is always a section; others are those with a page `_index.md`. @param above the folder of the page in the site
function sectionsOf(
  { folder, folders: { sections } }: HugoSite,
  folders: readonly string[],
  above: string,
): Pick<HugoPage, "isImplicit" | "sections" | "sectionTitles"> {
  const pageAt = (index: number) => sections.get(aboveOf(above.split("/"), folders.length - 1 - index));
  const depth = folders.findLastIndex((_, index) => index === 0 || pageAt(index) !== undefined);
  const names = folders.slice(0, depth + 1);
  const titleOf = (name: string, index: number) => {
    const page = pageAt(index);
    const table = page === undefined ? {} : sectionFrontMatter(folder, page);
    return textIn(table["slug"]) ?? textIn(table["title"]) ?? name;
  };
  const isImplicit = names.length === 1 && pageAt(0) === undefined;
  return { sections: names, isImplicit, sectionTitles: () => names.map(titleOf) };
}

function aboveOf(names: readonly string[], levels: number): string {
  return names.slice(0, names.length - levels).join("/");
}
