import type { Callable } from "./call-list.ts";
import { Instant, isPlainTable, textOf, truthOf, unknownValue } from "./condition-operators.ts";

const ofTexts =
  (compute: (text: string) => unknown): Callable =>
  ([first]) =>
    typeof first === "string" ? guarded(() => compute(first)) : unknownValue;
const ofNumbers =
  (compute: (...numbers: number[]) => number): Callable =>
  (given) =>
    given.every((each) => typeof each === "number") ? compute(...(given as number[])) : unknownValue;
const ofTables =
  (compute: (table: Readonly<Record<string, unknown>>) => unknown): Callable =>
  ([first]) =>
    isPlainTable(first) ? compute(first) : unknownValue;

const functions: Readonly<Record<string, Callable>> = {
  Boolean: ([first]) => truthOf(first),
  parseInt: ([first, base]) =>
    typeof first === "string" && (base === undefined || base === 10) ? Number.parseInt(first, 10) : unknownValue,
  encodeURIComponent: ofTexts(encodeURIComponent),
  encodeURI: ofTexts(encodeURI),
  decodeURIComponent: ofTexts(decodeURIComponent),
  decodeURI: ofTexts(decodeURI),
  "new URL": ([path, base]) => urlOf(path, base),
};

const members: Readonly<Record<string, Readonly<Record<string, Callable>>>> = {
  Array: {
    isArray: ([first]) => (first === unknownValue ? unknownValue : Array.isArray(first)),
    from: ([first, ...more]) => (Array.isArray(first) && more.length === 0 ? first.slice() : unknownValue),
  },
  Date: { now: () => new Instant("now") },
  Math: {
    ...{ abs: ofNumbers(Math.abs), ceil: ofNumbers(Math.ceil), floor: ofNumbers(Math.floor), round: ofNumbers(Math.round) },
    ...{ max: ofNumbers(Math.max), min: ofNumbers(Math.min) },
  },
  Object: { entries: ofTables(Object.entries), keys: ofTables(Object.keys), values: ofTables(Object.values) },
  Promise: { all: ([first]) => first, resolve: ([first]) => first },
};

/** Returns a function of JavaScript by its name: `Boolean`, `Math.max`, `new URL`. @param isStrict true for exactly its result */
export function globalFunction(name: string, isStrict = false): Callable | undefined {
  if (name === "String") return (given) => stringOf(given, isStrict);
  if (name === "Number") return ([first]) => numberOf(first, isStrict);
  const [owner = "", member] = name.split(".");
  const table = member === undefined ? functions : Object.hasOwn(members, owner) ? members[owner] : undefined;
  const key = member ?? owner;
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}

function stringOf(given: readonly unknown[], isStrict: boolean): unknown {
  const text = given.length === 0 ? "" : textOf(given.slice(0, 1), "");
  return text === unknownValue && !isStrict ? given[0] : text;
}

function numberOf(value: unknown, isStrict: boolean): unknown {
  if (!isStrict) return value;
  const number = typeof value === "string" || typeof value === "number" ? Number(value) : Number.NaN;
  return Number.isNaN(number) ? unknownValue : number;
}

function urlOf(path: unknown, base: unknown): unknown {
  const isKnown = [path, base].every((each) => typeof each === "string" || each instanceof URL || each === undefined);
  return isKnown ? (URL.parse(String(path), base === undefined ? undefined : String(base)) ?? unknownValue) : unknownValue;
}

function guarded(compute: () => unknown): unknown {
  try {
    return compute();
  } catch (error) {
    if (error instanceof URIError) return unknownValue;
    throw error;
  }
}
