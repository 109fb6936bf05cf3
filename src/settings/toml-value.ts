import { stringify, TomlDate } from "smol-toml";

/** Writes a value in TOML, on one line: `{ name = "Ada" }`. A key with the value undefined is left out. */
export function tomlValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(tomlValue).join(", ")}]`;
  if (typeof value !== "object" || value === null || value instanceof TomlDate)
    return stringify({ value }).trimEnd().slice("value = ".length);
  const fields = Object.entries(value).flatMap(([key, field]) => (field === undefined ? [] : [tomlLine(key, field)]));
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

/** Writes a key and its value in TOML: `title = "Moon"`. */
export function tomlLine(key: string, value: unknown): string {
  return `${/^[\w-]+$/.test(key) ? key : JSON.stringify(key)} = ${tomlValue(value)}`;
}
