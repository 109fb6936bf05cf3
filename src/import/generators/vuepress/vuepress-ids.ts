import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { parseSiteUrl } from "../../configuration/site-url.ts";
import type { CodeIds } from "../../feed-code/code-ids.ts";
import { feedOptions } from "./vuepress-settings.ts";

/**
 * Reads the ids in the feeds of plugins. `@vuepress/plugin-feed` and `vuepress-plugin-feed2`, also those of `vuepress-theme-hope`, join
 * `hostname` without its last slash, the base and the path of a page, so that a path in `hostname` is a part of the ids alone.
 * @param path that of the configuration @param version the major version of VuePress
 */
export function vuepressIds(options: Table, path: string, version: number): CodeIds {
  const feeds = feedOptions(options);
  const theme = { ...tableOf(options["themeConfig"]), ...tableOf(options["theme"]) };
  const hosts = feeds.map((feed) => textIn(feed["hostname"]) ?? textIn(feed["canonical_base"]) ?? textIn(theme["hostname"]));
  const [host, ...others] = new Set(hosts.flatMap((each) => prefixOf(each) ?? []));
  const isComputed = feeds.some((feed) => "link" in tableOf(feed["getter"]));
  const isUnknown = isComputed || others.length > 0 || (version === 1 && host !== undefined);
  return {
    idOf:
      feeds.length === 0 || version === 1
        ? undefined
        : ({ path }, { frontMatter }) =>
            textIn(tableOf(frontMatter["feed"])["guid"]) ?? (isUnknown || host === undefined ? undefined : host + path),
    note: isUnknown
      ? `Cannot compute the ids that the plugin of feeds in ${path} makes: compare one with its address, and write id into the posts if it differs`
      : undefined,
  };
}

// The beginning of the ids; undefined if it is the URL of the site.
function prefixOf(hostname: string | undefined): string | undefined {
  const { base, origin } = parseSiteUrl(hostname);
  if (hostname === undefined || origin === undefined || base === "") return undefined;
  return (/^https?:\/\//.test(hostname) ? hostname : `https://${hostname}`).replace(/\/$/, "");
}
