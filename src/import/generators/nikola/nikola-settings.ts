import { countIn } from "../../../base/table-values.ts";
import { readAuthor } from "../../../content/metadata/author-metadata.ts";
import type { PythonSettings } from "../../configuration/python/python-settings.ts";
import { languageIn, type SiteUrl } from "../../configuration/site-url.ts";
import type { OldSettings } from "../../site-rules/old-site.ts";

/** Reads the settings that have a counterpart. */
export function readNikolaSettings(python: PythonSettings, { origin }: SiteUrl): OldSettings {
  const language = python.text("DEFAULT_LANG") ?? "en";
  const author = readAuthor(python.text("BLOG_AUTHOR", language) ?? "");
  const email = python.text("BLOG_EMAIL");
  return {
    title: python.text("BLOG_TITLE", language),
    description: python.text("BLOG_DESCRIPTION", language),
    author: author && { ...author, ...(email !== undefined && { email }) },
    language: languageIn(language),
    timezone: python.timezone("TIMEZONE"),
    url: origin,
    limit: countIn(python.get("FEED_LENGTH")),
    ids: "addresses",
  };
}
