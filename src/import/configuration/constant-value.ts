import type { AnyNode, CallExpression } from "acorn";
import { isTable, tableOf } from "../../base/table-values.ts";

/** Looks up the value of a name; undefined if it is not a constant. */
export type Scope = (name: string) => unknown;

const maxLength = 65_536; // UTF-16 units or items: `a + a`, repeated, doubles its length

/**
 * Computes the value of an expression of constants. What only running the code would give is undefined. A call of a function, such as
 * `defineConfig({…})`, has the value of its first table, or of the table that its function returns.
 */
export function constantValue(node: AnyNode | null | undefined, scope: Scope): unknown {
  try {
    return evaluate(node, scope);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // nested too deeply
    throw error;
  }
}

function evaluate(node: AnyNode | null | undefined, scope: Scope): unknown {
  if (node === null || node === undefined) return undefined;
  const value = (inner: AnyNode | null | undefined) => evaluate(inner, scope);
  switch (node.type) {
    case "Literal":
      return node.value;
    case "Identifier":
      return node.name === "__dirname" ? "." : scope(node.name);
    case "TemplateLiteral":
      return concatenated(
        node.quasis.flatMap(({ value: { cooked } }, index) => [cooked, ...node.expressions.slice(index, index + 1).map(value)]),
      );
    case "UnaryExpression":
      return unary(node.operator, value(node.argument));
    case "BinaryExpression":
      return node.operator === "+" ? concatenated([value(node.left), value(node.right)]) : undefined;
    case "LogicalExpression":
      return node.operator === "&&" ? undefined : value(node.left) || value(node.right);
    case "ArrayExpression":
      return node.elements
        .flatMap((element) => (element?.type === "SpreadElement" ? listOf(value(element.argument)) : [value(element)]))
        .slice(0, maxLength);
    case "ObjectExpression":
      return objectValue(node.properties, scope);
    case "MemberExpression":
      return memberValue(value(node.object), node.computed ? value(node.property) : nameOf(node.property));
    case "ChainExpression":
    case "ParenthesizedExpression":
    case "AwaitExpression":
      return value("argument" in node ? node.argument : node.expression);
    case "CallExpression":
      return (
        listWithoutEmpty(node, value) ??
        callValue(nameOf(node.callee), node.arguments.map(value)) ??
        (node.callee.type === "Identifier" ? tableIn(value(node.callee)) : undefined)
      );
    case "NewExpression":
      return value(node.arguments[0]); // new URL("https://example.org"), new Date("2024-11-06")
    case "ArrowFunctionExpression":
    case "FunctionExpression":
    case "FunctionDeclaration":
      return value(node.body.type === "BlockStatement" ? returnedBy(node.body.body) : node.body);
  }
  return value(typedExpression(node));
}

// TypeScript's `x as T`, `x satisfies T`, `<T>x` and `x!`, which acorn's types do not have.
function typedExpression(node: { readonly type: string; readonly expression?: unknown }): AnyNode | undefined {
  return node.type.startsWith("TS") && typeof node.expression === "object" ? (node.expression as AnyNode) : undefined;
}

function unary(operator: string, value: unknown): unknown {
  if (operator === "-" && typeof value === "number") return -value;
  return operator === "!" && typeof value === "boolean" ? !value : undefined;
}

function concatenated(parts: readonly unknown[]): string | undefined {
  if (parts.some((part) => typeof part !== "string" && typeof part !== "number")) return undefined;
  const text = parts.join("");
  return text.length > maxLength ? undefined : text;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function objectValue(properties: readonly AnyNode[], scope: Scope): Record<string, unknown> {
  const entries = properties.flatMap((property): (readonly [string, unknown])[] => {
    if (property.type === "SpreadElement") return Object.entries(tableOf(evaluate(property.argument, scope)));
    if (property.type !== "Property") return [];
    const name = property.computed ? evaluate(property.key, scope) : nameOf(property.key);
    return typeof name === "string" ? [[name, evaluate(property.value, scope)]] : [];
  });
  return Object.fromEntries(entries.slice(0, maxLength));
}

/** Returns the last name of an identifier, a key or a member: `join` of `path.join`. */
export function nameOf(node: AnyNode): string | undefined {
  if (node.type === "Identifier") return node.name;
  if (node.type === "Literal") return String(node.value);
  return node.type === "MemberExpression" && !node.computed ? nameOf(node.property) : undefined;
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

// `new URL("./src", import.meta.url).pathname` is a path from the folder of the module.
function memberValue(object: unknown, name: unknown): unknown {
  const isPath = name === "pathname" && typeof object === "string" && object.startsWith(".");
  return isPath ? object : memberOf(object, name);
}

function callValue(name: string | undefined, values: readonly unknown[]): unknown {
  if (name === "join" || name === "resolve") return concatenated(values.flatMap((value, index) => (index === 0 ? [value] : ["/", value])));
  return name === "fileURLToPath" ? values[0] : values.find(isTable);
}

// `[a, isProduction && b].filter(Boolean)`
function listWithoutEmpty({ arguments: given, callee }: CallExpression, value: (node: AnyNode) => unknown): unknown {
  const [keep] = given;
  if (callee.type !== "MemberExpression" || nameOf(callee) !== "filter" || keep?.type !== "Identifier") return undefined;
  const list = keep.name === "Boolean" ? value(callee.object) : undefined;
  return Array.isArray(list) ? list.filter(Boolean) : undefined;
}

// `theme()` is the table that the function returns.
function tableIn(value: unknown): unknown {
  return isTable(value) ? value : undefined;
}

function returnedBy(statements: readonly AnyNode[]): AnyNode | null | undefined {
  const last = statements.findLast(({ type }) => type === "ReturnStatement");
  return last?.type === "ReturnStatement" ? last.argument : undefined;
}
