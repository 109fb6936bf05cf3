import { UnknownValueError } from "../site-rules/template-engine.ts";
import { GoMap, type GoMethod, type GoValue, listOf, numberOf, SafeText, textOf } from "./go-value.ts";

const maxItems = 1000;

/** The functions of lists and maps (gohugo.io/functions/collections). */
export const collectionFunctions: Readonly<Record<string, GoMethod>> = {
  len: (value = null) => lengthOf(value),
  slice: (...values) => values,
  dict: (...values) => new GoMap(pairsOf(values)),
  index: (collection = null, ...keys) => keys.reduce(itemAt, collection),
  isset: (collection = null, key = null) => isKeyOf(collection, key),
  in: (collection = null, item = null) => isIn(collection, item),
  first: (count = null, list = null) => listOf(list).slice(0, countOf(count)),
  last: (count = null, list = null) => (countOf(count) === 0 ? [] : listOf(list).slice(-countOf(count))),
  after: (count = null, list = null) => listOf(list).slice(countOf(count)),
  append: (...values) => appended(listOf(values.at(-1) ?? null), values.slice(0, -1)),
  merge: (...maps) => new GoMap(maps.flatMap((map) => [...mapOf(map).entries])),
  delimit: (list = null, separator = null, last = separator) => joined(listOf(list).map(textOf), textOf(separator), textOf(last)),
  split: (text = null, separator = null) => textOf(text).split(textOf(separator)),
  querify: (...values) => query(pairsOf(values)),
  seq: (...values) => sequence(values.map(numberOf)),
  uniq: (list = null) => [...new Set(listOf(list))],
};

// A text has a length in bytes.
function lengthOf(value: GoValue): number {
  if (value instanceof GoMap) return value.entries.size;
  if (typeof value === "string" || value instanceof SafeText) return new TextEncoder().encode(textOf(value)).length;
  return listOf(value).length;
}

function pairsOf(values: readonly GoValue[]): (readonly [string, GoValue])[] {
  if (values.length % 2 !== 0) throw new UnknownValueError("a key without a value");
  const keys = values.filter((_, index) => index % 2 === 0);
  return keys.map((key, index) => [textOf(key), values[index * 2 + 1] ?? null] as const);
}

function mapOf(value: GoValue): GoMap {
  if (!(value instanceof GoMap)) throw new UnknownValueError("a map");
  return value;
}

function itemAt(collection: GoValue, key: GoValue): GoValue {
  if (collection === null) return null;
  if (collection instanceof GoMap) return collection.get(textOf(key));
  return listOf(collection)[numberOf(key)] ?? null;
}

function isKeyOf(collection: GoValue, key: GoValue): boolean {
  if (collection === null) return false;
  if (collection instanceof GoMap) return collection.get(textOf(key)) !== null;
  return typeof key === "number" && key >= 0 && key < listOf(collection).length;
}

function isIn(collection: GoValue, item: GoValue): boolean {
  if (typeof collection === "string" || collection instanceof SafeText) return textOf(collection).includes(textOf(item));
  return listOf(collection).some((each) => each === item);
}

function countOf(value: GoValue): number {
  const count = numberOf(value);
  if (!Number.isInteger(count) || count < 0) throw new UnknownValueError("a count");
  return count;
}

// The items of an appended list would become items of the whole.
function appended(list: readonly GoValue[], items: readonly GoValue[]): readonly GoValue[] {
  if (items.some((item) => Array.isArray(item))) throw new UnknownValueError("a list of lists");
  return [...list, ...items];
}

function joined(texts: readonly string[], separator: string, last: string): string {
  return texts.length < 2 ? texts.join("") : texts.slice(0, -1).join(separator) + last + (texts.at(-1) ?? "");
}

// In the order of the keys, as url.Values of Go writes them.
function query(pairs: readonly (readonly [string, GoValue])[]): string {
  const texts = pairs.map(([key, value]): [string, string] => [key, textOf(value)]);
  return new URLSearchParams(texts.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
}

// `seq 3`, `seq 2 4` and `seq 1 2 9`, with an increment, as in GNU.
function sequence(values: readonly number[]): readonly number[] {
  const [first = 1, second, third] = values;
  const from = second === undefined ? (first < 0 ? -1 : 1) : first;
  const to = third ?? second ?? first;
  const step = third === undefined ? (from > to ? -1 : 1) : (second ?? 1);
  const count = Math.floor((to - from) / step) + 1;
  if (!Number.isInteger(count) || count > maxItems || values.length > 3) throw new UnknownValueError("a sequence");
  return Array.from({ length: Math.max(0, count) }, (_, index) => from + index * step);
}
