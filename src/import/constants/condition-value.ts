import type { AnyNode } from "acorn";
import { tableOf } from "../../base/table-values.ts";
import { bindPattern, memberIn } from "./bind-pattern.ts";
import type { KeptItem } from "./call-list.ts";
import { type CallEvaluator, callValue, globalMember, isMissing, newValue, skipped } from "./call-value.ts";
import { nameOf, pathOf } from "./code-nodes.ts";
import { binary, isPlainTable, safeExpression, textOf, truthOf, unary, unknownValue } from "./condition-operators.ts";
import { globalFunction } from "./global-functions.ts";
import { type ConditionScope, type Imported, LocalNames } from "./local-names.ts";
import { listLike } from "./partial-list.ts";
import { resultOf, runStatements } from "./run-statements.ts";

export type { ConditionScope } from "./local-names.ts";

const maxDepth = 300; // of expressions and functions
const maxSteps = 20_000; // both branches of an unknown condition are computed

/**
 * Computes the value of a function for its arguments, without running it: an interpreter of functions that only compute values from values.
 * Returns `unknownValue` if that needs more than operators, texts, lists and tables. @param kept an item that filters keep
 */
export function conditionValue(node: AnyNode, given: readonly unknown[], scope: ConditionScope, kept?: KeptItem): unknown {
  const evaluation = new Evaluation(kept);
  return evaluation.finished(() => evaluation.call(node, given, new LocalNames(scope, 0)));
}

/** Computes the value of an expression of a module. @param use receives it; the functions in it compute values only meanwhile */
export function expressionValue(node: AnyNode, scope: ConditionScope, use: (value: unknown) => void): void {
  const evaluation = new Evaluation(undefined);
  evaluation.finished(() => use(evaluation.value(node, new LocalNames(scope, 0))));
}

class EndOfEvaluation extends Error {}

class Evaluation implements CallEvaluator {
  readonly kept: KeptItem | undefined;
  readonly #constants = new Map<AnyNode, unknown>();
  readonly #changed = new Set<string>();
  #steps = 0;
  #depth = 0;
  #doubt = 0;

  constructor(kept: KeptItem | undefined) {
    this.kept = kept;
  }

  finished(compute: () => unknown): unknown {
    try {
      return compute();
    } catch (error) {
      if (error instanceof EndOfEvaluation || error instanceof RangeError) return unknownValue;
      throw error;
    }
  }

  stop(): never {
    throw new EndOfEvaluation();
  }

  get doubt(): number {
    return this.#doubt;
  }

  inDoubt<T>(compute: () => T): T {
    this.#doubt++;
    try {
      return compute();
    } finally {
      this.#doubt--;
    }
  }

  call(node: AnyNode, given: readonly unknown[], around: LocalNames): unknown {
    if (!("params" in node) || !("body" in node) || ("generator" in node && node.generator)) return unknownValue;
    const names = new LocalNames(around.scope, this.#doubt, around);
    for (const [index, parameter] of (node.params as AnyNode[]).entries())
      if (parameter.type === "RestElement") bindPattern(parameter.argument, given.slice(index), names, this);
      else bindPattern(parameter, given[index], names, this);
    const body = node.body as AnyNode;
    if (body.type !== "BlockStatement") return this.value(body, names);
    return resultOf(runStatements(body.body, names, this));
  }

  assign(target: AnyNode, value: unknown, names: LocalNames): void {
    if (target.type !== "Identifier") this.stop();
    const owner = names.owner(target.name);
    if (owner === undefined) this.#changed.add(target.name);
    else owner.declare(target.name, owner.doubt < this.#doubt ? unknownValue : value);
  }

  value(node: AnyNode, names: LocalNames): unknown {
    if (this.#depth >= maxDepth || this.#steps++ > maxSteps) return this.stop();
    this.#depth++;
    try {
      return this.#computed(node, names);
    } finally {
      this.#depth--;
    }
  }

  #computed(node: AnyNode, names: LocalNames): unknown {
    const value = (inner: AnyNode) => this.value(inner, names);
    switch (node.type) {
      case "Literal":
        return "regex" in node ? (safeExpression(node.regex.pattern, node.regex.flags) ?? unknownValue) : node.value;
      case "TemplateLiteral":
        return textOf(
          node.quasis.flatMap((part, index) => [part.value.cooked, ...node.expressions.slice(index, index + 1).map(value)]),
          "",
        );
      case "Identifier":
        return this.#named(node.name, names);
      case "MemberExpression":
        return this.#member(node, names);
      case "ArrayExpression":
        return this.list(node.elements, names);
      case "ObjectExpression":
        return this.#table(node, names);
      case "UnaryExpression":
        return node.operator === "delete" ? this.stop() : unary(node.operator, value(node.argument));
      case "LogicalExpression":
        return this.#logical(node, names);
      case "ConditionalExpression":
        return this.#choose(
          value(node.test),
          () => value(node.consequent),
          () => value(node.alternate),
        );
      case "BinaryExpression":
        return node.left.type === "PrivateIdentifier" ? unknownValue : binary(node.operator, value(node.left), value(node.right));
      case "AssignmentExpression":
        return this.#assigned(node, names);
      case "UpdateExpression":
        this.assign(node.argument, unknownValue, names);
        return unknownValue;
      case "SequenceExpression":
        return node.expressions.map(value).at(-1);
      case "NewExpression":
        return newValue(node, names, this);
      case "CallExpression":
        return callValue(node, names, this);
      case "ArrowFunctionExpression":
      case "FunctionExpression":
      case "FunctionDeclaration":
        return (given: readonly unknown[]) => this.call(node, given, names);
      case "ChainExpression": {
        const result = value(node.expression);
        return result === skipped ? undefined : result;
      }
      case "AwaitExpression":
        return value(node.argument);
      case "ParenthesizedExpression":
        return value(node.expression);
    }
    return /^TS/.test((node as AnyNode).type) && "expression" in (node as AnyNode)
      ? value((node as unknown as { readonly expression: AnyNode }).expression)
      : unknownValue;
  }

  // Both values are computed if the condition is unknown.
  #choose(test: unknown, whole: () => unknown, other: () => unknown): unknown {
    const truth = truthOf(test);
    if (truth !== unknownValue) return truth ? whole() : other();
    const [first, second] = this.inDoubt(() => [whole(), other()]);
    return first === second ? first : unknownValue;
  }

  #named(name: string, names: LocalNames): unknown {
    const owner = names.owner(name);
    if (owner !== undefined) return owner.get(name);
    if (name === "undefined") return undefined;
    return this.declared(name, names);
  }

  declared(name: string, { scope }: LocalNames): unknown {
    if (this.#changed.has(name)) return unknownValue;
    const declared = scope.declared(name);
    const found: Imported | undefined = declared === undefined ? scope.imported?.(name) : { node: declared, scope };
    if (found === undefined) return globalFunction(name, scope.isStrict) ?? unknownValue;
    return "value" in found ? found.value : this.#constant(found.node, found.scope);
  }

  #constant(node: AnyNode, scope: ConditionScope): unknown {
    if (!this.#constants.has(node)) {
      this.#constants.set(node, unknownValue); // a constant that refers to itself has no value
      this.#constants.set(node, this.value(node, new LocalNames(scope, 0)));
    }
    return this.#constants.get(node);
  }

  #member(node: Extract<AnyNode, { type: "MemberExpression" }>, names: LocalNames): unknown {
    const [, name = ""] = /^(?:meta|process)\.env\.(\w+)$/.exec(pathOf(node) ?? "") ?? [];
    if (Object.hasOwn(names.scope.environment, name)) return names.scope.environment[name];
    const known = globalMember(node, names);
    if (known !== undefined) return known;
    const object = this.value(node.object, names);
    if (object === skipped || (node.optional && isMissing(object))) return skipped;
    const key = node.computed ? this.value(node.property as AnyNode, names) : nameOf(node.property as AnyNode);
    return typeof key === "string" || typeof key === "number" ? memberIn(object, key, names) : unknownValue;
  }

  // An unknown list may have any number of items.
  list(elements: readonly (AnyNode | null)[], names: LocalNames): unknown {
    const items: unknown[] = [];
    const spread: unknown[] = [];
    for (const each of elements) {
      const value = each === null ? undefined : this.value(each.type === "SpreadElement" ? each.argument : each, names);
      const added = each?.type === "SpreadElement" ? value : [value];
      if (!Array.isArray(added) && names.scope.isStrict) return unknownValue;
      items.push(...(Array.isArray(added) ? added : [unknownValue]));
      spread.push(added);
    }
    return listLike(items, spread);
  }

  #table({ properties }: Extract<AnyNode, { type: "ObjectExpression" }>, names: LocalNames): unknown {
    const entries: [string, unknown][] = [];
    for (const each of properties) {
      if (each.type === "SpreadElement") {
        const table = this.value(each.argument, names);
        if (table === unknownValue || (typeof table === "object" && table !== null && !isPlainTable(table))) return unknownValue;
        entries.push(...Object.entries(tableOf(table)));
        continue;
      }
      const key = each.computed ? this.value(each.key, names) : nameOf(each.key);
      if (typeof key !== "string" || each.kind !== "init") return unknownValue;
      entries.push([key, this.value(each.value, names)]);
    }
    return Object.fromEntries(entries);
  }

  #logical({ left, operator, right }: Extract<AnyNode, { type: "LogicalExpression" }>, names: LocalNames): unknown {
    const first = this.value(left, names);
    const second = () => this.value(right, names);
    if (operator === "??") return first === unknownValue ? unknownValue : (first ?? second());
    const decides = operator === "||"; // the truth that needs no second value
    const truth = truthOf(first);
    if (truth !== unknownValue) return truth === decides ? first : second();
    return truthOf(this.inDoubt(second)) === decides ? decides : unknownValue;
  }

  #assigned({ left, operator, right }: Extract<AnyNode, { type: "AssignmentExpression" }>, names: LocalNames): unknown {
    const before = operator === "=" ? undefined : this.value(left as AnyNode, names);
    const second = this.value(right, names);
    const value = operator === "=" ? second : /^[-+*/%]=$/.test(operator) ? binary(operator.slice(0, -1), before, second) : unknownValue;
    this.assign(left as AnyNode, value, names);
    return value;
  }
}
