import { isTable, type Table } from "../../../base/table-values.ts";

const maxLevels = 3;
const piece =
  /"(?:[^"\\]|\\.){0,2000}"|'[^'\n]{0,2000}'|(?:[\w-]{1,60}[ \t]{0,9}[=:][ \t]{0,9})?(?<![\w./-])((?:page|site|post|include|layout)(?:\.\w{1,60}){1,5})(?![\w./-])/g;

/** Returns the texts and numbers of front matter, by their names in Liquid: `page.cover`, `page.extra.cover`. */
export function pageValues(data: Table, prefix = "page", level = 0): Map<string, string> {
  const values = new Map<string, string>();
  for (const [key, value] of Object.entries(data)) {
    const name = `${prefix}.${key}`;
    if (typeof value === "string" || typeof value === "number") values.set(name, String(value).trim());
    else if (isTable(value) && level < maxLevels) for (const [inner, own] of pageValues(value, name, level + 1)) values.set(inner, own);
  }
  return values;
}

/**
 * Replaces variables in the arguments of a tag with their values: `id=page.youtubeId` becomes `id="jNQXAC9IVRw"`. Removes arguments whose
 * values are not known.
 */
export function withPageValues(given: string, values: ReadonlyMap<string, string> = new Map()): { text: string; isComplete: boolean } {
  if (!given.includes(".")) return { text: given, isComplete: true };
  let isComplete = true;
  const text = given.replace(piece, (found: string, name: string | undefined) => {
    if (name === undefined) return found;
    const value = values.get(name);
    if (value !== undefined) return `${found.slice(0, -name.length)}"${value.replace(/["\\]/g, "\\$&")}"`;
    isComplete = false;
    return "";
  });
  return { text, isComplete };
}
