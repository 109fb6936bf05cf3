import type { Parents, Root } from "hast";
import { raw } from "hast-util-raw";
import { toHtml } from "hast-util-to-html";
import { VFile } from "vfile";
import { limits } from "../limits/limits.ts";
import { limitHtml } from "./parse-html.ts";

/**
 * Parses the HTML that Markdown contains, which begins and ends where it likes: only a parser of HTML can tell what is in what.
 * @param text that the tree was made of
 * @throws ArticleError
 */
export function parseRawHtml(tree: Root, text: string): Root {
  const { elements, tags } = countIn(tree, { elements: 0, tags: 0 });
  // Whatever stays open is opened again in each element behind it, at most.
  if (tags * (elements + tags) > limits.htmlNodes) limitHtml(toHtml(tree, { allowDangerousHtml: true }));
  return raw(tree, { file: new VFile(text) }) as Root;
}

interface Counts {
  elements: number;
  /** Beginnings and ends of elements in HTML. */
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
