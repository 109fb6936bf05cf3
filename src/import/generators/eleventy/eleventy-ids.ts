import { decodeUri } from "../../../base/decode-uri.ts";
import { textIn } from "../../../base/table-values.ts";
import { memberOf } from "../../constants/code-nodes.ts";
import type { OldSite, SiteFolder } from "../../site-rules/old-site.ts";
import { findFeedIdRule } from "../../template-tags/feed-id-rule.ts";
import type { Data } from "./directory-data.ts";

/**
 * Creates the rule of the ids in an own template of the feed that joins them as texts: `{{ metadata.url }}{{ post.url }}`. Undefined if
 * there is none: the filters of the plugin make the addresses.
 * @param prefix the path below which the site is
 */
export function eleventyIds(folder: SiteFolder, ofSite: Data, prefix: string): OldSite["idOf"] {
  const lookUp = (name: string) => textIn(name.split(".").reduce<unknown>((value, each) => memberOf(value, each), ofSite));
  const rule = findFeedIdRule(folder, lookUp, { url: (text) => prefix + text });
  if (rule?.before.startsWith("http") !== true) return undefined;
  return ({ path }) => {
    const address = decodeUri(path); // Eleventy escapes no letters
    return address.startsWith(`${prefix}/`) ? rule.before + address.slice(prefix.length) + rule.after : undefined;
  };
}
