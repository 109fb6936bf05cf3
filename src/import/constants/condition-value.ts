import type { AnyNode } from "acorn";
import { nameOf, pathOf } from "./code-nodes.ts";
import {
  binary,
  callMethod,
  concatenated,
  dateFrom,
  Instant,
  memberOf,
  safeExpression,
  truthOf,
  unary,
  unknownValue,
} from "./condition-operators.ts";

/** The values of a condition. */
export interface ConditionScope {
  /** Returns the declaration of a name around the condition: the value of a constant, or a function. */
  declared(name: string): AnyNode | undefined;
  /** The values of the environment by name, such as `PROD`. */
  readonly environment: Readonly<Record<string, unknown>>;
}

const maxDepth = 40; // of expressions and functions
const maxSteps = 10_000; // both branches of an unknown condition are computed

/** Computes the value of a function for its arguments, without running it: `unknownValue` if that needs more than comparisons of values. */
export function conditionValue(node: AnyNode, given: readonly unknown[], scope: ConditionScope): unknown {
  return new Evaluation(scope).call(node, given, 0);
}

type Names = ReadonlyMap<string, unknown>;

class Evaluation {
  readonly #scope: ConditionScope;
  #steps = 0;

  constructor(scope: ConditionScope) {
    this.#scope = scope;
  }

  call(node: AnyNode, given: readonly unknown[], depth: number): unknown {
    if (depth > maxDepth || !("params" in node) || !("body" in node)) return unknownValue;
    const names = new Map<string, unknown>();
    for (const [index, parameter] of node.params.entries()) this.#bind(parameter as AnyNode, given[index], names, depth);
    const body = node.body as AnyNode;
    return body.type === "BlockStatement" ? this.#run(body.body, names, depth) : this.#value(body, names, depth);
  }

  #bind(pattern: AnyNode, value: unknown, names: Map<string, unknown>, depth: number): void {
    if (pattern.type === "Identifier") names.set(pattern.name, value);
    if (pattern.type === "AssignmentPattern")
      this.#bind(pattern.left, value === undefined ? this.#value(pattern.right, names, depth + 1) : value, names, depth);
    if (pattern.type !== "ObjectPattern") return;
    for (const property of pattern.properties)
      if (property.type === "Property" && !property.computed)
        this.#bind(property.value, memberOf(value, nameOf(property.key)), names, depth);
  }

  // The value that statements return; undefined if they end without one.
  #run(statements: readonly AnyNode[], names: Map<string, unknown>, depth: number): unknown {
    if (depth > maxDepth || this.#steps++ > maxSteps) return unknownValue;
    for (const [index, statement] of statements.entries()) {
      if (statement.type === "ReturnStatement") return statement.argument ? this.#value(statement.argument, names, depth + 1) : undefined;
      if (statement.type === "VariableDeclaration")
        for (const { id, init } of statement.declarations)
          this.#bind(id, init ? this.#value(init, names, depth + 1) : undefined, names, depth);
      else if (statement.type === "IfStatement") return this.#runIf(statement, statements.slice(index + 1), names, depth);
      else if (statement.type === "SwitchStatement") return this.#runSwitch(statement, statements.slice(index + 1), names, depth);
      else if (statement.type === "BlockStatement") return this.#run([...statement.body, ...statements.slice(index + 1)], names, depth + 1);
      else if (!this.#runSimple(statement, names, depth)) return unknownValue;
    }
    return undefined;
  }

  // Returns false for a loop and the like. A call has no effect on the values.
  #runSimple(statement: AnyNode, names: Map<string, unknown>, depth: number): boolean {
    if (statement.type !== "ExpressionStatement") return /^(?:FunctionDeclaration|EmptyStatement)$/.test(statement.type);
    const { expression } = statement;
    if (expression.type === "AssignmentExpression" && expression.left.type === "Identifier")
      names.set(expression.left.name, expression.operator === "=" ? this.#value(expression.right, names, depth + 1) : unknownValue);
    return true;
  }

  #runIf(
    { alternate, consequent, test }: Extract<AnyNode, { type: "IfStatement" }>,
    rest: readonly AnyNode[],
    names: Map<string, unknown>,
    depth: number,
  ): unknown {
    const branch = (node: AnyNode | null | undefined) => {
      const own = node?.type === "BlockStatement" ? node.body : node ? [node] : [];
      return this.#run([...own, ...rest], new Map(names), depth + 1);
    };
    return this.#choose(
      this.#value(test, names, depth + 1),
      () => branch(consequent),
      () => branch(alternate),
    );
  }

  // As `if (a === b) … else if …`, from the first case that is equal up to `break`.
  #runSwitch(
    { cases, discriminant }: Extract<AnyNode, { type: "SwitchStatement" }>,
    rest: readonly AnyNode[],
    names: Map<string, unknown>,
    depth: number,
  ): unknown {
    const value = this.#value(discriminant, names, depth + 1);
    const from = (index: number) => {
      const own = cases
        .slice(index)
        .flatMap(({ consequent }) => consequent.flatMap((each) => (each.type === "BlockStatement" ? each.body : [each])));
      const end = own.findIndex(({ type }) => type === "BreakStatement");
      return this.#run([...own.slice(0, end < 0 ? own.length : end), ...rest], new Map(names), depth + 1);
    };
    const choose = (index: number): unknown => {
      const test = cases[index]?.test;
      if (index >= cases.length) {
        const other = cases.findIndex((each) => !each.test);
        return other < 0 ? this.#run(rest, names, depth + 1) : from(other);
      }
      if (!test) return choose(index + 1);
      return this.#choose(
        binary("===", value, this.#value(test, names, depth + 1)),
        () => from(index),
        () => choose(index + 1),
      );
    };
    return choose(0);
  }

  #choose(test: unknown, whole: () => unknown, other: () => unknown): unknown {
    const truth = truthOf(test);
    if (truth !== unknownValue) return truth ? whole() : other();
    const [first, second] = [whole(), other()];
    return first === second ? first : unknownValue;
  }

  #value(node: AnyNode, names: Names, depth: number): unknown {
    if (depth > maxDepth || this.#steps++ > maxSteps) return unknownValue;
    const value = (inner: AnyNode) => this.#value(inner, names, depth + 1);
    switch (node.type) {
      case "Literal":
        return "regex" in node ? (safeExpression(node.regex.pattern, node.regex.flags) ?? unknownValue) : node.value;
      case "TemplateLiteral":
        return concatenated(
          node.quasis.flatMap((part, index) => [part.value.cooked, ...node.expressions.slice(index, index + 1).map(value)]),
        );
      case "Identifier":
        return this.#named(node.name, names, depth);
      case "MemberExpression":
        return this.#member(node, names, depth);
      case "ArrayExpression":
        return node.elements.map((each) => (each === null || each.type === "SpreadElement" ? unknownValue : value(each)));
      case "ObjectExpression":
        return this.#table(node, names, depth);
      case "UnaryExpression":
        return unary(node.operator, value(node.argument));
      case "LogicalExpression":
        return this.#logical(node, names, depth);
      case "ConditionalExpression":
        return this.#choose(
          value(node.test),
          () => value(node.consequent),
          () => value(node.alternate),
        );
      case "BinaryExpression":
        return node.left.type === "PrivateIdentifier" ? unknownValue : binary(node.operator, value(node.left), value(node.right));
      case "NewExpression":
        return nameOf(node.callee as AnyNode) === "Date" ? dateFrom(node.arguments.map(value)) : unknownValue;
      case "CallExpression":
        return this.#called(node, names, depth);
      case "ChainExpression":
      case "ParenthesizedExpression":
        return value(node.expression);
    }
    return /^TS/.test((node as AnyNode).type) && "expression" in (node as AnyNode)
      ? value((node as unknown as { readonly expression: AnyNode }).expression)
      : unknownValue;
  }

  #named(name: string, names: Names, depth: number): unknown {
    if (names.has(name)) return names.get(name);
    if (name === "undefined") return undefined;
    const declared = this.#scope.declared(name);
    return declared === undefined || "params" in declared ? unknownValue : this.#value(declared, new Map(), depth + 1);
  }

  #member(node: Extract<AnyNode, { type: "MemberExpression" }>, names: Names, depth: number): unknown {
    const [, name = ""] = /^(?:meta|process)\.env\.(\w+)$/.exec(pathOf(node) ?? "") ?? [];
    if (Object.hasOwn(this.#scope.environment, name)) return this.#scope.environment[name];
    const object = this.#value(node.object, names, depth + 1);
    const key = node.computed ? this.#value(node.property as AnyNode, names, depth + 1) : nameOf(node.property as AnyNode);
    return typeof key === "string" || typeof key === "number" ? memberOf(object, key) : unknownValue;
  }

  #table({ properties }: Extract<AnyNode, { type: "ObjectExpression" }>, names: Names, depth: number): unknown {
    const entries = properties.flatMap((each): [string, unknown][] => {
      const key = each.type === "Property" && !each.computed ? nameOf(each.key) : undefined;
      return each.type === "Property" && key !== undefined ? [[key, this.#value(each.value, names, depth + 1)]] : [];
    });
    return entries.length === properties.length ? Object.fromEntries(entries) : unknownValue;
  }

  #logical({ left, operator, right }: Extract<AnyNode, { type: "LogicalExpression" }>, names: Names, depth: number): unknown {
    const first = this.#value(left, names, depth + 1);
    const second = () => this.#value(right, names, depth + 1);
    if (operator === "??") return first === unknownValue ? unknownValue : (first ?? second());
    const decides = operator === "||"; // the truth that needs no second value
    const truth = truthOf(first);
    if (truth !== unknownValue) return truth === decides ? first : second();
    return truthOf(second()) === decides ? decides : unknownValue;
  }

  #called(node: Extract<AnyNode, { type: "CallExpression" }>, names: Names, depth: number): unknown {
    const given = node.arguments.map((each) => this.#value(each, names, depth + 1));
    const { callee } = node;
    if (callee.type === "MemberExpression") {
      if (nameOf(callee) === "now" && pathOf(callee.object) === "Date") return new Instant("now");
      return callMethod(nameOf(callee) ?? "", this.#value(callee.object, names, depth + 1), given);
    }
    if (callee.type !== "Identifier") return unknownValue;
    if (callee.name === "Boolean") return truthOf(given[0]);
    if (callee.name === "String" || callee.name === "Number") return given[0];
    const declared = this.#scope.declared(callee.name);
    return declared === undefined ? unknownValue : this.call(declared, given, depth + 1);
  }
}
