import type { FrontMatterTable, FrontMatterValue } from "../../../content/front-matter/front-matter-table.ts";
import { stripMarkup } from "./pelican-slug.ts";

// The names of Pelican that the compiler calls otherwise. Those without a name are the address, which the import adds, and keys of other
// generators that Pelican ignores.
const names: Readonly<Record<string, string | undefined>> = {
  ...{ modified: "updated", lang: "language", url: undefined, save_as: undefined },
  ...{ permalink: undefined, path: undefined, id: undefined, guid: undefined, published: undefined, draft: undefined, aliases: undefined },
};

/** Converts Pelican's metadata to front matter: lists of authors and tags, and the names of the compiler. */
export function frontMatterOf(metadata: FrontMatterTable): FrontMatterTable {
  const entries = Object.entries(metadata).flatMap(([key, value]): [string, FrontMatterValue][] => {
    const name = Object.hasOwn(names, key) ? names[key] : key;
    if (name === undefined || value === "") return [];
    if (/^(?:tags|authors)$/.test(name)) return [[name, listOf(value)]];
    return [[name, typeof value === "string" ? textOfField(name, value) : value]];
  });
  return Object.fromEntries(entries);
}

// Semicolons separate names that contain commas: `Doe, Jane; Doe, John`.
function listOf(value: FrontMatterValue): FrontMatterValue {
  if (typeof value !== "string") return value;
  const items = value.split(value.includes(";") ? ";" : ",").map((item) => item.trim());
  return items.filter((item) => item !== "");
}

// Titles may have tags, and dates may be written as 2024-01-02_10:20.
function textOfField(name: string, value: string): string {
  return name === "title" ? stripMarkup(value) : /^(?:date|updated)$/.test(name) ? value.replaceAll("_", " ") : value;
}

const toFile = /(\]\(<?|\]:\s*<?|(?:href|src|poster)\s*=\s*["'])[{|](?:filename|static|attach)[}|]/g;
const toIndex = /(\]\(<?|\]:\s*<?|(?:href|src|poster)\s*=\s*["'])[{|]index[}|][^\s)>"'?#]{0,999}/g; // a path after it means nothing

const liquidTag = /\{%[^\n%]{1,1000}%\}/g; // {% img left {static}/images/kite.png %}, of its plugin liquid_tags
const inTag = /(?<=[\s"'=])[{|](?:filename|static|attach)[}|]/g;

/**
 * Writes Pelican's links to files, such as `{static}/images/moon.png`, as links relative to the file, and those to `{index}` as links to the
 * front page of the site.
 */
export function withPlainLinks(body: string): string {
  return body
    .replace(toFile, "$1")
    .replace(toIndex, "$1/")
    .replace(liquidTag, (tag) => tag.replace(inTag, ""));
}
