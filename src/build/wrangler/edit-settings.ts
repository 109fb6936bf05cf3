import { parse, TomlError } from "smol-toml";
import { tomlLine, tomlValue } from "../../settings/toml-value.ts";
import { findHeader, locateTomlKey } from "./locate-toml-key.ts";

/** A value that is written on one line; tables are inline tables. */
export type Setting = string | number | boolean | readonly Setting[] | { readonly [key: string]: Setting };

type Settings = Readonly<Record<string, Setting>>;

/**
 * Sets keys of the `[vars.SITE]` table in the text of wrangler.toml. An existing key keeps its line, without the comment
 * after it, which was about the old value; new keys are added at the end of the table. Everything else is unchanged. If `SITE` is an inline
 * table, that is written again.
 * @param environment the wrangler environment whose table it is; empty for the top level
 */
export function editSettings(toml: string, settings: Settings, environment = ""): string {
  const path = pathOfSettings(environment);
  const lines = toml.split("\n");
  const end = toml.includes("\r\n") ? "\r" : ""; // of each line before its "\n"
  const start = findHeader(lines, path);
  if (start === undefined)
    return editInlineTable(toml, settings, path) ?? editSettings(withTable(toml, settingsTable(environment), end), settings, environment);
  for (const [key, value] of Object.entries(settings)) {
    const line = tomlLine(key, value) + end;
    const rows = endOfTable(lines, start) - start;
    const row = lines.slice(start, start + rows).findIndex((text) => new RegExp(`^\\s*["']?${RegExp.escape(key)}["']?\\s*=`).test(text));
    if (row >= 0) lines[start + row] = line;
    else {
      const last = lines[start + rows - 1] ?? "";
      lines.splice(start + rows - 1, 1, last.endsWith(end) ? last : last + end, line); // the last line of the file may have no end
    }
  }
  return lines.join("\n").replace(/\r$/, ""); // where the file ends without a line end, TOML forbids it
}

/** Describes a wrangler.toml that {@link editSettings} cannot edit: it has dotted keys, such as `SITE.title = "Moon"`, or a text of several lines. */
export function describeUneditable(config: string, toml: string, environment = ""): string {
  const path = pathOfSettings(environment);
  const { line = 1 } = locateTomlKey(toml, path) ?? {};
  const table = settingsTable(environment);
  if (findHeader(toml.split("\n"), path) !== undefined)
    return `Cannot edit ${config}: a setting below line ${line}, ${table}, has several lines; write it on one line`;
  return `Cannot edit ${config}: line ${line} has settings of the site without a line ${table}; put all of them below such a line`;
}

/** Returns the header of the table with the settings of an environment. */
export function settingsTable(environment: string): string {
  return `[${pathOfSettings(environment).join(".")}]`;
}

/** Returns the names of the table with the settings of an environment. */
export function pathOfSettings(environment: string): readonly string[] {
  return environment === "" ? ["vars", "SITE"] : ["env", environment, "vars", "SITE"];
}

function withTable(toml: string, table: string, end: string): string {
  return `${toml.trimEnd()}${end}\n${end}\n${table}${end}\n`;
}

/** Returns the index after the last line of a table that is not blank. @param start the line of its header */
export function endOfTable(lines: readonly string[], start: number): number {
  const next = lines.findIndex((line, index) => index > start && /^\s*\[/.test(line));
  let end = next < 0 ? lines.length : next;
  while (end > start + 1 && /^\s*(?:#|$)/.test(lines[end - 1] ?? "")) end--;
  return end;
}

// Edits `SITE = { title = "Moon" }`, also within `vars = { … }`. Returns undefined if SITE is not written so.
function editInlineTable(toml: string, settings: Settings, path: readonly string[]): string | undefined {
  const line = locateTomlKey(toml, path)?.line;
  if (line === undefined) return undefined;
  const rowOffset = toml
    .split("\n")
    .slice(0, line - 1)
    .join("\n").length;
  const key = /\bSITE["']?[ \t]{0,9}=[ \t]{0,9}(?=\{)/.exec(toml.slice(rowOffset));
  if (key === null) return undefined;
  const offset = rowOffset + key.index + key[0].length;
  const end = endOfValue(toml, offset);
  if (end === undefined) return undefined;
  const merged = { ...(tableAt(toml, path) as object | undefined), ...settings };
  const edited = toml.slice(0, offset) + tomlValue(merged) + toml.slice(end);
  // The text may be in a comment or a string.
  return JSON.stringify(tableAt(edited, path)) === JSON.stringify(merged) ? edited : undefined;
}

function endOfValue(toml: string, offset: number): number | undefined {
  for (let end = toml.indexOf("}", offset) + 1; end > 0; end = toml.indexOf("}", end) + 1) {
    if (parsed(`value = ${toml.slice(offset, end)}`) !== undefined) return end;
  }
  return undefined;
}

/** Returns the value at a path of a TOML document; undefined if it has none, or cannot be parsed. */
export function tableAt(toml: string, path: readonly string[]): unknown {
  return path.reduce<unknown>((table, key) => (table as Readonly<Record<string, unknown>> | undefined)?.[key], parsed(toml));
}

function parsed(toml: string): object | undefined {
  try {
    return parse(toml);
  } catch (error) {
    if (error instanceof TomlError) return undefined;
    throw error;
  }
}
