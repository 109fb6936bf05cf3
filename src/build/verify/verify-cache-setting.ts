import type { Diagnostic } from "../../model/diagnostic.ts";
import type { WranglerFile } from "../wrangler/wrangler-file.ts";

const key = "cross_version_cache";
const mention = new RegExp(`^[^#]*\\b${key}\\b`);

/**
 * Reports every `cross_version_cache` of wrangler.toml that is switched on: at the top level, of an environment or of previews. With it
 * the edge cache serves documents of older deployments until they expire.
 */
export function verifyCacheSetting({ path: file, text, top }: WranglerFile): Diagnostic[] {
  const lines = [...text.split("\n").entries()].filter(([, line]) => mention.test(line)); // in the order of the values
  return valuesOf(top).flatMap(({ name, value }, index): Diagnostic[] => {
    if (value === false) return [];
    const [row, line] = lines[index] ?? [0, ""];
    const message = `Cannot use ${name} = ${JSON.stringify(value)}: readers would get documents of older deployments from the cache; remove the line`;
    return [{ file, line: row + 1, column: Math.max(0, line.indexOf(key)) + 1, severity: "error", message }];
  });
}

// The variables are the owner's own.
function valuesOf(table: unknown, path: readonly string[] = []): { readonly name: string; readonly value: unknown }[] {
  if (typeof table !== "object" || table === null) return [];
  return Object.entries(table).flatMap(([name, value]) => {
    if (name === key && path.at(-1) === "cache") return [{ name: [...path, name].join("."), value }];
    return name === "vars" ? [] : valuesOf(value, [...path, name]);
  });
}
