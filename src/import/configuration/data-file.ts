import { parse as parseToml, TomlError } from "smol-toml";
import { type Document, parseAllDocuments, YAMLParseError } from "yaml";
import { describeTomlError } from "../../base/describe-toml-error.ts";
import { isTable, type Table, tableOf } from "../../base/table-values.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { reportOutside } from "./outside-settings.ts";
import { readConfiguration, reportUnread } from "./read-configuration.ts";

/** UTF-16 units: parsing YAML takes time that grows with the square of the length. */
export const maxYamlLength = 65_536;

/** Changes the nodes of a document before they become values: those with the tags of another language. */
type PrepareYaml = (document: Document) => void;

/**
 * Reads a configuration in TOML, YAML or JSON; "unreadable" if it has a fault, which is reported, undefined if it does not exist.
 * @param prepare called for each document in YAML
 */
export function readDataFile(folder: SiteFolder, path: string, prepare?: PrepareYaml): Table | "unreadable" | undefined {
  const isToml = path.endsWith(".toml");
  const source = readConfiguration(folder, path, isToml ? undefined : maxYamlLength);
  if (source === undefined) return undefined;
  if (source === null) return "unreadable";
  try {
    const value: unknown = isToml ? parseToml(source) : readYaml(source, prepare);
    if (value !== null && !isTable(value)) throw new Error("it is not a table: each line is a key with a value");
    reportOutside(folder, path, value);
    return value ?? {};
  } catch (error) {
    reportUnread(folder, path, reasonOf(error, source));
    return "unreadable"; // the import goes on with the generator's defaults and says so
  }
}

/** Reads a table in YAML or TOML. Returns an empty table for a missing file, and for a faulty one, which may have another purpose. */
export function readOptionalTable(folder: SiteFolder, path: string): Table {
  return tableOf(readDataFile({ paths: folder.paths, read: (name) => folder.read(name) }, path));
}

/**
 * Reads the first document with a value in YAML or JSON, since Go and Ruby read one only, and a file may end with `---`. Tabs that indent
 * lines are two spaces, as in Hexo.
 * @throws YAMLParseError
 */
export function readYaml(source: string, prepare?: PrepareYaml): unknown {
  try {
    return firstDocument(source, prepare);
  } catch (error) {
    if (!(error instanceof YAMLParseError) || !/^\t/m.test(source)) throw error;
    return firstDocument(
      source.replace(/^\t+/gm, (tabs) => "  ".repeat(tabs.length)),
      prepare,
    );
  }
}

function firstDocument(source: string, prepare?: PrepareYaml): unknown {
  for (const document of parseAllDocuments(source, { logLevel: "error", merge: true, uniqueKeys: false })) {
    if (document.errors[0] !== undefined) throw document.errors[0];
    prepare?.(document);
    const value: unknown = document.toJS();
    if (value !== null) return value;
  }
  return null;
}

function reasonOf(error: unknown, source: string): string {
  if (error instanceof TomlError) {
    const { line, reason } = describeTomlError(error, source);
    return `line ${line}: ${reason}`;
  }
  if (error instanceof RangeError || /call stack/.test(String(error))) return "tables and lists are nested too deeply";
  if (error instanceof YAMLParseError) {
    const place = error.linePos === undefined ? "" : `line ${error.linePos[0].line}: `;
    return place + (error.message.split("\n", 1)[0] ?? "").replace(/ at line \d+, column \d+:?$/, "");
  }
  if (error instanceof ReferenceError) return "its aliases (*name) refer to too many values, or to none; write the values instead";
  return error instanceof Error ? error.message : String(error);
}

/** Reads a table from a JSON file; an empty one if the file does not exist or cannot be read, which is reported. */
export function readJson(folder: SiteFolder, path: string): Table {
  try {
    return tableOf(JSON.parse(readConfiguration(folder, path) ?? "{}"));
  } catch (error) {
    reportUnread(folder, path, error instanceof Error ? error.message : String(error));
    return {};
  }
}
