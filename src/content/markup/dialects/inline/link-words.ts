import { slug } from "github-slugger";
import type { Element, Parents, Root } from "hast";
import { decodeUri } from "../../../../base/decode-uri.ts";
import { findElement } from "../../../html/find-elements.ts";
import { elementNode, firstProperty, siblingAt, textNode } from "../../../html/hast-nodes.ts";
import { textStart } from "../../../html/text-start.ts";
import { walkTree } from "../../../html/walk-tree.ts";
import { replaceMatches, replaceProse } from "./prose.ts";

const maxLength = 300; // UTF-16 units
const reference = /\[-?@((?:fig|tbl|sec|lst)-\w[\w-]{0,80})\]|(?<![\w@.])-?@((?:fig|tbl|sec|lst)-(?:\w|-(?=\w)){1,80})/g;

/** Returns whether a text may have links without text, or Quarto's references. */
export function mayLackWords(text: string): boolean {
  return text.includes("[](") || text.search(reference) >= 0;
}

/**
 * Gives links without text the text of the heading or the caption to which they lead, as MyST does: `[](#setup)`, `[](fig-moon)`. Quarto's
 * `@fig-moon` becomes such a link. A link to anything else shows its address.
 */
export function convertLinkWords(tree: Root): void {
  const links: Element[] = [];
  const words = new Map<string, string>();
  walkTree(tree, (node, index, parent) => {
    if (node.type !== "element") return undefined;
    const text = wordsOf(node, index, parent);
    const isHeading = /^h[1-6]$/.test(node.tagName);
    for (const id of [idIn(node), isHeading ? slug(text) : undefined]) if (id !== undefined && !words.has(id)) words.set(id, text);
    if (isHeading) return "skip"; // a link in a heading leads to itself
    if (node.tagName === "a" && node.children.length === 0) links.push(node);
    return undefined;
  });
  for (const link of links) giveWords(link, words);
  replaceProse(tree, (node) =>
    replaceMatches(node, reference, ([, inBrackets, bare = ""]) => {
      const id = inBrackets ?? bare;
      const text = words.get(id);
      return text ? elementNode("a", { href: `#${id}` }, [textNode(text)]) : undefined;
    }),
  );
}

function idIn(element: Element): string | undefined {
  return firstProperty(element, "id") ?? (element.tagName === "p" ? firstProperty(pictureIn(element) ?? element, "id") : undefined);
}

// The caption of a picture in MyST is the paragraph after it.
function wordsOf(element: Element, index: number, { children }: Parents): string {
  if (/^h[1-6]$/.test(element.tagName)) return textStart(element, maxLength).trim();
  if (element.tagName === "p") {
    const picture = pictureIn(element);
    const after = siblingAt(children, index, 1);
    const caption = after?.type === "element" && after.tagName === "p" ? textStart(after, maxLength).trim() : "";
    return picture === undefined ? "" : firstProperty(picture, "alt") || caption;
  }
  if (element.tagName !== "figure" && element.tagName !== "table") return "";
  const caption = findElement(element, ({ tagName }) => tagName === "figcaption" || tagName === "caption");
  return caption === undefined ? "" : textStart(caption, maxLength).trim();
}

function pictureIn({ children }: Element): Element | undefined {
  const [only, ...others] = children.filter((child) => child.type !== "text" || child.value !== "");
  return others.length === 0 && only?.type === "element" && only.tagName === "img" ? only : undefined;
}

function giveWords(link: Element, words: ReadonlyMap<string, string>): void {
  const href = firstProperty(link, "href") ?? "";
  if (words.has(href)) link.properties["href"] = `#${href}`; // MyST: a label instead of an address
  const text = words.get(decodeUri(href.replace(/^#/, ""))) || decodeUri(href).replace(/^#/, "");
  if (text !== "") link.children = [textNode(text)];
}
