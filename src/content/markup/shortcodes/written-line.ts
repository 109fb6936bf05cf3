/** A place after which the lines of a text have other numbers, because a tag became more or fewer lines. */
export interface LineChange {
  /** The last line of the replacement, from 1. */
  readonly line: number;
  /** The last line of the tag, as it was written. */
  readonly written: number;
}

/** Returns the number of a line before tags were replaced. @param changes in the order of their lines */
export function writtenLine(line: number, changes: readonly LineChange[] = []): number {
  let [first, last] = [0, changes.length]; // a binary search: each link of an article has a line
  while (first < last) {
    const middle = (first + last) >> 1;
    if ((changes[middle] as LineChange).line < line) first = middle + 1;
    else last = middle;
  }
  const [former, next] = [changes[first - 1], changes[first]];
  const counted = former === undefined ? line : former.written + line - former.line;
  return next === undefined ? counted : Math.min(counted, next.written);
}
