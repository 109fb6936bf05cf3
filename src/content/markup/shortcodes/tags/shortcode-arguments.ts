import type { Table } from "../../../../base/table-values.ts";

/** The arguments of a tag: `"a" b title="c"` has two positional arguments and one named one. */
export interface ShortcodeArguments {
  readonly positional: readonly string[];
  readonly named: Readonly<Record<string, string>>;
  /** The arguments as they are written. */
  readonly text: string;
}

/** The context of a tag, besides its arguments. */
export interface ShortcodeContext {
  /** Finds an article by a name such as `x.md`, `_posts/x.md` or `2024-01-01-x`; returns its link from the articles folder, or undefined. */
  readonly locate: (name: string) => string | undefined;
  /** The language of the article, for the titles of callouts; English by default. */
  readonly language?: string;
  /** True for Markdown: callouts become containers, captions are Markdown, and kramdown's attribute lists are kept for its tree. */
  readonly isMarkdown?: boolean;
  /** The front matter of the article. */
  readonly data?: Table;
}

// The colon in a URL does not separate a name from a value.
const argument = /(?:([\w-]+)\s*(?:=|:(?!\/\/))\s*)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\s,"'`]+))/g;

/** Parses the arguments of a shortcode or a tag. */
export function parseShortcodeArguments(text: string): ShortcodeArguments {
  const positional: string[] = [];
  const named = new Map<string, string>();
  for (const [, name, double, single, raw, plain] of text.matchAll(argument)) {
    const value = double?.replace(/\\(.)/g, "$1") ?? single ?? raw ?? plain ?? "";
    if (name === undefined) positional.push(value);
    else named.set(name.toLowerCase(), value);
  }
  return { positional, named: Object.fromEntries(named), text: text.trim() };
}

/** Returns arguments with their names in the quotation marks as named ones: `"url=a.mp4"` of hexo-tag-dplayer. */
export function namedWords({ named, positional, text }: ShortcodeArguments): ShortcodeArguments {
  const found = positional.map((word) => /^(\w{1,20})=(.*)$/s.exec(word) ?? []);
  const others = positional.filter((_, index) => found[index]?.[1] === undefined);
  const more = found.flatMap(([, name, value = ""]) => (name === undefined ? [] : [[name, value] as const]));
  return { named: { ...named, ...Object.fromEntries(more) }, positional: others, text };
}

const part = /\s{0,20}(?:"([^"]*)"|'([^']*)')\s{0,20}(?=,|$)|[^,]*/y;

/**
 * Returns the parts of arguments between commas, as Hexo's themes read them: `https://example.com, Some words, icon`. A part in quotation
 * marks may contain commas.
 */
export function commaParts(text: string): string[] {
  const parts: string[] = [];
  for (part.lastIndex = 0; part.lastIndex <= text.length; part.lastIndex++) {
    const [plain = "", double, single = double] = part.exec(text) ?? [];
    parts.push((single ?? plain).trim());
  }
  return parts;
}

/** Returns arguments between commas of which the first is a word without quotation marks: `/a.png, Some words, width=30`. Undefined for others. */
export function commaArguments(text: string): ShortcodeArguments | undefined {
  if (!/^\s*(?![\w-]+=)[^\s"'`,]+\s*,/.test(text)) return undefined;
  const parts = commaParts(text).map((words) => /^(?:([\w-]+)\s*=\s*)?(.*)$/s.exec(words) ?? []);
  const named = parts.flatMap(([, name, value = ""]) => (name === undefined ? [] : [[name.toLowerCase(), value]]));
  return {
    positional: parts.flatMap(([, name, value = ""]) => (name === undefined ? [value] : [])),
    named: Object.fromEntries(named),
    text,
  };
}

const option = /(?:^|\s)(?:active|closed?|colou?r|class|default|icon|id|kind|open|style|theme|type)=(?:"[^"]*"|'[^']*'|[^\s"']+)/g;
const quoted = /^(["'`])(.*?)\1(?!\p{L})(.*)$/su; // 'tis the season's end
const flag = /^(?:open|closed?|true|false|active|\d+)?$/;

/**
 * Returns the words of a tag that have no name, as they are written: Hexo and Jekyll need no quotation marks, `Step 1: run, then stop`. Words
 * that begin with a text in quotation marks are only this text, unless other words follow it. Undefined for arguments with names.
 */
export function writtenWords(text: string): string | undefined {
  const words = withoutOptions(text);
  if (words === "" || /^[\w-]+\s*=/.test(words)) return undefined;
  const [, mark = "", inner = "", after = ""] = quoted.exec(words) ?? [];
  if (mark === "") return words;
  const isPhrase = /^\s/.test(after) && !/["'`=]/.test(after) && !flag.test(after.trim());
  return isPhrase ? (mark === "`" ? words : inner + after) : inner;
}

// Options are before or after the words: `Set color=red in CSS` has none.
function withoutOptions(text: string): string {
  const options = [...text.matchAll(option)].map(({ 0: { length }, index }) => ({ start: index, end: index + length }));
  let [from, to] = [0, text.length];
  for (const { end, start } of options) if (text.slice(from, start).trim() === "") from = end;
  for (const { end, start } of options.toReversed()) if (start >= from && text.slice(end, to).trim() === "") to = start;
  return text.slice(from, to).trim();
}
