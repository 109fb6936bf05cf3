/** Parses CSV (RFC 4180), or TSV, into rows, by the names of the first row. */
export function parseCsv(text: string, separator: "," | "\t" = ","): Record<string, string>[] {
  const [names = [], ...rows] = cellsOf(text.replace(/^\uFEFF/, ""), separator);
  return rows
    .filter((row) => row.length > 1 || row[0] !== "")
    .map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""])));
}

function cellsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [[]];
  for (let index = 0; index <= text.length; ) {
    const isQuoted = text[index] === '"';
    const end = isQuoted ? closingQuote(text, index) : index;
    const next = firstOf(text, end, separator);
    const cell = text.slice(index, next);
    rows.at(-1)?.push(isQuoted ? cell.trimEnd().slice(1, -1).replaceAll('""', '"') : cell.replace(/\r$/, ""));
    if (text[next] === "\n") rows.push([]);
    index = next + 1;
  }
  return rows;
}

// A quote within a cell is doubled.
function closingQuote(text: string, start: number): number {
  for (let index = text.indexOf('"', start + 1); index >= 0; index = text.indexOf('"', index + 2)) {
    if (text[index + 1] !== '"') return index;
  }
  return text.length;
}

function firstOf(text: string, start: number, separator: string): number {
  for (let index = start; index < text.length; index++) if (text[index] === separator || text[index] === "\n") return index;
  return text.length;
}
