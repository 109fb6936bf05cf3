import type { PhrasingContent, Root } from "mdast";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";

const reader = unified().use(remarkParse).freeze();
const maxLength = 2000; // UTF-16 units

/** Parses the caption of Mintlify's frames, which is Markdown of one paragraph. */
export function parseCaption(caption: string): PhrasingContent[] {
  const tree: Root | undefined = caption.length > maxLength ? undefined : reader.parse(caption.trim());
  const [only, ...others] = tree?.children ?? [];
  if (tree === undefined || only?.type !== "paragraph" || others.length > 0) return [{ type: "text", value: caption }];
  visit(tree, (node) => {
    delete node.position; // of the caption, not of the article
  });
  return only.children;
}
