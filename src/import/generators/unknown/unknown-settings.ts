import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { markupOf } from "../../../model/markup-of.ts";
import { readOptionalTable } from "../../configuration/data-file.ts";
import { readScript } from "../../configuration/script-module.ts";
import { isRepositoryHost, languageIn, ownOrigin } from "../../configuration/site-url.ts";
import { languageOfHtml, localeIn, localeOfTranslations } from "../../configuration/stated-language.ts";
import { feedSettings, settingsWithFeeds } from "../../feed-code/feed-settings.ts";
import { siteConstants, siteModules } from "../../feed-code/site-constants.ts";
import type { OldSettings, SiteFolder } from "../../site-rules/old-site.ts";

/**
 * Reads the settings of a folder: those that code of its feeds and its usual files state, such as `gridsome.config.js`, `config.yaml` and
 * `src/site.js`, `homepage` and `author` of package.json, and the language of its pages.
 */
export function readUnknownSettings(folder: SiteFolder, texts: readonly string[]): OldSettings {
  const quiet = { paths: folder.paths, read: (path: string) => folder.read(path) };
  const { author, homepage } = readOptionalTable(quiet, "package.json");
  const tables = [...siteConstants(quiet, ""), ...siteModules(quiet, ""), { url: homepage, author }];
  const { timezone: _, unusedUrl: __, ...stated } = settingsWithFeeds(feedSettings(quiet, ""), tables.map(withoutRepository));
  const url = ownOrigin(stated.url);
  const language =
    stated.language ?? languageOfNuxt(quiet) ?? localeOfTranslations(quiet, "") ?? languageOfPage(quiet) ?? languageOfPages(quiet, texts);
  return { ...stated, url, language };
}

function withoutRepository(table: unknown): Table {
  return Object.fromEntries(Object.entries(tableOf(table)).filter(([, value]) => !isRepositoryHost(textIn(value))));
}

// `i18n: { defaultLocale: "de" }`, also as options of the module, and `app: { head: { htmlAttrs: { lang: "de" } } }`.
function languageOfNuxt(folder: SiteFolder): string | undefined {
  const path = folder.paths.find((each) => /^nuxt\.config\.[cm]?[jt]s$/.test(each));
  const options = tableOf(path === undefined ? undefined : readScript(folder, path)?.exported);
  const modules = [options["modules"]].flat().map((each) => (Array.isArray(each) ? each[1] : undefined));
  const heads = [tableOf(options["app"])["head"], options["head"]].map((head) => tableOf(tableOf(head)["htmlAttrs"]));
  return localeIn(options["i18n"], ...modules) ?? heads.flatMap(({ lang }) => languageIn(textIn(lang)) ?? [])[0];
}

// The page around all others: that of SvelteKit, and that of Vite.
function languageOfPage({ read }: SiteFolder): string | undefined {
  return languageOfHtml(read("src/app.html") ?? "") ?? languageOfHtml(read("index.html") ?? "");
}

// The most frequent one.
function languageOfPages({ read }: SiteFolder, texts: readonly string[]): string | undefined {
  const pages = texts.filter((path) => markupOf(path) === "html");
  const languages = Map.groupBy(
    pages.flatMap((path) => languageOfHtml(read(path) ?? "") ?? []),
    (language) => language,
  );
  return [...languages].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}
