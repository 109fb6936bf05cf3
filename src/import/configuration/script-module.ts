import { tsPlugin } from "@sveltejs/acorn-typescript";
import { type AnyNode, Parser, type Program } from "acorn";
import { baseName } from "../../base/file-path.ts";
import { tableOf } from "../../base/table-values.ts";
import { buildCommand, buildEnvironment, nextPhases } from "../constants/build-environment.ts";
import { memberOf, nameOf, visitNodes } from "../constants/code-nodes.ts";
import { constantValue } from "../constants/constant-value.ts";
import { Declarations, type Evaluate } from "../constants/declarations.ts";
import { type LiveCall, liveCalls } from "../constants/live-calls.ts";
import type { SiteFolder } from "../site-rules/old-site.ts";
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
  /** Returns the arguments of each call of a function, method or constructor in a build of the whole site: `addPassthroughCopy("img")`. */
  calls(name: string): readonly (readonly unknown[])[];
  /** Reads the module again with a truth of the conditions whose value is unknown. */
  assuming(truth: boolean): ScriptModule | undefined;
}

const maxLength = 262_144; // UTF-16 units
const maxDepth = 4; // of imports
// In a file with JSX, `<T>x` begins an element.
const parsers = { plain: Parser.extend(tsPlugin({ jsx: false })), jsx: Parser.extend(tsPlugin({ jsx: {} })) };

/**
 * Reads the constants of a module, also those that it imports from the same folder. Returns undefined if it is missing or cannot be parsed.
 * @param assumed the truth of conditions whose value is unknown
 */
export function readScript(folder: SiteFolder, path: string, depth = 0, assumed?: boolean): ScriptModule | undefined {
  const program = parseModule(folder, path);
  if (program === undefined) return undefined;
  const load = (target: unknown) => (typeof target === "string" ? importedModule(folder, path, target, { depth, assumed }) : undefined);
  const inWholes = (name: string) =>
    name === "default" ? undefined : firstValue(wholesOf(program).map((target) => () => load(target)?.constant(name)));
  const evaluate: Evaluate = (node, scope) => {
    const required = requiredPath(node);
    return required === undefined ? constantValue(node, scope) : load(required)?.exported;
  };
  const declarations = new Declarations(Object.assign(inWholes, { assumed }), evaluate);
  const { scope } = declarations;
  for (const statement of program.body) declareImports(statement, declarations, load);
  declarations.read(
    program.body.map((statement) => (statement.type === "ExportNamedDeclaration" ? (statement.declaration ?? statement) : statement)),
  );
  const exported = evaluate(exportedNode(program), scope) ?? scope("default");
  if (depth === 0 && /config|eleventy/.test(baseName(path))) reportOutside(folder, path, exported);
  let calls: readonly LiveCall[] | undefined;
  return {
    exported,
    names: declarations.names,
    constant: scope,
    calls(name) {
      calls ??= liveCalls(program, scope);
      return calls
        .filter((call) => isCallOf(call.node, name))
        .map((call) => call.node.arguments.map((argument) => constantValue(argument, call.scope)));
    },
    assuming: (truth) => readScript({ paths: folder.paths, read: (name) => folder.read(name) }, path, depth, truth),
  };
}

// `calls("add")`, or `calls("ignores.add")` for the methods of one object.
function isCallOf({ callee }: LiveCall["node"], name: string): boolean {
  const [method = "", object] = name.split(".").toReversed();
  if (nameOf(callee) !== method) return false;
  return object === undefined || (callee.type === "MemberExpression" && nameOf(callee.object) === object);
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

function declareImports(statement: AnyNode, declarations: Declarations, load: Load): void {
  if (statement.type === "ExportNamedDeclaration") declareExports(statement, declarations, load);
  if (statement.type !== "ImportDeclaration") return;
  const { source, specifiers } = statement;
  for (const specifier of specifiers) {
    const name = specifier.type === "ImportSpecifier" ? nameOf(specifier.imported) : undefined;
    declarations.declare(specifier.local.name, () => ofNode(source.value, name) ?? memberOfModule(load(source.value), name));
  }
}

// The names that configurations import of the modules `process` and `next/constants`.
function ofNode(source: unknown, name: string | undefined): unknown {
  if (name === undefined) return undefined;
  if (source === "next/constants.js" || source === "next/constants") return memberOf(nextPhases, name);
  return /^(?:node:)?process$/.test(String(source)) ? memberOf({ env: buildEnvironment, argv: buildCommand }, name) : undefined;
}

// `export { default, a as b } from "./c"`, `export { a as b }`
function declareExports(
  { source, specifiers }: Extract<AnyNode, { type: "ExportNamedDeclaration" }>,
  declarations: Declarations,
  load: Load,
): void {
  for (const { exported, local } of specifiers) {
    const [name = "", own = ""] = [nameOf(exported), nameOf(local)];
    if (source) declarations.declare(name, () => memberOfModule(load(source.value), own));
    else if (name !== own) declarations.declare(name, () => declarations.scope(own));
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

// `require("./config")`
function requiredPath(node: AnyNode | null | undefined): unknown {
  if (node?.type !== "CallExpression" || nameOf(node.callee) !== "require") return undefined;
  const [argument] = node.arguments;
  return argument?.type === "Literal" ? argument.value : undefined;
}

function importedModule(
  folder: SiteFolder,
  from: string,
  target: string,
  { assumed, depth }: { readonly assumed: boolean | undefined; readonly depth: number },
): ScriptModule | undefined {
  if (depth >= maxDepth) return undefined;
  const found = moduleFile(folder, from, target);
  if (found === undefined) return undefined;
  return found.endsWith(".json") ? jsonModule(readConfiguration(folder, found) ?? "") : readScript(folder, found, depth + 1, assumed);
}

function jsonModule(source: string): ScriptModule | undefined {
  try {
    const exported: unknown = JSON.parse(source);
    const names = Object.keys(tableOf(exported)); // bundlers export its members, too
    return { exported, names, constant: (name) => memberOf(exported, name), calls: () => [], assuming: () => undefined };
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
