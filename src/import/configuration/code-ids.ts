import { singleSlashes } from "../../base/canonical-url.ts";
import { decodeUri } from "../../base/decode-uri.ts";
import { tableOf, textIn } from "../../base/table-values.ts";
import type { OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { isIn } from "../site-rules/site-path.ts";
import { starterValues } from "../site-rules/starter-values.ts";
import { feedIdParts } from "./feed-id-parts.ts";
import type { ValuePart } from "./given-values.ts";
import { parseModule } from "./script-module.ts";

/** The inputs of the ids that code makes. */
export interface CodeIdOptions {
  /** The paths of the modules that write feeds. */
  readonly scripts: readonly string[];
  /** The tables of settings that may have the URL of the site. */
  readonly tables: readonly unknown[];
  /** The path below which the site is. */
  readonly base: string;
  /** True if the `url` of a post is its address without the path of the site, as in the data of VitePress. */
  readonly urlsLackBase?: true;
}

/**
 * Creates the rule of the ids in a feed that code writes: it joins the URL of the site, a folder and the `slug` of a post, or the site and
 * the `url` of a post, so that an address with another slash is another id. Undefined if the code joins other values, or ids in several ways.
 */
export function codeIds({ paths, read }: SiteFolder, { base, scripts, tables, urlsLackBase }: CodeIdOptions): OldSite["idOf"] {
  const quiet = { paths, read: (name: string) => read(name) }; // code of a feed is no configuration
  const [parts, ...others] = feedIdParts(scripts.flatMap((path) => parseModule(quiet, path) ?? []));
  if (parts === undefined || others.length > 0) return undefined;
  const at = parts.findIndex((part) => typeof part !== "string" && /^(?:slug|url)$/.test(part.at(-1) ?? "") && !isSetting(part, tables));
  const texts = textsOf(parts.toSpliced(at, 1), tables);
  const url = URL.parse(texts?.[0] ?? "");
  if (at < 1 || texts === undefined || url === null || starterValues({ url: url.origin }).url !== undefined) return undefined;
  const [before, after] = [texts.slice(0, at).join(""), texts.slice(at).join("")];
  const isWhole = parts[at]?.at(-1) === "url"; // it begins with a slash
  const joined = singleSlashes(`${url.pathname}/${before.slice(texts[0]?.length)}`);
  const start = isWhole && urlsLackBase ? `${base}/` : isIn(base, joined) ? joined : base + joined; // code may forget the path of the site
  return ({ path }) => {
    const address = decodeUri(path); // code escapes no letters
    if (!/^https?:/.test(before) || !address.startsWith(start)) return undefined;
    const rest = address.slice(start.length);
    if (isWhole) return `${before}/${rest}${after}`;
    return rest.endsWith(".html") ? undefined : before + rest.replace(/\/$/, "") + after; // a slug may have the ending or not
  };
}

function textsOf(parts: readonly ValuePart[], tables: readonly unknown[]): string[] | undefined {
  const texts = parts.map((part) => (typeof part === "string" ? part : settingOf(part, tables)));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

function isSetting(names: readonly string[], tables: readonly unknown[]): boolean {
  return /^(?:site|config|metadata|settings)/i.test(names.at(-2) ?? "") && settingOf(names, tables) !== undefined;
}

function settingOf(names: readonly string[], tables: readonly unknown[]): string | undefined {
  const last = names.at(-1) ?? "";
  return /url|domain|host|^base$/i.test(last)
    ? tables.map((table) => textIn(tableOf(table)[last])).find((text) => text !== undefined)
    : undefined;
}
