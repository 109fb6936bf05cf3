import type { OldSettings } from "../site-rules/old-site.ts";
import { tableFrom } from "./constant-value.ts";

// The keys of a configuration by which the templates of generators call a value.
const keys = {
  title: ["title", "siteTitle", "SITE_TITLE", "siteName", "site_title", "pageTitle", "name"],
  description: ["description", "siteDescription", "SITE_DESCRIPTION", "site_description", "desc", "tagline", "subtitle"],
  author: ["author", "AUTHOR", "SITE_AUTHOR", "authorName"],
  language: ["language", "lang", "locale", "defaultLocale"],
  timezone: ["timezone", "timeZone"],
  url: ["url", "siteUrl", "siteURL", "SITE_URL", "site", "website", "baseUrl", "domain"],
} as const;

/** Reads the settings of tables of an old configuration; the first table with a value counts. */
export function readOldSettings(...tables: readonly unknown[]): OldSettings {
  const find = (field: keyof typeof keys) => {
    for (const table of tables.map(tableFrom)) {
      const found = keys[field].map((key) => table[key]).find((value) => value !== undefined && value !== null && value !== "");
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    title: textFrom(find("title")),
    description: textFrom(find("description")),
    author: authorFrom(find("author")),
    language: languageFrom(textFrom(find("language"))),
    timezone: textFrom(find("timezone")),
    url: originOf(textFrom(find("url"))),
  };
}

/** Returns trimmed text; undefined if it is empty or the value is something else. */
export function textFrom(value: unknown): string | undefined {
  return typeof value === "string" ? value.trim() || undefined : undefined;
}

/** Returns the origin of a URL; undefined if it is not a URL of the web. */
export function originOf(url: string | undefined): string | undefined {
  const parsed = URL.parse(url ?? "");
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.origin : undefined;
}

function languageFrom(tag: string | undefined): string | undefined {
  return tag !== undefined && /^[a-z]{2,3}(?:[-_][a-z\d]+)*$/i.test(tag) ? tag.replaceAll("_", "-") : undefined;
}

function authorFrom(value: unknown): OldSettings["author"] {
  const { name, email, url } = typeof value === "string" ? { name: value } : (tableFrom(value) as Record<string, unknown>);
  const text = textFrom(name);
  return text === undefined ? undefined : { name: text, email: textFrom(email), url: textFrom(url) };
}
