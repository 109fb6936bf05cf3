import { isTable, type Table } from "../../../base/table-values.ts";

const maxLevels = 3;
const piece = /"[^"\n]{0,500}"|'[^'\n]{0,500}'|(?<![\w./-])(?:page|site|post|include|layout)(?:\.\w{1,60}){1,5}(?![\w./-])/g;

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
  let [text, done, isComplete] = ["", 0, true];
  for (const { 0: found, index } of given.matchAll(piece)) {
    if (/^["']/.test(found)) continue;
    const value = values.get(found);
    const before = text + given.slice(done, index);
    text = value === undefined ? withoutName(before) : `${before}"${value.replace(/["\\]/g, "\\$&")}"`;
    isComplete &&= value !== undefined;
    done = index + found.length;
  }
  return { text: text + given.slice(done), isComplete };
}

// The name of the argument at the end of a text: id=
function withoutName(text: string): string {
  const given = text.trimEnd();
  if (!/[=:]$/.test(given)) return text;
  let end = given.slice(0, -1).trimEnd().length;
  while (/[\w-]/.test(given.charAt(end - 1))) end--;
  return given.slice(0, end);
}
