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
