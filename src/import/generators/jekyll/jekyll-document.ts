import { baseName, folderOf, withoutExtension } from "../../../base/file-path.ts";
import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { asList } from "../../../content/front-matter/front-matter-value.ts";
import { civilDate } from "../../site-rules/civil-date.ts";
import { withoutTrailingPoints } from "../../site-rules/site-path.ts";
import type { JekyllDocument } from "./jekyll-permalink.ts";
import { type Place, splitName } from "./jekyll-places.ts";
import { categoriesIn } from "./with-defaults.ts";

/** Describes a post or a document, as far as its address depends on it. */
export function documentOf(frontMatter: FrontMatterTable, { label, path }: Place, timezone: string): JekyllDocument {
  const { date: named, name } = splitName(path);
  const date = correctedDate(frontMatter, timezone) ?? textIn(frontMatter["date"]) ?? named;
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
 * Returns the date of front matter with the zone in which Jekyll reads it: UTC for a time with seconds and without a zone, and the time zone
 * of the site for any other date. Undefined if we read it in the same zone.
 */
export function correctedDate({ date }: FrontMatterTable, timezone: string): string | undefined {
  const isUtc = typeof date === "string" && /^\d{4}-\d{1,2}-\d{1,2}(?:t|\s+)\d{1,2}:\d\d:\d\d(?:\.\d*)?$/i.test(date.trim());
  return isUtc && timezone !== "UTC" ? `${date.trim()} +0000` : undefined;
}

// The plural key, then the singular one, which is not split at spaces.
function namesOf(frontMatter: FrontMatterTable): string[] {
  const single = asList(frontMatter["category"]).flatMap((value) => (typeof value === "string" ? [value] : []));
  return [...categoriesIn(frontMatter["categories"]), ...single.filter((name) => name !== "")];
}
