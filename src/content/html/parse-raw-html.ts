import type { Parents, Root } from "hast";
import { raw } from "hast-util-raw";
import { toHtml } from "hast-util-to-html";
import { VFile } from "vfile";
import { limits } from "../limits/limits.ts";
import { limitHtml } from "./parse-html.ts";

/**
 * Parses the raw HTML in a tree of Markdown. Its tags may begin and end anywhere, so only an HTML parser can find the nesting.
 * @param text the Markdown of the tree
 * @throws ArticleError
 */
export function parseRawHtml(tree: Root, text: string): Root {
  const { elements, tags } = countIn(tree, { elements: 0, tags: 0 });
  // At worst, each unclosed element is opened again in each element after it.
  if (tags * (elements + tags) > limits.htmlNodes) limitHtml(toHtml(tree, { allowDangerousHtml: true }));
  return raw(tree, { file: new VFile(text) }) as Root;
}

interface Counts {
  elements: number;
  /** Start and end tags in raw HTML. */
  tags: number;
}

function countIn(parent: Parents, counts: Counts): Counts {
  for (const child of parent.children) {
    if (child.type === "raw") for (let at = child.value.indexOf("<"); at >= 0; at = child.value.indexOf("<", at + 1)) counts.tags++;
    if (child.type !== "element") continue;
    counts.elements++;
    countIn(child, counts);
  }
  return counts;
}
