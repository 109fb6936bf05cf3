import { linesOf } from "../../../base/text-lines.ts";

/** Returns the offsets of the lines in a Markdown text that are rows of a table: the head, the row of hyphens below it, and the body. */
export function tableRows(text: string): Set<number> {
  const rows = new Set<number>();
  let [offset, headOffset, head, isTable] = [0, 0, "", false];
  for (const line of linesOf(text)) {
    if (/^[ \t>]*$/.test(line)) isTable = false;
    else if (!isTable && head.includes("|") && isDelimiterRow(line)) {
      isTable = true;
      rows.add(headOffset);
    }
    if (isTable) rows.add(offset);
    [head, headOffset] = [line, offset];
    offset += line.length + 1;
  }
  return rows;
}

function isDelimiterRow(line: string): boolean {
  return line.includes("|") && line.includes("-") && /^[\s>|:-]+$/.test(line);
}
