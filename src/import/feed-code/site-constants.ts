import { baseName } from "../../base/file-path.ts";
import { type Table, tableOf, textIn } from "../../base/table-values.ts";
import { readJson, readOptionalTable } from "../configuration/data-file.ts";
import { readScript } from "../configuration/script-module.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { isIn, pathIn } from "../site-rules/site-path.ts";
import { writesFeed } from "./feed-settings.ts";

const configuration = /^(?:site-?metadata|site-?config|site\.config|config|metadata|constants|blog\.config|site)\.(?:[cm]?[jt]s|json)$/i;
const constants = ["siteMetadata", "siteConfig", "site", "config", "metadata", "SITE", "BLOG", "CONFIG", "siteInfo", "siteMetaData", "seo"];

/**
 * Reads the tables of settings that code of a site states: the constants of files such as `siteMetadata.js`, and those with names such as
 * `SITE_TITLE`.
 */
export function siteConstants(folder: SiteFolder, root: string): unknown[] {
  const found = folder.paths.filter(
    (path) => isIn(root, path) && configuration.test(baseName(path)) && pathIn(root, path).split("/").length <= 3,
  );
  const tables = found.flatMap((path): unknown[] => {
    if (path.endsWith(".json")) return [readJson(folder, path)];
    const script = readScript(folder, path);
    return [script?.exported, ...constants.map((name) => script?.constant(name))];
  });
  return [...tables, namedConstants(folder, root)];
}

// `export const SITE_TITLE = "Moon"` of a module of constants, and `DOMAIN = "https://example.org"`, if code that writes a feed has the name.
function namedConstants(folder: SiteFolder, root: string): Table {
  const own = folder.paths.filter((path) => isIn(root, path) && /\.[cm]?[jt]sx?$/.test(path));
  const code = own.map((path) => folder.read(path) ?? "").filter((source) => writesFeed.test(source));
  const isUsed = (name: string) => ofUrl.test(name) && code.some((source) => wordsOf(source).has(name));
  const found = own
    .filter((path) => ofConstants.test(pathIn(root, path)))
    .flatMap((path) => {
      const script = readScript(folder, path);
      return (script?.names ?? []).map((name) => [name, textIn(script?.constant(name))] as const);
    });
  const known = found.filter(([name, value]) => isUsed(name) && value !== undefined && URL.canParse(value));
  const named = found.flatMap(([name, value]): [string, string | undefined][] => {
    const field = ofSite.exec(name)?.[1]?.toLowerCase();
    return field === undefined || (field === "url" && !URL.canParse(value ?? "")) ? [] : [[field, value]];
  });
  return { ...Object.fromEntries(named.reverse()), ...(known[0] && { url: known[0][1] }), ...Object.fromEntries(known) };
}

const ofConstants = /^(?:[^/]{1,99}\/){0,3}(?:(?:constants?|consts?|config|env)(?:\.[cm]?[jt]s|\/[^/]{1,99}))$/i;
const ofSite = /^(?:site|blog)_?(title|name|description|desc|url|author|language|lang)$/i;
const ofUrl = /^(?:(?:site|base|blog|root|web|public)_?)?(?:url|domain|origin|host)$/i;

const ofModule =
  /^(?:(?:site|blog|website)(?:[-_.]?(?:config|meta|metadata|info|data))?|config|constants?|consts?|info|settings|metadata|meta|variables|seo|gridsome\.config)\.[cm]?[jt]s$/i;
const ofData = /^(?:_?config|_?site|(?:site|blog)[-_.]?(?:config|meta|metadata|info|data)|metadata)\.(?:json|ya?ml|toml)$/i;
const maxNames = 4; // of folders and the file

/**
 * Reads the literals of modules and data files that are named for the settings of a site: `export const title = "Moon"` in
 * `src/lib/site.js`, `siteName` of `gridsome.config.js`, `title` and `site.title` of `config.yaml`.
 */
export function siteModules({ paths, read }: SiteFolder, root: string): unknown[] {
  const quiet = { paths, read: (path: string) => read(path) }; // they may have another purpose
  const own = paths.filter(
    (path) => isIn(root, path) && pathIn(root, path).split("/").length <= maxNames && !notOwn.test(pathIn(root, path)),
  );
  const byDepth = own.toSorted((a, b) => a.split("/").length - b.split("/").length);
  return byDepth.flatMap((path): unknown[] => {
    const name = baseName(path);
    if (ofData.test(name)) return withInner(readOptionalTable(quiet, path));
    if (!ofModule.test(name)) return [];
    const script = readScript(quiet, path);
    const named = Object.fromEntries((script?.names ?? []).map((each) => [each, script?.constant(each)]));
    return [...withInner(tableOf(script?.exported)), ...withInner(named)];
  });
}

const notOwn = /(?:^|\/)(?:node_modules|tests?|__tests__|public|static|dist|build|examples?|\.[^/]{1,99})\//;

// `site: { title: "Moon" }`
function withInner(table: Table): Table[] {
  return [table, ...constants.map((name) => tableOf(table[name]))];
}

function wordsOf(source: string): ReadonlySet<string> {
  return new Set(source.split(/[^\w$]+/));
}
