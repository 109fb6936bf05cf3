import type { Program } from "acorn";
import { singleSlashes } from "../../base/canonical-url.ts";
import { decodeUri } from "../../base/decode-uri.ts";
import { baseName, folderOf, withoutExtension } from "../../base/file-path.ts";
import { tableOf, textIn } from "../../base/table-values.ts";
import type { ValuePart } from "../configuration/given-values.ts";
import { isScript, loadedCode } from "../configuration/loaded-code.ts";
import { readScript, type ScriptModule } from "../configuration/script-module.ts";
import { memberOf } from "../constants/code-nodes.ts";
import { isFeedTemplate } from "../site-rules/feed-id-keys.ts";
import type { OldSite, SiteFolder } from "../site-rules/old-site.ts";
import { isIn } from "../site-rules/site-path.ts";
import { starterValues } from "../site-rules/starter-values.ts";
import { feedItems, type ItemParts } from "./feed-id-parts.ts";

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
  /** A sentence for the user if the code makes ids that are unknown; final once `idOf` was called for every post. */
  readonly note: string | undefined;
}

/**
 * Reads the ids in a feed that code writes: it joins the URL of the site, a folder and the `slug` of a post or the name of its file, or the
 * site and the `url` of a post, so that an address with another slash is another id. Ids may also be other URIs: `tag:example.org,2024:moon`.
 */
export function codeIds({ paths, read }: SiteFolder, options: CodeIdOptions): CodeIds {
  const quiet = { paths, read: (name: string) => read(name) }; // code of a feed is no configuration
  const written = options.scripts.flatMap((path) => {
    const [program, ...modules] = mayHaveItems.test(read(path) ?? "") ? programsOf(quiet, path) : [];
    const items = program === undefined ? [] : feedItems([program], modules);
    return items.length === 0 ? [] : [{ path, items: items.map((item) => withConstants(item, readScript(quiet, path))) }];
  });
  const [item, ...others] = new Map(written.flatMap(({ items }) => items).map((each) => [JSON.stringify(each), each])).values();
  const rule = item === undefined || others.length > 0 ? undefined : ruleOf(item, options);
  const writer = written.find(({ path }) => writesItems.test(read(path) ?? ""))?.path;
  const isNamed = writer !== undefined && !(item !== undefined && isOfStarter(item.id, options.tables));
  const note = isNamed
    ? `Cannot compute the ids that ${writer} gives to the feed: compare one with its address, and write id into the posts if it differs`
    : undefined;
  let [known, asked] = [0, 0]; // the feed may have only some of the posts
  return {
    idOf:
      rule &&
      ((made, file) => {
        const id = rule(made, file);
        asked++;
        if (id !== undefined) known++;
        return id;
      }),
    get note() {
      return rule === undefined || (asked > 0 && known === 0) ? note : undefined;
    },
  };
}

const writesItems = /<rss\b|<feed\b|<guid\b|\bnew (?:Feed|RSS)\(|\baddItem\b/;
const mayHaveItems = /\bguid\b|\bitem\(|\bcontent_(?:html|text)\b|<entry\b|<item\b|\baddItem\b|\bcustom_elements\b/;

/** Returns the scripts of a folder that may write a feed: by their names or that of their folder, or by their code. */
export function feedScripts({ paths, read }: SiteFolder, root: string): string[] {
  return paths.filter((path) => isIn(root, path) && isScript(path) && (isFeedTemplate(path) || writesItems.test(read(path) ?? "")));
}

function programsOf(folder: SiteFolder, path: string): Program[] {
  return loadedCode(folder, path).flatMap(({ program }) => program ?? []);
}

// A constant that the module declares or imports: `SITE.url`.
function withConstants({ id, link }: ItemParts, script: ScriptModule | undefined): ItemParts {
  const filled = (parts: readonly ValuePart[]) =>
    parts.map((part) => {
      if (typeof part === "string") return part;
      const [name = "", ...members] = part;
      return textIn(members.reduce((value: unknown, member) => memberOf(value, member), script?.constant(name))) ?? part;
    });
  return { id: filled(id), ...(link !== undefined && { link: filled(link) }) };
}

// The value of a post in a text, with the texts before and after it.
interface Joined {
  /** The first text, which may be the URL of the site. */
  readonly first: string;
  readonly before: string;
  readonly part: readonly string[];
  readonly after: string;
}

function joinedParts(parts: readonly ValuePart[], tables: readonly unknown[]): Joined | undefined {
  const at = parts.findIndex(
    (part, index) => typeof part !== "string" && (isStem(part) || isAddress(part, tables) || isPath(part, parts[index - 1])),
  );
  const [part, texts] = [parts[at], textsOf(parts.toSpliced(at, 1), tables)];
  if (at < 1 || typeof part === "string" || part === undefined || texts === undefined) return undefined;
  return { first: texts[0] ?? "", before: texts.slice(0, at).join(""), part, after: texts.slice(at).join("") };
}

function ruleOf(item: ItemParts, options: CodeIdOptions): OldSite["idOf"] {
  const id = joinedParts(item.id, options.tables);
  const url = URL.parse(id?.first ?? "");
  if (id === undefined || url === null || starterValues({ url: url.origin }).url !== undefined) return undefined;
  const { after, before, part } = id;
  const isWeb = /^https?:/.test(before);
  if (!isWeb && isStem(part)) return (_made, file) => before + stemOf(file.path) + after;
  const link = item.link && joinedParts(item.link, options.tables);
  const isLinked = link !== undefined && JSON.stringify(link.part) === JSON.stringify(part);
  const start = startOf(isLinked ? link : id, options);
  if (start === undefined) return undefined;
  return ({ path }, file) => {
    const address = decodeUri(path); // code escapes no letters
    if (!address.startsWith(start)) return undefined;
    const rest = address.slice(start.length);
    const url = isWhole(part) ? options.urlOf?.(file.path) : undefined;
    if (url !== undefined) return url === null ? undefined : before + url + after;
    if (isWhole(part)) return `${before}/${rest}${after}`;
    if (isStem(part)) return before + stemOf(file.path) + after;
    return rest.endsWith(".html") ? undefined : before + rest.replace(/\/$/, "") + after; // a slug may have the ending or not
  };
}

// The beginning of the addresses of posts, before the value of a post; undefined if it is unknown.
function startOf({ before, first, part }: Joined, { base, pagesFor, urlsLackBase }: CodeIdOptions): string | undefined {
  const url = URL.parse(first, "https://x.invalid");
  if (isWhole(part) && (urlsLackBase || !/^https?:$/.test(url?.protocol ?? ""))) return `${base}/`;
  if (url === null || !/^https?:$/.test(url.protocol) || /[?#]/.test(before)) return undefined;
  const joined = singleSlashes(`${url.pathname}/${before.slice(first.length)}`);
  const linked = isIn(base, joined) ? joined : base + joined; // code may forget the path of the site
  const isInFolder = linked.endsWith("/") && (part.at(-1) === "slug" || isStem(part));
  const pages = isInFolder ? pagesFor?.(linked.slice(base.length).replace(/^\/|\/$/g, "")) : undefined;
  if (pages === null) return undefined;
  return pages === undefined ? linked : singleSlashes(`${base}/${pages}/`);
}

// It begins with a slash.
function isWhole(names: readonly string[]): boolean {
  return names.at(-1) === "url";
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
