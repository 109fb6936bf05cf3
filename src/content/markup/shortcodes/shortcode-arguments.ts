/** The arguments of a tag: `"a" b title="c"` has two positional arguments and one named one. */
export interface ShortcodeArguments {
  readonly positional: readonly string[];
  readonly named: Readonly<Record<string, string>>;
  /** The arguments as they are written. */
  readonly text: string;
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
