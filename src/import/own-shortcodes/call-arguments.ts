import { GoMap, type GoValue } from "../go-templates/go-value.ts";

/** The arguments of a call: a list, a map of names, or nil without any. */
export type CallArguments = readonly GoValue[] | GoMap | null;

const argument = /\s*(?:([A-Za-z][\w-]*)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|([^\s"'`=<>]+))(?=\s|$)/y;

/**
 * Parses the arguments of a shortcode of Hugo: `src="a.png" width=300`. Without quotation marks, a number or a boolean has its type.
 * Returns undefined for those at which Hugo stops with an error.
 */
export function parseCallArguments(text: string): CallArguments | undefined {
  const positional: GoValue[] = [];
  const named: [string, GoValue][] = [];
  const written = text.trim();
  for (let at = 0; at < written.length; at = argument.lastIndex) {
    argument.lastIndex = at;
    const [whole, name, double, raw, plain] = argument.exec(written) ?? [];
    if (whole === undefined) return undefined;
    const value = plain === undefined ? (double?.replace(/\\"/g, '"') ?? raw ?? "") : typedValue(plain);
    if (name === undefined) positional.push(value);
    else named.push([name, value]);
  }
  if (positional.length > 0 && named.length > 0) return undefined;
  if (named.length > 0) return new GoMap(named);
  return positional.length > 0 ? positional : null;
}

// A number with more digits than an integer of Go stays text, as it was written.
function typedValue(plain: string): GoValue {
  if (plain === "true" || plain === "false") return plain === "true";
  const number = /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
  return Number.isSafeInteger(Math.trunc(number)) ? number : plain;
}
