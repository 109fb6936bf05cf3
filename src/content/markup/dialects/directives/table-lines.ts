/** Writes rows of cells as the lines of a table in Markdown. Their bars must be escaped. Short rows get empty cells. */
export function tableLines(head: readonly string[], rows: readonly (readonly string[])[], prefix: string): string[] {
  const columns = Math.max(head.length, ...rows.map((row) => row.length));
  const write = (row: readonly string[]) => `${prefix}| ${Array.from({ length: columns }, (_, at) => row[at] ?? "").join(" | ")} |`;
  return [write(head), write(Array.from({ length: columns }, () => "---")), ...rows.map(write)];
}
