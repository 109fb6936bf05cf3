import type { Expression, ModuleDeclaration, Property, SpreadElement, Statement } from "acorn";
import { loadPackage } from "../../files/load-package.ts";

/** The error that front matter in JavaScript is more than constants. */
export class NotConstantError extends Error {
  override readonly name = "NotConstantError";
}

/**
 * Reads the values of front matter in JavaScript without running it: an object, alone or after `module.exports =` or `export default`, or
 * declarations of constants (Eleventy). A date may be `new Date("2024-11-06")`.
 * @throws NotConstantError if that needs more than reading constants
 */
export function parseJavaScript(source: string): unknown {
  try {
    const [first, ...others] = programOf(source);
    if (first === undefined) return {};
    const object = objectOf(first);
    if (object !== undefined && others.length === 0) return constantOf(object);
    return Object.fromEntries([first, ...others].flatMap(constantsOf));
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof RangeError) throw new NotConstantError(cause.message); // RangeError: nested too deeply
    throw cause;
  }
}

function programOf(source: string): readonly (Statement | ModuleDeclaration)[] {
  const options = { ecmaVersion: "latest", sourceType: "module" } as const;
  // At the start of a program, a brace would begin a block.
  const text = /^\s*\{/.test(source) ? `(${source.trim().replace(/;$/, "")}\n)` : source;
  return loadPackage("acorn").parse(text, options).body;
}

function objectOf(statement: Statement | ModuleDeclaration): Expression | undefined {
  if (statement.type === "ExportDefaultDeclaration") return statement.declaration as Expression;
  if (statement.type !== "ExpressionStatement") return undefined;
  const { expression } = statement;
  return expression.type === "AssignmentExpression" && expression.operator === "=" ? expression.right : expression;
}

function constantsOf(statement: Statement | ModuleDeclaration): (readonly [string, unknown])[] {
  const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
  if (declaration?.type !== "VariableDeclaration") throw new NotConstantError(statement.type);
  return declaration.declarations.map(({ id, init }) => {
    if (id.type !== "Identifier") throw new NotConstantError(id.type);
    return [id.name, init ? constantOf(init) : undefined];
  });
}

function constantOf(node: Expression): unknown {
  switch (node.type) {
    case "Literal":
      if (node.regex === undefined) return node.value;
      break;
    case "TemplateLiteral":
      if (node.expressions.length === 0) return node.quasis[0]?.value.cooked;
      break;
    case "UnaryExpression":
      if (node.operator === "-" && node.argument.type === "Literal" && typeof node.argument.value === "number") return -node.argument.value;
      break;
    case "Identifier":
      if (node.name === "undefined") return undefined;
      break;
    case "ArrayExpression":
      return node.elements.map((element) =>
        element === null || element.type === "SpreadElement" ? notConstant("a list") : constantOf(element),
      );
    case "ObjectExpression":
      return Object.fromEntries(node.properties.map(propertyOf));
    case "NewExpression": {
      const [argument, ...others] = node.arguments;
      const isDate = node.callee.type === "Identifier" && node.callee.name === "Date" && others.length === 0;
      if (isDate && argument?.type === "Literal") return argument.value;
    }
  }
  return notConstant(node.type);
}

function propertyOf(property: Property | SpreadElement): readonly [string, unknown] {
  if (property.type === "SpreadElement" || property.computed || property.kind !== "init") return notConstant(property.type);
  const { key } = property;
  const name = key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : notConstant(key.type);
  return [name, constantOf(property.value)];
}

function notConstant(type: string): never {
  throw new NotConstantError(type);
}
