import type { AnyNode } from "acorn";
import { childrenOf, nameOf } from "./code-nodes.ts";

/** A condition, and the truth that it must have. */
interface Guard {
  readonly test: AnyNode;
  readonly isTrue: boolean;
  /** The `switch` that the condition chooses a case of. */
  readonly choice?: AnyNode;
}

/** A call in code, and what decides whether the code reaches it. */
export interface GuardedCall {
  readonly call: Extract<AnyNode, { type: "CallExpression" }>;
  /** The conditions within the function around it, and the truth that each must have. */
  readonly guards: readonly Guard[];
  /** The list whose items the function, or the loop, receives. */
  readonly list: AnyNode | undefined;
  /** The first parameter of the function, or the variable of the loop. */
  readonly item: AnyNode | undefined;
  /** The declarations around the call, and the statements that change them. */
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
  const guards: Guard[] = [];
  const constants: AnyNode[] = [];
  for (const [index, node] of path.entries()) {
    const next = path[index + 1] ?? call;
    const before = node.type === "BlockStatement" || node.type === "Program" ? node.body.slice(0, node.body.indexOf(next as never)) : [];
    constants.push(...before.filter(setsNames));
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
function leaving(node: AnyNode): Guard[] {
  if (node.type !== "IfStatement" || node.alternate) return [];
  const { consequent, test } = node;
  const last = consequent.type === "BlockStatement" ? consequent.body.at(-1) : consequent;
  return isLeaving(last) ? [{ test, isTrue: false }] : [];
}

function isLeaving(node: AnyNode | undefined): boolean {
  return /^(?:Return|Continue|Throw)Statement$/.test(node?.type ?? "");
}

// `let base = ""; if (source === "blog") base = "/journal";`
function setsNames(node: AnyNode): boolean {
  if (node.type === "VariableDeclaration") return true;
  if (node.type === "ExpressionStatement")
    return node.expression.type === "AssignmentExpression" && node.expression.left.type === "Identifier";
  if (node.type === "BlockStatement") return node.body.every(setsNames);
  if (node.type === "SwitchStatement")
    return node.cases.every(({ consequent }) => consequent.every((each) => each.type === "BreakStatement" || setsNames(each)));
  return node.type === "IfStatement" && setsNames(node.consequent) && (!node.alternate || setsNames(node.alternate));
}

function branch(node: AnyNode, next: AnyNode): Guard[] {
  if (node.type === "SwitchStatement") return caseOf(node, next);
  if (node.type === "IfStatement" || node.type === "ConditionalExpression")
    return next === node.test ? [] : [{ test: node.test, isTrue: next === node.consequent }];
  if (node.type === "LogicalExpression" && next === node.right && node.operator !== "??")
    return [{ test: node.left, isTrue: node.operator === "&&" }];
  return [];
}

type Switch = Extract<AnyNode, { type: "SwitchStatement" }>;

// `switch (source) { case "blog": … }`: the condition of a case, and of those before it that go on with it.
function caseOf(node: Switch, next: AnyNode): Guard[] {
  const at = node.cases.indexOf(next as never);
  if (at < 0) return [];
  const start = node.cases.slice(0, at).findLastIndex(({ consequent }) => consequent.length > 0 && endsCase(consequent.at(-1)));
  const reached = node.cases.slice(start + 1, at + 1);
  const isDefault = reached.some(({ test }) => !test);
  const tests = (isDefault ? node.cases.filter((each) => !reached.includes(each)) : reached).map(({ test }) => test);
  const equal = tests.map((right) => ({ ...placeOf(node), type: "BinaryExpression", operator: "===", left: node.discriminant, right }));
  const [first, ...others] = equal as unknown as AnyNode[];
  if (first === undefined) return [];
  const test = others.reduce(
    (left, right) => ({ ...placeOf(node), type: "LogicalExpression", operator: "||", left, right }) as unknown as AnyNode,
    first,
  );
  return [{ test, isTrue: !isDefault, choice: node }];
}

function endsCase(node: AnyNode | undefined): boolean {
  return node?.type === "BlockStatement" ? endsCase(node.body.at(-1)) : node?.type === "BreakStatement" || isLeaving(node);
}

// The code that a report shows: `switch (source)`.
function placeOf({ discriminant, start }: Switch) {
  return { start, end: discriminant.end + 1 };
}
