import { isFalse } from "../../../content/front-matter/front-matter-value.ts";
import type { OldSettings } from "../../site-rules/old-site.ts";
import type { JekyllConfig } from "./jekyll-config.ts";

/** Returns what the configuration of a Jekyll site means for its articles here. */
export function notesOfJekyll(
  { missingSource, source, unreadable, values }: JekyllConfig,
  { timezone, unusedTimezone }: Pick<OldSettings, "timezone" | "unusedTimezone">,
): string[] {
  return [
    ...(unreadable === undefined ? [] : [`Cannot read ${unreadable}: Jekyll's defaults were assumed`]),
    ...(missingSource === undefined
      ? []
      : [
          `source is a folder that does not exist (${missingSource}), so the texts were read from ${source === "" ? "the folder itself" : source}`,
        ]),
    ...(timezone === undefined && unusedTimezone === undefined
      ? ["The configuration has no timezone, so Jekyll used that of the machine (UTC on GitHub Pages): set timezone if it was another"]
      : []),
    ...(Number(values["limit_posts"]) > 0
      ? [`limit_posts = ${values["limit_posts"]} published only the newest posts; all of them were imported`]
      : []),
    ...(isFalse(String(values["show_drafts"] ?? "false"))
      ? []
      : ["show_drafts: true published the texts of _drafts; here, they are drafts"]),
    ...(isFalse(String(values["unpublished"] ?? "false"))
      ? []
      : ["unpublished: true published posts with published: false; here, they are drafts"]),
  ];
}
