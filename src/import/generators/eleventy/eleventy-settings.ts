import { tableOf } from "../../../base/table-values.ts";
import { readJson } from "../../configuration/data-file.ts";
import { readOldSettings } from "../../configuration/old-settings.ts";
import { readScript } from "../../configuration/script-module.ts";
import type { OldSettings, SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";
import type { Data } from "./directory-data.ts";
import type { EleventyConfig } from "./eleventy-config.ts";

/** Reads the settings of a site: those of its plugin of feeds, and data files such as `_data/metadata.json`. */
export function readEleventySettings(folder: SiteFolder, { excluded, metadata }: EleventyConfig): OldSettings {
  const names = ["metadata", "site", "meta", "siteConfig", "config", "siteMeta"];
  const tables = excluded.flatMap((data) =>
    names.flatMap((name) => [
      ...[".js", ".cjs", ".mjs", ".ts"].map((ending) => scriptTable(folder, joinPath(data, name + ending))),
      readJson(folder, joinPath(data, `${name}.json`)),
    ]),
  );
  return readOldSettings({ ...metadata, url: metadata["base"] ?? metadata["url"] }, ...tables);
}

function scriptTable(folder: SiteFolder, path: string): Data {
  return tableOf(readScript(folder, path)?.exported);
}
