const blockTag = /\{%-?[ \t]{0,9}(end)?(?:if|unless|case|for)\b/g;

/**
 * Returns whether a block begins in code and ends after it, or ends in code and began before it: a line may be indented like code although it
 * is the end of a condition around it.
 */
export function splitsBlock(code: string): boolean {
  let depth = 0;
  for (const [, end] of code.matchAll(blockTag)) {
    depth += end === undefined ? 1 : -1;
    if (depth < 0) return true;
  }
  return depth > 0;
}
