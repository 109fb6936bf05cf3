import type { Expression, ObjectExpression, Pattern, PrivateIdentifier, Property, SpreadElement, Super, TemplateLiteral } from "estree";
import type { JSXElement, JSXFragment } from "estree-jsx";
import { callMethod } from "./call-method.ts";
import { binary, memberOf, ofObject, unary } from "./operators.ts";
import {
  Callback,
  entryOf,
  isList,
  isPrimitive,
  Markup,
  ObjectValue,
  type Scope,
  Unknowable,
  Unknown,
  unknown,
  type Value,
} from "./value.ts";

const maxDepth = 500;
const maxSteps = 2_000_000; // expressions, characters of texts and items of lists

/**
 * Computes the values of expressions of one article that consist of literals, constants, and the methods of texts and lists. It runs no
 * code, and its steps are limited.
 */
export class Evaluator {
  #depth = 0;
  #steps = 0;

  /** Returns the value of an expression, or the unknown value. */
  valueOf(expression: Expression | JSXElement | JSXFragment, scope: Scope): Value {
    const depth = this.#depth;
    try {
      return this.#evaluate(expression, scope);
    } catch (error) {
      if (!(error instanceof Unknowable)) throw error;
      return unknown;
    } finally {
      this.#depth = depth;
    }
  }

  /** Returns whether so many steps more are allowed, and counts them. */
  allows(steps: number): boolean {
    this.#steps += steps;
    return this.#steps <= maxSteps;
  }

  #evaluate(node: Expression | JSXElement | JSXFragment | Super, scope: Scope): Value {
    if (++this.#depth > maxDepth) throw new Unknowable();
    const value = this.#valueOf(node, scope);
    this.#depth--;
    if (!this.allows(typeof value === "string" || isList(value) ? value.length + 1 : 1)) throw new Unknowable();
    return value;
  }

  #known(node: Expression | Super, scope: Scope): Exclude<Value, Unknown> {
    const value = this.#evaluate(node, scope);
    if (value instanceof Unknown) throw new Unknowable();
    return value;
  }

  #valueOf(node: Expression | JSXElement | JSXFragment | Super, scope: Scope): Value {
    switch (node.type) {
      case "Literal":
        if ("regex" in node) throw new Unknowable();
        return "bigint" in node ? node.bigint : (node.value as string | number | boolean | null);
      case "TemplateLiteral":
        return this.#template(node, scope, "cooked");
      case "TaggedTemplateExpression":
        if (!isStringRaw(node.tag) || scope.has("String")) throw new Unknowable();
        return this.#template(node.quasi, scope, "raw");
      case "Identifier":
        if (node.name === "undefined") return undefined;
        if (!scope.has(node.name)) throw new Unknowable();
        return scope.get(node.name);
      case "ArrayExpression":
        return node.elements.flatMap((element) => {
          if (element?.type !== "SpreadElement") return [element === null ? undefined : this.valueOf(element, scope)];
          const list = this.#known(element.argument, scope);
          if (!isList(list)) throw new Unknowable();
          return list;
        });
      case "ObjectExpression":
        return this.#object(node, scope);
      case "ArrowFunctionExpression":
      case "FunctionExpression":
        return new Callback(node, scope);
      case "JSXElement":
      case "JSXFragment":
        return new Markup(node, scope);
      case "ConditionalExpression":
        return this.#evaluate(this.#known(node.test, scope) ? node.consequent : node.alternate, scope);
      case "LogicalExpression": {
        const left = this.#known(node.left, scope);
        const isRight = node.operator === "??" ? (left ?? undefined) === undefined : Boolean(left) === (node.operator === "&&");
        return isRight ? this.#evaluate(node.right, scope) : left;
      }
      case "UnaryExpression":
        return unary(node.operator, this.#known(node.argument, scope));
      case "BinaryExpression":
        if (node.left.type === "PrivateIdentifier") throw new Unknowable();
        return binary(node.operator, this.#known(node.left, scope), this.#known(node.right, scope));
      case "ChainExpression":
        return this.#evaluate(node.expression, scope);
      case "MemberExpression":
        return memberOf(this.#known(node.object, scope), this.#key(node.property, node.computed, scope), node.optional);
      case "CallExpression":
        return this.#call(node, scope);
      default:
        throw new Unknowable();
    }
  }

  #template({ expressions, quasis }: TemplateLiteral, scope: Scope, kind: "cooked" | "raw"): string {
    const texts = quasis.map(({ value }, index) => {
      const next = expressions[index];
      const inner = next === undefined ? "" : this.#known(next, scope);
      const text = value[kind];
      if (!isPrimitive(inner) || typeof text !== "string") throw new Unknowable();
      return text + String(inner);
    });
    return texts.join("");
  }

  #object({ properties }: ObjectExpression, scope: Scope): ObjectValue {
    const entryIn = (property: Property | SpreadElement): (readonly [string, Value])[] => {
      if (property.type === "Property") {
        if (property.kind !== "init") throw new Unknowable();
        const key = this.#key(property.key, property.computed, scope);
        return [[String(key), this.valueOf(property.value as Expression, scope)]];
      }
      const spread = this.#known(property.argument, scope);
      if (!(spread instanceof ObjectValue)) throw new Unknowable();
      return [...spread.entries];
    };
    return new ObjectValue(properties.flatMap(entryIn));
  }

  #key(key: Expression | PrivateIdentifier, isComputed: boolean, scope: Scope): string | number {
    if (key.type === "PrivateIdentifier") throw new Unknowable();
    if (!isComputed && key.type === "Identifier") return key.name;
    const value = this.#known(key, scope);
    if (typeof value !== "string" && typeof value !== "number") throw new Unknowable();
    return value;
  }

  #call(node: Expression & { type: "CallExpression" }, scope: Scope): Value {
    const given = node.arguments.map((argument) => {
      if (argument.type === "SpreadElement") throw new Unknowable();
      return argument;
    });
    const apply = (callback: Value, values: readonly Value[]) => this.#apply(callback, values);
    const { callee } = node;
    if (callee.type !== "MemberExpression") {
      if (callee.type === "Identifier" && callee.name === "String" && !scope.has("String"))
        return this.#known({ type: "TemplateLiteral", quasis: [quasi, quasi], expressions: given.slice(0, 1) }, scope);
      return apply(this.#known(callee, scope), this.#values(given, scope));
    }
    const method = String(this.#key(callee.property, callee.computed, scope));
    const { object } = callee;
    if (object.type === "Identifier" && object.name === "Object" && !scope.has("Object"))
      return ofObject(method, this.#values(given, scope));
    const target = this.#known(object, scope);
    if ((target ?? undefined) === undefined && callee.optional) return undefined;
    const own = entryOf(target, method);
    if (own !== undefined) return apply(own, this.#values(given, scope));
    const isBoolean = given[0]?.type === "Identifier" && given[0].name === "Boolean" && !scope.has("Boolean");
    const called = isBoolean ? callMethod(target, method, [undefined], (_, [value]) => value) : undefined;
    const result = called ?? callMethod(target, method, this.#values(given, scope), apply);
    if (result === undefined) throw new Unknowable();
    return result.value;
  }

  #values(given: readonly Expression[], scope: Scope): Value[] {
    return given.map((argument) => this.#evaluate(argument, scope));
  }

  #apply(callback: Value, values: readonly Value[]): Value {
    if (!(callback instanceof Callback) || callback.code.async || callback.code.generator) throw new Unknowable();
    const scope = new Map(callback.scope);
    if (!this.allows(scope.size)) throw new Unknowable();
    for (const [index, pattern] of callback.code.params.entries()) this.#bind(pattern, values[index], scope);
    const { body } = callback.code;
    if (body.type !== "BlockStatement") return this.#known(body, scope);
    const [statement, ...others] = body.body;
    if (statement?.type !== "ReturnStatement" || others.length > 0) throw new Unknowable();
    return statement.argument ? this.#known(statement.argument, scope) : undefined;
  }

  #bind(pattern: Pattern, value: Value, scope: Map<string, Value>): void {
    if (pattern.type === "Identifier") scope.set(pattern.name, value);
    else if (pattern.type === "AssignmentPattern")
      this.#bind(pattern.left, value === undefined ? this.#evaluate(pattern.right, scope) : value, scope);
    else if (pattern.type === "ArrayPattern" && isList(value)) {
      for (const [index, element] of pattern.elements.entries()) if (element !== null) this.#bind(element, value[index], scope);
    } else if (pattern.type === "ObjectPattern" && value instanceof ObjectValue) {
      const others = new Map(value.entries);
      for (const property of pattern.properties) {
        if (property.type === "RestElement") {
          this.#bind(property.argument, new ObjectValue(others), scope);
          continue;
        }
        const key = String(this.#key(property.key, property.computed, scope));
        this.#bind(property.value, value.entries.get(key), scope);
        others.delete(key);
      }
    } else throw new Unknowable();
  }

  /** Adds the names of a declaration to a scope. Names whose values are not known stay unknown. */
  declare(pattern: Pattern, value: Value, scope: Map<string, Value>): void {
    try {
      this.#bind(pattern, value, scope);
    } catch (error) {
      if (!(error instanceof Unknowable)) throw error;
    }
  }
}

const quasi = { type: "TemplateElement", tail: false, value: { cooked: "", raw: "" } } as const;

function isStringRaw(tag: Expression): boolean {
  if (tag.type !== "MemberExpression" || tag.computed) return false;
  const { object, property } = tag;
  return object.type === "Identifier" && object.name === "String" && property.type === "Identifier" && property.name === "raw";
}
