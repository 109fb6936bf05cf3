import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { readScript } from "../../configuration/script-module.ts";
import { languageOfHtml, localeIn, localeOfTranslations } from "../../configuration/stated-language.ts";
import { feedSettings, settingsWithFeeds } from "../../feed-code/feed-settings.ts";
import { siteConstants } from "../../feed-code/site-constants.ts";
import type { OldSettings, SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, pathIn } from "../../site-rules/site-path.ts";
import { nextRoots } from "./next-config.ts";
import { routePath } from "./next-routes.ts";

/**
 * Reads the settings of a site: what code of the feed states, the constants of files such as `siteMetadata.js`, the metadata of the root
 * layout, the URL of next-sitemap, and the main language of translations. @param options the configuration
 */
export function readNextSettings(folder: SiteFolder, root: string, options: Table): OldSettings {
  const layouts = layoutsOf(folder, root).map((path) => layoutTable(folder, path));
  const language = localeIn(tableOf(options["i18n"])) ?? localeOfTranslations(folder, root);
  return settingsWithFeeds(feedSettings(folder, root), siteConstants(folder, root), [
    ...layouts,
    ...sitemapSettings(folder, root),
    { language },
  ]);
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
