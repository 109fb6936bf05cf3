import { baseName, folderOf } from "../../../base/file-path.ts";
import { isTable, type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { readOptionalTable } from "../../configuration/data-file.ts";
import { readOldSettings } from "../../configuration/old-settings.ts";
import { readScript, type ScriptModule } from "../../configuration/script-module.ts";
import { languageOfTemplates, localeIn, localeOfTranslations } from "../../configuration/stated-language.ts";
import type { OldSettings, SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, pathIn } from "../../site-rules/site-path.ts";
import { type AstroFeed, limitOfFeeds, settingsOfFeeds } from "./astro-feeds.ts";

/**
 * Reads the settings of a site: those of its configuration, the constants of files such as `src/consts.ts`, the tables that the
 * configuration takes its URL from, and the options of its feeds.
 */
export function readAstroSettings(
  folder: SiteFolder,
  source: string,
  config: ScriptModule | undefined,
  feeds: readonly AstroFeed[],
): OldSettings {
  const options = tableOf(config?.exported);
  const file = /^(?:consts?|constants|config|site|site[-.]?(?:config|info|meta(?:data)?))\.(?:[cm]?[jt]s|json|ya?ml)$/i;
  const scripts = folder.paths.filter(
    (path) => isIn(source, path) && file.test(baseName(path)) && pathIn(source, path).split("/").length <= 2,
  );
  const tables = scripts.flatMap((path) => {
    if (/\.ya?ml$/i.test(path)) return tablesOf(folder, path);
    const script = readScript(folder, path);
    const names = ["SITE", "site", "siteConfig", "SITE_CONFIG", "config", "CONFIG", "SITE_INFO", "siteInfo"];
    return [...names.map((name) => script?.constant(name)), script?.exported, constantsOf(script)];
  });
  const starlight = (config?.calls("starlight") ?? []).map(([each]) => tableOf(each));
  const isTemplate = (path: string) => isIn(source, path) && path.endsWith(".astro");
  const settings = readOldSettings(
    { url: options["site"], language: localeIn(tableOf(options["i18n"])) },
    ...tables,
    ...tablesWith(options["site"], config),
    ...settingsOfFeeds(feeds),
    ...starlight.flatMap((each) => [{ language: mainLocaleOf(each) }, each]),
    { language: localeOfTranslations(folder, folderOf(source)) ?? languageOfTemplates(folder, isTemplate) },
  );
  return { ...settings, ...titlesWith(settings.title, feeds), limit: limitOfFeeds(feeds) };
}

// A feed may join the title of the site and more: `title: SITE_TITLE + " — writing"`.
function titlesWith(title: string | undefined, feeds: readonly AstroFeed[]): Pick<OldSettings, "pageTitle" | "title"> {
  const ofFeed = textIn(settingsOfFeeds(feeds)[0]?.["title"]);
  const isLonger = title !== undefined && ofFeed !== undefined && ofFeed !== title && ofFeed.includes(title);
  return isLonger ? { title: ofFeed, pageTitle: title } : {};
}

// starlight.astro.build/guides/i18n: the main locale is `root`, or the one that defaultLocale names.
function mainLocaleOf({ defaultLocale, locales }: Table): unknown {
  const main = tableOf(tableOf(locales)[textIn(defaultLocale) ?? "root"])["lang"];
  return main ?? (defaultLocale === "root" ? undefined : defaultLocale);
}

const maxDepth = 3; // `themeConfig.site.meta`

// In `site: { url: "https://example.org", title: "Lab" }`, the other values are about the same site.
function tablesWith(url: unknown, config: ScriptModule | undefined): Table[] {
  if (typeof url !== "string" || url === "") return [];
  const seen = new Set<Table>();
  const search = (value: unknown, depth: number): Table[] => {
    if (!isTable(value) || depth > maxDepth || seen.has(value)) return [];
    seen.add(value);
    const values = Object.values(value);
    return [...(values.includes(url) ? [value] : []), ...values.flatMap((inner) => search(inner, depth + 1))];
  };
  return (config?.names ?? []).flatMap((name) => search(config?.constant(name), 1));
}

// `export const SITE_TITLE = "Lab"`
function constantsOf(script: ScriptModule | undefined): Table {
  return Object.fromEntries((script?.names ?? []).map((name) => [name, script?.constant(name)]));
}

// AstroWind has its settings in `src/config.yaml`.
function tablesOf(folder: SiteFolder, path: string): unknown[] {
  const table = readOptionalTable(folder, path);
  return [table, table["site"], table["metadata"]];
}
