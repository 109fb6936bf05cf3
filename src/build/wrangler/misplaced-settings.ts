import { TomlDate } from "smol-toml";

/**
 * Returns the path of the table that was probably meant to be `vars.SITE`: `["vars", "site"]`, `["SITE"]` or another one with a title or an
 * author; the empty path is `table` itself. Returns undefined if there is no such table.
 * @param table the top level of wrangler.toml, or an environment
 */
export function misplacedSettings(table: object): readonly string[] | undefined {
  const tables = tablesIn(table, []).flatMap(({ path, value }) => [{ path, value }, ...tablesIn(value, path)]);
  const isNamed = ({ path }: Located) => path.at(-1)?.toLowerCase() === "site";
  return (tables.find(isNamed) ?? [{ path: [], value: table }, ...tables].find(({ value }) => hasSettings(value)))?.path;
}

interface Located {
  readonly path: readonly string[];
  readonly value: object;
}

function tablesIn(table: object, path: readonly string[]): Located[] {
  const isTable = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof TomlDate);
  const found = Object.entries(table).filter(([key, value]) => isTable(value) && !(path.length === 0 && key === "env"));
  return found.map(([key, value]) => ({ path: [...path, key], value: value as object }));
}

function hasSettings(table: object): boolean {
  return ["author", "title"].some((key) => Object.hasOwn(table, key));
}
