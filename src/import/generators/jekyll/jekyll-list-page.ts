const tags = /\{%-?[\s\S]*?-?%\}|\{\{[\s\S]*?\}\}/g;

/** Returns whether a page only lists posts, such as an index or an archive, or has no text of its own. */
export function isListPage(path: string, body: string, labels: readonly string[]): boolean {
  const lists = new RegExp(
    `\\{%-?\\s*for\\b[^%]*\\b(?:site\\.(?:posts|tags|categories|documents|collections|pages|${labels.map(RegExp.escape).join("|") || "posts"})|paginator)\\b`,
  );
  if (lists.test(body)) return true;
  const text = body.replace(tags, "").replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>/gi, "");
  return (
    !/[\p{L}\p{N}]/u.test(text) &&
    !/<(?:img|video|audio|picture|svg)\b|!\[/i.test(body) &&
    (/(?:^|\/)index\.[^/]*$/.test(path) || tags.test(body) || body.trim() === "")
  );
}
