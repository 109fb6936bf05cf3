import type { Parents } from "hast";
import { fileNameOf } from "../../base/file-name-of.ts";
import { elementNode, firstProperty, textNode } from "../html/hast-nodes.ts";
import type { Convert } from "./convert.ts";
import { embedNodes } from "./embed-link.ts";
import { embedPage, isPlayable } from "./embed-services.ts";
import { meaningfulTitle } from "./embed-title.ts";
import { mediaPlayer } from "./media-player.ts";
import { pictureAddress } from "./picture-address.ts";

/** The end of a file that readers cannot show within a text, such as a PDF. */
export const documentEnding: RegExp = /\.(?:pdf|epub|zip|docx?|pptx?|xlsx?|od[tsp]|csv|rtf|mobi|7z|rar|glb|gltf|usdz|stl|gpx|kml)$/i;

/**
 * Replaces a picture whose address is another kind of file: `![](clip.mp4)` with a player, `![](https://youtu.be/ID)` with a link to the
 * video, and `![](paper.pdf)` with a link to the file. Editors such as Obsidian, Typora and Nextra show them.
 */
export const convertPictureOfMedia: Convert = (image, context) => {
  const src = pictureAddress(image);
  if (src === undefined || /^data:/i.test(src)) return undefined;
  const [path = ""] = src.split(/[?#]/, 1);
  const title = firstProperty(image, "alt", "title");
  const player = mediaPlayer(src, image, title);
  if (player !== undefined) return [player];
  const isInLink = context.parent.type === "element" && context.parent.tagName === "a";
  if (documentEnding.test(path)) {
    markIfOnlyEmbeds(context.parent);
    const words = textNode(title ?? fileNameOf(src));
    return [isInLink ? words : elementNode("a", { href: src }, [words])];
  }
  const absolute = src.replace(/^\/\//, "https://");
  if (!isPlayable(absolute)) return undefined;
  return isInLink
    ? [textNode(meaningfulTitle(title) ?? embedPage(absolute)?.label ?? absolute)]
    : embedNodes({ address: src, title }, context);
};

// Such a paragraph is not a summary.
function markIfOnlyEmbeds(parent: Parents): void {
  if (parent.type !== "element" || parent.tagName !== "p") return;
  const isOnlyEmbeds = parent.children.every((child) =>
    child.type === "text" ? child.value.trim() === "" : child.type !== "element" || /^(?:img|br)$/.test(child.tagName),
  );
  if (isOnlyEmbeds) parent.properties["dataEmbed"] = "";
}
