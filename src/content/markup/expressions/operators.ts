import type { BinaryExpression } from "estree";
import { isList, isPrimitive, ObjectValue, Unknowable, type Value } from "./value.ts";

/** Applies an operator before a value. @throws Unknowable */
export function unary(operator: string, value: Value): Value {
  if (operator === "!") return !value;
  if (operator === "void") return undefined;
  if (!isPrimitive(value) || (operator !== "-" && operator !== "+")) throw new Unknowable();
  return operator === "-" ? -Number(value) : Number(value);
}

/** Applies an operator between two values. @throws Unknowable */
export function binary(operator: BinaryExpression["operator"], left: Value, right: Value): Value {
  if (operator === "===" || operator === "!==") return (left === right) === (operator === "===");
  if ((operator === "==" || operator === "!=") && typeof left === typeof right) return (left === right) === (operator === "==");
  if (!isPrimitive(left) || !isPrimitive(right)) throw new Unknowable();
  if (operator === "+" && (typeof left === "string" || typeof right === "string")) return `${left}${right}`;
  const isText = typeof left === "string" && typeof right === "string";
  const [a, b] = isText ? [left, right] : [Number(left), Number(right)];
  if (operator === "<") return a < b;
  if (operator === ">") return a > b;
  if (operator === "<=") return a <= b;
  if (operator === ">=") return a >= b;
  return arithmetic(operator, Number(left), Number(right));
}

function arithmetic(operator: BinaryExpression["operator"], a: number, b: number): number {
  if (operator === "+") return a + b;
  if (operator === "-") return a - b;
  if (operator === "*") return a * b;
  if (operator === "/") return a / b;
  if (operator === "%") return a % b;
  if (operator === "**") return a ** b;
  throw new Unknowable();
}

/** Returns a member of an object, a list or a text. @throws Unknowable */
export function memberOf(value: Value, key: string | number, isOptional: boolean): Value {
  if ((value ?? undefined) === undefined && isOptional) return undefined;
  if (value instanceof ObjectValue) return value.entries.get(String(key));
  if (!isList(value) && typeof value !== "string") throw new Unknowable();
  if (key === "length") return value.length;
  const index = Number(key);
  if (!Number.isInteger(index)) throw new Unknowable();
  return value[index];
}

/** Calls a function of `Object`: `Object.keys(a)`. @throws Unknowable */
export function ofObject(method: string, [object]: readonly Value[]): Value {
  if (!(object instanceof ObjectValue)) throw new Unknowable();
  if (method === "keys") return [...object.entries.keys()];
  if (method === "values") return [...object.entries.values()];
  if (method === "entries") return [...object.entries].map(([key, value]) => [key, value]);
  throw new Unknowable();
}
