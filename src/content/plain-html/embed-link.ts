import type { Element, ElementContent, Parents, RootContent } from "hast";
import { elementNode, textNode } from "../html/hast-nodes.ts";
import { type ConversionContext, mayContainBlocks } from "./convert.ts";
import { embedPage } from "./embed-services.ts";
import { meaningfulTitle } from "./embed-title.ts";

/** Embedded content: its address, and what the author's markup says about it. */
export interface Embed {
  /** Absolute, or relative to the article. */
  readonly address: string;
  readonly title?: string | undefined;
  /** The address of a still picture. */
  readonly picture?: string | undefined;
  /** The text of the link to content of an unknown service without a title. */
  readonly label?: string | undefined;
}

/** Returns whether an address may become a link. */
export function isLinkable(address: string): boolean {
  return !/^[a-z][a-z0-9+.-]*:/i.test(address) || /^https?:\/\//i.test(address);
}

/**
 * Creates a link to the page of embedded content, in a paragraph of its own where the parent may contain one; a space separates it from
 * another link on its line. Returns undefined for an address that may not become a link.
 */
export function embedNodes(embed: Embed, { index, parent }: ConversionContext): RootContent[] | undefined {
  if (!isLinkable(embed.address)) return undefined;
  const before = parent.children[index - 1];
  const isGlued = !mayContainBlocks(parent) && before !== undefined && before.type === "element";
  return isGlued ? [textNode(" "), embedLink(embed, parent)] : [embedLink(embed, parent)];
}

function embedLink(embed: Embed, parent: Parents): RootContent {
  const link = linkTo(embed);
  return mayContainBlocks(parent) ? elementNode("p", {}, [link]) : link;
}

function linkTo({ address, label, picture, title }: Embed): Element {
  const absolute = address.replace(/^\/\//, "https://");
  const page = embedPage(absolute) ?? { url: absolute, label: label ?? absolute };
  const text = textNode(meaningfulTitle(title) ?? page.label);
  const children: ElementContent[] = picture === undefined ? [text] : [still(picture), elementNode("br", {}), text];
  return elementNode("a", { href: page.url, dataEmbed: "" }, children);
}

function still(src: string): Element {
  return elementNode("img", { src, alt: "" });
}
