import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import type { SiteFolder } from "../site-rules/old-site.ts";

/** A table of a configuration. */
export type Table = Readonly<Record<string, unknown>>;

const maxYamlLength = 65_536; // UTF-16 units: parsing YAML takes time that grows with the square of the length

/** Reads a configuration in TOML, YAML or JSON; "unreadable" if it has a fault, undefined if it does not exist. */
export function readDataFile(folder: SiteFolder, path: string): Table | "unreadable" | undefined {
  const source = folder.read(path)?.replace(/^\uFEFF/, "");
  if (source === undefined) return undefined;
  try {
    const value: unknown = path.endsWith(".toml") ? parseToml(source) : readYaml(source);
    return value === null ? {} : isTable(value) ? value : "unreadable";
  } catch {
    return "unreadable"; // the import goes on with the generator's defaults and says so
  }
}

function readYaml(source: string): unknown {
  if (source.length > maxYamlLength) return undefined;
  return parseYaml(source, { logLevel: "error", merge: true, uniqueKeys: false }); // JSON is YAML
}

function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns a value as a table; an empty one if it is something else. */
export function tableOf(value: unknown): Table {
  return isTable(value) ? value : {};
}

/** Returns trimmed text; undefined if it is empty or the value is something else. */
export function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value.trim() || undefined : undefined;
}

/** Returns a count; undefined if the value is no integer above zero. */
export function countIn(value: unknown): number | undefined {
  const count = Number(value);
  return Number.isInteger(count) && count > 0 ? count : undefined;
}

/** Returns the texts of a list; a single text is a list of one. */
export function textsIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item) => textIn(item) ?? []);
}

/** Returns a table with the keys of all levels in lower case. */
export function withLowerCaseKeys(table: Table): Table {
  const lower = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(lower) : isTable(value) && !(value instanceof Date) ? withLowerCaseKeys(value) : value;
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key.toLowerCase(), lower(value)]));
}
