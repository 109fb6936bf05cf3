import { isKnownLanguage } from "../../../base/language/known-language.ts";
import { tableOf, textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { languageIn } from "../../configuration/site-url.ts";
import type { ArticlePlan } from "../../site-rules/old-site.ts";
import { isIn } from "../../site-rules/site-path.ts";

/**
 * The languages of the folders of a site: `locales: { "/zh/": { lang: "zh-CN" } }` of VuePress, and `locales: { zh: { lang: "zh-CN" } }` of
 * VitePress, whose main locale is `root` (vitepress.dev/guide/i18n).
 */
export class LocaleLanguages {
  /** The language of the texts in no other folder; undefined if the configuration does not state it. */
  readonly main: string | undefined;
  readonly #languages: readonly { readonly folder: string; readonly language: string }[];

  /** @param options the configuration */
  constructor({ lang, locales }: Readonly<Record<string, unknown>>) {
    const found = Object.entries(tableOf(locales)).map(([name, locale]) => {
      const folder = name === "root" ? "" : name.replace(/^\/+|(?<!\/)\/+$/g, "");
      return { folder, language: languageIn(textIn(tableOf(locale)["lang"])) ?? (isKnownLanguage(folder) ? folder : undefined) };
    });
    this.main = languageIn(textIn(lang)) ?? found.find(({ folder }) => folder === "")?.language;
    this.#languages = found
      .flatMap(({ folder, language }) => (folder === "" || language === undefined ? [] : [{ folder, language }]))
      .sort((a, b) => b.folder.length - a.folder.length);
  }

  /** The folders with their languages, the deepest first, without that of the main language. */
  get folders(): readonly { readonly folder: string; readonly language: string }[] {
    return this.#languages;
  }

  /** Returns the key of the language of a text, unless it is that of the site or the text has its own. @param path its path below the source */
  keysOf(path: string, { lang, language: own }: FrontMatterTable): Pick<ArticlePlan, "keys"> {
    const language = this.#languages.find(({ folder }) => isIn(folder, path))?.language;
    if (language === undefined || language === this.main || lang !== undefined || own !== undefined) return {};
    return { keys: { language } };
  }
}
