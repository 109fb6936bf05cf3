import { textIn } from "../../../base/table-values.ts";
import { memberOf } from "../../constants/code-nodes.ts";
import type { OldSettings, OldSite, SiteFolder } from "../../site-rules/old-site.ts";
import { joinPath } from "../../site-rules/site-path.ts";
import { findFeedIdRule } from "../../template-tags/feed-id-rule.ts";
import type { JekyllConfig } from "./jekyll-config.ts";

/**
 * Creates the rule of the ids in the feed: that of an own template, or of jekyll-feed. Both join `url`, `baseurl` and an address as texts,
 * so that a `url` with a slash at its end makes `https://example.org//moon.html`.
 */
export function jekyllIds(folder: SiteFolder, config: JekyllConfig, settings: OldSettings): NonNullable<OldSite["idOf"]> {
  const { root, url, values } = config;
  const written = textIn(values["url"]) ?? url.origin ?? "";
  const base = slashed(textIn(values["baseurl"]) ?? "").replace(/\/$/, "");
  const relative = (text: string) => base + (text.startsWith("\u0000") ? text : slashed(text));
  const known = { ...values, url: written, baseurl: textIn(values["baseurl"]) ?? "" };
  const filters = { relative_url: relative, absolute_url: (text: string) => written + relative(text) };
  const hasPlugin = settings.ids === "jekyll-feed" && folder.read(joinPath(root, "feed.xml")) === undefined; // which replaces its feed
  const rule = hasPlugin ? undefined : findFeedIdRule(folder, (name) => settingOf(known, name), filters);
  const own = (url.origin ?? "") + url.base;
  return ({ id, path }) => {
    if (!/^https?:/.test(written)) return undefined;
    if (hasPlugin) return id.startsWith(`${own}/`) ? written + base + id.slice(own.length) : undefined;
    const isBelow = path.startsWith(`${url.base}/`) && rule?.before.startsWith("http");
    return rule && isBelow ? rule.before + path.slice(url.base.length) + rule.after : undefined;
  };
}

// A setting that is missing is empty.
function settingOf(values: JekyllConfig["values"], name: string): string | undefined {
  const [root, ...names] = name.split(".");
  if (root !== "site" || names.length === 0) return undefined;
  return textIn(names.reduce<unknown>((value, each) => memberOf(value, each), values)) ?? "";
}

function slashed(path: string): string {
  return path === "" || path.startsWith("/") ? path : `/${path}`;
}
