import { type Document, isNode, isPair, isScalar, isSeq, type Node, visit } from "yaml";

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
      const [, python] = pythonTag.exec(node.tag ?? "") ?? [];
      if (python !== undefined) return document.createNode({ [pythonKey]: python, value: plainValue(node, document) });
      if (node.tag !== "!ENV") return undefined;
      const parent = ancestors.at(-1);
      const key = isPair(parent) ? String(parent.key) : "";
      const given = isSeq(node) && node.items.length > 1 ? node.items.at(-1) : undefined;
      report({ key, hasDefault: given !== undefined });
      const value = key !== "enabled" && isNode(given) ? given.toJS(document) : null;
      return document.createNode(value);
    },
  });
}

function plainValue(node: Node, document: Document): unknown {
  return isScalar(node) ? node.value : node.toJS(document);
}
