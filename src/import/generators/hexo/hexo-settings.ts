import { type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import { feedLimit } from "../../configuration/feed-limit.ts";
import { siteAuthor } from "../../configuration/site-author.ts";
import { languageIn, parseSiteUrl, timezoneSettings, urlSettings } from "../../configuration/site-url.ts";
import type { OldSettings } from "../../site-rules/old-site.ts";

/**
 * Reads the settings of a Hexo site. Its feed, made by hexo-generator-feed, has the address of a post as its id.
 * @param theme the configuration of the theme, which may have the author, too
 */
export function readHexoSettings(config: Table, theme: Table): OldSettings {
  return {
    title: textIn(config["title"]),
    description: textIn(config["description"]) ?? textIn(config["subtitle"]),
    author: siteAuthor([config["author"], ...authorsOfTheme(tableOf(config["theme_config"])), ...authorsOfTheme(theme)], config["email"]),
    language: languageIn(textsIn(config["language"])[0]),
    ...timezoneSettings(textIn(config["timezone"]), "_config.yml"),
    ...urlSettings(parseSiteUrl(textIn(config["url"]))),
    limit: feedLimit(tableOf(config["feed"])["limit"], 0, false),
    ids: "addresses",
  };
}

// Icarus has the author in a widget, Fluid in the page about the author.
function authorsOfTheme({ about, author, widgets }: Table): unknown[] {
  const profile = [widgets]
    .flat(1)
    .map(tableOf)
    .find(({ type }) => type === "profile");
  return [author, profile?.["author"], tableOf(about)];
}
