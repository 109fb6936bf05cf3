import type { Element, ElementContent } from "hast";
import { fileNameOf } from "../../base/file-name-of.ts";
import { elementNode, firstProperty, textNode } from "../html/hast-nodes.ts";
import type { Convert } from "./convert.ts";
import { embedNodes } from "./embed-link.ts";
import { embedPage, isPlayable } from "./embed-services.ts";
import { meaningfulTitle } from "./embed-title.ts";
import { pictureAddress } from "./picture-address.ts";

const film = /\.(?:mp4|m4v|webm|ogv|mov|mkv|gifv)$/i;
const recording = /\.(?:mp3|m4a|ogg|oga|opus|wav|flac|aac)$/i;
const document = /\.(?:pdf|epub|zip|docx?|pptx?|xlsx?|odt|csv)$/i;

/**
 * Replaces a picture that is none: `![](clip.mp4)` with a player, `![](https://youtu.be/ID)` with a link to the video, and
 * `![](paper.pdf)` with a link to the file. Editors such as Obsidian, Typora and Nextra show them.
 */
export const convertPictureOfMedia: Convert = (image, context) => {
  const src = pictureAddress(image);
  if (src === undefined || /^data:/i.test(src)) return undefined;
  const [path = ""] = src.split(/[?#]/, 1);
  const title = firstProperty(image, "alt", "title");
  if (film.test(path)) return [player("video", src.replace(/\.gifv(?=$|[?#])/i, ".mp4"), image, title)]; // Imgur has both
  if (recording.test(path)) return [player("audio", src, image, title)];
  const isInLink = context.parent.type === "element" && context.parent.tagName === "a";
  if (document.test(path)) {
    const words = textNode(title ?? fileNameOf(src));
    return [isInLink ? words : elementNode("a", { href: src }, [words])];
  }
  const absolute = src.replace(/^\/\//, "https://");
  if (!isPlayable(absolute)) return undefined;
  return isInLink
    ? [textNode(meaningfulTitle(title) ?? embedPage(absolute)?.label ?? absolute)]
    : embedNodes({ address: src, title }, context);
};

// The link is shown by readers that remove the player.
function player(tagName: string, src: string, { properties, position }: Element, title: string | undefined): Element {
  const { height, width } = properties;
  const size = tagName === "video" && { ...(width !== undefined && { width }), ...(height !== undefined && { height }) };
  const link: ElementContent[] = title === undefined ? [] : [elementNode("a", { href: src }, [textNode(title)])];
  return { ...elementNode(tagName, { src, controls: true, ...size }, link), ...(position !== undefined && { position }) };
}
