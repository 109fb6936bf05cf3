import { TomlDate } from "smol-toml";
import type { Diagnostic, SourceLocation } from "../../model/diagnostic.ts";
import { describeIssues } from "../../settings/describe-issues.ts";
import { siteSchema, type ValidSettings } from "../../settings/site-settings.ts";
import { tomlValue } from "../../settings/toml-value.ts";
import { locateTomlKey } from "./locate-toml-key.ts";
import { misplacedSettings } from "./misplaced-settings.ts";
import { faultOfEnvironment, restoreAdvice, type WranglerFile } from "./wrangler-file.ts";

/** The settings of the site in wrangler.toml. */
export interface SettingsFile {
  /** The `[vars.SITE]` table as it is written. */
  readonly settings: unknown;
  /** False if the file is not TOML or lacks the table. */
  readonly isReadable: boolean;
  /** Undefined if there are errors. */
  readonly valid?: ValidSettings;
  readonly problems: readonly Diagnostic[];
  /** Returns the location of a key of the table, such as `["redirects", "/old"]`. */
  locationOf(path: readonly string[]): SourceLocation;
}

/**
 * Reads the site's settings from wrangler.toml.
 * @param environment the wrangler environment; empty for the top level
 */
export function readSettings(wranglerFile: WranglerFile, environment: string): SettingsFile {
  const { problem, path: file, text, top } = wranglerFile;
  const table = environment === "" ? "vars.SITE" : `env.${environment}.vars.SITE`;
  const locationOf = (path: readonly string[]): SourceLocation => {
    return { file, ...(locateTomlKey(text, [...table.split("."), ...path]) ?? { line: 1, column: 1 }) };
  };
  const fail = (problem: Diagnostic): SettingsFile => ({ settings: {}, isReadable: false, problems: [problem], locationOf });
  const failAt = (line: number, column: number, message: string) => fail({ file, line, column, severity: "error", message });
  if (problem !== undefined) return fail(problem);
  const wrongEnvironment = faultOfEnvironment(wranglerFile, environment);
  if (wrongEnvironment !== undefined) return failAt(1, 1, wrongEnvironment);
  const found = findTable(top, table.split("."));
  if ("missing" in found) {
    const misplaced = misplacedSettings(environment === "" ? top : (top.env?.[environment] ?? {}));
    if (misplaced === undefined) return failAt(1, 1, `Cannot find [${table}]${describeMissing(text, environment)}`);
    const { line, column } = locationOfPath(text, misplaced.length === 0 ? ["title"] : misplaced);
    return failAt(line, column, `Cannot find [${table}]: write ${describeMisplaced(table, misplaced)}`);
  }
  if ("wrong" in found) {
    const { line, column } = locationOfPath(text, found.path);
    return failAt(line, column, `Cannot use ${found.path.join(".")} ${tomlValue(found.wrong)}: write the settings below a line [${table}]`);
  }
  const { settings } = found;
  const result = siteSchema.safeParse(settings);
  if (!result.success) {
    const problems = describeIssues(result.error.issues, settings).map(
      ({ message, path }): Diagnostic => ({ ...locationOf(path), severity: "error", message }),
    );
    return { settings, isReadable: true, problems, locationOf };
  }
  return { settings, isReadable: true, valid: result.data, problems: [], locationOf };
}

type FoundTable =
  | { readonly settings: object }
  | { readonly missing: true }
  | { readonly wrong: unknown; readonly path: readonly string[] };

// Finds a table in a TOML document, or the value in its place.
function findTable(document: unknown, path: readonly string[]): FoundTable {
  let value = document;
  for (const [depth, key] of path.entries()) {
    value = Object.hasOwn(value as object, key) ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
    if (value === undefined) return { missing: true };
    const isTable = typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof TomlDate);
    if (!isTable) return { wrong: value, path: path.slice(0, depth + 1) };
  }
  return { settings: value as object };
}

function describeMisplaced(table: string, path: readonly string[]): string {
  if (path.length === 0) return `a line [${table}] above the settings of the site`;
  return `[${table}] instead of [${table.replace(/vars\.SITE$/, path.join("."))}]`;
}

function describeMissing(text: string, environment: string): string {
  if (text.trim() === "") return `: the file is empty; ${restoreAdvice}`;
  if (environment !== "") return ": wrangler gives an environment no vars but its own; copy the lines of [vars.SITE]";
  return ", the settings of the site: npm run init asks for them and writes them";
}

// The first line that has the last key of the path, as a table or as a key.
function locationOfPath(text: string, path: readonly string[]): { line: number; column: number } {
  const key = new RegExp(`(?:^|[\\s.[{,"'])${RegExp.escape(path.at(-1) ?? "")}["']?\\s*[.=\\]]`);
  const row = text.split("\n").findIndex((line) => key.test(line));
  return { line: Math.max(0, row) + 1, column: 1 };
}
