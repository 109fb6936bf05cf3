import type { AnyNode, Program } from "acorn";
import { declaredNames } from "../../configuration/declared-names.ts";
import { filterValue } from "../../configuration/hiding-code.ts";
import { parseText } from "../../configuration/script-module.ts";
import { truthOf, unknownValue } from "../../constants/condition-operators.ts";
import { constantValue } from "../../constants/constant-value.ts";
import { type GuardedCall, guardedCalls } from "../../constants/guarded-calls.ts";
import { resolvePath } from "../../site-rules/site-path.ts";
import { argumentOf } from "./page-paths.ts";

const byDefault = "src/pages";

/**
 * Returns the folder that `createFilePath({ node, getNode, basePath: "pages" })` of gatsby-source-filesystem makes paths relative to;
 * undefined if calls have several, or one that code computes.
 * @param source the name of the texts' folder in the configuration, by which code may choose the call
 */
export function findBasePath(programs: readonly Program[], source?: string): string | undefined {
  const calls = programs.flatMap((program) => guardedCalls(program, "createFilePath").map((call) => ({ call, program })));
  const reached = calls.filter(({ call, program }) => source === undefined || isReached(call, program, source));
  if (reached.length === 0) return calls.length === 0 ? byDefault : undefined;
  const paths = new Set(reached.map(({ call, program }) => basePathOf(call, program, source)));
  return paths.size > 1 ? undefined : [...paths][0];
}

function basePathOf(guarded: GuardedCall, program: Program, source: string | undefined): string | undefined {
  const { call, constants } = guarded;
  const written = argumentOf(call, "createFilePath", "basePath");
  if (written === undefined) return undefined;
  if (written === call) return hasSpread(call) ? undefined : byDefault;
  const body = [...program.body, ...constants].filter(isConstant) as Program["body"];
  const names = new Map(declaredNames({ ...program, body }));
  const lookUp = (name: string): unknown => constantValue(names.get(name), lookUp);
  const path = constantValue(written, lookUp) ?? (source === undefined ? undefined : valueIn(guarded, written, program, source));
  return typeof path === "string" ? resolvePath("", path) : undefined;
}

// `if (getNode(node.parent).sourceInstanceName === "blog")`. Other conditions, such as the type of the node, are unknown.
function isReached(guarded: GuardedCall, program: Program, source: string): boolean {
  return guarded.guards.every(({ isTrue, test }) => {
    const truth = truthOf(valueIn(guarded, test, program, source));
    return truth === unknownValue || truth === isTrue;
  });
}

function valueIn({ functionOf }: GuardedCall, expression: AnyNode, program: Program, source: string): unknown {
  const names = new Map(declaredNames(program));
  const declared = (name: string) => (name === "getNode" ? nodeOfFile(source) : names.get(name));
  const fields = ["children", "fields", "fileAbsolutePath", "frontmatter", "id", "internal", "parent"];
  const node: Record<string, unknown> = Object.fromEntries(fields.map((name) => [name, unknownValue]));
  node["node"] = node;
  return filterValue({ node: functionOf(expression), declared }, [node, unknownValue]);
}

// The function `getNode`, as code; a call of a function that does not exist is an unknown value.
function nodeOfFile(source: string): AnyNode | undefined {
  const unknown = ["absolutePath", "base", "dir", "ext", "extension", "internal", "name", "relativeDirectory", "relativePath"];
  const code = `() => ({ sourceInstanceName: ${JSON.stringify(source)}, ${unknown.map((name) => `${name}: unknown()`).join(", ")} })`;
  const [statement] = parseText(code)?.body ?? [];
  return statement?.type === "ExpressionStatement" ? statement.expression : undefined;
}

// `createFilePath({ ...options })`
function hasSpread({ arguments: [options] }: GuardedCall["call"]): boolean {
  return options?.type === "ObjectExpression" && options.properties.some(({ type }) => type !== "Property");
}

function isConstant(node: AnyNode): boolean {
  const declared = node.type === "ExportNamedDeclaration" ? node.declaration : node;
  return declared?.type === "VariableDeclaration" && declared.kind === "const";
}
