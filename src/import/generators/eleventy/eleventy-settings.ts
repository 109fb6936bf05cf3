import { readOldSettings } from "../../configuration/old-settings.ts";
import type { OldSettings } from "../../site-rules/old-site.ts";
import type { Data } from "./directory-data.ts";
import type { EleventyConfig } from "./eleventy-config.ts";

const names = ["metadata", "site", "meta", "siteConfig", "config", "siteMeta", "siteInfo", "globals"];

/**
 * Reads the settings of a site: those of its plugin of feeds, and data files such as `_data/metadata.json`.
 * @param ofSite the data of the site by name
 * @param language that of plugins and templates
 */
export function readEleventySettings({ metadata }: EleventyConfig, ofSite: Data, language: string | undefined): OldSettings {
  const ofFeed = { ...metadata, url: metadata["base"] ?? metadata["url"] };
  return readOldSettings(ofFeed, ...names.map((name) => ofSite[name]), { author: ofSite["author"], language });
}
