import { singleSlashes } from "../../base/canonical-url.ts";
import { decodeUri } from "../../base/decode-uri.ts";
import { baseName, folderOf, withoutExtension } from "../../base/file-path.ts";
import { tableOf, textIn } from "../../base/table-values.ts";
import type { ValuePart } from "../configuration/given-values.ts";
import { parseModule } from "../configuration/script-module.ts";
import type { OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { isIn } from "../site-rules/site-path.ts";
import { starterValues } from "../site-rules/starter-values.ts";
import { feedIdParts } from "./feed-id-parts.ts";

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
  /** Returns the `url` of a post if it is not its address; null if it is unknown. @param path its file */
  readonly urlOf?: ((path: string) => string | null | undefined) | undefined;
  /**
   * Returns the folder of the pages to which a folder in the feed means to lead if it has no pages: `blog` for `post`. Undefined if it has
   * pages, and null if their folder is unknown.
   */
  readonly pagesFor?: (folder: string) => string | null | undefined;
}

/** The ids of a feed that code writes. */
export interface CodeIds {
  /** The rule of the ids; undefined if the code joins other values, or makes ids in several ways. */
  readonly idOf: OldSite["idOf"];
  /** A sentence for the user if the code makes ids that are unknown. */
  readonly note?: string;
}

/**
 * Reads the ids in a feed that code writes: it joins the URL of the site, a folder and the `slug` of a post or the name of its file, or the
 * site and the `url` of a post, so that an address with another slash is another id.
 */
export function codeIds({ paths, read }: SiteFolder, options: CodeIdOptions): CodeIds {
  const quiet = { paths, read: (name: string) => read(name) }; // code of a feed is no configuration
  const written = options.scripts.flatMap((path) => {
    const program = parseModule(quiet, path);
    const ids = program === undefined ? [] : feedIdParts([program]);
    return ids.length === 0 ? [] : [{ path, ids }];
  });
  const [parts, ...others] = new Map(written.flatMap(({ ids }) => ids).map((each) => [JSON.stringify(each), each])).values();
  const idOf = parts === undefined || others.length > 0 ? undefined : ruleOf(parts, options);
  const writer = written.find(({ path }) => writesItems.test(read(path) ?? ""))?.path;
  if (idOf !== undefined || writer === undefined || (parts !== undefined && isOfStarter(parts, options.tables))) return { idOf };
  const note = `Cannot compute the ids that ${writer} gives to the feed: compare one with its address, and write id into the posts if it differs`;
  return { idOf, note };
}

const writesItems = /<rss\b|<feed\b|<guid\b|\bnew (?:Feed|RSS)\(/;

function ruleOf(parts: readonly ValuePart[], { base, pagesFor, tables, urlOf, urlsLackBase }: CodeIdOptions): OldSite["idOf"] {
  const at = parts.findIndex(
    (part, index) => typeof part !== "string" && (isStem(part) || isAddress(part, tables) || isPath(part, parts[index - 1])),
  );
  const texts = textsOf(parts.toSpliced(at, 1), tables);
  const url = URL.parse(texts?.[0] ?? "");
  if (at < 1 || texts === undefined || url === null || starterValues({ url: url.origin }).url !== undefined) return undefined;
  const [before, after] = [texts.slice(0, at).join(""), texts.slice(at).join("")];
  const part = parts[at] ?? "";
  const isWhole = part.at(-1) === "url"; // it begins with a slash
  const joined = singleSlashes(`${url.pathname}/${before.slice(texts[0]?.length)}`);
  const linked = isWhole && urlsLackBase ? `${base}/` : isIn(base, joined) ? joined : base + joined; // code may forget the path of the site
  const isInFolder = linked.endsWith("/") && typeof part !== "string" && (part.at(-1) === "slug" || isStem(part));
  const pages = isInFolder ? pagesFor?.(linked.slice(base.length).replace(/^\/|\/$/g, "")) : undefined;
  if (pages === null) return undefined;
  const start = pages === undefined ? linked : singleSlashes(`${base}/${pages}/`);
  return ({ path }, file) => {
    const address = decodeUri(path); // code escapes no letters
    if (!/^https?:/.test(before) || !address.startsWith(start)) return undefined;
    const rest = address.slice(start.length);
    const url = isWhole ? urlOf?.(file.path) : undefined;
    if (url !== undefined) return url === null ? undefined : before + url + after;
    if (isWhole) return `${before}/${rest}${after}`;
    if (typeof part !== "string" && isStem(part)) return before + stemOf(file.path) + after;
    return rest.endsWith(".html") ? undefined : before + rest.replace(/\/$/, "") + after; // a slug may have the ending or not
  };
}

function isAddress(names: readonly string[], tables: readonly unknown[]): boolean {
  return /^(?:slug|url)$/.test(names.at(-1) ?? "") && !isSetting(names, tables);
}

// `/${post.path}`: it does not begin with a slash.
function isPath(names: readonly string[], before: ValuePart | undefined): boolean {
  return names.at(-1) === "path" && typeof before === "string" && before.endsWith("/");
}

// The name of a parameter is not known.
function isStem(names: readonly string[]): boolean {
  const [last, before = ""] = names.toReversed();
  return last === "stem()" && /^\?$|file|name|path|slug|post|entry/i.test(before);
}

function stemOf(path: string): string {
  const name = withoutExtension(baseName(path));
  return name === "index" ? baseName(folderOf(path)) : name;
}

function isOfStarter(parts: readonly ValuePart[], tables: readonly unknown[]): boolean {
  const [first = ""] = parts;
  const url = URL.parse((typeof first === "string" ? first : settingOf(first, tables)) ?? "");
  return url !== null && starterValues({ url: url.origin }).url !== undefined;
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
