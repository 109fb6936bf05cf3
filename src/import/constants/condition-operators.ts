import { isTable, type Table } from "../../base/table-values.ts";

/** A value that only running the code would give. */
export const unknownValue = Symbol("unknown");

/** The instant of a date; the one at which a post was published is always in the past, since later ones are scheduled here, too. */
export class Instant {
  /** Milliseconds since 1970; undefined if it is unknown. */
  readonly time: number | undefined;
  readonly kind: "published" | "now" | "other";

  constructor(kind: Instant["kind"], time?: number) {
    this.kind = kind;
    this.time = time;
  }
}

/** Returns a member of a table, a list or a text; undefined if it is missing, as in `a?.b`. */
export function memberOf(object: unknown, name: string | number | undefined): unknown {
  if (object === undefined || object === null) return undefined;
  if (name === "length" && (typeof object === "string" || Array.isArray(object))) return object.length;
  if (!(isTable(object) || Array.isArray(object)) || object instanceof Instant || name === undefined) return unknownValue;
  return Object.hasOwn(object, name) ? (object as Table)[name] : undefined;
}

/** Returns whether JavaScript counts a value as true. */
export function truthOf(value: unknown): boolean | typeof unknownValue {
  return value === unknownValue ? unknownValue : Boolean(value);
}

/** Computes an operator before a value. */
export function unary(operator: string, value: unknown): unknown {
  if (operator === "!") return value === unknownValue ? unknownValue : !value;
  if (operator === "+" && value instanceof Instant) return value;
  return operator === "-" && typeof value === "number" ? -value : unknownValue;
}

/** Computes an operator between two values. */
export function binary(operator: string, left: unknown, right: unknown): unknown {
  if (/^[!=]==?$/.test(operator)) {
    const isEqual = equality(left, right, operator.length === 2);
    return typeof isEqual === "boolean" && operator.startsWith("!") ? !isEqual : isEqual;
  }
  if (/^[<>]=?$/.test(operator)) return comparison(operator, left, right);
  if (operator !== "+" && operator !== "-") return unknownValue;
  if (operator === "+" && [left, right].some((each) => typeof each === "string")) return concatenated([left, right]);
  const instant = [left, right].find((each) => each instanceof Instant); // a margin around it
  return instant instanceof Instant ? new Instant(instant.kind) : unknownValue;
}

/** Joins texts and numbers. */
export function concatenated(parts: readonly unknown[]): string | typeof unknownValue {
  const isKnown = parts.every((part) => typeof part === "string" || typeof part === "number");
  const text = isKnown ? parts.join("") : "";
  return isKnown && text.length <= maxLength ? text : unknownValue;
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
  return more.length > 0 || Number.isNaN(time) ? unknownValue : new Instant("other", time);
}

const ofDates = /^(?:getTime|valueOf|toDate|toISOString|unix)$/;

/** Computes a method of a text, a list or a date. */
export function callMethod(name: string, object: unknown, [first, second]: readonly unknown[]): unknown {
  if (object instanceof Instant) return ofDates.test(name) ? object : unknownValue;
  if (isMissing(object)) return undefined; // `a?.includes(b)`
  if (typeof object === "string" && /^(?:toLowerCase|toUpperCase|trim|toString)$/.test(name))
    return name === "toLowerCase" ? object.toLowerCase() : name === "toUpperCase" ? object.toUpperCase() : object.trim();
  if (Array.isArray(object) && name === "includes" && first !== unknownValue)
    return object.includes(first) || (object.includes(unknownValue) ? unknownValue : false);
  if (Array.isArray(object)) return listMethod(name, object, first, second);
  if (typeof object === "string" && (name === "replace" || name === "replaceAll"))
    return replaced(object, [first, second], name === "replaceAll");
  if (typeof object === "string" && name === "slice") return sliced(object, first, second);
  if (typeof object !== "string" || typeof first !== "string") return unknownValue;
  if (name === "split") return object.split(first);
  if (name === "includes") return object.includes(first);
  if (name === "startsWith") return object.startsWith(first);
  return name === "endsWith" ? object.endsWith(first) : unknownValue;
}

function listMethod(name: string, list: readonly unknown[], first: unknown, second: unknown): unknown {
  if (name === "slice") return sliced(list, first, second);
  if (name === "pop" && first === undefined) return list.at(-1); // of a list that is made for this
  if (name === "at" && typeof first === "number") return list.at(first);
  if (name !== "join" || typeof first !== "string") return unknownValue;
  return concatenated(list.flatMap((each, index) => (index === 0 ? [each] : [first, each])));
}

function sliced(value: string | readonly unknown[], start: unknown, end: unknown): unknown {
  const isKnown = typeof start === "number" && (end === undefined || typeof end === "number");
  return isKnown ? value.slice(start, end) : unknownValue;
}

const maxSearched = 300; // UTF-16 units: a path

function replaced(text: string, [part, other]: readonly unknown[], isWhole: boolean): unknown {
  if (typeof other !== "string" || text.length > maxSearched) return unknownValue;
  if (typeof part === "string") return isWhole ? text.replaceAll(part, other) : text.replace(part, other);
  return part instanceof RegExp ? text.replace(part, other) : unknownValue;
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
