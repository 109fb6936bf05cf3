import type { AnyNode } from "acorn";
import { nameOf, visitNodes } from "../constants/code-nodes.ts";
import { fileOfStem } from "./stem-of-file.ts";

/** A text, or the names of a value in it: `["post", "fields", "slug"]`. The last name of one that a condition chooses is `?:`. */
export type ValuePart = string | readonly string[];

// The value of a name: that of an expression, or a member of it. A parameter has no expression.
interface Binding {
  readonly node: AnyNode | undefined;
  readonly names: readonly string[];
  readonly scope: Scope;
}

interface Scope {
  readonly own: Map<string, Binding>;
  readonly outer: Scope | undefined;
  /** The names that code sets again: their values are unknown. */
  readonly changed: ReadonlySet<string>;
}

const maxDepth = 20; // of names for names

/**
 * Returns the parts of the values that an argument selects in code. Names are looked up in the code around; `?` is an unknown value,
 * `trim()` that of a method, and `stem()` the name of a file without its extension.
 * @param argument returns the value of a node that counts, if there is one
 */
export function givenParts(root: AnyNode, argument: (node: AnyNode) => AnyNode | undefined): ValuePart[][] {
  const found: ValuePart[][] = [];
  const visit = (node: unknown, outer: Scope): void => {
    if (typeof node !== "object" || node === null) return;
    const typed = node as AnyNode;
    const scope = Array.isArray(node) ? outer : declared(typed, outer);
    const path = argument(typed);
    if (path !== undefined) found.push(partsOf(path, scope, 0));
    for (const child of Object.values(typed)) visit(child, scope);
  };
  try {
    visit(root, { own: new Map(), outer: undefined, changed: changedNames(root) });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // nested too deeply
    return [[["?"]]];
  }
  return found;
}

// `let base = ""; if (isOld) base = "/old";`
function changedNames(root: AnyNode): ReadonlySet<string> {
  const names = new Set<string>();
  visitNodes(root, (node) => {
    if (node.type === "AssignmentExpression" && node.left.type === "Identifier") names.add(node.left.name);
  });
  return names;
}

function declared(node: AnyNode, outer: Scope): Scope {
  const scope: Scope = { own: new Map(), outer, changed: outer.changed };
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
  if (pattern.type === "Identifier")
    scope.own.set(pattern.name, { node: scope.changed.has(pattern.name) ? undefined : node, names, scope });
  if (pattern.type === "AssignmentPattern") bind(pattern.left, node, names, scope);
  if (pattern.type === "ArrayPattern")
    for (const [index, element] of pattern.elements.entries()) if (element) bind(element, node, [...names, String(index)], scope);
  if (pattern.type !== "ObjectPattern") return;
  for (const property of pattern.properties)
    if (property.type === "Property") bind(property.value, node, [...names, (!property.computed && nameOf(property.key)) || "?"], scope);
}

function partsOf(node: AnyNode, scope: Scope, depth: number): ValuePart[] {
  if (depth > maxDepth) return [["?"]];
  const inner = (each: AnyNode) => partsOf(each, scope, depth + 1);
  if (node.type === "Literal") return [String(node.value)];
  if (node.type === "TemplateLiteral")
    return node.quasis.flatMap(({ value }, index) => [value.cooked ?? "", ...node.expressions.slice(index, index + 1).flatMap(inner)]);
  if (node.type === "BinaryExpression" && node.operator === "+") return [...inner(node.left), ...inner(node.right)];
  if (node.type === "ConditionalExpression") return [chosen([...inner(node.consequent), ...inner(node.alternate)])];
  if (node.type === "LogicalExpression") return [chosen([...inner(node.left), ...inner(node.right)])];
  const binding = node.type === "Identifier" ? lookUp(node.name, scope) : undefined;
  if (binding?.node !== undefined && binding.names.length === 0) return partsOf(binding.node, binding.scope, depth + 1);
  return [namesOf(node, scope, depth)];
}

/** The last name of a value that a condition chooses. */
export const choice = "?:";

function chosen(parts: readonly ValuePart[]): readonly string[] {
  return [...(parts.find((part) => typeof part !== "string") ?? ["?"]), choice];
}

function namesOf(node: AnyNode, scope: Scope, depth: number): readonly string[] {
  if (depth > maxDepth) return ["?"];
  const inner = (each: AnyNode) => namesOf(each, scope, depth + 1);
  const file = fileOfStem(node);
  if (file !== undefined) return [...inner(file), "stem()"];
  if (node.type === "MemberExpression") return [...inner(node.object), memberName(node)];
  if (node.type === "ChainExpression" || node.type === "ParenthesizedExpression") return inner(node.expression);
  if (node.type === "CallExpression") return callNames(node, inner);
  // `text.match(expression) ?? []`
  if (node.type === "LogicalExpression" && node.right.type === "ArrayExpression" && node.right.elements.length === 0)
    return inner(node.left);
  if (/^TS/.test(node.type) && "expression" in node) return inner(node.expression as AnyNode);
  if (node.type !== "Identifier") return ["?"];
  const binding = lookUp(node.name, scope);
  if (binding === undefined) return [node.name];
  return [...(binding.node === undefined ? ["?"] : namesOf(binding.node, binding.scope, depth + 1)), ...binding.names];
}

// The method `match` has its regular expression: `match(/^a/)`. A function has no values before it.
function callNames(
  { arguments: given, callee }: Extract<AnyNode, { type: "CallExpression" }>,
  inner: (node: AnyNode) => readonly string[],
) {
  const name = nameOf(callee) ?? "?";
  if (callee.type !== "MemberExpression") return [`${name}()`];
  const [argument] = given;
  if (name === "match" && argument?.type === "Literal" && "regex" in argument)
    return [...inner(callee.object), `match(/${argument.regex.pattern}/${argument.regex.flags})`];
  if (name === "exec" && argument && callee.object.type === "Literal" && "regex" in callee.object)
    return [...inner(argument), `match(/${callee.object.regex.pattern}/${callee.object.regex.flags})`];
  return [...inner(callee.object), `${name}()`];
}

function memberName(node: Extract<AnyNode, { type: "MemberExpression" }>): string {
  const isKnown = !node.computed || node.property.type === "Literal";
  return (isKnown && nameOf(node.property)) || "?";
}

function lookUp(name: string, scope: Scope | undefined): Binding | undefined {
  if (scope === undefined) return undefined;
  return scope.own.get(name) ?? lookUp(name, scope.outer);
}
