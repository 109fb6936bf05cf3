import type { AnyNode, CallExpression } from "acorn";
import { isTable, tableOf } from "../../base/table-values.ts";
import { buildArgument, buildCommand, buildEnvironment, hasBuildArgument } from "./build-environment.ts";
import { callMethod } from "./call-method.ts";
import { memberOf, nameOf, pathOf } from "./code-nodes.ts";
import { binary, unknownValue } from "./condition-operators.ts";
import { Declarations } from "./declarations.ts";
import { conditionTruth, type Scope } from "./scope.ts";

const maxLength = 65_536; // UTF-16 units or items: `a + a`, repeated, doubles its length

/**
 * Computes the value of an expression of constants, as in a build of the whole site. What only running the code would give is undefined. A
 * call of a function, such as `defineConfig({…})`, has the value of its first table, or of the table that its function returns.
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
      return node.operator === "+" ? concatenated([value(node.left), value(node.right)]) : compared(node, value);
    case "LogicalExpression":
      return logical(node, scope);
    case "ConditionalExpression": {
      const truth = conditionTruth(value(node.test), scope);
      return truth === undefined ? undefined : value(truth ? node.consequent : node.alternate);
    }
    case "ArrayExpression":
      return node.elements
        .flatMap((element) => (element?.type === "SpreadElement" ? spread(value(element.argument)) : [value(element)]))
        .slice(0, maxLength);
    case "ObjectExpression":
      return objectValue(node.properties, scope);
    case "MemberExpression":
      return environmentValue(node) ?? memberValue(value(node.object), node.computed ? value(node.property) : nameOf(node.property));
    case "ChainExpression":
    case "ParenthesizedExpression":
    case "AwaitExpression":
      return value("argument" in node ? node.argument : node.expression);
    case "CallExpression":
      return methodValue(node, value) ?? callValue(nameOf(node.callee), node.arguments.map(value)) ?? ownCallValue(node, value);
    case "NewExpression":
      return value(node.arguments[0]); // new URL("https://example.org"), new Date("2024-11-06")
    case "ArrowFunctionExpression":
    case "FunctionExpression":
    case "FunctionDeclaration":
      return functionValue(node, scope);
  }
  return value(typedExpression(node));
}

// TypeScript's `x as T`, `x satisfies T`, `<T>x` and `x!`, which acorn's types do not have.
function typedExpression(node: { readonly type: string; readonly expression?: unknown }): AnyNode | undefined {
  return node.type.startsWith("TS") && typeof node.expression === "object" ? (node.expression as AnyNode) : undefined;
}

function unary(operator: string, value: unknown): unknown {
  if (operator === "-" && typeof value === "number") return -value;
  return operator === "!" && value !== undefined ? !value : undefined;
}

function compared({ left, operator, right }: Extract<AnyNode, { type: "BinaryExpression" }>, value: (node: AnyNode) => unknown): unknown {
  const values = [value(left), value(right)];
  return values.includes(undefined) ? undefined : known(binary(operator, values[0], values[1]));
}

function known(value: unknown): unknown {
  return value === unknownValue ? undefined : value;
}

// In `process.env.TITLE || "Lab"`, the second value is the default. A switch that is unset by default may be set in the build.
function logical({ left, operator, right }: Extract<AnyNode, { type: "LogicalExpression" }>, scope: Scope): unknown {
  const first = evaluate(left, scope);
  if (operator === "??") return first ?? evaluate(right, scope);
  if (operator === "||") return first || (first === undefined ? withoutFalse(evaluate(right, scope)) : evaluate(right, scope));
  const truth = conditionTruth(first, scope);
  if (truth !== undefined) return truth ? evaluate(right, scope) : (first ?? false);
  return evaluate(right, scope) === false ? false : undefined;
}

function withoutFalse(value: unknown): unknown {
  return value === false ? undefined : value;
}

function concatenated(parts: readonly unknown[]): string | undefined {
  if (parts.some((part) => typeof part !== "string" && typeof part !== "number")) return undefined;
  const text = parts.join("");
  return text.length > maxLength ? undefined : text;
}

// An unknown list is an unknown value in the list; `...(false && [])` is none.
function spread(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [undefined] : [];
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

function environmentValue(node: AnyNode): unknown {
  const path = pathOf(node) ?? "";
  const [, name] = /^(?:meta|process)\.env(?:\.(\w+))?$/.exec(path) ?? [];
  if (/^(?:meta|process)\.env$/.test(path)) return buildEnvironment;
  if (/^process\.argv$/.test(path)) return buildCommand;
  return name === undefined ? undefined : memberOf(buildEnvironment, name);
}

// `new URL("./src", import.meta.url).pathname` is a path from the folder of the module.
function memberValue(object: unknown, name: unknown): unknown {
  const isPath = name === "pathname" && typeof object === "string" && object.startsWith(".");
  return isPath ? object : memberOf(object, name);
}

// A function with statements has the constants that they declare.
function functionValue({ body, params }: Extract<AnyNode, { body: unknown; params: unknown }>, scope: Scope): unknown {
  const declarations = new Declarations(scope, evaluate);
  for (const [index, parameter] of (params as AnyNode[]).entries()) {
    const name = parameter.type === "Identifier" ? parameter.name : undefined;
    declarations.bind(parameter, () => (index === 0 ? buildArgument(name) : undefined));
  }
  const { type } = body as AnyNode;
  const result = type === "BlockStatement" ? declarations.read((body as { readonly body: AnyNode[] }).body)?.node : (body as AnyNode);
  return evaluate(result, declarations.scope);
}

function callValue(name: string | undefined, values: readonly unknown[]): unknown {
  if (name === "join" || name === "resolve") return concatenated(values.flatMap((value, index) => (index === 0 ? [value] : ["/", value])));
  if (name === "assign" && values.some(isTable)) return Object.assign({}, ...values.map(tableOf));
  return name === "fileURLToPath" ? values[0] : values.find(isTable);
}

// `[a, isProduction && b].filter(Boolean)`, `a.concat(b)`, `["build"].includes(mode)`
function methodValue({ arguments: given, callee }: CallExpression, value: (node: AnyNode) => unknown): unknown {
  if (callee.type !== "MemberExpression") return undefined;
  const name = nameOf(callee);
  const object = value(callee.object);
  if (object === undefined || object === null) return undefined;
  if (Array.isArray(object) && name === "filter")
    return given[0]?.type === "Identifier" && given[0].name === "Boolean" ? object.filter(Boolean) : undefined;
  const values = given.map(value);
  if (object === buildCommand && name === "includes") return hasBuildArgument(values[0]);
  if (Array.isArray(object) && name === "concat") return [...object, ...values.flat(1)].slice(0, maxLength);
  const isPlain = typeof object === "string" || (Array.isArray(object) && name === "includes");
  return isPlain && !values.includes(undefined) ? known(callMethod(name ?? "", object, values)) : undefined;
}

// `theme()` is the table that the function returns, and `isProduction()` its result.
function ownCallValue({ callee }: CallExpression, value: (node: AnyNode) => unknown): unknown {
  const result = callee.type === "Identifier" ? value(callee) : undefined;
  return isTable(result) || Array.isArray(result) || typeof result === "boolean" ? result : undefined;
}
