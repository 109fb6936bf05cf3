/** Returns the text of an expression that is a literal: `"a"`, `'a'`, `` `a` ``, `` String.raw`a` ``, `12`. */
export function literalOf(expression: string): string | undefined {
  const [, double, single, raw, exact, number] =
    /^\s*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\$]|\\.)*)`|String\.raw`((?:[^`$]|\$(?!\{))*)`|(-?\d+(?:\.\d+)?))\s*$/.exec(
      expression,
    ) ?? [];
  return exact ?? (double ?? single ?? raw)?.replace(/\\(.)/g, "$1") ?? number;
}
