import { replaceInvalidCharacters } from "../../../base/invalid-characters.ts";

const literal =
  /^\s*(?:"((?:[^"\\\n]|\\[\s\S])*)"|'((?:[^'\\\n]|\\[\s\S])*)'|`((?:[^`\\$]|\\[\s\S]|\$(?!\{))*)`|String\.raw`((?:[^`\\$]|\\[\s\S]|\$(?!\{))*)`|(-?\d+(?:\.\d+)?))\s*$/;
const escapes = /\\(?:u\{([\dA-Fa-f]{1,6})\}|u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2})|(\r\n|[\s\S]))/g;
const signs: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v", 0: "\0" };

/** Returns the value of an expression of JavaScript that is a literal: `"a"`, `'a\n'`, `` `a` ``, `` String.raw`a` ``, `12`. */
export function literalOf(expression: string): string | undefined {
  const [, double, single, template, raw, number] = literal.exec(expression) ?? [];
  const written = double ?? single ?? template;
  return raw ?? (written === undefined ? number : readEscapes(written));
}

const template = /^\s*`((?:[^`\\$]|\\[\s\S]|\$(?!\{)|\$\{[^{}`\\]{0,200}\})*)`\s*$/;
const templateParts = /((?:[^`\\$]|\\[\s\S]|\$(?!\{))+)|\$\{([^{}`\\]{0,200})\}/g;

/** Returns the value of a template whose expressions are literals or known values: `` `Rack ${1}` ``. @param values the values by name */
export function templateOf(expression: string, values: ReadonlyMap<string, string>): string | undefined {
  const [, written] = template.exec(expression) ?? [];
  if (written === undefined) return undefined;
  const parts = [...written.matchAll(templateParts)].map(([, text, inner = ""]) =>
    text === undefined ? (literalOf(inner) ?? values.get(inner.trim())) : readEscapes(text),
  );
  return parts.includes(undefined) ? undefined : parts.join("");
}

// ECMAScript §12.9.4: an escape before the end of a line joins two lines.
function readEscapes(written: string): string {
  const text = written.replace(escapes, (_, point?: string, unit?: string, byte?: string, sign = "") => {
    const code = point ?? unit ?? byte;
    if (code === undefined) return /^[\r\n\u2028\u2029]/.test(sign) ? "" : (signs[sign] ?? sign);
    return point === undefined
      ? String.fromCharCode(Number.parseInt(code, 16))
      : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10_ff_ff));
  });
  return replaceInvalidCharacters(text.replace(/\r\n?/g, "\n"), () => {}); // as in the text of an article
}
