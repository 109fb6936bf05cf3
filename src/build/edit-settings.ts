import { tomlLine } from "../settings/toml-value.ts";

/** A value that is written on one line; tables are inline tables. */
export type Setting = string | number | boolean | readonly Setting[] | { readonly [key: string]: Setting };

/**
 * Sets keys of the `[vars.SITE]` table in the text of wrangler.toml. An existing key keeps its line, without the comment
 * after it, which was about the old value; new keys are added at the end of the table. Everything else is unchanged.
 * @param environment the wrangler environment whose table it is; empty for the top level
 */
export function editSettings(toml: string, settings: Readonly<Record<string, Setting>>, environment = ""): string {
  const table = environment === "" ? "[vars.SITE]" : `[env.${environment}.vars.SITE]`;
  const lines = toml.split("\n");
  const end = toml.includes("\r\n") ? "\r" : ""; // of each line before its "\n"
  const start = lines.findIndex((line) => line.trim().startsWith(table));
  if (start < 0) return editSettings(`${toml.trimEnd()}${end}\n${end}\n${table}${end}\n`, settings, environment);
  for (const [key, value] of Object.entries(settings)) {
    const line = tomlLine(key, value) + end;
    const rows = endOf(lines, start) - start;
    const row = lines.slice(start, start + rows).findIndex((text) => new RegExp(`^\\s*["']?${RegExp.escape(key)}["']?\\s*=`).test(text));
    if (row < 0) lines.splice(start + rows, 0, line);
    else lines[start + row] = line;
  }
  return lines.join("\n");
}

// After the last line of the table that is not blank.
function endOf(lines: readonly string[], start: number): number {
  const next = lines.findIndex((line, index) => index > start && /^\s*\[/.test(line));
  let end = next < 0 ? lines.length : next;
  while (end > start + 1 && /^\s*(?:#|$)/.test(lines[end - 1] ?? "")) end--;
  return end;
}
