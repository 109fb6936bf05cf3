import { baseName } from "../../base/file-path.ts";
import { tableOf, textIn } from "../../base/table-values.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { isIn, pathIn } from "../site-rules/site-path.ts";
import { readJson } from "./data-file.ts";
import { readScript } from "./script-module.ts";
import { languageIn } from "./site-url.ts";

// The keys of packages for translations, such as next-intl, next-i18next, gatsby-plugin-react-i18next and Paraglide.
const keys = ["defaultLocale", "defaultLanguage", "defaultLang", "langKeyDefault", "fallbackLng", "baseLocale", "sourceLanguageTag"];

/** Returns the main language that options for translations state, also in their table `i18n`: `{ defaultLocale: "ko" }`. */
export function localeIn(...tables: readonly unknown[]): string | undefined {
  const all = tables.flatMap((table) => [tableOf(table), tableOf(tableOf(table)["i18n"])]);
  return all.flatMap((table) => keys.flatMap((key) => languageIn(textIn(table[key])) ?? []))[0];
}

const ofTranslations =
  /^(?:(?:next-|astro-)?i18n(?:ext)?(?:[-.]?(?:config|routing|settings))?|next-i18next\.config|next-intl\.config)\.(?:[cm]?[jt]s|json)$|^(?:[^/]*\/)*(?:i18n|intl)\/(?:routing|config|settings|index|navigation|request)\.[cm]?[jt]s$|^(?:src\/)?(?:middleware|proxy)\.[jt]s$|^project\.inlang\/settings\.json$/;
const tables = ["routing", "i18n", "i18nConfig", "i18nRouting", "config", "settings"];
const calls = ["defineRouting", "createMiddleware", "createNavigation"];
const maxNames = 4; // of folders and the file

/** Returns the main language in the files of packages for translations, such as `src/i18n/routing.ts`. @param root the folder of the site */
export function localeOfTranslations({ paths, read }: SiteFolder, root: string): string | undefined {
  const quiet = { paths, read: (path: string) => read(path) }; // these are no configurations of the site
  const own = paths.filter((path) => isIn(root, path) && isOfTranslations(pathIn(root, path)));
  return own.map((path) => localeInFile(quiet, path)).find((language) => language !== undefined);
}

function isOfTranslations(path: string): boolean {
  return path.split("/").length <= maxNames && (ofTranslations.test(path) || ofTranslations.test(baseName(path)));
}

function localeInFile(folder: SiteFolder, path: string): string | undefined {
  if (path.endsWith(".json")) return localeIn(readJson(folder, path));
  const script = readScript(folder, path);
  const names = Object.fromEntries((script?.names ?? []).map((name) => [name, script?.constant(name)]));
  return localeIn(
    script?.exported,
    ...tables.map((name) => names[name]),
    names,
    ...calls.flatMap((name) => script?.calls(name).flat() ?? []),
  );
}

const maxTag = 200; // UTF-16 units

/** Returns the language of a page that is not computed: `<html lang="en">`, or `<Html lang="en">` of Next.js. */
export function languageOfHtml(source: string): string | undefined {
  const [, tag = ""] = source.split(/<html\b/i);
  return languageIn(/\blang=["']([^"'<>]*)/.exec(tag.slice(0, maxTag))?.[1]);
}

/** Returns the language of templates; undefined if they have several. */
export function languageOfTemplates({ paths, read }: SiteFolder, isTemplate: (path: string) => boolean): string | undefined {
  const found = new Set(paths.filter(isTemplate).flatMap((path) => languageOfHtml(read(path) ?? "") ?? []));
  return found.size === 1 ? [...found][0] : undefined;
}
