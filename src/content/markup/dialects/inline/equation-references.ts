import type { Root } from "hast";
import { elementNode, textNode } from "../../../html/hast-nodes.ts";
import type { EquationLabel } from "../../formulas/equation-labels.ts";
import { replaceMatches, replaceProse } from "./prose.ts";

const reference = /\\(eq)?ref\{([^{}\\\s]{1,100})\}/g;

/** Converts MathJax's references to formulas, `\eqref{eq:sum}` and `\ref{eq:sum}`, to links. */
export function convertEquationReferences(tree: Root, labels: ReadonlyMap<string, EquationLabel>): void {
  if (labels.size === 0) return;
  replaceProse(tree, (node) =>
    replaceMatches(node, reference, ([, isInParentheses, name = ""]) => {
      const found = labels.get(name);
      if (found === undefined) return undefined;
      const { id, shown } = found;
      return elementNode("a", { href: `#${id}` }, [textNode(isInParentheses === undefined ? shown : `(${shown})`)]);
    }),
  );
}
