import type { Element, Root, RootContent } from "hast";
import { shortAddress } from "../../base/short-address.ts";
import { textStart } from "../html/text-start.ts";
import { embedPage } from "./embed-services.ts";

/** Returns the tree without its embeds, or the tree itself if it has none. A video is not a summary of a text. */
export function withoutEmbeds(tree: Root): Root {
  return tree.children.some(hasEmbed) ? ({ ...tree, children: tree.children.flatMap(remaining) } as Root) : tree;
}

function hasEmbed(node: RootContent): boolean {
  return node.type === "element" && (isEmbed(node) || node.children.some(hasEmbed));
}

function remaining(node: RootContent): RootContent[] {
  if (node.type !== "element") return [node];
  return isEmbed(node) ? [] : [{ ...node, children: node.children.flatMap(remaining) as Element["children"] }];
}

// A link that shows its own address, alone in a paragraph, is how most editors write a video.
function isEmbed({ children, properties, tagName }: Element): boolean {
  if ("dataEmbed" in properties || tagName === "canvas") return true; // the text of a canvas is for browsers without one
  const [link] = children;
  if (tagName !== "p" || children.length !== 1 || link?.type !== "element" || link.tagName !== "a") return false;
  const url = String(link.properties["href"]);
  return shortAddress(url) === shortAddress(textStart(link, 2000)) && embedPage(url) !== undefined;
}
