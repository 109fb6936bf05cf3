import type { Program } from "estree";
import type { Root } from "mdast";
import type { MdxjsEsm } from "mdast-util-mdx";
import { visit } from "unist-util-visit";
import type { Evaluator } from "./evaluate.ts";
import { Callback, type Scope, textOfValue, type Value } from "./value.ts";

/**
 * Returns the constants and functions that a text exports, by name: `export const loaves = 12`.
 * @param imported the texts of imported files by name
 */
export function constantsOf(tree: Root, evaluator: Evaluator, imported: Iterable<readonly [string, string]>): Scope {
  const scope = new Map<string, Value>(imported);
  visit(tree, "mdxjsEsm", ({ data }: MdxjsEsm) => {
    for (const statement of data?.estree?.body ?? []) declare(statement, evaluator, scope);
  });
  return scope;
}

/** Returns the constants that are texts or numbers. */
export function textsIn(scope: Scope): [name: string, text: string][] {
  return [...scope].flatMap(([name, value]): [string, string][] => {
    const text = textOfValue(value);
    return text === undefined ? [] : [[name, text]];
  });
}

function declare(statement: Program["body"][number], evaluator: Evaluator, scope: Map<string, Value>): void {
  const declaration = statement.type === "ExportNamedDeclaration" ? statement.declaration : undefined;
  if (declaration?.type === "FunctionDeclaration") scope.set(declaration.id.name, new Callback(declaration, scope));
  if (declaration?.type !== "VariableDeclaration" || declaration.kind !== "const") return;
  for (const { id, init } of declaration.declarations) if (init) evaluator.declare(id, evaluator.valueOf(init, scope), scope);
}
