import { type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";

/** The date of a page as it is written, and the slug that its file name contains. */
export interface HugoDate {
  readonly date?: string | undefined;
  readonly slug?: string | undefined;
  /** True if the date is in a key that the compiler does not read as a date. */
  readonly isForeign: boolean;
}

const aliases: Readonly<Record<string, readonly string[]>> = {
  lastmod: ["lastmod", "modified"],
  publishdate: ["publishdate", "pubdate", "published"],
};
const ours = new Set(["date", ...(aliases["publishdate"] ?? [])]);

/** Finds the date of a page. @param name of its file, without language and extension; for a bundle, that of its folder */
export type DateFinder = (frontMatter: FrontMatterTable, name: string) => HugoDate;

/** Creates the function that finds the date of a page (gohugo.io/configuration/front-matter, "Dates"). */
export function dateFinder(values: Table): DateFinder {
  const configured = textsIn(tableOf(values["frontmatter"])["date"]).map((name) => name.toLowerCase());
  const standard = ["date", "publishdate", "lastmod"];
  const sources = configured.length === 0 ? standard : configured.flatMap((name) => (name === ":default" ? standard : [name]));
  return (frontMatter, name) => {
    for (const source of sources.flatMap((key) => aliases[key] ?? [key])) {
      if (source === ":filename") {
        const named = dateInName(name);
        if (named !== undefined) return named;
      }
      const date = textIn(frontMatter[source]);
      if (date !== undefined && date !== "null") return { date, isForeign: !ours.has(source) };
    }
    return { isForeign: false };
  };
}

function dateInName(name: string): HugoDate | undefined {
  const [, day, time, slug = ""] = /^(\d{4}-\d{2}-\d{2})(?:.(\d{2}-\d{2}-\d{2}))?(.*)$/.exec(name) ?? [];
  if (day === undefined) return undefined;
  return {
    date: time === undefined ? day : `${day}T${time.replaceAll("-", ":")}`,
    slug: slug.replace(/^[ _-]+|(?<![ _-])[ _-]+$/g, "") || undefined,
    isForeign: time !== undefined,
  };
}
