import { isCallable } from "./call-list.ts";
import { Instant, textOf, unknownValue } from "./condition-operators.ts";

const ofDates = /^(?:getTime|valueOf|toDate|toISOString|unix)$/;
const maxSearched = 300; // UTF-16 units: a path
const maxLength = 65_536; // UTF-16 units
const maxPadding = 1000; // UTF-16 units
const ofTexts = new Set(
  [
    ["toLowerCase", "toUpperCase", "trim", "trimStart", "trimEnd", "normalize", "split", "slice", "substring", "substr", "at", "charAt"],
    ["indexOf", "lastIndexOf", "includes", "startsWith", "endsWith", "concat", "padStart", "padEnd", "repeat", "replace", "replaceAll"],
    ["match", "search"],
  ].flat(),
);

/** Computes a method of a text, a number, a date or a regular expression. */
export function callMethod(name: string, object: unknown, given: readonly unknown[]): unknown {
  if (object instanceof Instant) return ofDates.test(name) ? object : unknownValue;
  if (object === undefined || object === null) return undefined; // `a?.includes(b)`
  if (object instanceof RegExp) return searched(name, object, given[0]);
  if (object instanceof URL) return name === "toString" ? object.href : unknownValue;
  if (name === "toString" && given.length === 0) return textOf([object], "");
  if (Array.isArray(object)) return name === "includes" && given[0] !== unknownValue ? isIncluded(object, given[0]) : unknownValue;
  // Front matter has numbers as texts.
  if (typeof object !== "string" && typeof object !== "number") return unknownValue;
  return ofTexts.has(name) ? textMethod(name, String(object), given) : unknownValue;
}

function isIncluded(list: readonly unknown[], item: unknown): boolean | typeof unknownValue {
  return list.includes(item) || (list.includes(unknownValue) ? unknownValue : false);
}

function searched(name: string, expression: RegExp, text: unknown): unknown {
  if (typeof text !== "string" || text.length > maxSearched) return unknownValue;
  if (name === "test") return expression.test(text);
  return name === "exec" ? expression.exec(text) : unknownValue;
}

function textMethod(name: string, text: string, given: readonly unknown[]): unknown {
  const isReplaced = /^replace(?:All)?$/.test(name);
  const [first, second] = given;
  if (!given.every((each, index) => isPlain(each) || (isReplaced && index === 1 && isCallable(each)))) return unknownValue;
  if (given.some((each) => each instanceof RegExp) && (text.length > maxSearched || !/^(?:replace|split|match|search)/.test(name)))
    return unknownValue;
  if (/^(?:match|search)$/.test(name) && !(first instanceof RegExp)) return unknownValue;
  if (/^(?:includes|startsWith|endsWith|indexOf|lastIndexOf)$/.test(name) && typeof first !== "string") return unknownValue;
  if (/^(?:repeat|pad)/.test(name) && !(typeof first === "number" && first >= 0 && first <= maxPadding)) return unknownValue;
  if (isReplaced && text.length > maxSearched) return unknownValue;
  if (isReplaced && isCallable(second)) return replacedByFunction(name, text, first, second);
  if (isReplaced && (typeof second !== "string" || (name === "replaceAll" && first instanceof RegExp && !first.global)))
    return unknownValue;
  const result: unknown = Reflect.apply(String.prototype[name as "slice"], text, given);
  return typeof result === "string" && result.length > maxLength ? unknownValue : result;
}

function isPlain(value: unknown): boolean {
  return value === undefined || typeof value === "string" || typeof value === "number" || value instanceof RegExp;
}

function replacedByFunction(name: string, text: string, part: unknown, replace: (given: readonly unknown[]) => unknown): unknown {
  if (typeof part !== "string" && !(part instanceof RegExp && (part.global || name === "replace"))) return unknownValue;
  let isKnown = true;
  const result = text[name as "replace"](part, (...found: unknown[]) => {
    const value = textOf([replace(found)], "");
    isKnown &&= typeof value === "string";
    return typeof value === "string" ? value : "";
  });
  return isKnown && result.length <= maxLength ? result : unknownValue;
}
