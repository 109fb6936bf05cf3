import type { AnyNode } from "acorn";
import { childrenOf, nameOf } from "./code-nodes.ts";
import { type Binding, isFunction, lookUp, loopOf, type Scope, scopeOf, scopeOfCall, visitScopes } from "./name-scopes.ts";

/** An expression, with the names that are declared around it. */
export interface Placed {
  readonly node: AnyNode;
  readonly scope: Scope;
}

const maxDepth = 20; // of names for names, and of calls

/**
 * Finds the tables that expressions make, and those that lists contain: through constants, functions, `map` and `push`. Undefined for
 * expressions that only running the code would compute.
 */
export class ListElements {
  #steps = 2000; // functions that call each other take exponentially many

  /** Returns the tables that an expression may be. */
  tablesOf({ node, scope }: Placed, depth = 0): readonly Placed[] | undefined {
    if (depth > maxDepth || this.#steps-- <= 0) return undefined;
    const inner = unwrapped(node);
    if (inner !== undefined) return this.tablesOf({ node: inner, scope }, depth + 1);
    if (node.type === "ObjectExpression") return [{ node, scope }];
    if (node.type === "ConditionalExpression")
      return joined([node.consequent, node.alternate].map((each) => this.tablesOf({ node: each, scope }, depth + 1)));
    if (node.type === "CallExpression") return joined(this.#results({ node, scope })?.map((each) => this.tablesOf(each, depth + 1)));
    const binding = node.type === "Identifier" ? lookUp(node.name, scope) : undefined;
    if (binding === undefined || binding.names.length > 0) return undefined;
    if (binding.list !== undefined) return this.elementsOf({ node: binding.list, scope: binding.scope }, depth + 1);
    return binding.node && this.tablesOf({ node: binding.node, scope: binding.scope }, depth + 1);
  }

  /** Returns the tables that are the elements of a list. */
  elementsOf({ node, scope }: Placed, depth = 0): readonly Placed[] | undefined {
    if (depth > maxDepth || this.#steps-- <= 0) return undefined;
    const list = (each: AnyNode) => this.elementsOf({ node: each, scope }, depth + 1);
    const inner = unwrapped(node);
    if (inner !== undefined) return list(inner);
    if (node.type === "ArrayExpression")
      return joined(
        node.elements
          .filter((each) => each !== null)
          .map((each) => (each.type === "SpreadElement" ? list(each.argument) : this.tablesOf({ node: each, scope }, depth + 1))),
      );
    const binding = node.type === "Identifier" ? lookUp(node.name, scope) : undefined;
    if (binding?.node !== undefined && binding.names.length === 0) return this.#elementsOfName(node, binding as Known, depth);
    if (node.type !== "CallExpression") return undefined;
    const loop = loopOf(node);
    const [first] = node.arguments;
    const name = nameOf(node.callee) ?? "";
    if (loop !== undefined && name !== "forEach") {
      const made = this.#mapped({ node: loop.action, scope }, loop.list);
      return joined(made?.map((each) => (name === "map" ? this.tablesOf(each, depth + 1) : this.elementsOf(each, depth + 1))));
    }
    if (name === "all" && first !== undefined) return list(first); // Promise.all()
    if (node.callee.type === "MemberExpression") return keepsElements.test(name) ? list(node.callee.object) : undefined;
    return joined(this.#results({ node, scope })?.map((each) => this.elementsOf(each, depth + 1)));
  }

  /** Returns the expression that a call of a function of the site returns, with the arguments; undefined if there is more than one. */
  resultOf(call: Placed): Placed | undefined {
    const [result, ...others] = this.#steps-- > 0 ? (this.#results(call) ?? []) : [];
    return others.length === 0 ? result : undefined;
  }

  // `const items = []`, and `items.push({…})` later
  #elementsOfName(name: AnyNode, binding: Known, depth: number): readonly Placed[] | undefined {
    const { node, scope } = binding;
    const first = this.elementsOf({ node, scope }, depth + 1);
    if (scope.node === undefined || scope.outer === undefined || node.type !== "ArrayExpression") return first;
    const pushed: (readonly Placed[] | undefined)[] = [];
    visitScopes(scope.node, scope.outer, (each, around) => {
      if (each.type !== "CallExpression" || each.callee.type !== "MemberExpression" || nameOf(each.callee) !== "push") return;
      const { object } = each.callee;
      if (object.type !== "Identifier" || object.name !== nameOf(name) || lookUp(object.name, around)?.node !== node) return;
      for (const argument of each.arguments)
        pushed.push(
          argument.type === "SpreadElement"
            ? this.elementsOf({ node: argument.argument, scope: around }, depth + 1)
            : this.tablesOf({ node: argument, scope: around }, depth + 1),
        );
    });
    return joined([first, ...pushed]);
  }

  #mapped({ node, scope }: Placed, list: AnyNode): readonly Placed[] | undefined {
    if (isFunction(node)) return returned(node, scopeOf(node, scope, list));
    const action = node.type === "Identifier" ? functionNamed(node.name, scope) : undefined;
    return action && returned(action.node, scopeOf(action.node, action.scope));
  }

  #results({ node, scope }: Placed): readonly Placed[] | undefined {
    if (node.type !== "CallExpression" || node.callee.type !== "Identifier") return undefined;
    const action = functionNamed(node.callee.name, scope);
    return action && returned(action.node, scopeOfCall(action.node, action.scope, node.arguments, scope));
  }
}

type Known = Binding & { readonly node: AnyNode };

const keepsElements = /^(?:filter|sort|slice|reverse|toSorted|toReversed|concat)$/;

function functionNamed(name: string, scope: Scope): Placed | undefined {
  const binding = lookUp(name, scope);
  return binding?.node !== undefined && isFunction(binding.node) ? { node: binding.node, scope: binding.scope } : undefined;
}

// The expressions that a function returns. @param scope the scope in it
function returned(action: AnyNode, scope: Scope): readonly Placed[] | undefined {
  const body = "body" in action ? (action.body as AnyNode) : undefined;
  if (body === undefined) return undefined;
  if (body.type !== "BlockStatement") return [{ node: body, scope }];
  const found: Placed[] = [];
  const search = (node: AnyNode, around: Scope): void => {
    if (isFunction(node)) return;
    const inner = scopeOf(node, around);
    if (node.type === "ReturnStatement" && node.argument) found.push({ node: node.argument, scope: inner });
    for (const child of childrenOf(node)) search(child, inner);
  };
  search(body, scope);
  return found.length === 0 ? undefined : found;
}

function unwrapped(node: AnyNode): AnyNode | undefined {
  if (node.type === "AwaitExpression") return node.argument;
  if (node.type === "ParenthesizedExpression" || node.type === "ChainExpression") return node.expression;
  return /^TS/.test(node.type) && "expression" in node ? (node.expression as AnyNode) : undefined;
}

function joined(lists: readonly (readonly Placed[] | undefined)[] | undefined): readonly Placed[] | undefined {
  return lists?.every((list) => list !== undefined) ? lists.flat() : undefined;
}
