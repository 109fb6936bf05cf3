import type { AnyNode } from "acorn";
import { nameOf, visitNodes } from "./code-nodes.ts";

/** A call of `filter()`: `posts.filter((post) => !post.hidden)`, `posts.filter(isListed)`. */
interface ListFilter {
  /** The argument, as it is written. */
  readonly argument: AnyNode;
  /** The function, also that of a name. */
  readonly rule: AnyNode & { readonly params: readonly AnyNode[] };
}

/** Finds the calls of `filter()` in code whose function is known. @param declared finds the function of a name */
export function listFilters(root: AnyNode, declared: (name: string) => AnyNode | undefined): ListFilter[] {
  const found: ListFilter[] = [];
  visitNodes(root, (node) => {
    if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || nameOf(node.callee) !== "filter") return;
    const [argument] = node.arguments;
    const rule = argument?.type === "Identifier" ? declared(argument.name) : argument;
    if (argument !== undefined && rule !== undefined && "params" in rule) found.push({ argument, rule: rule as ListFilter["rule"] });
  });
  return found;
}
