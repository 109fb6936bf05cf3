import type { AnyNode } from "acorn";
import { childrenOf, nameOf } from "../../constants/code-nodes.ts";

/** Where the items of a list come from. */
export interface ListSource {
  /** The name of the result of its query; undefined if it is unknown. */
  readonly name: string | undefined;
  /** The functions that the items must pass. */
  readonly filters: readonly AnyNode[];
}

const maxSteps = 30;

/** Follows a list in code to the query: `posts.filter(isPublic)` of `const posts = result.data.blogPosts.edges`. */
export function listSource(list: AnyNode | undefined, program: AnyNode): ListSource {
  const filters: AnyNode[] = [];
  let node = list;
  for (let step = 0; node !== undefined && step < maxSteps; step++) {
    if (node.type === "CallExpression") {
      const { callee, arguments: given } = node;
      if (callee.type !== "MemberExpression") break;
      if (nameOf(callee) === "filter" && given[0]) filters.unshift(given[0]);
      node = callee.object;
    } else if (node.type === "Identifier") node = onlyValue(program, node.name);
    else if (node.type === "AwaitExpression") node = node.argument;
    else if (node.type === "ChainExpression" || node.type === "ParenthesizedExpression") node = node.expression;
    else if (node.type === "MemberExpression" && /^(?:edges|nodes)$/.test(nameOf(node) ?? ""))
      return { name: nameOf(node.object), filters };
    else break;
  }
  return { name: undefined, filters };
}

// Undefined if several declarations, or a pattern, have the name.
function onlyValue(program: AnyNode, name: string): AnyNode | undefined {
  const found: (AnyNode | undefined)[] = [];
  const visit = (node: AnyNode, depth: number): void => {
    if (depth > 300) return;
    if (node.type === "VariableDeclarator" && node.id.type === "Identifier" && node.id.name === name) found.push(node.init ?? undefined);
    for (const child of childrenOf(node)) visit(child, depth + 1);
  };
  visit(program, 0);
  return found.length === 1 ? found[0] : undefined;
}
