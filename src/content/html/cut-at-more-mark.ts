import type { Element, ElementContent, Root, RootContent } from "hast";

// <!--more--> (Hugo, Hexo, Jekyll, Zola; in WordPress, words may follow), <!-- truncate --> (Docusaurus), <!-- excerpt -->
// (Eleventy), <!-- end excerpt -->.
const mark = /^more(?:\s.*)?$|^\s*(?:more|truncate|read[ -]?more|excerpt|end[ -]?excerpt|excerpt[ -]?end)\s*$/is;

/** Returns whether a comment ends the excerpt of an article. */
export function endsExcerpt(comment: string): boolean {
  return mark.test(comment);
}

/** Returns a copy of the content before the more-mark, the comment or the anchor that ends the excerpt, or undefined without a mark. */
export function cutAtMoreMark(tree: Root): Root | undefined {
  return hasMark(tree.children) ? { type: "root", children: upToMark(tree.children).children } : undefined;
}

// Few articles have a mark, and copying the tree of the others would take as long as compiling them.
function hasMark(nodes: readonly (RootContent | ElementContent)[]): boolean {
  return nodes.some((node) => isMark(node) || (node.type === "element" && hasMark(node.children)));
}

function isMark(node: RootContent | ElementContent): boolean {
  return node.type === "comment" ? endsExcerpt(node.value) : node.type === "element" && isAnchor(node);
}

// <a name="more"></a> (Blogger), <span id="more-42"></span> (pages of WordPress)
function isAnchor(element: Element): boolean {
  if (element.children.length > 0) return false;
  if (element.tagName === "a") return element.properties["name"] === "more";
  return element.tagName === "span" && /^more-\d+$/.test(String(element.properties["id"]));
}

type Cut<T> = { readonly children: T[]; readonly isCut: boolean };

function upToMark<T extends RootContent | ElementContent>(nodes: readonly T[]): Cut<T> {
  const children: T[] = [];
  for (const node of nodes) {
    if (isMark(node)) return { children, isCut: true };
    if (node.type !== "element") children.push({ ...node });
    else {
      const within = upToMark(node.children);
      children.push({ ...node, properties: { ...node.properties }, children: within.children });
      if (within.isCut) return { children, isCut: true };
    }
  }
  return { children, isCut: false };
}
