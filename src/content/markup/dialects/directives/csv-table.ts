import { optionLines, optionsOf } from "../lines/directive-options.ts";
import { tableLines } from "./table-lines.ts";

const cell = /[ \t]*(?:"((?:[^"]|"")*)"[ \t]*|([^\s",][^,]*)?)(,|$)/y;

/**
 * Converts the lines of MyST's `{csv-table}` to those of a table in Markdown, with the head of its option `:header:` or, with
 * `:header-rows:`, of its first line. Returns undefined if a line is no row, such as a part of a cell with several lines.
 */
export function csvTable(content: readonly string[], prefix: string): string[] | undefined {
  const options = optionsOf(content);
  const lines = content.slice(optionLines(content)).map((line) => line.slice(prefix.length));
  const rows = lines.filter((line) => line.trim() !== "").map(cellsOf);
  const header = options.get("header");
  const head = header !== undefined ? cellsOf(header) : options.has("header-rows") ? rows.shift() : [];
  if (head === undefined || rows.length === 0 || !rows.every((row) => row !== undefined)) return undefined;
  return tableLines(head, rows, prefix);
}

function cellsOf(line: string): string[] | undefined {
  const cells: string[] = [];
  const text = line.trim();
  cell.lastIndex = 0;
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    const [, quoted, bare = "", end] = match;
    cells.push((quoted?.replaceAll('""', '"') ?? bare).trim().replaceAll("|", "\\|"));
    if (end === "") return cells;
  }
  return undefined;
}
