import type { AnyNode } from "acorn";
import { isTable } from "../../base/table-values.ts";
import { memberOf, nameOf } from "./code-nodes.ts";
import { conditionTruth, type Scope } from "./scope.ts";

/** Computes the value of an expression; undefined if only running it would give it. */
export type Evaluate = (node: AnyNode | null | undefined, scope: Scope) => unknown;

const maxChanges = 200; // each copies a list or a table
const maxLength = 65_536; // items

/**
 * The constants that statements declare, with the changes that later statements make to them in a build of the whole site:
 * `if (isProduction) config.exclude.push("drafts")`. A value is computed when it is needed.
 */
export class Declarations {
  /** Looks up a name here, then around. */
  readonly scope: Scope;
  readonly #declared = new Map<string, () => unknown>();
  readonly #values = new Map<string, unknown>();
  readonly #evaluate: Evaluate;
  #changes = 0;

  constructor(outer: Scope, evaluate: Evaluate) {
    this.#evaluate = evaluate;
    const scope = (name: string): unknown => {
      if (!this.#values.has(name)) {
        this.#values.set(name, undefined); // a constant that refers to itself has no value
        const own = this.#declared.get(name);
        this.#values.set(name, own === undefined ? outer(name) : own());
      }
      return this.#values.get(name);
    };
    this.scope = Object.assign(scope, { assumed: outer.assumed });
  }

  /** The names that are declared here. */
  get names(): string[] {
    return [...this.#declared.keys()];
  }

  /** Declares a name. */
  declare(name: string, value: () => unknown): void {
    this.#values.clear(); // values may depend on it
    this.#declared.set(name, value);
  }

  /** Declares the names of a pattern: `site`, or those in `{ site, url: address, title = "Lab", author: { name } }`. */
  bind(pattern: AnyNode, value: () => unknown): void {
    if (pattern.type === "Identifier") this.declare(pattern.name, value);
    if (pattern.type === "AssignmentPattern") this.bind(pattern.left, () => value() ?? this.#evaluate(pattern.right, this.scope));
    if (pattern.type !== "ObjectPattern") return;
    let table: { readonly value: unknown } | undefined; // computed once for all names
    const member = (name: string | undefined) => {
      table ??= { value: value() };
      return memberOf(table.value, name);
    };
    for (const property of pattern.properties)
      if (property.type === "Property" && !property.computed) this.bind(property.value, () => member(nameOf(property.key)));
  }

  /** Reads statements in their order. Returns the node that they return, if they do. */
  read(statements: readonly AnyNode[]): ReturnedNode | undefined {
    for (const statement of statements)
      if (statement.type === "FunctionDeclaration" && statement.id)
        this.declare(statement.id.name, () => this.#evaluate(statement, this.scope));
    for (const statement of statements) {
      const returned = this.#readOne(statement);
      if (returned !== undefined) return returned;
    }
    return undefined;
  }

  #readOne(statement: AnyNode): ReturnedNode | undefined {
    switch (statement.type) {
      case "VariableDeclaration":
        for (const { id, init } of statement.declarations) this.bind(id, () => this.#evaluate(init, this.scope));
        return undefined;
      case "ExpressionStatement":
        this.#change(statement.expression);
        return undefined;
      case "BlockStatement":
        return this.read(statement.body);
      case "IfStatement":
        return this.#readBranch(statement);
      case "ReturnStatement":
        return { node: statement.argument };
    }
    return undefined;
  }

  #readBranch({ alternate, consequent, test }: Extract<AnyNode, { type: "IfStatement" }>): ReturnedNode | undefined {
    const truth = conditionTruth(this.#evaluate(test, this.scope), this.scope);
    if (truth === undefined) return undefined;
    const branch = truth ? consequent : alternate;
    return branch ? this.#readOne(branch) : undefined;
  }

  // `a = […]`, `a.b = […]`, `a.b.push(c)`, `isProduction && a.push(c)`
  #change(expression: AnyNode): void {
    if (expression.type === "LogicalExpression") {
      const truth = conditionTruth(this.#evaluate(expression.left, this.scope), this.scope);
      if (truth === (expression.operator === "&&")) this.#change(expression.right);
    } else if (expression.type === "AssignmentExpression" && expression.operator === "=") {
      const { left, right } = expression;
      this.#replace(left, (scope) => this.#evaluate(right, scope));
    } else if (expression.type === "CallExpression" && expression.callee.type === "MemberExpression") {
      const { arguments: added, callee } = expression;
      if (!/^(?:push|unshift)$/.test(nameOf(callee) ?? "")) return;
      const list = { type: "ArrayExpression", elements: added } as unknown as AnyNode;
      const isAtEnd = nameOf(callee) === "push";
      this.#replace(callee.object, (scope, before) => {
        const [first, second] = [listOf(before), listOf(this.#evaluate(list, scope))];
        return (isAtEnd ? [...first, ...second] : [...second, ...first]).slice(0, maxLength);
      });
    }
  }

  #replace(target: AnyNode, next: (scope: Scope, before: unknown) => unknown): void {
    const [root = "", ...keys] = keysOf(target) ?? [];
    const before = this.#declared.get(root);
    if (before === undefined || this.#changes++ >= maxChanges) return;
    const old = once(before);
    const { scope } = this;
    const around = Object.assign((name: string) => (name === root ? old() : scope(name)), { assumed: scope.assumed });
    this.declare(
      root,
      once(() => withMember(old(), keys, (value) => next(around, value))),
    );
  }
}

/** The argument of `return`. */
export interface ReturnedNode {
  readonly node: AnyNode | null | undefined;
}

function once(compute: () => unknown): () => unknown {
  let made: { readonly value: unknown } | undefined;
  return () => {
    made ??= { value: compute() };
    return made.value;
  };
}

function keysOf(node: AnyNode): string[] | undefined {
  if (node.type === "Identifier") return [node.name];
  if (node.type !== "MemberExpression") return undefined;
  const name = node.computed && node.property.type !== "Literal" ? undefined : nameOf(node.property);
  const before = keysOf(node.object);
  return name === undefined || before === undefined ? undefined : [...before, name];
}

function withMember(value: unknown, [key, ...keys]: readonly string[], next: (before: unknown) => unknown): unknown {
  if (key === undefined) return next(value);
  return isTable(value) ? { ...value, [key]: withMember(memberOf(value, key), keys, next) } : value;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
