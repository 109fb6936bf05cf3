import { tsPlugin } from "@sveltejs/acorn-typescript";
import { type AnyNode, Parser, type Program } from "acorn";
import { baseName } from "../../base/file-path.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
import { constantValue, memberOf, nameOf, visitNodes } from "./constant-value.ts";
import { moduleFile } from "./module-file.ts";
import { reportOutside } from "./outside-settings.ts";
import { readConfiguration, reportUnread } from "./read-configuration.ts";

/** The constants of a JavaScript or TypeScript module, which is never run. A value that only running it would give is undefined. */
export interface ScriptModule {
  /** The value of `export default` or `module.exports`; of a function, the table that it returns. */
  readonly exported: unknown;
  /** The names of its constants, and of those that it imports. */
  readonly names: readonly string[];
  /** Returns the value of a constant of the module. */
  constant(name: string): unknown;
  /** Returns the arguments of each call of a function or method: `addPassthroughCopy("img")`. */
  calls(name: string): readonly (readonly unknown[])[];
}

const maxLength = 262_144; // UTF-16 units
const maxDepth = 4; // of imports
// In a file with JSX, `<T>x` begins an element.
const parsers = { plain: Parser.extend(tsPlugin({ jsx: false })), jsx: Parser.extend(tsPlugin({ jsx: {} })) };

/** Reads the constants of a module, also those that it imports from the same folder. Returns undefined if it is missing or cannot be parsed. */
export function readScript(folder: SiteFolder, path: string, depth = 0): ScriptModule | undefined {
  const program = parseModule(folder, path);
  if (program === undefined) return undefined;
  const declared = new Map<string, () => unknown>();
  const values = new Map<string, unknown>();
  const scope = (name: string): unknown => {
    if (!values.has(name)) {
      values.set(name, undefined); // a constant that refers to itself has no value
      const own = declared.get(name);
      values.set(name, own === undefined && name !== "default" ? inWholes(name) : own?.());
    }
    return values.get(name);
  };
  const load = (target: unknown) => (typeof target === "string" ? importedModule(folder, path, target, depth) : undefined);
  for (const statement of program.body) declare(statement, declared, scope, load);
  const inWholes = (name: string) => firstValue(wholesOf(program).map((target) => () => load(target)?.constant(name)));
  const exported = constantValue(exportedNode(program), scope) ?? scope("default");
  if (depth === 0 && /config|eleventy/.test(baseName(path))) reportOutside(folder, path, exported);
  return {
    exported,
    names: [...declared.keys()],
    constant: scope,
    calls: (name) => callsIn(program, name).map((call) => call.map((argument) => constantValue(argument, scope))),
  };
}

/** Parses a module in JavaScript or TypeScript. Returns undefined if it is missing, and if it cannot be parsed, which is reported. */
export function parseModule(folder: SiteFolder, path: string): Program | undefined {
  const syntax = /\.[cm]?ts$/.test(path) ? "plain" : "jsx";
  const source = readConfiguration(folder, path, maxLength);
  if (source === undefined || source === null) return undefined;
  try {
    return parsers[syntax].parse(source, {
      ecmaVersion: "latest",
      sourceType: "module",
      locations: true,
      allowReturnOutsideFunction: true,
    });
  } catch (error) {
    reportUnread(folder, path, reasonOf(error));
    return undefined;
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof RangeError || /stack/.test(String(error))) return "its code is nested too deeply";
  const { loc, message } = error as SyntaxError & { readonly loc?: { readonly line: number } };
  return loc === undefined ? message : `line ${loc.line}: ${message.replace(/ \(\d+:\d+\)$/, "")}`;
}

/** Parses code in TypeScript or JavaScript; undefined if it cannot be parsed. */
export function parseText(source: string): Program | undefined {
  if (source.length > maxLength) return undefined;
  try {
    return parsers.plain.parse(source, { ecmaVersion: "latest", sourceType: "module", locations: true, allowReturnOutsideFunction: true });
  } catch {
    return undefined; // as code of another generator
  }
}

type Load = (target: unknown) => ScriptModule | undefined;

function declare(statement: AnyNode, declared: Map<string, () => unknown>, scope: (name: string) => unknown, load: Load): void {
  if (statement.type === "ExportNamedDeclaration" && statement.declaration) declare(statement.declaration, declared, scope, load);
  if (statement.type === "ExportNamedDeclaration") declareExports(statement, declared, scope, load);
  if (statement.type === "FunctionDeclaration" && statement.id) declared.set(statement.id.name, () => constantValue(statement, scope));
  if (statement.type === "ImportDeclaration") {
    for (const specifier of statement.specifiers) {
      const module = () => load(statement.source.value);
      const name = specifier.type === "ImportSpecifier" ? nameOf(specifier.imported) : undefined;
      declared.set(specifier.local.name, () => memberOfModule(module(), name));
    }
  }
  if (statement.type !== "VariableDeclaration") return;
  for (const { id, init } of statement.declarations) {
    const required = requiredPath(init);
    bind(id, () => (required === undefined ? constantValue(init, scope) : load(required)?.exported), declared, scope);
  }
}

// `export { default, a as b } from "./c"`, `export { a as b }`
function declareExports(
  { source, specifiers }: Extract<AnyNode, { type: "ExportNamedDeclaration" }>,
  declared: Map<string, () => unknown>,
  scope: (name: string) => unknown,
  load: Load,
): void {
  for (const { exported, local } of specifiers) {
    const [name = "", own = ""] = [nameOf(exported), nameOf(local)];
    if (source) declared.set(name, () => memberOfModule(load(source.value), own));
    else if (name !== own) declared.set(name, () => scope(own));
  }
}

// `export * from "./a"`
function wholesOf({ body }: Program): unknown[] {
  return body.flatMap((statement) => (statement.type === "ExportAllDeclaration" && !statement.exported ? [statement.source.value] : []));
}

function memberOfModule(module: ScriptModule | undefined, name: string | undefined): unknown {
  return name === undefined || name === "default" ? module?.exported : module?.constant(name);
}

function firstValue(read: readonly (() => unknown)[]): unknown {
  for (const each of read) {
    const value = each();
    if (value !== undefined) return value;
  }
  return undefined;
}

// `site`, or the names in `{ site, url: address, title = "Lab", author: { name } }`
function bind(pattern: AnyNode, value: () => unknown, declared: Map<string, () => unknown>, scope: (name: string) => unknown): void {
  if (pattern.type === "Identifier") declared.set(pattern.name, value);
  if (pattern.type === "AssignmentPattern") bind(pattern.left, () => value() ?? constantValue(pattern.right, scope), declared, scope);
  if (pattern.type !== "ObjectPattern") return;
  let table: { readonly value: unknown } | undefined; // computed once for all names
  const member = (name: string | undefined) => {
    table ??= { value: value() };
    return memberOf(table.value, name);
  };
  for (const property of pattern.properties)
    if (property.type === "Property" && !property.computed) bind(property.value, () => member(nameOf(property.key)), declared, scope);
}

// `require("./config")`
function requiredPath(node: AnyNode | null | undefined): unknown {
  if (node?.type !== "CallExpression" || nameOf(node.callee) !== "require") return undefined;
  const [argument] = node.arguments;
  return argument?.type === "Literal" ? argument.value : undefined;
}

function importedModule(folder: SiteFolder, from: string, target: string, depth: number): ScriptModule | undefined {
  if (depth >= maxDepth) return undefined;
  const found = moduleFile(folder, from, target);
  if (found === undefined) return undefined;
  return found.endsWith(".json") ? jsonModule(readConfiguration(folder, found) ?? "") : readScript(folder, found, depth + 1);
}

function jsonModule(source: string): ScriptModule | undefined {
  try {
    const exported: unknown = JSON.parse(source);
    return { exported, names: [], constant: () => undefined, calls: () => [] };
  } catch {
    return undefined;
  }
}

function exportedNode({ body }: Program): AnyNode | undefined {
  for (const statement of body.toReversed()) {
    if (statement.type === "ExportDefaultDeclaration") return statement.declaration;
    if (statement.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression") continue;
    const { left, right } = statement.expression;
    if (nameOf(left as AnyNode) === "exports") return right;
  }
  return undefined;
}

/** Returns the arguments of each call of a function or method. */
export function callsIn(root: AnyNode, name: string): AnyNode[][] {
  const found: AnyNode[][] = [];
  visitNodes(root, (node) => {
    if (node.type === "CallExpression" && nameOf(node.callee) === name) found.push(node.arguments);
  });
  return found;
}
