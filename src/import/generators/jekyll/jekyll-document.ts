import { baseName, folderOf, withoutExtension } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { asList } from "../../../content/front-matter/front-matter-value.ts";
import { civilDate } from "../../site-rules/civil-date.ts";
import type { SiteFile } from "../../site-rules/old-site.ts";
import { withoutTrailingPoints } from "../../site-rules/site-path.ts";
import type { JekyllDocument } from "./jekyll-permalink.ts";
import { type Place, splitName } from "./jekyll-places.ts";
import { categoriesIn } from "./with-defaults.ts";

type DatedFile = Pick<SiteFile, "frontMatter" | "quotedKeys">;

const timeOfYaml = /^\d{4}-\d{1,2}-\d{1,2}(?:t|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?$/i;

/** Describes a post or a document, as far as its address depends on it. */
export function documentOf(file: DatedFile, { label, path }: Place, timezone: string): JekyllDocument {
  const { frontMatter } = file;
  const { date: named, name } = splitName(path);
  const date = correctedDates(file, timezone)["date"] ?? textIn(frontMatter["date"]) ?? named;
  const folders = folderOf(path).split("/");
  const above = label === "posts" ? folders.slice(0, Math.max(0, folders.indexOf("_posts"))) : [];
  return {
    label,
    path: withoutTrailingPoints(withoutExtension(path.replace(`_${label}`, ""))),
    name: baseName(path).replace(/\.[^.]+$/, ""),
    slug: textIn(frontMatter["slug"]) ?? name,
    categories: [...new Set([...above, ...namesOf(frontMatter)])],
    date: date === undefined ? undefined : civilDate(date, timezone),
  };
}

/**
 * Returns the dates of front matter that Jekyll reads in another zone than we do, with that zone: UTC for a time with seconds and without a
 * zone, which is a time of YAML. Any other date, and one in quotes, is in the time zone of the site.
 */
export function correctedDates({ frontMatter, quotedKeys = [] }: DatedFile, timezone: string): Readonly<Record<string, string>> {
  if (timezone === "UTC") return {};
  const dates = ["date", "last_modified_at"].flatMap((key): [string, string][] => {
    const date = frontMatter[key];
    const isOfYaml = typeof date === "string" && timeOfYaml.test(date.trim()) && !quotedKeys.includes(key);
    return isOfYaml ? [[key, `${date.trim()} +0000`]] : [];
  });
  return Object.fromEntries(dates);
}

// The plural key, then the singular one, which is not split at spaces.
function namesOf(frontMatter: FrontMatterTable): string[] {
  const single = asList(frontMatter["category"]).flatMap((value) => (typeof value === "string" ? [value] : []));
  return [...categoriesIn(frontMatter["categories"]), ...single.filter((name) => name !== "")];
}
