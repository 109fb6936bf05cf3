import { existsSync } from "node:fs";
import { parse, TomlError } from "smol-toml";
import { readRegularFile } from "../../files/regular-file.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";

const key = "cross_version_cache";
const mention = new RegExp(`^[^#]*\\b${key}\\b`);

/**
 * Reports every `cross_version_cache` of wrangler.toml that is switched on: at the top level, of an environment or of previews. With it
 * the cache in front of the Worker answers with documents of an older version, and what was deployed is not seen until they expire.
 * @param file path of wrangler.toml; other functions report that it is missing or no TOML
 */
export function verifyCacheSetting(file: string): Diagnostic[] {
  const text = existsSync(file) ? readRegularFile(file).toString() : "";
  const lines = [...text.split("\n").entries()].filter(([, line]) => mention.test(line)); // in the order of the values
  return valuesOf(parseIfToml(text)).flatMap(({ name, value }, index): Diagnostic[] => {
    if (value === false) return [];
    const [row, line] = lines[index] ?? [0, ""];
    const message = `Cannot use ${name} = ${JSON.stringify(value)}: readers would get documents of older deployments from the cache; remove the line`;
    return [{ file, line: row + 1, column: Math.max(0, line.indexOf(key)) + 1, severity: "error", message }];
  });
}

function parseIfToml(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof TomlError) return {};
    throw error;
  }
}

// The variables are the owner's own.
function valuesOf(table: unknown, path: readonly string[] = []): { readonly name: string; readonly value: unknown }[] {
  if (typeof table !== "object" || table === null) return [];
  return Object.entries(table).flatMap(([name, value]) => {
    if (name === key && path.at(-1) === "cache") return [{ name: [...path, name].join("."), value }];
    return name === "vars" ? [] : valuesOf(value, [...path, name]);
  });
}
