import { tableOf, textIn, textsIn } from "../../../base/table-values.ts";
import { formats } from "../../../model/format.ts";
import { readJson } from "../../configuration/data-file.ts";
import { feedLimit } from "../../configuration/feed-limit.ts";
import { excludeFiles } from "../../configuration/file-patterns.ts";
import type { ConfigFile } from "../../configuration/find-config.ts";
import { compileGlob, type Glob } from "../../configuration/glob.ts";
import { isScript } from "../../configuration/loaded-code.ts";
import { reportOutside } from "../../configuration/outside-settings.ts";
import { readScript } from "../../configuration/script-module.ts";
import type { OldList } from "../../old-pages/old-list.ts";
import { isFeedTemplate } from "../../site-rules/feed-id-keys.ts";
import type { HidingCode, SiteFolder } from "../../site-rules/old-site.ts";
import type { PublicFolder } from "../../site-rules/plan-media.ts";
import { addressPath, isIn, joinPath, pathIn, resolvePath } from "../../site-rules/site-path.ts";
import type { Data } from "./directory-data.ts";
import { readIgnores } from "./eleventy-ignores.ts";
import { readPreprocessors } from "./eleventy-preprocessors.ts";

/** The options of a site that concern its content (www.11ty.dev/docs/config). */
export interface EleventyConfig {
  readonly isReadable: boolean;
  /** The folder of the templates. */
  readonly input: string;
  /** The folder of data. */
  readonly data: string;
  /** The folder of layouts. */
  readonly layouts: string;
  /** The files of layouts with another name. */
  readonly layoutAliases: ReadonlyMap<string, string>;
  /** Folders without content: layouts, data, output. */
  readonly excluded: readonly string[];
  /** Returns whether the ignore files name a path. */
  readonly isIgnored: (path: string) => boolean;
  /** True if it adds globs to them that only running the code would give. */
  readonly hasUnreadIgnores: boolean;
  /** Returns the preprocessor that keeps a text off the site, by its path and its data; undefined for none. */
  readonly hiddenBy: (path: string, data: Data) => HidingCode | undefined;
  /** Files that are copied as they are. */
  readonly copied: readonly PublicFolder[];
  /** The globs of posts. */
  readonly posts: readonly Glob[];
  /** The tags of the feed's entries. */
  readonly feedTags: ReadonlySet<string>;
  /** The tags that only make collections, of all posts or of a menu, and are no topics. */
  readonly collectionTags: ReadonlySet<string>;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** The feeds of the plugin. */
  readonly feeds: readonly OldList[];
  /** The names of the collections of feeds, also of those in templates. */
  readonly feedCollections: readonly string[];
  readonly limit: number | undefined;
  /** The path below which the site is published, such as `/blog`; empty for none. */
  readonly prefix: string;
  /** True if a plugin writes the prefix before links of texts. */
  readonly hasLinkPrefix: boolean;
  /** True if the site has its own filter slug or slugify. */
  readonly hasOwnSlugs: boolean;
}

const usualTags = ["post", "posts", "blog", "article", "articles", "note", "notes", "journal", "writing", "link", "links"];

// eleventy-base-blog and its copies show no topics with these names.
const usualCollections = ["all", "nav", "post", "posts"];

/** Reads the configuration of a site. */
export function readEleventyConfig(folder: SiteFolder, { path, root }: ConfigFile): EleventyConfig {
  const script = readScript(folder, path);
  const calls = (name: string) => script?.calls(name) ?? [];
  const firstOf = (name: string) => textIn(calls(name)[0]?.[0]);
  const [constants, returned] = [tableOf(script?.constant("config")), tableOf(script?.exported)];
  const dir = tableOf(constants["dir"] ?? returned["dir"]);
  const prefix = textIn(constants["pathPrefix"]) ?? textIn(returned["pathPrefix"]) ?? prefixInScripts(folder, root) ?? "";
  reportOutside(folder, path, { input: firstOf("setInputDirectory") ?? dir["input"] }, root);
  const input = resolvePath(root, firstOf("setInputDirectory") ?? textIn(dir["input"]) ?? "");
  const output = resolvePath(root, firstOf("setOutputDirectory") ?? textIn(dir["output"]) ?? "_site");
  const data = resolvePath(input, firstOf("setDataDirectory") ?? textIn(dir["data"]) ?? "_data");
  const includes = resolvePath(input, firstOf("setIncludesDirectory") ?? textIn(dir["includes"]) ?? "_includes");
  const ownLayouts = firstOf("setLayoutsDirectory") ?? textIn(dir["layouts"]);
  const layouts = ownLayouts === undefined ? includes : resolvePath(input, ownLayouts);
  const named = readIgnores(folder, root, input);
  const ignores = script === undefined ? addedIgnores(folder.read(path) ?? "") : calls("ignores.add").flat(2);
  const added = excludeFiles(textsIn(ignores));
  const feedPlugins = feedOptions(calls("addPlugin"));
  const [feed = {}] = feedPlugins;
  const collection = tableOf(feed["collection"]);
  return {
    isReadable: script !== undefined || folder.read(path) === undefined,
    input,
    data,
    layouts,
    layoutAliases: new Map(calls("addLayoutAlias").map(([name, file]) => [String(name), String(file)])),
    excluded: [output, data, includes, layouts],
    isIgnored: (path) => named(path) || (isIn(root, path) && added.test(pathIn(root, path))),
    hasUnreadIgnores: ignores.some((glob) => typeof glob !== "string"),
    hiddenBy: readPreprocessors(folder, path),
    copied: calls("addPassthroughCopy").flatMap(([value]) => copiesOf(value, root, input)),
    posts: globsIn(folder.read(path) ?? "").map((glob) => compileGlob(resolvePath(root, glob).replaceAll("**/", "**"))),
    feedTags: new Set([...usualTags, textIn(collection["name"]) ?? "posts"]),
    collectionTags: new Set([...usualCollections, textIn(collection["name"]) ?? "posts"]),
    metadata: tableOf(feed["metadata"]),
    feeds: feedPlugins.map(({ outputPath, type }) => ({
      path: addressPath(prefix, textIn(outputPath) ?? "feed.xml"),
      format: formats.find(({ id }) => id === (type ?? "atom")),
    })),
    feedCollections: [
      ...feedPlugins.flatMap((each) => textIn(tableOf(each["collection"])["name"]) ?? []),
      ...collectionsInFeeds(folder, input),
    ],
    limit: feedLimit(collection["limit"], 0),
    prefix: addressPath(prefix).replace(/\/$/, ""),
    hasOwnSlugs: /\badd(?:Async|Liquid|Nunjucks)?Filter\(\s{0,99}["'`]slug(?:ify)?["'`]/.test(folder.read(path) ?? ""),
    hasLinkPrefix: /HtmlBasePlugin/.test(folder.read(path) ?? ""),
  };
}

// `{% for post in collections.posts %}`
function collectionsInFeeds({ paths, read }: SiteFolder, input: string): string[] {
  const sources = paths.filter((path) => isIn(input, path) && isFeedTemplate(path) && !isScript(path)).map((path) => read(path) ?? "");
  const names = sources.flatMap((source) => [...source.matchAll(/\bcollections(?:\.|\[["'])(\w{1,50})/g)]);
  return [...new Set(names.map(([, name = ""]) => name))];
}

const prefixOption = /--pathprefix[= ](?:\\?["'])?([\w./~-]{1,99})/;

// `eleventy --pathprefix=/blog/`. Copies of starters still have the script for the demo's GitHub Pages, which counts only if a workflow
// runs it.
function prefixInScripts(folder: SiteFolder, root: string): string | undefined {
  const workflows = folder.paths
    .filter((path) => isIn(".github/workflows", path))
    .map((path) => (folder.read(path) ?? "").replace(/^[ \t]{0,99}#.*$/gm, ""));
  const scripts = Object.entries(tableOf(readJson(folder, joinPath(root, "package.json"))["scripts"]));
  const used = scripts.filter(([name]) => !name.includes("pages") || workflows.some((text) => text.includes(`run ${name}`)));
  return [...used.map(([, command]) => String(command)), ...workflows]
    .map((command) => prefixOption.exec(command)?.[1])
    .find((prefix) => prefix !== undefined);
}

// The options of the plugin of feeds are the only ones with a collection.
function feedOptions(plugins: readonly (readonly unknown[])[]): Readonly<Record<string, unknown>>[] {
  return plugins.map(([, options]) => tableOf(options)).filter((options) => "collection" in options);
}

// `addPassthroughCopy("img")` keeps the path below the input; `{ "public": "/" }` states the destination.
function copiesOf(value: unknown, root: string, input: string): PublicFolder[] {
  if (typeof value === "string") {
    const from = resolvePath(root, staticPart(value));
    return [{ from, to: isIn(input, from) ? pathIn(input, from) : from }];
  }
  return Object.entries(tableOf(value)).flatMap(([from, to]) =>
    typeof to === "string" && !from.includes("node_modules")
      ? [{ from: resolvePath(root, staticPart(from)), to: resolvePath("", to) }]
      : [],
  );
}

function staticPart(glob: string): string {
  const names = glob.split("/");
  const wild = names.findIndex((name) => /[*?{[]/.test(name));
  return names.slice(0, wild < 0 ? names.length : wild).join("/");
}

// `eleventyConfig.ignores.add("notes/**")`
function addedIgnores(source: string): string[] {
  return [...source.matchAll(/\bignores\s{0,9}\.\s{0,9}add\(\s{0,99}["'`]([^"'`]{1,999})["'`]/g)].map(([, glob = ""]) => glob);
}

// `collection.getFilteredByGlob(["posts/*.md"])`
function globsIn(source: string): string[] {
  return [...source.matchAll(/getFilteredByGlob\(\s*\[?([^)\]]*)/g)].flatMap(([, list = ""]) =>
    [...list.matchAll(/["'`]([^"'`]+)["'`]/g)].map(([, glob = ""]) => glob),
  );
}
