import type { AnyNode } from "acorn";
import { childrenOf, nameOf } from "./code-nodes.ts";

/** The value of a name: that of an expression, or a member of it. A parameter has no expression. */
export interface Binding {
  readonly node: AnyNode | undefined;
  readonly names: readonly string[];
  readonly scope: Scope;
  /** The list whose elements the name has one after the other: that of `list.map((name) => …)`, or of a loop. */
  readonly list?: AnyNode;
}

/** The names that a function or a block declares. */
export interface Scope {
  readonly own: Map<string, Binding>;
  readonly outer: Scope | undefined;
  /** The function or block. */
  readonly node: AnyNode | undefined;
}

/** The scope outside of all code. */
export const emptyScope: Scope = { own: new Map(), outer: undefined, node: undefined };

/** Visits a node and all nodes in it, outer ones first, each with the names that are declared around it. */
export function visitScopes(root: AnyNode, outer: Scope, visit: (node: AnyNode, scope: Scope) => void): void {
  const lists = new Map<AnyNode, AnyNode>();
  const visitIn = (node: AnyNode, around: Scope): void => {
    const scope = scopeOf(node, around, lists.get(node));
    visit(node, scope);
    const loop = loopOf(node);
    if (loop !== undefined) lists.set(loop.action, loop.list);
    for (const child of childrenOf(node)) visitIn(child, scope);
  };
  visitIn(root, outer);
}

/** Returns the scope in a node, which is that around it if it declares nothing. @param list the list whose elements are its parameter */
export function scopeOf(node: AnyNode, outer: Scope, list?: AnyNode): Scope {
  const scope: Scope = { own: new Map(), outer, node };
  if ("params" in node && Array.isArray(node.params))
    for (const [index, each] of node.params.entries()) bind(each, { list: index === 0 ? list : undefined }, [], scope);
  if (node.type === "BlockStatement" || node.type === "Program") for (const each of node.body) declare(each, scope);
  if (node.type === "ForOfStatement") declare(node.left, scope, node.right);
  if (node.type === "ForInStatement") declare(node.left, scope);
  return scope.own.size === 0 ? outer : scope;
}

/** Returns the scope in a function whose parameters have the values of arguments. */
export function scopeOfCall(action: AnyNode, outer: Scope, given: readonly AnyNode[], around: Scope): Scope {
  const scope: Scope = { own: new Map(), outer, node: action };
  const parameters = "params" in action && Array.isArray(action.params) ? action.params : [];
  for (const [index, each] of parameters.entries()) {
    bind(each, {}, [], scope);
    const value = given[index];
    if (each.type === "Identifier" && value !== undefined) scope.own.set(each.name, { node: value, names: [], scope: around });
  }
  return scope;
}

/** Returns the binding of a name, be it declared here or around. */
export function lookUp(name: string, scope: Scope | undefined): Binding | undefined {
  return scope === undefined ? undefined : (scope.own.get(name) ?? lookUp(name, scope.outer));
}

/** Returns the list that a call goes through, and the function or its name: `posts.map((post) => …)`. */
export function loopOf(node: AnyNode): { readonly list: AnyNode; readonly action: AnyNode } | undefined {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const [action] = node.arguments;
  const isLoop = /^(?:map|flatMap|forEach)$/.test(nameOf(node.callee) ?? "");
  return isLoop && action !== undefined ? { list: node.callee.object, action } : undefined;
}

/** Returns whether a node is a function. */
export function isFunction(node: AnyNode): boolean {
  return /^(?:ArrowFunctionExpression|FunctionExpression|FunctionDeclaration)$/.test(node.type);
}

function declare(node: AnyNode, scope: Scope, list?: AnyNode): void {
  if (/^Export(?:Named|Default)Declaration$/.test(node.type) && "declaration" in node && node.declaration)
    declare(node.declaration as AnyNode, scope);
  if (node.type === "FunctionDeclaration" && node.id) scope.own.set(node.id.name, { node, names: [], scope });
  if (node.type === "VariableDeclaration")
    for (const { id, init } of node.declarations) bind(id, { node: init ?? undefined, list }, [], scope);
}

interface Given {
  readonly node?: AnyNode | undefined;
  readonly list?: AnyNode | undefined;
}

function bind(pattern: AnyNode, given: Given, names: readonly string[], scope: Scope): void {
  const { list, node } = given;
  if (pattern.type === "Identifier") scope.own.set(pattern.name, { node, names, scope, ...(list !== undefined && { list }) });
  if (pattern.type === "AssignmentPattern") bind(pattern.left, given, names, scope);
  if (pattern.type === "ArrayPattern")
    for (const [index, element] of pattern.elements.entries()) if (element) bind(element, given, [...names, String(index)], scope);
  if (pattern.type !== "ObjectPattern") return;
  for (const property of pattern.properties)
    if (property.type === "Property") bind(property.value, given, [...names, (!property.computed && nameOf(property.key)) || "?"], scope);
}
