import type { Parents, Root } from "hast";
import { type Features, markdownToHast } from "satteri";
import { limitDepth } from "../limits/limit-depth.ts";
import { limitMarkdown } from "./limit-markdown.ts";

const features: Features = {
  frontmatter: false, // it has been read
  gfm: {
    footnotes: {
      clobberPrefix: "", // anchors get a prefix of their entry's
      backContent: () => "↩\uFE0E", // as text: phones draw a bare ↩ as a picture
    },
  },
};

/**
 * Parses CommonMark with the GitHub extensions; raw HTML in it becomes part of the tree.
 * @throws ArticleError
 */
export async function parseMarkdown(text: string): Promise<Root> {
  limitMarkdown(text); // before native code, which nothing can stop
  const tree = markdownToHast(text, { features }) as Root;
  limitDepth(tree);
  if (!settle(tree, false).hasHtml) return tree;
  const { parseRawHtml } = await import("../html/parse-raw-html.ts"); // its parser is 13 files, and most articles have no HTML
  return parseRawHtml(tree, text);
}

// Cells are aligned by attribute: readers drop styles. A link in a link is taken apart by every parser of HTML.
function settle(parent: Parents, isInLink: boolean): { hasHtml: boolean } {
  let hasHtml = false;
  for (const node of parent.children) {
    if (node.type === "raw") hasHtml = true;
    if (node.type !== "element") continue;
    const { properties, tagName } = node;
    if ((tagName === "td" || tagName === "th") && typeof properties["style"] === "string")
      node.properties = { align: properties["style"].replace(/^text-align:\s*/, "") };
    const isLink = tagName === "a";
    if (isLink && isInLink) hasHtml = true;
    if (settle(node, isInLink || isLink).hasHtml) hasHtml = true;
  }
  return { hasHtml };
}
