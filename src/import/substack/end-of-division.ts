/** Returns the offset after the end tag of the `<div>` that begins at `start`; undefined without an end tag. */
export function endOfDivision(html: string, start: number): number | undefined {
  let depth = 0;
  const tag = /<(\/?)div\b[^<>]*>/gi;
  tag.lastIndex = start;
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    depth += match[1] === "" ? 1 : -1;
    if (depth === 0) return tag.lastIndex;
  }
  return undefined;
}
