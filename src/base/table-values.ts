/** A table of JSON or of a configuration. */
export type Table = Readonly<Record<string, unknown>>;

/** Returns whether a value is a table. */
export function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns a value as a table; an empty one if it is something else. */
export function tableOf(value: unknown): Table {
  return isTable(value) ? value : {};
}

/** Returns trimmed text; undefined if it is empty or the value is something else. */
export function textIn(value: unknown): string | undefined {
  return typeof value === "string" ? value.trim() || undefined : undefined;
}

/** Returns a count; undefined if the value is not an integer above zero. */
export function countIn(value: unknown): number | undefined {
  const count = Number(value);
  return Number.isInteger(count) && count > 0 ? count : undefined;
}

/** Returns the texts of a list; a single text is a list of one. */
export function textsIn(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((item) => textIn(item) ?? []);
}

/** Returns a table with the keys of all levels in lower case. */
export function withLowerCaseKeys(table: Table): Table {
  const lower = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(lower) : isTable(value) && !(value instanceof Date) ? withLowerCaseKeys(value) : value;
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key.toLowerCase(), lower(value)]));
}
