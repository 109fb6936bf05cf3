import type { Element, Root } from "hast";
import { plural } from "../../../base/plural.ts";
import type { ReportAtNode } from "../../../model/report-at-node.ts";
import { walkElements } from "../../html/walk-tree.ts";
import { quotedStart } from "./lines/quoted-start.ts";

/** Returns whether a text may have tables. */
export function mayHaveTables(text: string): boolean {
  return text.includes("|") && /^[ \t>|]{0,40}:?-/m.test(text);
}

/** Reports the cells that are not shown because their rows have more cells than the head: GFM (§4.10) ignores them. */
export function reportLostCells(tree: Root, text: string, reportAtNode: ReportAtNode): void {
  const lines = text.split("\n");
  walkElements(tree, (table) => {
    if (table.tagName !== "table" || table.position === undefined) return undefined;
    const rows = rowsOf(table);
    const count = cellsOf(rows[0])?.length ?? 0;
    const lost = rows.flatMap((row) => {
      const { column = 1, line = 0 } = row.position?.start ?? {};
      const cells = writtenCells((lines[line - 1] ?? "").slice(column - 1)).slice(count);
      return cells.some((cell) => cell.trim() !== "") ? [{ row, words: cells.join("|").trim() }] : [];
    });
    const [first] = lost;
    if (first !== undefined) reportAtNode(first.row, "warning", describe(first.words, lost.length, count));
    return "skip";
  });
}

function describe(words: string, rows: number, columns: number): string {
  const others = rows > 1 ? ` and the ends of ${plural(rows - 1, "other row")}` : "";
  return `Cannot show ${quotedStart(words).replaceAll("\\\\", "\\")}${others}: the head of the table has ${plural(columns, "cell")}; write \\| for a bar in a cell`;
}

function rowsOf(table: Element): Element[] {
  return cellsOf(table).flatMap((part) => (part.tagName === "tr" ? [part] : cellsOf(part)));
}

function cellsOf(parent: Element | undefined): Element[] {
  return parent?.children.filter((child) => child.type === "element") ?? [];
}

function writtenCells(row: string): string[] {
  const cells = row
    .trim()
    .replace(/^\|/, "")
    .split(/(?<!\\)\|/);
  return cells.at(-1)?.trim() === "" ? cells.slice(0, -1) : cells;
}
