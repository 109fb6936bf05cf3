const tag = /\{%-?[ \t]{0,9}(end)?(if|unless|case|for|raw|verbatim)\b/g;

/**
 * Returns whether a block begins in code and ends after it, or ends in code and began before it: a line may be indented like code although it
 * is the end of a condition around it. Tags in raw text are text.
 */
export function splitsBlock(code: string): boolean {
  let depth = 0;
  let raw: string | undefined;
  for (const [, end, name = ""] of code.matchAll(tag)) {
    const isRaw = name === "raw" || name === "verbatim";
    if (raw !== undefined) raw = end !== undefined && name === raw ? undefined : raw;
    else if (isRaw) raw = end === undefined ? name : undefined;
    else depth += end === undefined ? 1 : -1;
    if (depth < 0) return true;
  }
  return depth > 0;
}
