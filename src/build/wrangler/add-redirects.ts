import { tableOf } from "../../base/table-values.ts";
import { tomlLine } from "../../settings/toml-value.ts";
import { editSettings, endOfTable, pathOfSettings, type Setting, settingsTable, tableAt } from "./edit-settings.ts";
import { findHeader } from "./locate-toml-key.ts";

/**
 * Adds redirects to the text of wrangler.toml: to the table `[vars.SITE.redirects]`, which is added if it is missing, or to the inline table
 * `redirects`. Those that are there stay.
 * @param environment the wrangler environment; empty for the top level
 */
export function addRedirects(toml: string, redirects: Readonly<Record<string, string>>, environment = ""): string {
  const path = [...pathOfSettings(environment), "redirects"];
  const existing = tableOf(tableAt(toml, path));
  const added = Object.entries(redirects).filter(([from]) => !Object.hasOwn(existing, from));
  if (added.length === 0) return toml;
  const lines = toml.split("\n");
  const start = findHeader(lines, path);
  const site = findHeader(lines, path.slice(0, -1));
  if (start === undefined && (site === undefined || Object.keys(existing).length > 0))
    return editSettings(toml, { redirects: { ...existing, ...Object.fromEntries(added) } as Setting }, environment);
  const end = toml.includes("\r\n") ? "\r" : "";
  const header = start === undefined ? ["", settingsTable(environment).replace(/\]$/, ".redirects]")] : [];
  const row = endOfTable(lines, start ?? site ?? 0);
  const last = lines[row - 1] ?? "";
  const written = [...header, ...added.map(([from, to]) => tomlLine(from, to))].map((line) => line + end);
  lines.splice(row - 1, 1, last.endsWith(end) ? last : last + end, ...written);
  return lines.join("\n").replace(/\r$/, "");
}
