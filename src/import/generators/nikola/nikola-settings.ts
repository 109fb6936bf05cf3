import { countIn } from "../../../base/table-values.ts";
import type { PythonSettings } from "../../configuration/python/python-settings.ts";
import { siteAuthor } from "../../configuration/site-author.ts";
import { languageIn, type SiteUrl, timezoneSettings, urlSettings } from "../../configuration/site-url.ts";
import type { OldSettings } from "../../site-rules/old-site.ts";

/** Reads the settings that have a counterpart. @param file the path of conf.py */
export function readNikolaSettings(python: PythonSettings, url: SiteUrl, file: string): OldSettings {
  const language = python.text("DEFAULT_LANG") ?? "en";
  return {
    title: python.text("BLOG_TITLE", language),
    description: python.text("BLOG_DESCRIPTION", language),
    author: siteAuthor([python.text("BLOG_AUTHOR", language)], python.text("BLOG_EMAIL")),
    language: languageIn(language),
    ...timezoneSettings(python.text("TIMEZONE"), file),
    ...urlSettings(url),
    limit: countIn(python.get("FEED_LENGTH")),
    ids: "addresses",
  };
}
