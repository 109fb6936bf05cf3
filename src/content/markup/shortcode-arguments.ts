/** What stands in a tag behind its name: `"a" b title="c"` has two positional and one name. */
export interface ShortcodeArguments {
  readonly positional: readonly string[];
  readonly named: Readonly<Record<string, string>>;
  /** As it was written. */
  readonly text: string;
}

// An address is no name with a value, though there is a colon in it.
const argument = /(?:([\w-]+)\s*(?:=|:(?!\/\/))\s*)?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\s,"'`]+))/g;

/** Reads the arguments of a shortcode or a tag. */
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
