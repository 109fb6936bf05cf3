import { TomlDate } from "smol-toml";
import { languagesCalled, timeZonesOf } from "./meant-names.ts";
import { meantUrls } from "./meant-url.ts";
import { siteSchema } from "./site-settings.ts";

/**
 * Returns the valid value that was probably meant by an invalid one: 20 by `limit = "20"`, a table with the name by `author = "Ada"`.
 * Returns undefined if no value is likely.
 */
export function meantValue(settings: unknown, path: readonly string[], value: unknown): unknown {
  return candidates(value, path).find((candidate) => isValidAt(path, replaceAt(settings, path, candidate)));
}

function candidates(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.length === 1 ? [value[0], ...candidates(value[0], path)] : [];
  if (typeof value === "string") return candidatesOfText(value, path);
  const isScalar = Number.isFinite(value) || typeof value === "boolean" || value instanceof TomlDate;
  if (!isScalar || path[0] === "redirects") return []; // no path is a number
  const text = value instanceof TomlDate ? value.toISOString() : String(value);
  return [...(value === 0 || value === 1 ? [value === 1] : []), text];
}

function candidatesOfText(text: string, [key = "", ...rest]: readonly string[]): unknown[] {
  const field = rest.length === 0 ? { author: "name", podcast: "category" }[key] : undefined;
  return [
    ...(field === undefined ? [] : [{ [field]: text }]),
    ...(/^\s*\d+\s*$/.test(text) ? [Number(text)] : []),
    ...(/^(?:true|yes|on|1)$/i.test(text) ? [true] : []),
    ...(/^(?:false|no|off|0)$/i.test(text) ? [false] : []),
    ...(key === "language" ? languagesCalled(text) : []),
    ...(key === "timezone" ? timeZonesOf(text) : []),
    ...meantUrls(text),
    ...(/^[^\s:/]/.test(text) || text.startsWith(":") ? [`/${text}`] : []),
  ];
}

function isValidAt(path: readonly string[], settings: unknown): boolean {
  const issues = siteSchema.safeParse(settings).error?.issues ?? [];
  return !issues.some((issue) => path.every((key, depth) => String(issue.path[depth]) === key));
}

function replaceAt(table: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(table)) return table.with(Number(key), replaceAt(table[Number(key)], rest, value));
  const fields = table as Readonly<Record<string, unknown>>;
  return { ...fields, [key]: replaceAt(fields[key], rest, value) };
}
