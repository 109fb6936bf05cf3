import { tableOf, textIn } from "../../base/table-values.ts";
import type { OldSettings } from "../site-rules/old-site.ts";
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
 * Reads the settings of tables of an old configuration; the first table with a value counts. The time zone is UTC: that of dates in YAML
 * for generators in JavaScript. Theirs, if they have one, is only that of the dates on their pages.
 */
export function readOldSettings(...tables: readonly unknown[]): OldSettings {
  const find = (field: keyof typeof keys) => {
    for (const table of tables.map(tableOf)) {
      const found = keys[field].map((key) => table[key]).find((value) => value !== undefined && value !== null && value !== "");
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    title: textIn(find("title")),
    description: textIn(find("description")),
    author: authorFrom(find("author")),
    language: languageFrom(textIn(find("language"))),
    timezone: "UTC",
    url: parseSiteUrl(textIn(find("url"))).origin,
  };
}

function languageFrom(tag: string | undefined): string | undefined {
  return tag !== undefined && /^[a-z]{2,3}(?:[-_][a-z\d]+)*$/i.test(tag) ? tag.replaceAll("_", "-") : undefined;
}

function authorFrom(value: unknown): OldSettings["author"] {
  const { name, email, url } = typeof value === "string" ? { name: value } : (tableOf(value) as Record<string, unknown>);
  const text = textIn(name);
  return text === undefined ? undefined : { name: text, email: textIn(email), url: textIn(url) };
}
