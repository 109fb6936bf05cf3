import type { AnyNode } from "acorn";
import { nameOf } from "../../configuration/constant-value.ts";

/** A text of a path, or the names of the value in it: `["post", "fields", "slug"]`. */
export type PathPart = string | readonly string[];

// The value of a name: that of an expression, or a member of it. A parameter has no expression.
interface Binding {
  readonly node: AnyNode | undefined;
  readonly names: readonly string[];
  readonly scope: Scope;
}

interface Scope {
  readonly own: Map<string, Binding>;
  readonly outer: Scope | undefined;
}

const maxDepth = 20; // of names for names

/**
 * Returns the parts of each path that code gives to `createPage`: `/blog${post.fields.slug}` is a text and the names of a value. Names
 * are looked up in the code around; `?` is an unknown value.
 */
export function pagePaths(root: AnyNode): PathPart[][] {
  return givenParts(root, (call) => argumentOf(call, "createPage", "path"));
}

/** Returns the parts of each value that code gives to a field with `createNodeField`. */
export function fieldValues(root: AnyNode, field: string): PathPart[][] {
  return givenParts(root, (call) => {
    const name = argumentOf(call, "createNodeField", "name");
    const [written] = name === undefined ? [] : partsOf(name, { own: new Map(), outer: undefined }, 0);
    return written === field ? argumentOf(call, "createNodeField", "value") : undefined;
  });
}

function givenParts(root: AnyNode, argument: (node: AnyNode) => AnyNode | undefined): PathPart[][] {
  const found: PathPart[][] = [];
  const visit = (node: unknown, outer: Scope): void => {
    if (typeof node !== "object" || node === null) return;
    const typed = node as AnyNode;
    const scope = Array.isArray(node) ? outer : declared(typed, outer);
    const path = argument(typed);
    if (path !== undefined) found.push(partsOf(path, scope, 0));
    for (const child of Object.values(typed)) visit(child, scope);
  };
  try {
    visit(root, { own: new Map(), outer: undefined });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // nested too deeply
    return [[["?"]]];
  }
  return found;
}

// The call itself, which is no known value, if its options are elsewhere.
function argumentOf(node: AnyNode, name: string, key: string): AnyNode | undefined {
  if (node.type !== "CallExpression" || nameOf(node.callee) !== name) return undefined;
  const [options] = node.arguments;
  const properties = options?.type === "ObjectExpression" ? options.properties : [];
  const found = properties.find((each) => each.type === "Property" && !each.computed && nameOf(each.key) === key);
  return found?.type === "Property" ? found.value : node;
}

function declared(node: AnyNode, outer: Scope): Scope {
  const scope: Scope = { own: new Map(), outer };
  if ("params" in node && Array.isArray(node.params)) for (const each of node.params) bind(each, undefined, [], scope);
  if (node.type === "BlockStatement" || node.type === "Program") for (const each of node.body) declare(each, scope);
  if (node.type === "ForOfStatement" || node.type === "ForInStatement") declare(node.left, scope);
  return scope.own.size === 0 ? outer : scope;
}

function declare(node: AnyNode, scope: Scope): void {
  if (node.type === "ExportNamedDeclaration" && node.declaration) declare(node.declaration, scope);
  if (node.type === "VariableDeclaration") for (const { id, init } of node.declarations) bind(id, init ?? undefined, [], scope);
}

function bind(pattern: AnyNode, node: AnyNode | undefined, names: readonly string[], scope: Scope): void {
  if (pattern.type === "Identifier") scope.own.set(pattern.name, { node, names, scope });
  if (pattern.type === "AssignmentPattern") bind(pattern.left, node, names, scope);
  if (pattern.type !== "ObjectPattern") return;
  for (const property of pattern.properties)
    if (property.type === "Property") bind(property.value, node, [...names, (!property.computed && nameOf(property.key)) || "?"], scope);
}

function partsOf(node: AnyNode, scope: Scope, depth: number): PathPart[] {
  if (depth > maxDepth) return [["?"]];
  const inner = (each: AnyNode) => partsOf(each, scope, depth + 1);
  if (node.type === "Literal") return [String(node.value)];
  if (node.type === "TemplateLiteral")
    return node.quasis.flatMap(({ value }, index) => [value.cooked ?? "", ...node.expressions.slice(index, index + 1).flatMap(inner)]);
  if (node.type === "BinaryExpression" && node.operator === "+") return [...inner(node.left), ...inner(node.right)];
  const binding = node.type === "Identifier" ? lookUp(node.name, scope) : undefined;
  if (binding?.node !== undefined && binding.names.length === 0) return partsOf(binding.node, binding.scope, depth + 1);
  return [namesOf(node, scope, depth)];
}

function namesOf(node: AnyNode, scope: Scope, depth: number): readonly string[] {
  if (depth > maxDepth) return ["?"];
  const inner = (each: AnyNode) => namesOf(each, scope, depth + 1);
  if (node.type === "MemberExpression") return [...inner(node.object), memberName(node)];
  if (node.type === "ChainExpression" || node.type === "ParenthesizedExpression") return inner(node.expression);
  if (node.type === "CallExpression" && nameOf(node.callee) === "createFilePath") return ["createFilePath"];
  if (/^TS/.test(node.type) && "expression" in node) return inner(node.expression as AnyNode);
  if (node.type !== "Identifier") return ["?"];
  const binding = lookUp(node.name, scope);
  if (binding === undefined) return [node.name];
  return [...(binding.node === undefined ? ["?"] : namesOf(binding.node, binding.scope, depth + 1)), ...binding.names];
}

function memberName(node: Extract<AnyNode, { type: "MemberExpression" }>): string {
  const isKnown = !node.computed || node.property.type === "Literal";
  return (isKnown && nameOf(node.property)) || "?";
}

function lookUp(name: string, scope: Scope | undefined): Binding | undefined {
  if (scope === undefined) return undefined;
  return scope.own.get(name) ?? lookUp(name, scope.outer);
}
