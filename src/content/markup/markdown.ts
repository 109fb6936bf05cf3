import type { Parents, Root } from "hast";
import { type Features, markdownToHast } from "satteri";
import { limitDepth } from "../limits/limit-depth.ts";
import { limitMarkdown } from "./limit-markdown.ts";

const features: Features = {
  frontmatter: false, // it is parsed already
  gfm: {
    footnotes: {
      clobberPrefix: "", // anchors get their entry's prefix later
      backContent: () => "↩\uFE0E", // U+FE0E: phones show a bare ↩ as an emoji
    },
  },
};

/**
 * Parses CommonMark with the GitHub extensions; raw HTML in it becomes part of the tree.
 * @throws ArticleError
 */
export async function parseMarkdown(text: string): Promise<Root> {
  limitMarkdown(text); // the native parser cannot be stopped
  const tree = markdownToHast(text, { features }) as Root;
  limitDepth(tree);
  if (!needsParser(tree, false)) return tree;
  const { parseRawHtml } = await import("../html/parse-raw-html.ts"); // loads 13 files, and most articles have no HTML
  return parseRawHtml(tree, text);
}

// Returns whether a tree has raw HTML, or nested links, which HTML parsers split.
function needsParser(parent: Parents, isInLink: boolean): boolean {
  for (const node of parent.children) {
    if (node.type === "raw") return true;
    if (node.type !== "element") continue;
    const isLink = node.tagName === "a";
    if (isLink && isInLink) return true;
    if (needsParser(node, isInLink || isLink)) return true;
  }
  return false;
}
