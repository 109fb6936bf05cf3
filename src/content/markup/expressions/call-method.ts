import { isList, isPrimitive, type Value } from "./value.ts";

type Apply = (callback: Value, values: readonly Value[]) => Value;
type Arguments = readonly Value[];

const maxCharacters = 100_000;

type TextMethod = (text: string, ...given: (string | number | undefined)[]) => Value;

const ofTexts: Readonly<Record<string, TextMethod>> = {
  at: (text, index) => text.at(Number(index ?? 0)),
  charAt: (text, index) => text.charAt(Number(index ?? 0)),
  concat: (text, ...others) => text.concat(...others.map(String)),
  endsWith: (text, part) => text.endsWith(String(part)),
  includes: (text, part) => text.includes(String(part)),
  padEnd: (text, length, filler) => text.padEnd(Math.min(Number(length), maxCharacters), String(filler ?? " ")),
  padStart: (text, length, filler) => text.padStart(Math.min(Number(length), maxCharacters), String(filler ?? " ")),
  slice: (text, start, end) => text.slice(...rangeOf(start, end)),
  split: (text, separator) => (separator === undefined ? [text] : text.split(String(separator))),
  startsWith: (text, part) => text.startsWith(String(part)),
  substring: (text, start, end) => text.substring(...rangeOf(start, end)),
  toLowerCase: (text) => text.toLowerCase(),
  toString: (text: string) => text,
  toUpperCase: (text) => text.toUpperCase(),
  trim: (text) => text.trim(),
  trimEnd: (text) => text.trimEnd(),
  trimStart: (text) => text.trimStart(),
};

const ofLists: Readonly<Record<string, (list: readonly Value[], given: Arguments, apply: Apply) => Value>> = {
  at: (list, [index]) => list.at(Number(index ?? 0)),
  concat: (list, given) => list.concat(...given.map((value) => (isList(value) ? value : [value]))),
  filter: (list, [callback], apply) => list.filter((value, index) => Boolean(apply(callback, [value, index]))),
  find: (list, [callback], apply) => list.find((value, index) => Boolean(apply(callback, [value, index]))),
  flat: (list) => list.flatMap((value) => (isList(value) ? value : [value])),
  flatMap: (list, [callback], apply) => list.flatMap((value, index) => [apply(callback, [value, index])].flat()),
  includes: (list, [value]) => list.includes(value),
  map: (list, [callback], apply) => list.map((value, index) => apply(callback, [value, index])),
  slice: (list, [start, end]) => list.slice(...rangeOf(start, end)),
  toReversed: (list) => list.toReversed(),
};

/** Calls a method of a text, a number or a list. Returns undefined for one that is not known, or with arguments of another kind. */
export function callMethod(target: Value, name: string, given: Arguments, apply: Apply): { readonly value: Value } | undefined {
  if (isList(target)) {
    if (name === "join") return joined(target, given);
    return Object.hasOwn(ofLists, name) ? { value: ofLists[name]?.(target, given, apply) } : undefined;
  }
  const text = typeof target === "number" && name === "toString" && given.length === 0 ? String(target) : target;
  if (typeof text !== "string" || !Object.hasOwn(ofTexts, name) || !given.every(isArgument)) return undefined;
  return { value: ofTexts[name]?.(text, ...given) };
}

function isArgument(value: Value): value is string | number | undefined {
  return value === undefined || typeof value === "string" || typeof value === "number";
}

function joined(list: readonly Value[], [separator]: Arguments): { readonly value: string } | undefined {
  if (!list.every(isPrimitive) || (separator !== undefined && !isPrimitive(separator))) return undefined;
  return { value: list.map((value) => value ?? "").join(separator === undefined ? "," : String(separator)) };
}

function rangeOf(start: Value, end: Value): [number, number | undefined] {
  return [Number(start ?? 0), end === undefined ? undefined : Number(end)];
}
