import { tableOf, textIn } from "../../base/table-values.ts";
import type { OldSettings } from "../site-rules/old-site.ts";
import { starterValues } from "../site-rules/starter-values.ts";
import { parseSiteUrl } from "./site-url.ts";

// The keys of a configuration by which the templates of generators call a value.
const keys = {
  title: ["title", "siteTitle", "SITE_TITLE", "siteName", "site_title", "pageTitle", "name"],
  description: ["description", "siteDescription", "SITE_DESCRIPTION", "site_description", "desc", "tagline", "subtitle"],
  author: ["author", "AUTHOR", "SITE_AUTHOR", "authorName"],
  language: ["language", "lang", "locale", "defaultLocale"],
  url: ["url", "siteUrl", "siteURL", "SITE_URL", "site", "website", "baseUrl", "domain"],
} as const;

/**
 * Reads the settings of tables of an old configuration; the first table with a value counts, except for a value of a starter that another
 * table replaces. The time zone is UTC: that of dates in YAML for generators in JavaScript. Theirs, if they have one, is only that of the
 * dates on their pages.
 */
export function readOldSettings(...tables: readonly unknown[]): OldSettings {
  const read = <Field extends keyof typeof keys>(field: Field, convert: (value: unknown) => OldSettings[Field]): OldSettings[Field] => {
    const values = tables.map((table) => convert(keys[field].map((key) => tableOf(table)[key]).find(isSet))).filter(isSet);
    return values.find((value) => !(field in starterValues({ [field]: value }))) ?? values[0];
  };
  return {
    title: read("title", textIn),
    description: read("description", textIn),
    author: read("author", authorFrom),
    language: read("language", (value) => languageFrom(textIn(value))),
    timezone: "UTC",
    url: read("url", (value) => parseSiteUrl(textIn(value)).origin),
  };
}

function isSet<Value>(value: Value): value is NonNullable<Value> {
  return value !== undefined && value !== null && value !== "";
}

function languageFrom(tag: string | undefined): string | undefined {
  return tag !== undefined && /^[a-z]{2,3}(?:[-_][a-z\d]+)*$/i.test(tag) ? tag.replaceAll("_", "-") : undefined;
}

function authorFrom(value: unknown): OldSettings["author"] {
  const { name, email, url } = typeof value === "string" ? { name: value } : (tableOf(value) as Record<string, unknown>);
  const text = textIn(name);
  return text === undefined ? undefined : { name: text, email: textIn(email), url: textIn(url) };
}
