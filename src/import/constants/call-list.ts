import { textOf, truthOf, unknownValue } from "./condition-operators.ts";
import { isPartial, listLike, type PartialList, partialList } from "./partial-list.ts";

/** A function of the code, or one that is known by its name. */
export type Callable = (given: readonly unknown[]) => unknown;

/** An item that filters keep if their result is unknown. */
export interface KeptItem {
  readonly item: unknown;
  /** True to keep it if their result is false, too. */
  readonly isAlways: boolean;
}

/** Returns whether a value is a function. */
export function isCallable(value: unknown): value is Callable {
  return typeof value === "function";
}

interface ListContext {
  readonly kept: KeptItem | undefined;
  readonly evaluator: { readonly doubt: number; stop(): never };
}

const changes = /^(?:push|unshift|pop|shift|reverse|sort|splice|fill|copyWithin)$/;
const maxLength = 10_000; // items

/** Computes a method of a list; `unknownValue` if it is unknown. A list that a branch of an unknown condition would change has no known items. */
export function callList(name: string, list: unknown[], given: readonly unknown[], { evaluator, kept }: ListContext): unknown {
  if (changes.test(name)) return evaluator.doubt > 0 || list.length > maxLength ? evaluator.stop() : changed(name, list, given, evaluator);
  const [first, second] = given;
  if (isPartial(list)) return callPartial(name, list, given, kept);
  if (isCallable(first)) return withFunction(name, list, first, given, kept);
  switch (name) {
    case "includes":
      return first === unknownValue ? unknownValue : list.includes(first) || (list.includes(unknownValue) ? unknownValue : false);
    case "indexOf":
      return given.includes(unknownValue) || list.includes(unknownValue) ? unknownValue : list.indexOf(first);
    case "join":
      return first === undefined || typeof first === "string" ? textOf(list, first ?? ",") : unknownValue;
    case "toString":
      return textOf(list, ",");
    case "slice":
      return areCounts(first, second) ? list.slice(first as number | undefined, second as number | undefined) : unknownValue;
    case "at":
      return typeof first === "number" ? list.at(first) : unknownValue;
    case "concat":
      return given.includes(unknownValue) ? unknownValue : list.concat(...given);
    case "flat":
      return given.length === 0 && !list.includes(unknownValue) ? list.flat() : unknownValue;
    case "toReversed":
      return list.toReversed();
    case "toSorted":
      return list.length < 2 ? [...list] : unknownValue;
  }
  return unknownValue;
}

const ofItems = /^(?:map|flatMap|filter|forEach)$/;

// Cuts count as if they left the item that is here.
function callPartial(name: string, list: PartialList, given: readonly unknown[], kept: KeptItem | undefined): unknown {
  const [first] = given;
  if (/^(?:slice|toReversed|toSorted)$/.test(name)) return partialList(list);
  if (name === "concat" && !given.includes(unknownValue)) return list.concat(...given);
  if (!isCallable(first)) return unknownValue;
  if (ofItems.test(name)) return listOrValue(withFunction(name, list, ([item]) => first([item, unknownValue, list]), given, kept));
  const result = /^(?:some|every|find)$/.test(name) ? withFunction(name, list, first, given, kept) : unknownValue;
  return result === (name === "every") || result === undefined || result === (name === "some" ? false : unknownValue)
    ? unknownValue
    : result;
}

function listOrValue(value: unknown): unknown {
  return Array.isArray(value) ? partialList(value) : value;
}

function areCounts(...values: readonly unknown[]): boolean {
  return values.every((value) => value === undefined || typeof value === "number");
}

function withFunction(
  name: string,
  list: readonly unknown[],
  each: Callable,
  given: readonly unknown[],
  kept: KeptItem | undefined,
): unknown {
  const results = () => list.map((item, index) => each([item, index, list]));
  switch (name) {
    case "map":
      return results();
    case "forEach":
      results();
      return undefined;
    case "flatMap": {
      const lists = results();
      return lists.includes(unknownValue) ? unknownValue : listLike(lists.flat(), lists);
    }
    case "filter":
      return filtered(list, each, kept);
    case "find":
    case "findIndex":
    case "findLast":
      return found(name, list, each);
    case "some":
    case "every":
      return quantified(list, each, name === "some");
    case "toSorted":
      return sorted(list, each);
    case "reduce":
      return given.length < 2 && list.length === 0
        ? unknownValue
        : list
            .slice(given.length < 2 ? 1 : 0)
            .reduce((sum, item, index) => each([sum, item, index]), given.length < 2 ? list[0] : given[1]);
  }
  return unknownValue;
}

function filtered(list: readonly unknown[], each: Callable, kept: KeptItem | undefined): unknown {
  const items: unknown[] = [];
  for (const [index, item] of list.entries()) {
    const truth = truthOf(each([item, index, list]));
    const isKept = kept !== undefined && item === kept.item && (kept.isAlways || truth === unknownValue);
    if (truth === unknownValue && !isKept) return unknownValue;
    if (truth === true || isKept) items.push(item);
  }
  return items;
}

function found(name: string, list: readonly unknown[], each: Callable): unknown {
  const order = name === "findLast" ? list.toReversed() : list;
  for (const [index, item] of order.entries()) {
    const truth = truthOf(each([item, index, list]));
    if (truth === unknownValue) return unknownValue;
    if (truth) return name === "findIndex" ? index : item;
  }
  return name === "findIndex" ? -1 : undefined;
}

function quantified(list: readonly unknown[], each: Callable, decides: boolean): unknown {
  const truths = list.map((item, index) => truthOf(each([item, index, list])));
  if (truths.includes(decides)) return decides;
  return truths.includes(unknownValue) ? unknownValue : !decides;
}

function sorted(list: readonly unknown[], compare: Callable): unknown {
  if (list.length < 2) return [...list];
  let isKnown = true;
  const result = list.toSorted((a, b) => {
    const order = compare([a, b]);
    isKnown &&= typeof order === "number" && !Number.isNaN(order);
    return typeof order === "number" ? order : 0;
  });
  return isKnown ? result : unknownValue;
}

function changed(name: string, list: unknown[], given: readonly unknown[], evaluator: ListContext["evaluator"]): unknown {
  const [first] = given;
  const count = name === "push" ? list.push(...given) : name === "unshift" ? list.unshift(...given) : undefined;
  if (count !== undefined) return isPartial(list) ? unknownValue : count;
  if (isPartial(list) && /^(?:pop|shift)$/.test(name)) return evaluator.stop();
  if (name === "pop") return list.pop();
  if (name === "shift") return list.shift();
  if (name === "reverse") return list.reverse();
  const order = name !== "sort" ? unknownValue : list.length < 2 ? list : isCallable(first) ? sorted(list, first) : unknownValue;
  if (!Array.isArray(order)) return evaluator.stop();
  list.splice(0, list.length, ...order);
  return list;
}
