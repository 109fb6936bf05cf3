import { tableOf, textIn } from "../../../base/table-values.ts";
import { markupOf } from "../../../model/markup-of.ts";
import { readOptionalTable } from "../../configuration/data-file.ts";
import { readScript } from "../../configuration/script-module.ts";
import { languageIn, ownOrigin } from "../../configuration/site-url.ts";
import { languageOfHtml, localeIn, localeOfTranslations } from "../../configuration/stated-language.ts";
import type { OldSettings, SiteFolder } from "../../site-rules/old-site.ts";

// A repository or a package is no site.
const ofCode = /(?:^|\.)(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|sr\.ht|npmjs\.com|localhost)$/;

/** Reads the settings of a folder that its pages and the usual files of code state: `homepage` of package.json, and the language. */
export function readUnknownSettings(folder: SiteFolder, texts: readonly string[]): OldSettings {
  const quiet = { paths: folder.paths, read: (path: string) => folder.read(path) };
  const url = ownOrigin(textIn(readOptionalTable(quiet, "package.json")["homepage"]));
  const language = languageOfNuxt(quiet) ?? localeOfTranslations(quiet, "") ?? languageOfPage(quiet) ?? languageOfPages(quiet, texts);
  return {
    ...(url !== undefined && !ofCode.test(new URL(url).hostname) && { url }),
    ...(language !== undefined && { language }),
  };
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
