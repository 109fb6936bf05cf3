import { countIn, type Table, tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import { languageIn, parseSiteUrl, timezoneIn } from "../../configuration/site-url.ts";
import type { OldSettings } from "../../site-rules/old-site.ts";

/** Reads the settings of a Hexo site. Its feed, made by hexo-generator-feed, has the address of a post as its id. */
export function readHexoSettings(config: Table): OldSettings {
  const author = textIn(config["author"]);
  return {
    title: textIn(config["title"]),
    description: textIn(config["description"]) ?? textIn(config["subtitle"]),
    author: author === undefined ? undefined : { name: author, email: textIn(config["email"]) },
    language: languageIn(textsIn(config["language"])[0]),
    timezone: timezoneIn(textIn(config["timezone"])),
    url: parseSiteUrl(textIn(config["url"])).origin,
    limit: countIn(tableOf(config["feed"])["limit"]),
    ids: "addresses",
  };
}
