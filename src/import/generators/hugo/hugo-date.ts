import { type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { isNull, isTrue, readSwitch } from "../../../content/front-matter/front-matter-value.ts";

/** A date that Hugo reads, as it is written. */
export interface HugoDate {
  readonly text: string;
  /** True for the date of a file name, of which the compiler reads the day, too. */
  readonly isOfName?: true;
}

/** The dates of a page, and the slug that its file name contains. */
export interface HugoDates {
  readonly date?: HugoDate | undefined;
  /** The instant before which the page is not published. */
  readonly release?: HugoDate | undefined;
  readonly expiry?: HugoDate | undefined;
  /** Undefined if the configuration does not name its sources. */
  readonly updated?: HugoDate | undefined;
  readonly slug?: string | undefined;
  /** The sources with priority over these dates that only Hugo can read: `:fileModTime of date`. */
  readonly unread: readonly string[];
}

/** Finds the dates of a page. @param name of its file, without language and extension; for a bundle, that of its folder */
export type DatesFinder = (frontMatter: FrontMatterTable, name: string) => HugoDates;

type Field = keyof typeof standard;

const standard = {
  date: ["date", "publishdate", "lastmod"],
  publishdate: ["publishdate", "date"],
  expirydate: ["expirydate"],
  lastmod: [":git", "lastmod", "date", "publishdate"],
} as const;
const aliases: Readonly<Record<string, readonly string[]>> = {
  lastmod: ["lastmod", "modified"],
  publishdate: ["publishdate", "pubdate", "published"],
  expirydate: ["expirydate", "unpublishdate"],
};
const namesOfFields = { date: "date", publishdate: "publishDate", expirydate: "expiryDate", lastmod: "lastmod" } as const;
const ofFile: Readonly<Record<string, string>> = { ":git": ":git", ":filemodtime": ":fileModTime" };

/** Creates the function that finds the dates of a page (gohugo.io/configuration/front-matter, "Dates"). @param values of the configuration */
export function datesFinder(values: Table): DatesFinder {
  const configured = tableOf(values["frontmatter"]);
  const hasGit = isTrue(String(values["enablegitinfo"]));
  const sources = (field: Field) => sourcesOf(field, configured[field]).filter((source) => source !== ":git" || hasGit);
  const lists = {
    date: sources("date"),
    publishdate: sources("publishdate"),
    expirydate: sources("expirydate"),
    lastmod: sources("lastmod"),
  };
  return (frontMatter, name) => {
    const find = (field: Field) => findDate(lists[field], frontMatter, name);
    const found = { date: find("date"), publishdate: find("publishdate"), expirydate: find("expirydate"), lastmod: find("lastmod") };
    const isUsed = (field: Field) => field !== "lastmod" || configured["lastmod"] !== undefined;
    const fields = (Object.keys(found) as Field[]).filter(isUsed);
    return {
      date: found.date.date,
      release: found.publishdate.date,
      expiry: found.expirydate.date,
      ...(isUsed("lastmod") && { updated: found.lastmod.date }),
      slug: fields.map((field) => found[field].slug).find((slug) => slug !== undefined),
      unread: fields.flatMap((field) => found[field].unread.map((source) => `${source} of ${namesOfFields[field]}`)),
    };
  };
}

/** Returns the keys of front matter in which the configuration looks for dates, in lower case. */
export function configuredDateKeys(values: Table): readonly string[] {
  const configured = tableOf(values["frontmatter"]);
  return Object.keys(standard).flatMap((field) => sourcesOf(field as Field, configured[field]).filter((source) => !source.startsWith(":")));
}

function sourcesOf(field: Field, configured: unknown): readonly string[] {
  const written = configured === undefined ? [":default"] : textsIn(configured).map((name) => name.toLowerCase());
  const sources = written.flatMap((name) => (name === ":default" ? standard[field] : [name]));
  return [...new Set(sources.flatMap((key) => aliases[key] ?? [key]))];
}

interface Found {
  readonly date?: HugoDate;
  readonly slug?: string | undefined;
  readonly unread: readonly string[];
}

function findDate(sources: readonly string[], frontMatter: FrontMatterTable, name: string): Found {
  const unread: string[] = [];
  for (const source of sources) {
    if (source === ":filename") {
      const named = dateInName(name);
      if (named !== undefined) return { ...named, unread };
    } else if (ofFile[source] !== undefined) unread.push(ofFile[source]);
    else {
      const text = textIn(frontMatter[source]);
      if (text !== undefined && !isNull(text) && (source === "date" || isDateLike(text))) return { date: { text }, unread };
    }
  }
  return { unread };
}

// `published: true` is a key of Jekyll.
function isDateLike(text: string): boolean {
  return /\d/.test(text) && readSwitch(text) === undefined;
}

function dateInName(name: string): Pick<Found, "date" | "slug"> | undefined {
  const [, day, time, slug = ""] = /^(\d{4}-\d{2}-\d{2})(?:.(\d{2}-\d{2}-\d{2}))?(.*)$/.exec(name) ?? [];
  if (day === undefined) return undefined;
  const text = time === undefined ? day : `${day}T${time.replaceAll("-", ":")}`;
  return {
    date: time === undefined ? { text, isOfName: true } : { text },
    slug: slug.replace(/^[ _-]+|(?<![ _-])[ _-]+$/g, "") || undefined,
  };
}
