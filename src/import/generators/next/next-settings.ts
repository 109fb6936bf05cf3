import { baseName } from "../../../base/file-path.ts";
import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { readScript } from "../../configuration/script-module.ts";
import { languageOfHtml, localeIn, localeOfTranslations } from "../../configuration/stated-language.ts";
import { feedSettings, settingsWithFeeds, writesFeed } from "../../feed-code/feed-settings.ts";
import type { OldSettings, SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, pathIn } from "../../site-rules/site-path.ts";
import { nextRoots } from "./next-config.ts";
import { routePath } from "./next-routes.ts";

const configuration = /^(?:site-?metadata|site-?config|site\.config|config|metadata|constants|blog\.config|site)\.(?:[cm]?[jt]s|json)$/i;
const constants = ["siteMetadata", "siteConfig", "site", "config", "metadata", "SITE", "BLOG", "CONFIG", "siteInfo", "siteMetaData", "seo"];

/**
 * Reads the settings of a site: what code of the feed states, the constants of files such as `siteMetadata.js`, the metadata of the root
 * layout, the URL of next-sitemap, and the main language of translations. @param options the configuration
 */
export function readNextSettings(folder: SiteFolder, root: string, options: Table): OldSettings {
  const layouts = layoutsOf(folder, root).map((path) => layoutTable(folder, path));
  const language = localeIn(tableOf(options["i18n"])) ?? localeOfTranslations(folder, root);
  return settingsWithFeeds(feedSettings(folder, root), nextTables(folder, root), [
    ...layouts,
    ...sitemapSettings(folder, root),
    { language },
  ]);
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

// github.com/iamvishnusankar/next-sitemap
function sitemapSettings({ paths, read }: SiteFolder, root: string): Table[] {
  const quiet = { paths, read: (name: string) => read(name) };
  const found = paths.filter((path) => isIn(root, path) && /^next-sitemap(?:\.config)?\.[cm]?[jt]s$/.test(pathIn(root, path)));
  return found.map((path) => ({ url: tableOf(readScript(quiet, path)?.exported)["siteUrl"] }));
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
