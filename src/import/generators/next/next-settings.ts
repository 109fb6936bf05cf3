import { baseName } from "../../../base/file-path.ts";
import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { readOldSettings } from "../../configuration/old-settings.ts";
import { readScript } from "../../configuration/script-module.ts";
import { languageOfHtml, localeIn, localeOfTranslations } from "../../configuration/stated-language.ts";
import type { OldSettings, SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, pathIn } from "../../site-rules/site-path.ts";
import { nextRoots } from "./next-config.ts";
import { routePath } from "./next-routes.ts";

const configuration = /^(?:site-?metadata|site-?config|site\.config|config|metadata|constants|blog\.config|site)\.(?:[cm]?[jt]s|json)$/i;
const constants = ["siteMetadata", "siteConfig", "site", "config", "metadata", "SITE", "BLOG", "CONFIG", "siteInfo", "siteMetaData", "seo"];

/**
 * Reads the settings of a site: the constants of files such as `siteMetadata.js`, the metadata of the root layout, and the main language of
 * translations. @param options the configuration
 */
export function readNextSettings(folder: SiteFolder, root: string, options: Table): OldSettings {
  const layouts = layoutsOf(folder, root).map((path) => layoutTable(folder, path));
  const language = localeIn(tableOf(options["i18n"])) ?? localeOfTranslations(folder, root);
  return readOldSettings(...nextTables(folder, root), ...layouts, { language });
}

/** Reads the constants of files such as `siteMetadata.js`. */
export function nextTables(folder: SiteFolder, root: string): unknown[] {
  const found = folder.paths.filter(
    (path) => isIn(root, path) && configuration.test(baseName(path)) && pathIn(root, path).split("/").length <= 3,
  );
  const tables = found.flatMap((path) => {
    const script = readScript(folder, path);
    return [script?.exported, ...constants.map((name) => script?.constant(name))];
  });
  return [...tables, urlOfFeed(folder, root)];
}

// `export const DOMAIN = "https://example.org"` of a module of constants, if code that writes a feed has the name.
function urlOfFeed(folder: SiteFolder, root: string): Table {
  const own = folder.paths.filter((path) => isIn(root, path) && /\.[cm]?[jt]sx?$/.test(path));
  const code = own.map((path) => folder.read(path) ?? "").filter((source) => writesFeed.test(source));
  const modules = code.length === 0 ? [] : own.filter((path) => ofConstants.test(pathIn(root, path)));
  const found = modules.flatMap((path) => {
    const script = readScript(folder, path);
    const names = (script?.names ?? []).filter((name) => ofUrl.test(name) && code.some((source) => wordsOf(source).has(name)));
    return names.map((name) => [name, textIn(script?.constant(name))] as const);
  });
  const known = found.filter(([, value]) => value !== undefined && URL.canParse(value));
  return { url: known[0]?.[1], ...Object.fromEntries(known) };
}

const writesFeed = /<rss\b|<feed\b|\bnew (?:Feed|RSS)\(/;
const ofConstants = /^(?:[^/]{1,99}\/){0,3}(?:(?:constants?|consts?|config|env)(?:\.[cm]?[jt]s|\/[^/]{1,99}))$/i;
const ofUrl = /^(?:(?:site|base|blog|root|web|public)_?)?(?:url|domain|origin|host)$/i;

function wordsOf(source: string): ReadonlySet<string> {
  return new Set(source.split(/[^\w$]+/));
}

function layoutsOf(folder: SiteFolder, root: string): string[] {
  const [apps = [], pages = []] = nextRoots(root);
  const isLayout = (app: string, path: string) => isIn(app, path) && /^layout\.[jt]sx?$/.test(routePath(pathIn(app, path)));
  const isDocument = (folderOfPages: string, path: string) =>
    isIn(folderOfPages, path) && /^_(?:document|app)\.[jt]sx?$/.test(pathIn(folderOfPages, path));
  return folder.paths.filter(
    (path) => apps.some((app) => isLayout(app, path)) || pages.some((folderOfPages) => isDocument(folderOfPages, path)),
  );
}

// nextjs.org/docs/app/api-reference/functions/generate-metadata
function layoutTable(folder: SiteFolder, path: string): Table {
  const metadata = tableOf(readScript(folder, path)?.constant("metadata"));
  const { authors, creator, description, metadataBase, openGraph, title } = metadata;
  const { description: shared, locale, siteName, url } = tableOf(openGraph);
  const { absolute, default: byDefault } = tableOf(title);
  const language = languageOfHtml(folder.read(path) ?? "");
  return {
    title: textIn(title) ?? textIn(byDefault) ?? textIn(absolute) ?? textIn(siteName),
    description: textIn(description) ?? textIn(shared),
    author: authors ?? creator,
    language: language ?? textIn(locale),
    url: textIn(metadataBase) ?? textIn(url),
  };
}
