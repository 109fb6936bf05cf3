import type { AnyNode } from "acorn";
import { givenParts, type ValuePart } from "../../configuration/given-values.ts";
import { nameOf } from "../../constants/code-nodes.ts";
import { constantValue } from "../../constants/constant-value.ts";

/**
 * Returns the parts of each path that code gives to `createPage`: `/blog${post.fields.slug}` is a text and the names of a value. Names
 * are looked up in the code around; `?` is an unknown value.
 */
export function pagePaths(root: AnyNode): ValuePart[][] {
  return givenParts(root, (call) => argumentOf(call, "createPage", "path"));
}

/** Returns the parts of the path that one call of `createPage` gets. @param root the code around it */
export function pathOfCall(root: AnyNode, call: AnyNode): ValuePart[] {
  return givenParts(root, (node) => (node === call ? argumentOf(call, "createPage", "path") : undefined))[0] ?? [];
}

/** Returns the parts of each value that code gives to a field with `createNodeField`. */
export function fieldValues(root: AnyNode, field: string): ValuePart[][] {
  return givenParts(root, (call) => {
    const name = argumentOf(call, "createNodeField", "name");
    return name !== undefined && constantValue(name, () => undefined) === field ? argumentOf(call, "createNodeField", "value") : undefined;
  });
}

/** Returns an option of a call; the call itself, which is no known value, if its options are elsewhere. */
export function argumentOf(node: AnyNode, name: string, key: string): AnyNode | undefined {
  if (node.type !== "CallExpression" || nameOf(node.callee) !== name) return undefined;
  const [options] = node.arguments;
  const properties = options?.type === "ObjectExpression" ? options.properties : [];
  const found = properties.find((each) => each.type === "Property" && !each.computed && nameOf(each.key) === key);
  return found?.type === "Property" ? found.value : node;
}
