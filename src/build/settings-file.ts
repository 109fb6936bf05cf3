import { existsSync } from "node:fs";
import { parse, TomlError } from "smol-toml";
import { collectFault } from "../files/collect-fault.ts";
import { Failure } from "../files/failure.ts";
import { readRegularFile } from "../files/regular-file.ts";
import type { Diagnostic, SourceLocation } from "../model/diagnostic.ts";
import { describeIssues } from "../settings/describe-issues.ts";
import { siteSchema, type ValidSettings } from "../settings/site-settings.ts";

/** The settings of the site in wrangler.toml. */
export interface SettingsFile {
  /** The `[vars.SITE]` table as it is written. */
  readonly settings: unknown;
  /** Undefined if there are errors. */
  readonly valid?: ValidSettings;
  readonly problems: readonly Diagnostic[];
  /** The place of a key in the table, such as `["redirects", "/old"]`. */
  placeOf(path: readonly string[]): SourceLocation;
}

/**
 * Reads the site's settings from wrangler.toml.
 * @param environment the wrangler environment; empty for the top level
 */
export function readSettings(file: string, environment: string): SettingsFile {
  const faults = new Map<string, string>();
  const text = collectFault(faults, file, () => readSettingsText(file));
  if (text !== undefined) return parseSettings(text, file, environment);
  const place: SourceLocation = { file, line: 1, column: 1 };
  return {
    settings: {},
    problems: [{ ...place, severity: "error", message: `Cannot read it: ${faults.get(file)}` }],
    placeOf: () => place,
  };
}

/** Reads the text of wrangler.toml. @throws Failure */
export function readSettingsText(file: string): string {
  if (!existsSync(file)) throw new Failure("read", file, missing);
  return readRegularFile(file).toString();
}

const missing = "it does not exist; run the command in the folder of your site, or name the file with --config";

/** Parses the text of wrangler.toml for the site's settings; `file` is its name in messages. */
export function parseSettings(text: string, file: string, environment: string): SettingsFile {
  const table = environment === "" ? "vars.SITE" : `env.${environment}.vars.SITE`;
  const place = (path: readonly string[]): SourceLocation => ({ file, ...placeOf(text, table, path) });
  const fail = (line: number, column: number, message: string): SettingsFile => ({
    settings: {},
    problems: [{ file, line, column, severity: "error", message }],
    placeOf: place,
  });
  let settings: unknown;
  try {
    settings = table.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], parse(text));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return fail(error.line, error.column, `Cannot read ${file}: ${error.message.split("\n")[0]}`);
  }
  if (settings === undefined) return fail(1, 1, `Cannot find [${table}]: wrangler gives an environment no vars but its own`);

  const result = siteSchema.safeParse(settings);
  if (!result.success) {
    const problems = describeIssues(result.error.issues, settings).map(
      ({ message, path }): Diagnostic => ({ ...place(path), severity: "error", message }),
    );
    return { settings, problems, placeOf: place };
  }
  return { settings, valid: result.data, problems: [], placeOf: place };
}

// The line of the key in its table. A key of an inline table is on the line of that table's key.
function placeOf(text: string, table: string, path: readonly string[]): { line: number; column: number } {
  const lines = text.split("\n");
  const own = lines.findIndex((line) => line.trim().startsWith(`[${[table, ...path].join(".")}]`));
  if (own >= 0) return { line: own + 1, column: 1 };
  for (const [depth, key] of [...path.entries()].reverse()) {
    const header = `[${[table, ...path.slice(0, depth)].join(".")}]`;
    const start = lines.findIndex((line) => line.trim().startsWith(header));
    if (start < 0) continue;
    const length = lines.slice(start + 1).findIndex((line) => /^\s*\[/.test(line));
    const rows = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length);
    const row = rows.findIndex((line) => new RegExp(`^\\s*["']?${RegExp.escape(key)}["']?\\s*[.=]`).test(line));
    return { line: start + 2 + row, column: Math.max(rows[row]?.search(/\S/) ?? 0, 0) + 1 };
  }
  return { line: 1, column: 1 };
}
