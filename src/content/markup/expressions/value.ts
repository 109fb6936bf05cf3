import type { ArrowFunctionExpression, FunctionDeclaration, FunctionExpression } from "estree";
import type { JSXElement, JSXFragment } from "estree-jsx";
import { replaceInvalidCharacters } from "../../../base/invalid-characters.ts";
import { showTildes } from "../dialects/inline/tildes.ts";

/** The names that an expression can use, with their values. */
export type Scope = ReadonlyMap<string, Value>;

/** The value of an expression of MDX, as far as it is known without running code. */
export type Value = string | number | boolean | null | undefined | readonly Value[] | ObjectValue | Markup | Callback | Unknown;

/** An object, by its keys. */
export class ObjectValue {
  readonly entries: ReadonlyMap<string, Value>;

  constructor(entries: Iterable<readonly [string, Value]>) {
    this.entries = new Map(entries);
  }
}

/** Elements of JSX that an expression returns: `<b>a</b>`. */
export class Markup {
  readonly jsx: JSXElement | JSXFragment;
  readonly scope: Scope;

  constructor(jsx: JSXElement | JSXFragment, scope: Scope) {
    this.jsx = jsx;
    this.scope = scope;
  }
}

/** A function, with the names that are in its scope. */
export class Callback {
  readonly code: ArrowFunctionExpression | FunctionExpression | FunctionDeclaration;
  readonly scope: Scope;

  constructor(code: Callback["code"], scope: Scope) {
    this.code = code;
    this.scope = scope;
  }
}

/** A value that only a program finds. */
export class Unknown {
  readonly isUnknown = true;
}

/** The error that the value of an expression is not known. */
export class Unknowable extends Error {
  override readonly name = "Unknowable";
}

/** The only unknown value. */
export const unknown = new Unknown();

/** Returns whether a value is a text, a number, or one of the words that JSX does not show. */
export function isPrimitive(value: Value): value is string | number | boolean | null | undefined {
  return value === null || typeof value !== "object";
}

/** Returns whether a value is a list. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Returns the text of a string or a number, with the characters that an article may have; undefined for another value. */
export function textOfValue(value: Value): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" ? replaceInvalidCharacters(showTildes(value).replace(/\r\n?/g, "\n"), () => {}) : undefined;
}

/** Returns the value of a key of an object; undefined for another value. */
export function entryOf(value: Value, key: string): Value {
  return value instanceof ObjectValue ? value.entries.get(key) : undefined;
}
