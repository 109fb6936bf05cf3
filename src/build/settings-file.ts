import { closestWord } from "../base/closest-word.ts";
import type { Diagnostic, SourceLocation } from "../model/diagnostic.ts";
import { siteSchema, type ValidSettings } from "../settings/site-settings.ts";
import type { WranglerFile } from "./source/wrangler-file.ts";

/** The settings of the site in wrangler.toml. */
export interface SettingsFile {
  /** The `[vars.SITE]` table as it is written. */
  readonly settings: unknown;
  /** Undefined if there are errors. */
  readonly valid?: ValidSettings;
  readonly problems: readonly Diagnostic[];
  /** Returns the location of a key of the table, such as `["redirects", "/old"]`. */
  placeOf(path: readonly string[]): SourceLocation;
}

/**
 * Reads the site's settings from wrangler.toml.
 * @param environment the wrangler environment; empty for the top level
 */
export function readSettings({ fault, path: file, text, top }: WranglerFile, environment: string): SettingsFile {
  const table = environment === "" ? "vars.SITE" : `env.${environment}.vars.SITE`;
  const place = (path: readonly string[]): SourceLocation => ({ file, ...placeOf(text, table, path) });
  if (fault !== undefined) return { settings: {}, problems: [fault], placeOf: place };
  const settings = (environment === "" ? top : top.env?.[environment])?.vars?.SITE;
  if (settings === undefined) {
    const message = `Cannot find [${table}]: wrangler gives an environment no vars but its own`;
    return { settings: {}, problems: [{ file, line: 1, column: 1, severity: "error", message }], placeOf: place };
  }

  const result = siteSchema.safeParse(settings);
  if (!result.success) {
    const problems = result.error.issues.flatMap((issue) => {
      const path = issue.path.map(String);
      const keys = issue.code === "unrecognized_keys" ? issue.keys : [undefined];
      return keys.map((unknown): Diagnostic => {
        const key = unknown ?? path.at(-1) ?? "";
        return {
          ...place([...path, ...(unknown === undefined ? [] : [unknown])]),
          severity: "error",
          message: describe(key, issue, settings),
        };
      });
    });
    return { settings, problems, placeOf: place };
  }
  return { settings, valid: result.data, problems: [], placeOf: place };
}

type Issue = NonNullable<ReturnType<typeof siteSchema.safeParse>["error"]>["issues"][number];

function describe(key: string, issue: Issue, settings: unknown): string {
  if (issue.code === "unrecognized_keys") {
    const nearest = closestWord(key, keysOf(issue.path[0]));
    return `Cannot use key ${JSON.stringify(key)}: it is not known${nearest === undefined ? "" : `; did you mean ${JSON.stringify(nearest)}?`}`;
  }
  const value = issue.path.reduce<unknown>((table, name) => (table as Record<PropertyKey, unknown> | undefined)?.[name], settings);
  return value === undefined
    ? `Cannot do without ${issue.path.join(".")}${issue.code === "custom" ? `: ${issue.message}` : ""}`
    : `Cannot use ${issue.path.join(".")} ${JSON.stringify(value)}: ${reasonOf(issue)}`;
}

// The keys that are known in a table of the settings.
function keysOf(table: PropertyKey | undefined): string[] {
  const { author, podcast } = siteSchema.shape;
  const { shape } = table === "author" ? author : table === "podcast" ? podcast.unwrap() : siteSchema;
  return Object.keys(shape);
}

// The problem of a key that the user chose is one level deeper.
function reasonOf(issue: Issue): string {
  return issue.code === "invalid_key" ? issue.issues.map(({ message }) => message).join("; ") : issue.message;
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
