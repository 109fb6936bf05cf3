import type { AnyNode, Program } from "acorn";

/** Returns the functions and constants that a module declares at its top, by name, without their types. */
export function declaredNames({ body }: Program): [string, AnyNode][] {
  return body.flatMap(declaredBy);
}

/** Returns the function that finds such a function or constant by its name; it finds nothing in code that is no module. */
export function declarationsOf(program: AnyNode): (name: string) => AnyNode | undefined {
  const names = new Map(program.type === "Program" ? declaredNames(program) : []);
  return (name) => names.get(name);
}

function declaredBy(statement: AnyNode): [string, AnyNode][] {
  const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
  if (declared?.type === "FunctionDeclaration") return declared.id ? [[declared.id.name, declared]] : [];
  if (declared?.type !== "VariableDeclaration") return [];
  return declared.declarations.flatMap(({ id, init }): [string, AnyNode][] =>
    id.type === "Identifier" && init ? [[id.name, withoutType(init)]] : [],
  );
}

// `(async () => {…}) satisfies GetStaticPaths`
function withoutType(node: AnyNode): AnyNode {
  return /^TS/.test(node.type) && "expression" in node && typeof node.expression === "object"
    ? withoutType(node.expression as AnyNode)
    : node;
}
