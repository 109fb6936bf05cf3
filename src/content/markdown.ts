import type { Parents, Root } from "hast";
import { raw } from "hast-util-raw";
import { type Features, markdownToHast } from "satteri";
import { VFile } from "vfile";

const features: Features = {
  frontmatter: false, // it has been read
  gfm: {
    footnotes: {
      clobberPrefix: "", // anchors get a prefix of their entry's
      backContent: () => "↩\uFE0E", // as text: phones draw a bare ↩ as a picture
    },
  },
};

/** Parses CommonMark with the GitHub extensions; raw HTML in it becomes part of the tree. */
export function parseMarkdown(text: string): Root {
  const tree = markdownToHast(text, { features }) as Root;
  // HTML begins and ends where it likes: only a parser of HTML can tell what is in what. Nothing else needs one.
  return settle(tree, false).hasHtml ? (raw(tree, { file: new VFile(text) }) as Root) : tree;
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
