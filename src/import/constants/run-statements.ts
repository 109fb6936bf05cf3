import type { AnyNode } from "acorn";
import { bindPattern } from "./bind-pattern.ts";
import { truthOf, unknownValue } from "./condition-operators.ts";
import type { Evaluator } from "./evaluator.ts";
import { LocalNames } from "./local-names.ts";

/** The end of statements; undefined if the next ones follow. */
export type Completion =
  | { readonly kind: "return"; readonly value: unknown }
  | { readonly kind: "break" | "continue" | "throw" }
  | undefined;

/** Returns the result of a function whose statements end in a way. */
export function resultOf(completion: Completion): unknown {
  return completion === undefined ? undefined : completion.kind === "return" ? completion.value : unknownValue;
}

const unknownEnd: Completion = { kind: "return", value: unknownValue };

/** Runs the statements of a function or a block. */
export function runStatements(statements: readonly AnyNode[], names: LocalNames, evaluator: Evaluator): Completion {
  for (const statement of statements)
    if (statement.type === "FunctionDeclaration" && statement.id) names.declare(statement.id.name, evaluator.value(statement, names));
  for (const [index, statement] of statements.entries()) {
    const rest = () => runStatements(statements.slice(index + 1), names, evaluator);
    const end = statement.type === "IfStatement" ? runIf(statement, rest, names, evaluator) : runStatement(statement, names, evaluator);
    if (end !== undefined) return end;
  }
  return undefined;
}

type IfStatement = Extract<AnyNode, { type: "IfStatement" }>;

function runIf(statement: IfStatement, rest: () => Completion, names: LocalNames, evaluator: Evaluator): Completion {
  const truth = truthOf(evaluator.value(statement.test, names));
  if (truth === unknownValue) return runBoth(statement, rest, names, evaluator);
  const branch = truth ? statement.consequent : statement.alternate;
  return branch ? runBranch(branch, names, evaluator) : undefined;
}

function runStatement(statement: AnyNode, names: LocalNames, evaluator: Evaluator): Completion {
  switch (statement.type) {
    case "ReturnStatement":
      return { kind: "return", value: statement.argument ? evaluator.value(statement.argument, names) : undefined };
    case "VariableDeclaration":
      for (const { id, init } of statement.declarations) bindPattern(id, init ? evaluator.value(init, names) : undefined, names, evaluator);
      return undefined;
    case "ExpressionStatement":
      evaluator.value(statement.expression, names);
      return undefined;
    case "ThrowStatement":
      return { kind: "throw" };
    case "TryStatement":
      return statement.finalizer ? evaluator.stop() : runBranch(statement.block, names, evaluator);
    case "BlockStatement":
      return runBranch(statement, names, evaluator);
    case "ForOfStatement":
      return runLoop(statement, names, evaluator);
    case "SwitchStatement":
      return runSwitch(statement, names, evaluator);
    case "BreakStatement":
    case "ContinueStatement":
      return statement.label ? unknownEnd : { kind: statement.type === "BreakStatement" ? "break" : "continue" };
    case "FunctionDeclaration":
    case "EmptyStatement":
      return undefined;
  }
  if (/^TS/.test((statement as AnyNode).type)) return undefined;
  return names.scope.isStrict ? evaluator.stop() : unknownEnd; // a loop may assign variables
}

function runBranch(node: AnyNode, names: LocalNames, evaluator: Evaluator): Completion {
  return runStatements(node.type === "BlockStatement" ? node.body : [node], new LocalNames(names.scope, evaluator.doubt, names), evaluator);
}

// A branch that ends without a result goes on with the rest. One that throws an error is not run in a build.
function runBoth({ alternate, consequent }: IfStatement, rest: () => Completion, names: LocalNames, evaluator: Evaluator): Completion {
  const branch = (node: AnyNode | null | undefined) => (node ? evaluator.inDoubt(() => runBranch(node, names, evaluator)) : undefined);
  const [first, second] = [branch(consequent), branch(alternate)];
  if (first === undefined && second === undefined) return rest();
  const others = first === undefined || second === undefined ? evaluator.inDoubt(rest) : undefined;
  const [a, b] = [first ?? others, second ?? others];
  if (a?.kind === "throw") return b;
  if (b?.kind === "throw") return a;
  const isSame = a?.kind === b?.kind && (a?.kind !== "return" || (b?.kind === "return" && a.value === b.value));
  return isSame ? a : unknownEnd;
}

function runLoop({ body, left, right }: Extract<AnyNode, { type: "ForOfStatement" }>, names: LocalNames, evaluator: Evaluator): Completion {
  const list = evaluator.value(right, names);
  const pattern = left.type === "VariableDeclaration" ? left.declarations[0]?.id : undefined;
  if (!Array.isArray(list) || pattern === undefined) return evaluator.stop();
  for (const item of list) {
    const own = new LocalNames(names.scope, evaluator.doubt, names);
    bindPattern(pattern, item, own, evaluator);
    const end = runBranch(body, own, evaluator);
    if (end?.kind === "break") return undefined;
    if (end?.kind === "return") return end;
  }
  return undefined;
}

function runSwitch(
  { cases, discriminant }: Extract<AnyNode, { type: "SwitchStatement" }>,
  names: LocalNames,
  evaluator: Evaluator,
): Completion {
  const value = evaluator.value(discriminant, names);
  const tests = cases.map(({ test }) => (test ? evaluator.value(test, names) : undefined));
  if ([value, ...tests].some((each) => each === unknownValue || typeof each === "object")) return evaluator.stop();
  const own = cases.findIndex(({ test }, index) => test && tests[index] === value);
  const start = own < 0 ? cases.findIndex(({ test }) => !test) : own;
  const statements = start < 0 ? [] : cases.slice(start).flatMap(({ consequent }) => consequent);
  const end = runStatements(statements, new LocalNames(names.scope, evaluator.doubt, names), evaluator);
  return end?.kind === "break" ? undefined : end;
}
