/** Truncates text to whole words of at most `limit` UTF-16 units, including an ellipsis for the rest. */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter("en", { granularity: "word" }).segment(text.slice(0, limit + 40))) {
    if (index + segment.length > limit - 1) break;
    end = index + segment.length;
  }
  const cut = text.slice(0, end || limit - 1).replace(/[\uD800-\uDBFF]$/, ""); // no lone surrogate
  return `${cut.replace(/[\s,;:.–—-]+$/u, "")}…`;
}

/** Cuts a text to `limit` UTF-16 units, and adds an ellipsis for the rest. */
export function cutOff(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
