import type { AnyNode, CallExpression, NewExpression } from "acorn";
import { childrenOf } from "./code-nodes.ts";
import { constantValue } from "./constant-value.ts";
import { Declarations } from "./declarations.ts";
import { conditionTruth, type Scope } from "./scope.ts";

/** A call, also of a constructor, and the names around it. */
export interface LiveCall {
  readonly node: CallExpression | NewExpression;
  readonly scope: Scope;
}

/** Returns the calls in a module, without those in branches that a build of the whole site does not run. */
export function liveCalls(root: AnyNode, scope: Scope): LiveCall[] {
  const found: LiveCall[] = [];
  const visit = (node: AnyNode, around: Scope): void => {
    if (node.type === "CallExpression" || node.type === "NewExpression") found.push({ node, scope: around });
    const inner = node.type === "BlockStatement" ? scopeOf(node.body, around) : around;
    for (const child of liveChildren(node, inner)) visit(child, inner);
  };
  try {
    visit(root, scope);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // nested too deeply
  }
  return found;
}

function scopeOf(statements: readonly AnyNode[], around: Scope): Scope {
  const declarations = new Declarations(around, constantValue);
  declarations.read(statements);
  return declarations.scope;
}

function liveChildren(node: AnyNode, scope: Scope): AnyNode[] {
  const truth = (test: AnyNode) => conditionTruth(constantValue(test, scope), scope);
  if (node.type === "IfStatement" || node.type === "ConditionalExpression") {
    const isTrue = truth(node.test);
    return childrenOf(node).filter((child) => (isTrue === false ? child !== node.consequent : isTrue !== true || child !== node.alternate));
  }
  if (node.type !== "LogicalExpression" || node.operator === "??") return childrenOf(node);
  return truth(node.left) === (node.operator === "||") ? [node.left] : childrenOf(node);
}
