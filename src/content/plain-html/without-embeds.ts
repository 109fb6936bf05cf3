import type { Element, Root, RootContent } from "hast";
import { decodeUri } from "../../base/decode-uri.ts";
import { fileNameOf } from "../../base/file-name-of.ts";
import { shortAddress } from "../../base/short-address.ts";
import { badgesOfTitle } from "../html/badges.ts";
import { textStart } from "../html/text-start.ts";
import { embedPage } from "./embed-services.ts";
import { documentEnding } from "./pictures-of-media.ts";

/** Returns the tree without its embeds and the badges of its title, or the tree itself if it has none. A video is not a summary of a text. */
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

// A link that shows its own address or the name of its file, alone in a paragraph, is how most editors write a video or a PDF.
function isEmbed({ children, properties, tagName }: Element): boolean {
  if ("dataEmbed" in properties || badgesOfTitle in properties || tagName === "canvas") return true; // the text of a canvas is for browsers without one
  const [link] = children;
  if (tagName !== "p" || children.length !== 1 || link?.type !== "element" || link.tagName !== "a") return false;
  const url = String(link.properties["href"]);
  const words = textStart(link, 2000);
  const name = fileNameOf(url);
  if (documentEnding.test(name)) return decodeUri(fileNameOf(words)) === decodeUri(name);
  return shortAddress(url) === shortAddress(words) && embedPage(url) !== undefined;
}
