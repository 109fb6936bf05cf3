import type { AnyNode } from "acorn";
import { nameOf } from "./code-nodes.ts";
import { isPlainTable, memberOf, unknownValue } from "./condition-operators.ts";
import type { Evaluator } from "./evaluator.ts";
import type { LocalNames } from "./local-names.ts";
import { isPartial } from "./partial-list.ts";

/** Declares the names of a pattern: `slug`, or those in `{ id, data: { slug = id }, ...rest }` and `[year, ...names]`. */
export function bindPattern(pattern: AnyNode, value: unknown, names: LocalNames, evaluator: Evaluator): void {
  const bind = (inner: AnyNode, given: unknown) => bindPattern(inner, given, names, evaluator);
  if (pattern.type === "Identifier") names.declare(pattern.name, value);
  if (pattern.type === "AssignmentPattern") bind(pattern.left, value === undefined ? evaluator.value(pattern.right, names) : value);
  if (pattern.type === "ArrayPattern")
    for (const [index, element] of pattern.elements.entries()) {
      const isRest = element?.type === "RestElement";
      const found = Array.isArray(value) && !isPartial(value) ? (isRest ? value.slice(index) : value[index]) : unknownValue;
      if (element) bind(isRest ? element.argument : element, found);
    }
  if (pattern.type !== "ObjectPattern") return;
  const taken: string[] = [];
  for (const property of pattern.properties)
    if (property.type === "RestElement") bind(property.argument, withoutKeys(value, taken));
    else {
      const key = property.computed ? evaluator.value(property.key, names) : nameOf(property.key);
      if (typeof key === "string") taken.push(key);
      bind(property.value, typeof key === "string" ? memberIn(value, key, names) : unknownValue);
    }
}

/** Returns a member of a value. In strict code, one of `undefined` is unknown. */
export function memberIn(object: unknown, key: string | number, { scope }: LocalNames): unknown {
  return scope.isStrict && (object === undefined || object === null) ? unknownValue : memberOf(object, key);
}

function withoutKeys(value: unknown, keys: readonly string[]): unknown {
  if (!isPlainTable(value)) return unknownValue;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
