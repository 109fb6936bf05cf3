import { type Alias, type Document, isAlias, isNode, isPair, isScalar, isSeq, type Node, visit } from "yaml";

const pythonTag = /^tag:yaml\.org,2002:python\/(.{1,200})$/;

/** The key of a table that replaces an object of Python: `name:pymdownx.slugs.uslugify`. */
export const pythonKey = "!!python";

/**
 * Replaces the tags of MkDocs in a document. An object of Python becomes a table with its name and its arguments. A variable of the
 * environment (`!ENV [NAME, default]`) becomes its default, if it has one; a plugin that it enables is enabled.
 * @param report receives each key whose value is such a variable
 */
export function replaceTags(document: Document, report: (variable: { readonly key: string; readonly hasDefault: boolean }) => void): void {
  visit(document, {
    Node(_, node, ancestors) {
      if (isAlias(node)) return undefined;
      const [, python] = pythonTag.exec(node.tag ?? "") ?? [];
      if (python !== undefined) return replaced(node, { [pythonKey]: python, value: plainValue(node, document) }, document);
      if (node.tag !== "!ENV") return undefined;
      const parent = ancestors.at(-1);
      const key = isPair(parent) ? String(parent.key) : "";
      const given = isSeq(node) && node.items.length > 1 ? node.items.at(-1) : undefined;
      report({ key, hasDefault: given !== undefined });
      return replaced(node, key !== "enabled" && isNode(given) ? plainValue(given, document) : null, document);
    },
  });
}

// Aliases may refer to the node.
function replaced({ anchor }: Exclude<Node, Alias>, value: unknown, document: Document): Node {
  const node = document.createNode(value);
  if (anchor !== undefined && !isAlias(node)) node.anchor = anchor;
  return node;
}

function plainValue(node: Node, document: Document): unknown {
  return isScalar(node) ? node.value : node.toJS(document);
}
