import { singleSlashes } from "../../../base/canonical-url.ts";
import { decodeUri } from "../../../base/decode-uri.ts";
import { tableOf, textIn } from "../../../base/table-values.ts";
import { feedIdParts } from "../../configuration/feed-id-parts.ts";
import type { ValuePart } from "../../configuration/given-values.ts";
import { isScript } from "../../configuration/loaded-code.ts";
import { parseModule } from "../../configuration/script-module.ts";
import { isFeedTemplate } from "../../site-rules/feed-id-keys.ts";
import type { OldSite, SiteFolder } from "../../site-rules/old-site.ts";
import { isIn } from "../../site-rules/site-path.ts";
import { starterValues } from "../../site-rules/starter-values.ts";
import { nextTables } from "./next-settings.ts";

/**
 * Creates the rule of the ids in a feed that code writes: it joins the URL of the site, a folder and the slug of a post, so that an address
 * with another slash is another id. Undefined if the code joins other values, or ids in several ways.
 * @param base the path below which the site is
 */
export function nextIds(folder: SiteFolder, root: string, base: string): OldSite["idOf"] {
  const quiet = { paths: folder.paths, read: (name: string) => folder.read(name) }; // code of a feed is no configuration
  const scripts = folder.paths.filter((path) => isIn(root, path) && isScript(path) && isFeedTemplate(path));
  const [parts, ...others] = feedIdParts(scripts.flatMap((path) => parseModule(quiet, path) ?? []));
  if (parts === undefined || others.length > 0) return undefined;
  const slug = parts.findIndex((part) => typeof part !== "string" && part.at(-1) === "slug");
  const texts = textsOf(parts.toSpliced(slug, 1), nextTables(quiet, root));
  if (slug < 0 || texts === undefined) return undefined;
  const [before, after] = [texts.slice(0, slug).join(""), texts.slice(slug).join("")];
  const url = URL.parse(texts[0] ?? "");
  if (url === null || starterValues({ url: url.origin }).url !== undefined) return undefined;
  const start = singleSlashes(`${url.pathname}/${before.slice(texts[0]?.length)}`);
  return ({ path }) => {
    const address = decodeUri(path); // code escapes no letters
    const isBelow = /^https?:/.test(before) && start.startsWith(base) && address.startsWith(start);
    return isBelow ? before + address.slice(start.length).replace(/\/$/, "") + after : undefined;
  };
}

function textsOf(parts: readonly ValuePart[], tables: readonly unknown[]): string[] | undefined {
  const texts = parts.map((part) => (typeof part === "string" ? part : settingOf(part, tables)));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

function settingOf(names: readonly string[], tables: readonly unknown[]): string | undefined {
  const last = names.at(-1) ?? "";
  return /url|domain|host/i.test(last) ? tables.map((table) => textIn(tableOf(table)[last])).find((text) => text !== undefined) : undefined;
}
