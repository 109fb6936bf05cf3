import type { Program } from "estree";
import type { Parent, Root } from "mdast";
import type { MdxjsEsm } from "mdast-util-mdx";
import { visit } from "unist-util-visit";
import { literalText } from "./mdx-tabs.ts";

/** Returns the constants that a text exports and whose values are literals, by name: `export const loaves = 12`. */
export function constantsOf(tree: Root): Map<string, string> {
  const constants = new Map<string, string>();
  visit(tree, "mdxjsEsm", ({ data }: MdxjsEsm) => {
    for (const [name, value] of constantsIn(data?.estree?.body ?? [])) constants.set(name, value);
  });
  return constants;
}

/** Replaces the expressions that are only the name of a constant with its value, in place. */
export function fillConstants(tree: Root, constants: ReadonlyMap<string, string>): void {
  if (constants.size === 0) return;
  visit(tree, (node, index, parent) => {
    if (node.type !== "mdxTextExpression" && node.type !== "mdxFlowExpression") return;
    const value = constants.get(node.value.trim());
    if (value === undefined || parent === undefined || index === undefined) return;
    (parent as Parent).children[index] = { type: "text", value, ...(node.position && { position: node.position }) };
  });
}

function constantsIn(body: Program["body"]): [name: string, value: string][] {
  return body.flatMap((statement) => {
    if (statement.type !== "ExportNamedDeclaration" || statement.declaration?.type !== "VariableDeclaration") return [];
    if (statement.declaration.kind !== "const") return [];
    return statement.declaration.declarations.flatMap(({ id, init }): [string, string][] => {
      const value = literalText(init ?? undefined);
      return id.type === "Identifier" && value !== undefined ? [[id.name, value]] : [];
    });
  });
}
