import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { isTable, type Table, tableOf } from "./table-values.ts";

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

/** Reads a table from a JSON file; an empty one if the file does not exist or cannot be read. */
export function readJson(folder: SiteFolder, path: string): Table {
  try {
    return tableOf(JSON.parse(folder.read(path) ?? "{}"));
  } catch {
    return {};
  }
}
