import type { AnyNode } from "acorn";
import { type Callable, callList, isCallable, type KeptItem } from "./call-list.ts";
import { callMethod } from "./call-method.ts";
import { nameOf, pathOf } from "./code-nodes.ts";
import { dateFrom, memberOf, safeExpression, unknownValue } from "./condition-operators.ts";
import { dateMethod } from "./date-methods.ts";
import type { Evaluator } from "./evaluator.ts";
import { globalFunction } from "./global-functions.ts";
import type { LocalNames } from "./local-names.ts";

/** The value of the rest of `a?.b.c` if `a` is missing. */
export const skipped = Symbol("skipped");

/** Computes the parts of calls. */
export interface CallEvaluator extends Evaluator {
  readonly kept: KeptItem | undefined;
  /** Returns the values of items, with those of spread lists; `unknownValue` if their number is unknown. */
  list(elements: readonly (AnyNode | null)[], names: LocalNames): unknown;
  /** Returns the value of a name of the module. */
  declared(name: string, names: LocalNames): unknown;
}

type Call = Extract<AnyNode, { type: "CallExpression" }>;
type Member = Extract<AnyNode, { type: "MemberExpression" }>;

/** Computes a call of a function or a method. */
export function callValue({ arguments: written, callee, optional }: Call, names: LocalNames, evaluator: CallEvaluator): unknown {
  const called = callee.type === "MemberExpression" ? methodOf(callee, names, evaluator) : functionOf(callee, names, evaluator);
  if (called === skipped || (optional && isMissing(called))) return skipped;
  const given = evaluator.list(written, names);
  return isCallable(called) && Array.isArray(given) ? called(given) : unknownValue;
}

/** Computes `new Date(…)`, `new URL(…)`, `new RegExp(…)`, and objects of known classes. */
export function newValue(
  { arguments: written, callee }: Extract<AnyNode, { type: "NewExpression" }>,
  names: LocalNames,
  evaluator: CallEvaluator,
): unknown {
  const given = evaluator.list(written, names);
  const name = nameOf(callee as AnyNode);
  if (!Array.isArray(given) || callee.type !== "Identifier") return unknownValue;
  if (name === "Date") return dateFrom(given);
  if (name === "RegExp") return expressionFrom(given);
  const known = globalFunction(`new ${name}`, true) ?? evaluator.value(callee, names);
  return isCallable(known) ? known(given) : unknownValue;
}

function expressionFrom([source, flags = ""]: readonly unknown[]): unknown {
  return typeof source === "string" && typeof flags === "string" ? (safeExpression(source, flags) ?? unknownValue) : unknownValue;
}

/** Returns a function of JavaScript that a member means, such as `Math.max`; undefined if its object is a name of the code. */
export function globalMember(node: Member, names: LocalNames): Callable | undefined {
  const isOwn = node.object.type !== "Identifier" || names.owner(node.object.name) !== undefined;
  return isOwn ? undefined : globalFunction(pathOf(node) ?? "", names.scope.isStrict);
}

// A parameter whose value is unknown, such as `getNode`, may be declared for the code.
function functionOf(callee: AnyNode, names: LocalNames, evaluator: CallEvaluator): unknown {
  const value = callee.type === "Super" ? unknownValue : evaluator.value(callee, names);
  if (isCallable(value) || names.scope.isStrict || callee.type !== "Identifier") return value;
  return names.scope.declared(callee.name) === undefined ? value : evaluator.declared(callee.name, names);
}

// The method of a value, or a function in a table.
function methodOf(callee: Member, names: LocalNames, evaluator: CallEvaluator): unknown {
  const known = globalMember(callee, names);
  if (known !== undefined) return known;
  const object = callee.object.type === "Super" ? unknownValue : evaluator.value(callee.object, names);
  if (object === skipped || (callee.optional && isMissing(object))) return skipped;
  const key = callee.computed ? evaluator.value(callee.property as AnyNode, names) : nameOf(callee.property as AnyNode);
  if (typeof key !== "string") return unknownValue;
  const member = typeof object === "object" && object !== null && Object.hasOwn(object, key) ? memberOf(object, key) : undefined;
  return isCallable(member) ? member : (given: readonly unknown[]) => methodValue(key, object, given, names, evaluator);
}

function methodValue(name: string, object: unknown, given: readonly unknown[], { scope }: LocalNames, evaluator: CallEvaluator): unknown {
  if (Array.isArray(object)) return callList(name, object, given, { kept: evaluator.kept, evaluator });
  if (scope.isStrict && isMissing(object)) return unknownValue;
  return (scope.isStrict ? dateMethod(name, object) : undefined) ?? callMethod(name, object, given);
}

/** Returns whether a value is missing, so that `?.` skips the rest. */
export function isMissing(value: unknown): boolean {
  return value === undefined || value === null;
}
