import { type Table, tableOf, textIn } from "../../../base/table-values.ts";
import { readScript } from "../../configuration/script-module.ts";
import { languageIn } from "../../configuration/site-url.ts";
import { languageOfHtml, localeIn } from "../../configuration/stated-language.ts";
import type { SiteFolder } from "../../site-rules/old-site.ts";
import { isIn, pathIn } from "../../site-rules/site-path.ts";

/**
 * Returns the language of a site whose metadata does not state it: that of its plugins for translations, of `gatsby-ssr`
 * (`setHtmlAttributes({ lang: "de" })`), of `src/html.js`, or of the plugins with an option `lang`.
 */
export function gatsbyLanguage(folder: SiteFolder, root: string, plugins: readonly Table[]): string | undefined {
  const options = plugins.map((plugin) => tableOf(plugin["options"]));
  const quiet = { paths: folder.paths, read: (path: string) => folder.read(path) }; // code of pages is no configuration
  const files = folder.paths.filter((path) => isIn(root, path) && /^(?:gatsby-ssr|src\/html)\.[jt]sx?$/.test(pathIn(root, path)));
  const attributes = files.flatMap((path) => readScript(quiet, path)?.calls("setHtmlAttributes").flat() ?? []);
  const pages = files.flatMap((path) => languageOfHtml(folder.read(path) ?? "") ?? []);
  return localeIn(...options) ?? languageOfAttributes(attributes) ?? pages[0] ?? languageOfAttributes(options);
}

function languageOfAttributes(tables: readonly unknown[]): string | undefined {
  return tables.flatMap((table) => languageIn(textIn(tableOf(table)["lang"])) ?? [])[0];
}
