import type { AnyNode } from "acorn";
import { childrenOf, nameOf } from "../../constants/code-nodes.ts";

/** A call in code, and what decides whether the code reaches it. */
export interface GuardedCall {
  readonly call: Extract<AnyNode, { type: "CallExpression" }>;
  /** The conditions within the function around it, and the truth that each must have. */
  readonly guards: readonly { readonly test: AnyNode; readonly isTrue: boolean }[];
  /** The list whose items the function, or the loop, receives. */
  readonly list: AnyNode | undefined;
  /** The first parameter of the function, or the variable of the loop. */
  readonly item: AnyNode | undefined;
  /** The constants around the call. */
  readonly constants: readonly AnyNode[];
  /** Makes a function of the same parameters and constants that returns the value of an expression. */
  functionOf(expression: AnyNode): AnyNode;
}

const maxDepth = 400; // of nodes

/** Finds the calls of a function or method in code. */
export function guardedCalls(root: AnyNode, name: string): GuardedCall[] {
  const found: GuardedCall[] = [];
  const path: AnyNode[] = [];
  const visit = (node: AnyNode): void => {
    if (path.length > maxDepth) return;
    if (node.type === "CallExpression" && nameOf(node.callee) === name) found.push(guarded(node, path));
    path.push(node);
    for (const child of childrenOf(node)) visit(child);
    path.pop();
  };
  visit(root);
  return found;
}

function guarded(call: GuardedCall["call"], path: readonly AnyNode[]): GuardedCall {
  const start = path.findLastIndex((node) => isIteration(node));
  const guards: GuardedCall["guards"][number][] = [];
  const constants: AnyNode[] = [];
  for (const [index, node] of path.entries()) {
    const next = path[index + 1] ?? call;
    const before = node.type === "BlockStatement" || node.type === "Program" ? node.body.slice(0, node.body.indexOf(next as never)) : [];
    constants.push(...before.filter((each) => each.type === "VariableDeclaration" && each.kind === "const"));
    if (index >= start) guards.push(...before.flatMap(leaving), ...branch(node, next));
  }
  const iteration = path[start];
  const params = iteration === undefined ? [] : paramsOf(iteration);
  return {
    call,
    guards,
    item: params[0],
    constants,
    list: iteration && listOf(iteration, path[start - 1]),
    functionOf: (argument) => newFunction(params, [...constants, { type: "ReturnStatement", argument } as AnyNode]),
  };
}

function newFunction(params: readonly AnyNode[], body: readonly AnyNode[]): AnyNode {
  return { type: "ArrowFunctionExpression", params, body: { type: "BlockStatement", body } } as unknown as AnyNode;
}

function isIteration(node: AnyNode): boolean {
  return node.type === "ForOfStatement" || ("params" in node && Array.isArray(node.params) && node.params.length > 0);
}

function paramsOf(node: AnyNode): readonly AnyNode[] {
  if (node.type !== "ForOfStatement") return "params" in node ? (node.params as AnyNode[]) : [];
  return node.left.type === "VariableDeclaration" ? node.left.declarations.map(({ id }) => id) : [node.left];
}

// `posts.forEach((post) => …)`, `_.each(posts, (post) => …)`, `for (const post of posts)`
function listOf(node: AnyNode, parent: AnyNode | undefined): AnyNode | undefined {
  if (node.type === "ForOfStatement") return node.right;
  if (parent?.type !== "CallExpression" || parent.callee.type !== "MemberExpression") return undefined;
  const [first] = parent.arguments;
  return first === node ? (parent.callee.object as AnyNode) : first;
}

// `if (node.frontmatter.draft) return`
function leaving(node: AnyNode): GuardedCall["guards"] {
  if (node.type !== "IfStatement" || node.alternate) return [];
  const { consequent, test } = node;
  const last = consequent.type === "BlockStatement" ? consequent.body.at(-1) : consequent;
  return /^(?:Return|Continue|Throw)Statement$/.test(last?.type ?? "") ? [{ test, isTrue: false }] : [];
}

function branch(node: AnyNode, next: AnyNode): GuardedCall["guards"] {
  if (node.type === "IfStatement" || node.type === "ConditionalExpression")
    return next === node.test ? [] : [{ test: node.test, isTrue: next === node.consequent }];
  if (node.type === "LogicalExpression" && next === node.right && node.operator !== "??")
    return [{ test: node.left, isTrue: node.operator === "&&" }];
  return [];
}
