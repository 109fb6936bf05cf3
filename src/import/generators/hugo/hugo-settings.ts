import { tableOf, textIn } from "../../../base/table-values.ts";
import { feedLimit } from "../../configuration/feed-limit.ts";
import { siteAuthor } from "../../configuration/site-author.ts";
import { languageIn, type SiteUrl, timezoneSettings, urlSettings } from "../../configuration/site-url.ts";
import type { OldSettings } from "../../site-rules/old-site.ts";
import type { HugoConfig } from "./hugo-config.ts";

/** Reads the settings of a Hugo site, as its templates use them. */
export function readHugoSettings({ timezoneFile, values }: HugoConfig, url: SiteUrl, language: string): OldSettings {
  const own = tableOf(tableOf(values["languages"])[language]);
  const params = { ...tableOf(values["params"]), ...tableOf(own["params"]) };
  const text = (key: string) => textIn(own[key]) ?? textIn(values[key]);
  const isMultilingual = Object.keys(tableOf(values["languages"])).length > 0;
  return {
    title: text("title") ?? textIn(params["title"]),
    description: textIn(params["description"]) ?? text("description") ?? textIn(params["subtitle"]) ?? textIn(params["tagline"]),
    author: siteAuthor(
      [params["author"], params["authors"], own["author"], values["author"], params["authorname"]],
      params["authoremail"] ?? params["email"],
    ),
    language: languageIn(text("locale") ?? text("languagecode") ?? (isMultilingual ? language : textIn(values["defaultcontentlanguage"]))),
    ...timezoneSettings(text("timezone"), timezoneFile ?? "the configuration"),
    ...urlSettings(url),
    limit: feedLimit(tableOf(tableOf(values["services"])["rss"])["limit"], -1) ?? feedLimit(values["rsslimit"], -1),
    copyright: /[<&{]/.test(text("copyright") ?? "") ? undefined : text("copyright"), // markup and templates are for pages
    ids: "addresses",
  };
}
