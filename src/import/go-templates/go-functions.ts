import { UnknownValueError } from "../site-rules/template-engine.ts";
import { collectionFunctions } from "./collection-functions.ts";
import type { GoMethod, GoValue } from "./go-value.ts";
import { isTruthy, numberOf, SafeText, textOf } from "./go-value.ts";
import { textFunctions } from "./text-functions.ts";

/** The functions of Go and Hugo that need neither files nor the site (gohugo.io/functions). */
export const goFunctions: Readonly<Record<string, GoMethod>> = {
  ...textFunctions,
  ...collectionFunctions,
  not: (value = null) => !isTruthy(value),
  cond: (condition = null, first = null, second = null) => (isTruthy(condition) ? first : second),
  default: (fallback = null, value = null) => (isSet(value) ? value : fallback),
  eq: (first = null, ...others) => others.some((other) => isEqual(first, other)),
  ne: (first = null, ...others) => others.every((other) => !isEqual(first, other)),
  lt: (a = null, b = null) => numberOf(a) < numberOf(b),
  le: (a = null, b = null) => numberOf(a) <= numberOf(b),
  gt: (a = null, b = null) => numberOf(a) > numberOf(b),
  ge: (a = null, b = null) => numberOf(a) >= numberOf(b),
  add: (...values) => values.map(numberOf).reduce((sum, value) => sum + value),
  sub: (...values) => values.map(numberOf).reduce((rest, value) => rest - value),
  mul: (...values) => values.map(numberOf).reduce((product, value) => product * value),
  div: (a = null, b = null) => quotient(numberOf(a), numberOf(b)),
  mod: (a = null, b = null) => remainder(numberOf(a), numberOf(b)),
  int: (value = null) => Math.trunc(numberOf(value)),
  float: (value = null) => numberOf(value),
  string: (value = null) => textOf(value),
  safeHTML: (value = null) => new SafeText("html", textOf(value)),
  safeURL: (value = null) => new SafeText("url", textOf(value)),
  safeHTMLAttr: (value = null) => new SafeText("attribute", textOf(value)),
  safeCSS: (value = null) => new SafeText("css", textOf(value)),
  safeJS: (value = null) => new SafeText("script", textOf(value)),
  warnf: () => "", // only the log of the build has it
};

// A boolean is always set (gohugo.io/functions/compare/default).
function isSet(value: GoValue): boolean {
  return typeof value === "boolean" || isTruthy(value);
}

function isEqual(a: GoValue, b: GoValue): boolean {
  const [first, second] = [plain(a), plain(b)];
  if ([first, second].some((value) => typeof value === "object" && value !== null)) throw new UnknownValueError("a comparison");
  return first === second;
}

function plain(value: GoValue): GoValue {
  return value instanceof SafeText ? value.text : value;
}

// Two integers have an integer quotient.
function quotient(a: number, b: number): number {
  if (b === 0) throw new UnknownValueError("a division by zero");
  return Number.isInteger(a) && Number.isInteger(b) ? Math.trunc(a / b) : a / b;
}

function remainder(a: number, b: number): number {
  if (b === 0 || !Number.isInteger(a) || !Number.isInteger(b)) throw new UnknownValueError("a remainder");
  return a % b;
}
