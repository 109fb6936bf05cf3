import { isTable, type Table } from "../../base/table-values.ts";
import { isPartial } from "./partial-list.ts";

/** A value that only running the code would give. */
export const unknownValue = Symbol("unknown");

/** The instant of a date; the one at which a post was published is always in the past, since later ones are scheduled here, too. */
export class Instant {
  /** Milliseconds since 1970; undefined if it is unknown. */
  readonly time: number | undefined;
  readonly kind: "published" | "now" | "other";
  /** True if no time zone of a build changes the instant. */
  readonly isExact: boolean;

  constructor(kind: Instant["kind"], time?: number, isExact = false) {
    this.kind = kind;
    this.time = time;
    this.isExact = isExact;
  }
}

/** Returns whether a value is a table, and no date, URL or regular expression. */
export function isPlainTable(value: unknown): value is Table {
  return isTable(value) && !(value instanceof Instant || value instanceof URL || value instanceof RegExp);
}

/** Returns a member of a table, a list or a text; undefined if it is missing, as in `a?.b`. */
export function memberOf(object: unknown, name: string | number | undefined): unknown {
  if (object === undefined || object === null) return undefined;
  if (isPartial(object)) return unknownValue;
  if (name === "length" && (typeof object === "string" || Array.isArray(object))) return object.length;
  if (typeof object === "string" && typeof name === "number") return object[name];
  if (object instanceof URL) return membersOfUrl.test(String(name)) ? object[name as "href"] : unknownValue;
  if (!(isPlainTable(object) || Array.isArray(object)) || name === undefined) return unknownValue;
  return Object.hasOwn(object, name) ? (object as Table)[name] : undefined;
}

const membersOfUrl = /^(?:href|origin|protocol|host|hostname|port|pathname|search|hash)$/;

/** Returns whether JavaScript counts a value as true. */
export function truthOf(value: unknown): boolean | typeof unknownValue {
  return value === unknownValue ? unknownValue : Boolean(value);
}

/** Computes an operator before a value. */
export function unary(operator: string, value: unknown): unknown {
  if (operator === "!") return value === unknownValue ? unknownValue : !value;
  if (operator === "typeof") return typeOf(value);
  if (operator === "+" && (value instanceof Instant || typeof value === "number")) return value;
  return operator === "-" && typeof value === "number" ? -value : unknownValue;
}

// A text that is a number may be one in front matter.
function typeOf(value: unknown): string | typeof unknownValue {
  if (value === unknownValue || value instanceof Instant) return unknownValue;
  return typeof value === "string" && numberOf(value) !== undefined ? unknownValue : typeof value;
}

/** Computes an operator between two values. */
export function binary(operator: string, left: unknown, right: unknown): unknown {
  if (/^[!=]==?$/.test(operator)) {
    const isEqual = equality(left, right, operator.length === 2);
    return typeof isEqual === "boolean" && operator.startsWith("!") ? !isEqual : isEqual;
  }
  if (/^[<>]=?$/.test(operator)) return comparison(operator, left, right);
  if (typeof left === "number" && typeof right === "number") return arithmetic(operator, left, right);
  if (operator !== "+" && operator !== "-") return unknownValue;
  if (operator === "+" && [left, right].some((each) => typeof each === "string" || Array.isArray(each))) return textOf([left, right], "");
  const instant = [left, right].find((each) => each instanceof Instant); // a margin around it
  return instant instanceof Instant ? new Instant(instant.kind) : unknownValue;
}

function arithmetic(operator: string, left: number, right: number): number | typeof unknownValue {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return left / right;
    case "%":
      return left % right;
  }
  return unknownValue;
}

/** Joins values as texts, as templates and `join()` do; a missing item of a list is empty. */
export function textOf(parts: readonly unknown[], separator: string): string | typeof unknownValue {
  const texts = parts.map((part) => {
    if (isPartial(part)) return unknownValue;
    if (Array.isArray(part))
      return textOf(
        part.map((each) => each ?? ""),
        ",",
      );
    if (part instanceof URL) return part.href;
    return typeof part === "string" || typeof part === "number" || typeof part === "boolean" ? String(part) : unknownValue;
  });
  if (texts.includes(unknownValue)) return unknownValue;
  const text = texts.join(separator);
  return text.length <= maxLength ? text : unknownValue;
}

const maxLength = 65_536; // UTF-16 units: `a + a`, repeated, doubles its length

function equality(left: unknown, right: unknown, isLoose: boolean): boolean | typeof unknownValue {
  const values = [left, right];
  if (values.includes(unknownValue)) return unknownValue;
  if (isLoose && values.some(isMissing)) return values.every(isMissing);
  const isWithout = values.some((each) => isMissing(each) || typeof each === "boolean");
  if (values.some((each) => typeof each === "object" && each !== null)) return isWithout ? false : unknownValue;
  // Front matter has numbers as texts.
  return typeof left === "number" || typeof right === "number" ? !isWithout && Number(left) === Number(right) : left === right;
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}

function comparison(operator: string, left: unknown, right: unknown): boolean | typeof unknownValue {
  const difference = differenceOf(left, right);
  if (difference === undefined) return [left, right].includes(undefined) ? false : unknownValue;
  if (difference === 0) return operator.endsWith("=");
  return operator.startsWith("<") ? difference < 0 : difference > 0;
}

function differenceOf(left: unknown, right: unknown): number | undefined {
  const [first, second] = [left, right].map((each) => (each instanceof Instant ? each.kind : undefined));
  if (first === "published" && second === "now") return -1;
  if (first === "now" && second === "published") return 1;
  const [a, b] = [numberOf(left), numberOf(right)];
  return a === undefined || b === undefined ? undefined : a - b;
}

function numberOf(value: unknown): number | undefined {
  if (value instanceof Instant) return value.time;
  const number = typeof value === "number" ? value : typeof value === "string" && value.trim() !== "" ? Number(value) : Number.NaN;
  return Number.isNaN(number) ? undefined : number;
}

/** Returns the instant that `new Date()` makes of its arguments. */
export function dateFrom([value, ...more]: readonly unknown[]): unknown {
  if (value instanceof Instant) return value;
  if (value === undefined && more.length === 0) return new Instant("now");
  const time = typeof value === "string" ? Date.parse(value) : typeof value === "number" ? value : Number.NaN;
  return more.length > 0 || Number.isNaN(time) ? unknownValue : new Instant("other", time, isExactDate(value));
}

/** Returns whether a date as it is written is one instant in all time zones. */
export function isExactDate(value: unknown): boolean {
  return typeof value === "number" || /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d))?$/.test(String(value));
}

const maxExpression = 200; // UTF-16 units
const maxUnbounded = 2; // quantifiers: the time grows with this power of the length

/**
 * Compiles a regular expression of a site for short texts; undefined if its groups repeat or it has many quantifiers, so that it may take
 * very long.
 */
export function safeExpression(source: string, flags: string): RegExp | undefined {
  const plain = source.replace(/\\./g, (escaped) => (/[1-9k]/.test(escaped) ? "(?=" : "x")).replace(/\[[^[\]]{0,99}\]/g, "x");
  const quantifiers = plain.match(/[*+]|\{\d+,|(?<!\()\?/g) ?? [];
  const isSafe = !/\)[*+{]|\(\?[=!<][^\w]|\(\?=/.test(plain) && quantifiers.length <= maxUnbounded;
  if (source === "" || source.length > maxExpression || !isSafe || !/^[giu]*$/.test(flags)) return undefined;
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined; // the site itself would not be built
  }
}
