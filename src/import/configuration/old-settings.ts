import { type Table, tableOf, textIn } from "../../base/table-values.ts";
import type { OldSettings } from "../site-rules/old-site.ts";
import { starterValues } from "../site-rules/starter-values.ts";
import { siteAuthor } from "./site-author.ts";
import { parseSiteUrl } from "./site-url.ts";

// The keys of a configuration by which the templates of generators call a value, in lower case without signs: SITE_TITLE, siteTitle.
const keys = {
  title: ["title", "sitetitle", "sitename", "pagetitle", "name"],
  description: ["description", "sitedescription", "desc", "sitedesc", "tagline", "subtitle"],
  author: ["author", "siteauthor", "authorname", "authors", "creator", "profileconfig", "profile"],
  language: ["language", "lang", "locale", "defaultlocale"],
  url: ["url", "siteurl", "site", "website", "baseurl", "domain", "link"],
  email: ["authoremail", "email"],
} as const;

/**
 * Reads the settings of tables of an old configuration; the first table with a value counts, except for a value of a starter that another
 * table replaces. The time zone is UTC: that of dates in YAML for generators in JavaScript. Theirs, if they have one, is only that of the
 * dates on their pages.
 */
export function readOldSettings(...tables: readonly unknown[]): OldSettings {
  const plain = tables.map(withPlainKeys);
  const read = <Field extends keyof OldSettings & keyof typeof keys>(
    field: Field,
    convert: (value: unknown, table: Table) => OldSettings[Field],
  ): OldSettings[Field] => {
    const values = plain.flatMap((table) => keys[field].map((key) => convert(table[key], table)).find(isSet) ?? []);
    return values.find((value) => !(field in starterValues({ [field]: value }))) ?? values[0];
  };
  const urls = ["url", "siteurl", "baseurl"].flatMap((key) => plain.map((table) => parseSiteUrl(textIn(table[key]))));
  return {
    title: read("title", (value) => textIn(value) ?? textIn(tableOf(value)["default"])),
    description: read("description", textIn),
    author: read("author", (value, table) => siteAuthor([value], keys.email.map((key) => table[key]).find(textIn))),
    language: read("language", (value) => languageFrom(textIn(value))),
    timezone: "UTC",
    url: read("url", (value) => parseSiteUrl(textIn(value)).origin),
    unusedUrl: urls.map(({ unused }) => unused).find(isSet),
  };
}

// The first of several keys counts.
function withPlainKeys(table: unknown): Table {
  const entries = Object.entries(tableOf(table)).map(([key, value]) => [key.toLowerCase().replace(/[_-]/g, ""), value] as const);
  return Object.fromEntries(entries.reverse());
}

function isSet<Value>(value: Value): value is NonNullable<Value> {
  return value !== undefined && value !== null && value !== "";
}

function languageFrom(tag: string | undefined): string | undefined {
  return tag !== undefined && /^[a-z]{2,3}(?:[-_][a-z\d]+)*$/i.test(tag) ? tag.replaceAll("_", "-") : undefined;
}
