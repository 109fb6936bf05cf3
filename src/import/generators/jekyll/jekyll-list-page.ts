// Tags, and HTML without the text that readers see.
const spans = [
  ["{%", "%}"],
  ["{{", "}}"],
  ["<!--", "-->"],
  ["<script", "</script>"],
  ["<style", "</style>"],
  ["<", ">"],
] as const;

/** Returns whether a page only lists posts, such as an index or an archive, or has no text of its own. */
export function isListPage(path: string, body: string, labels: readonly string[]): boolean {
  const lists = new Set([
    "paginator",
    ...["posts", "tags", "categories", "documents", "collections", "pages", ...labels].map((of) => `site.${of}`),
  ]);
  const loops = [...body.matchAll(/\{%-?\s*for\b([^%]*)/g)].flatMap(([, values = ""]) => values.split(/[\s,()|]+/));
  if (loops.some((value) => lists.has(value.replace(/^((?:site\.)?[\w-]+).*$/s, "$1")))) return true;
  const text = spans.reduce((rest, [start, end]) => withoutSpans(rest, start, end), body);
  return (
    !/[\p{L}\p{N}]/u.test(text) &&
    !/<(?:img|video|audio|picture|svg)\b|!\[/i.test(body) &&
    (/(?:^|\/)index\.[^/]*$/.test(path) || /\{[{%]/.test(body) || body.trim() === "")
  );
}

function withoutSpans(text: string, start: string, end: string): string {
  let [rest, from] = ["", 0];
  for (;;) {
    const begin = text.indexOf(start, from);
    const close = begin < 0 ? -1 : text.indexOf(end, begin + start.length);
    if (close < 0) return rest + text.slice(from);
    rest += text.slice(from, begin);
    from = close + end.length;
  }
}
