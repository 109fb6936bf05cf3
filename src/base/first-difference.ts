/** Returns the offset of the first character that differs in two texts; the length of the shorter one if it is the start of the other. */
export function firstDifference(before: string, after: string): number {
  let offset = 0;
  while (offset < before.length && offset < after.length && before[offset] === after[offset]) offset++;
  return offset;
}
