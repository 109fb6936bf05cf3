import type { AnyNode, CallExpression, Program } from "acorn";
import { nameOf, visitNodes } from "../constants/code-nodes.ts";

const keepsCount = /^(?:map|sort|toSorted|reverse|toReversed)$/;
const maxDepth = 30; // of calls and names

/**
 * Returns the number of items to which code cuts a list: 20 of `posts.slice(0, 20).map(…)`, also if `posts` is a constant with such a
 * value. Undefined if the list has all items, or if only running the code would give the number.
 * @param list the expression of the list
 * @param constant returns the value of a constant
 */
export function listLimit(program: Program, list: AnyNode, constant: (name: string) => unknown): number | undefined {
  const values = constantsIn(program);
  const search = (node: AnyNode | undefined, depth: number): number | undefined => {
    if (node === undefined || depth > maxDepth) return undefined;
    if (node.type === "CallExpression" && nameOf(node.callee) === "slice") return countOfSlice(node, constant);
    return search(node.type === "Identifier" ? values.get(node.name) : sameLength(node), depth + 1);
  };
  return search(list, 0);
}

// Names with several values have none.
function constantsIn(program: Program): ReadonlyMap<string, AnyNode | undefined> {
  const values = new Map<string, AnyNode | undefined>();
  const add = (name: AnyNode, value: AnyNode | null | undefined) => {
    if (name.type === "Identifier") values.set(name.name, values.has(name.name) ? undefined : (value ?? undefined));
  };
  visitNodes(program, (node) => {
    if (node.type === "VariableDeclarator") add(node.id, node.init);
    if (node.type === "AssignmentExpression") add(node.left, undefined);
  });
  return values;
}

// The list in an expression whose value has as many items: `[...posts]`, `await posts`, `posts.map(…)`.
function sameLength(node: AnyNode): AnyNode | undefined {
  if (node.type === "AwaitExpression") return node.argument;
  if (node.type === "ParenthesizedExpression") return node.expression;
  if (/^TS/.test(node.type) && "expression" in node) return node.expression as AnyNode;
  if (node.type === "ArrayExpression") {
    const [only, ...others] = node.elements;
    return only?.type === "SpreadElement" && others.length === 0 ? only.argument : undefined;
  }
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return undefined;
  const { object } = node.callee;
  const method = nameOf(node.callee) ?? "";
  if (method === "all" && nameOf(object) === "Promise") return node.arguments[0];
  return keepsCount.test(method) ? object : undefined;
}

// `slice(0, 20)`, `slice(-20)`
function countOfSlice({ arguments: [start, end] }: CallExpression, constant: (name: string) => unknown): number | undefined {
  const isFromStart = start?.type === "Literal" && start.value === 0;
  const isFromEnd = end === undefined && start?.type === "UnaryExpression" && start.operator === "-";
  const count = isFromStart ? end : isFromEnd ? start.argument : undefined;
  const value = count?.type === "Literal" ? count.value : count?.type === "Identifier" ? constant(count.name) : undefined;
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : undefined;
}
