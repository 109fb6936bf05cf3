import { JSONParser } from "@streamparser/json";
import { maxContentLength } from "../../limits/content-limits.ts";
import { JsonMeter } from "../../limits/json-limits.ts";
import { LimitError } from "../../limits/limit-error.ts";

/** A row of a table in Ghost's database. */
export type Row = Readonly<Record<string, unknown>>;

const maxValues = 200_000; // of one row

/**
 * Reads the rows of tables of a Ghost export, each as soon as it is complete.
 * @param hasDatabases true if the tables are in `db[0].data`, as since Ghost 0.5; otherwise they are in `data`
 * @throws LimitError if a row, or any other value, is too large to keep in memory
 * @throws Error if the export is not JSON
 */
export async function* readRows(
  chunks: AsyncIterable<string>,
  tables: readonly string[],
  hasDatabases: boolean,
): AsyncGenerator<{ readonly table: string; readonly row: Row }> {
  const root = hasDatabases ? "$.db.*.data" : "$.data";
  const parser = new JSONParser({ keepStack: false, paths: tables.map((table) => `${root}.${table}.*`) });
  const meter = new JsonMeter({ values: maxValues, length: maxContentLength, rowDepth: hasDatabases ? 5 : 3 });
  let read: { table: string; row: Row }[] = [];
  let failure: Error | undefined;
  parser.onValue = ({ stack, value }) => {
    const table = stack.findLast(({ key }) => typeof key === "string")?.key;
    if (typeof value === "object" && value !== null) read.push({ table: String(table), row: value as Row });
  };
  parser.onError = (error) => {
    failure ??= error;
  };
  let title = "";
  for await (const chunk of chunks) {
    try {
      meter.write(chunk);
    } catch (error) {
      throw error instanceof LimitError && title !== "" ? error.after(title) : error;
    }
    parser.write(chunk);
    if (failure !== undefined) throw new Error(`Cannot read the export: it is not JSON (${failure.message})`);
    for (const { row } of read) title = cellText(row["title"]) ?? title;
    yield* read;
    read = [];
  }
  if (!parser.isEnded) throw new Error("Cannot read the export: it ends in the middle");
}

/** Returns the id of a row as the other tables refer to it. */
export function rowId({ id }: Row): string {
  return String(id);
}

/** Returns the text of a cell; undefined if it is empty or not a string. */
export function cellText(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}
