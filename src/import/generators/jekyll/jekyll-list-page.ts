// Tags, and HTML without the text that readers see.
const spans = [
  ["{%", "%}"],
  ["{{", "}}"],
  ["<!--", "-->"],
  ["<script", "</script>"],
  ["<style", "</style>"],
  ["<", ">"],
] as const;

/** Reads a file of `_includes`, or one relative to the page; undefined if it does not exist. */
export type ReadInclude = (name: string, isRelative: boolean) => string | undefined;

/** Returns whether a page only lists posts, such as an index or an archive. A page may have all of its text in a file that it includes. */
export function isListPage(path: string, body: string, labels: readonly string[], readInclude: ReadInclude): boolean {
  const lists = new Set([
    "paginator",
    ...["posts", "tags", "categories", "documents", "collections", "pages", ...labels].map((of) => `site.${of}`),
  ]);
  const loops = [...body.matchAll(/\{%-?\s*for\b([^%]*)/g)].flatMap(([, values = ""]) => values.split(/[\s,()|]+/));
  if (loops.some((value) => lists.has(value.replace(/^((?:site\.)?[\w-]+).*$/s, "$1")))) return true;
  if (hasText(body)) return false;
  return /(?:^|\/)index\.[^/]*$/.test(path) || body.trim() === "" || namesList(body, lists, readInclude);
}

const minTextLength = 60; // letters: the words of an archive, such as "All posts by year", are no text

/** Returns whether a page has a text besides its loops, headings and labels. */
export function hasTextBesideLists(body: string): boolean {
  const lines = body.split("\n").filter((line) => !/^ {0,3}#{1,6}[ \t]|<h[1-6]\b/i.test(line));
  return (plainText(withoutLoops(lines.join("\n"))).match(/\p{L}/gu)?.length ?? 0) >= minTextLength;
}

function withoutLoops(body: string): string {
  let depth = 0;
  const outside = body.split(/(?=\{%-?\s{0,9}(?:end)?for\b)/).filter((piece) => {
    if (/^\{%-?\s{0,9}for\b/.test(piece)) depth++;
    else if (/^\{%-?\s{0,9}endfor\b/.test(piece)) depth = Math.max(0, depth - 1);
    return depth === 0;
  });
  return outside.join("");
}

function plainText(body: string): string {
  return spans.reduce((rest, [start, end]) => withoutSpans(rest, start, end), body);
}

function hasText(body: string): boolean {
  return /[\p{L}\p{N}]/u.test(plainText(body)) || /<(?:img|video|audio|picture|svg)\b|!\[/i.test(body);
}

const include = /\{%-?\s*include(_relative)?(?:_cached)?\s+["']?([^\s%"'{}]{1,200})/g;
const listName = /posts?\b|archive|tags?\b|categor|paginat/i; // an include of a theme that is a gem can only be judged by its name

function namesList(text: string, lists: ReadonlySet<string>, readInclude: ReadInclude, seen = new Set<string>()): boolean {
  if ([...text.matchAll(/\bpaginator\b|\bsite\.[\w-]+/g)].some(([name]) => lists.has(name))) return true;
  for (const [, relative, name = ""] of text.matchAll(include)) {
    if (seen.has(name)) continue;
    seen.add(name);
    const included = readInclude(name, relative !== undefined);
    if (included === undefined ? listName.test(name) : namesList(included, lists, readInclude, seen)) return true;
  }
  return false;
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
