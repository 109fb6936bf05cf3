import type { AnyNode, Program } from "acorn";
import { constantValue } from "../../configuration/constant-value.ts";
import { declaredNames } from "../../configuration/declared-names.ts";
import { resolvePath } from "../../site-rules/site-path.ts";
import { type GuardedCall, guardedCalls } from "./guarded-calls.ts";
import { argumentOf } from "./page-paths.ts";

const byDefault = "src/pages";

/**
 * Returns the folder that `createFilePath({ node, getNode, basePath: "pages" })` of gatsby-source-filesystem makes paths relative to;
 * undefined if calls have several, or one that code computes.
 */
export function findBasePath(programs: readonly Program[]): string | undefined {
  const paths = new Set(programs.flatMap(basePathsIn));
  return paths.size > 1 ? undefined : [...paths, byDefault][0];
}

function basePathsIn(program: Program): (string | undefined)[] {
  return guardedCalls(program, "createFilePath").map(({ call, constants }) => {
    const written = argumentOf(call, "createFilePath", "basePath");
    if (written === call) return hasSpread(call) ? undefined : byDefault;
    const body = [...program.body.filter(isConstant), ...constants] as Program["body"];
    const names = new Map(declaredNames({ ...program, body }));
    const lookUp = (name: string): unknown => constantValue(names.get(name), lookUp);
    const path = constantValue(written, lookUp);
    return typeof path === "string" ? resolvePath("", path) : undefined;
  });
}

// `createFilePath({ ...options })`
function hasSpread({ arguments: [options] }: GuardedCall["call"]): boolean {
  return options?.type === "ObjectExpression" && options.properties.some(({ type }) => type !== "Property");
}

function isConstant(node: AnyNode): boolean {
  const declared = node.type === "ExportNamedDeclaration" ? node.declaration : node;
  return declared?.type === "VariableDeclaration" && declared.kind === "const";
}
