import { isTable, type Table, tableOf, withLowerCaseKeys } from "../../base/table-values.ts";
import { readOptionalTable } from "../configuration/data-file.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { isIn, joinPath } from "../site-rules/site-path.ts";

/**
 * Returns the words of a language that templates name by a key (gohugo.io/functions/lang/translate). Those of the site have priority over
 * those of its themes.
 * @param root the folder of the site
 */
export function translationsOf(folder: SiteFolder, root: string, language: string): (key: string) => string | undefined {
  const names = ["toml", "yaml", "yml", "json"].map((ending) => `i18n/${language}.${ending}`);
  const files = folder.paths.filter((path) => names.some((name) => path === joinPath(root, name) || path.endsWith(`/${name}`)));
  const own = files.filter((path) => isIn(joinPath(root, "i18n"), path));
  const tables = [...own, ...files.filter((path) => !own.includes(path))].map((path) => withLowerCaseKeys(readOptionalTable(folder, path)));
  return (key) => {
    const found = tables.map((table) => valueAt(table, key.toLowerCase())).find((value) => value !== undefined);
    const text = isTable(found) ? tableOf(found)["other"] : found;
    return typeof text === "string" && !text.includes("{{") ? text : undefined;
  };
}

// A key may be the path to a table: `labels.note`.
function valueAt(table: Table, key: string): unknown {
  if (table[key] !== undefined) return table[key];
  return key.split(".").reduce<unknown>((value, name) => tableOf(value)[name], table);
}
