import { optionLines, optionsOf } from "../lines/directive-options.ts";
import { tableLines } from "./table-lines.ts";

const firstCell = /^ {0,3}[*+-] {1,4}(?=[*+-](?: |$))/;
const block = /^(?:[*+>-](?:\s|$)|#{1,6}\s|\d{1,9}[.)]\s|`{3}|~{3}|:{3}|\(\S+\)=$)/;
const lineBreak = "<br />";

/**
 * Converts the lines of MyST's `{list-table}`, a list of rows with a list of cells in each, to those of a table in Markdown. Its first row is
 * the head with the option `:header-rows:`. Returns undefined if a line is no row, or if a cell has a list, code or another block.
 */
export function listTable(content: readonly string[], prefix: string): string[] | undefined {
  const rows = rowsOf(content.slice(optionLines(content)).map((line) => withoutPrefix(line, prefix)));
  const count = Number(optionsOf(content).get("header-rows") || 0);
  const head = count > 0 ? rows?.shift() : [];
  return rows === undefined || head === undefined || head.length + rows.length === 0 ? undefined : tableLines(head, rows, prefix);
}

function withoutPrefix(line: string, prefix: string): string {
  return (line.startsWith(prefix) ? line.slice(prefix.length) : line.slice(prefix.trimEnd().length)).trimEnd();
}

function rowsOf(lines: readonly string[]): string[][] | undefined {
  const rows: string[][] = [];
  const margin = (lines.find((line) => line !== "") ?? "").search(/[*+-]/);
  let column = 0; // of the marks of cells
  let isAfterBlank = false;
  for (const line of lines) {
    const start = line.search(/\S/) === margin ? firstCell.exec(line)?.[0].length : undefined;
    if (start !== undefined) {
      rows.push([]);
      column = start;
    }
    if (line !== "" && !addLine(rows.at(-1), line, column, start !== undefined, isAfterBlank)) return undefined;
    isAfterBlank = line === "";
  }
  return rows;
}

function addLine(row: string[] | undefined, line: string, column: number, isStart: boolean, isAfterBlank: boolean): boolean {
  const indentation = isStart ? column : line.search(/\S/);
  const text = line.slice(indentation);
  if (row === undefined) return false;
  if (indentation === column && /^[*+-](?: |$)/.test(text)) return addCell(row, text);
  return continueCell(row, text, indentation - column, isAfterBlank);
}

function addCell(row: string[], text: string): boolean {
  const words = text.slice(1).trim();
  row.push(escaped(words));
  return !block.test(words);
}

// A line that is indented below its cell, except indented code.
function continueCell(row: string[], words: string, indentation: number, isAfterBlank: boolean): boolean {
  const cell = row.pop();
  if (cell === undefined || indentation < 1 || block.test(words) || (isAfterBlank && indentation > 5)) return false;
  const separator = isAfterBlank ? lineBreak + lineBreak : cell.endsWith("\\") ? lineBreak : " ";
  row.push(cell === "" ? escaped(words) : cell.replace(/\\$/, "") + separator + escaped(words));
  return true;
}

function escaped(words: string): string {
  return words.replace(/(?<!\\)\|/g, "\\|");
}
