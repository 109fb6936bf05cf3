import type { AnyNode } from "acorn";

/** Returns the last name of an identifier, a key or a member: `join` of `path.join`. */
export function nameOf(node: AnyNode): string | undefined {
  if (node.type === "Identifier") return node.name;
  if (node.type === "Literal") return String(node.value);
  return node.type === "MemberExpression" && !node.computed ? nameOf(node.property) : undefined;
}

/** Returns the names of a member that begins with a name: `process.env.CI`. Undefined for other expressions. */
export function pathOf(node: AnyNode): string | undefined {
  if (node.type === "Identifier") return node.name;
  if (node.type === "MetaProperty") return "meta";
  if (node.type === "ChainExpression" || node.type === "ParenthesizedExpression") return pathOf(node.expression);
  if (node.type !== "MemberExpression" || node.computed) return undefined;
  const [object, name] = [pathOf(node.object), nameOf(node.property as AnyNode)];
  return object === undefined || name === undefined ? undefined : `${object}.${name}`;
}

/** Returns the nodes directly in a node. */
export function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node)
    .flat()
    .filter((child): child is AnyNode => typeof child === "object" && child !== null && typeof child.type === "string");
}

/** Visits a node and all nodes in it, outer ones first. Nodes that are nested too deeply are left out. */
export function visitNodes(root: AnyNode, visit: (node: AnyNode) => void): void {
  const visitAll = (node: AnyNode): void => {
    visit(node);
    for (const child of childrenOf(node)) visitAll(child);
  };
  try {
    visitAll(root);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}

/** Returns an own member of a table or a list; undefined if it has none. */
export function memberOf(object: unknown, name: unknown): unknown {
  const isOwn = typeof object === "object" && object !== null && (typeof name === "string" || typeof name === "number");
  return isOwn && Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined;
}
