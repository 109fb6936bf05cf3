import type { ElementContent, Root, RootContent } from "hast";

// <!--more--> (Hugo, Hexo, Jekyll, Zola; WordPress may have words behind it), <!-- truncate --> (Docusaurus), <!-- excerpt -->
// (Eleventy), <!-- end excerpt -->.
const mark = /^more(?:\s.*)?$|^\s*(?:more|truncate|read[ -]?more|excerpt|end[ -]?excerpt|excerpt[ -]?end)\s*$/is;

/** What stands before the comment by which an author ends the summary; undefined where there is none. The tree stays as it is. */
export function excerptBeforeMark(tree: Root): Root | undefined {
  return hasMark(tree.children) ? { type: "root", children: upToMark(tree.children).children } : undefined;
}

// Few articles have one, and a copy of the others would take as long as to compile them.
function hasMark(nodes: readonly (RootContent | ElementContent)[]): boolean {
  return nodes.some((node) => (node.type === "comment" && mark.test(node.value)) || (node.type === "element" && hasMark(node.children)));
}

type Cut<T> = { readonly children: T[]; readonly isCut: boolean };

function upToMark<T extends RootContent | ElementContent>(nodes: readonly T[]): Cut<T> {
  const children: T[] = [];
  for (const node of nodes) {
    if (node.type === "comment" && mark.test(node.value)) return { children, isCut: true };
    if (node.type !== "element") children.push({ ...node });
    else {
      const within = upToMark(node.children);
      children.push({ ...node, properties: { ...node.properties }, children: within.children });
      if (within.isCut) return { children, isCut: true };
    }
  }
  return { children, isCut: false };
}
