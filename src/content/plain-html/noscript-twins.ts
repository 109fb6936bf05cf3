import type { Element, ElementContent, Parents } from "hast";
import { isDataUrl } from "../../base/data-picture.ts";
import { fileNameOf } from "../../base/file-name-of.ts";
import { descendants, findElement } from "../html/find-elements.ts";
import { firstProperty, siblingAt } from "../html/hast-nodes.ts";
import { embedPage } from "./embed-services.ts";
import { embeddedAddress, isEmbedded } from "./embeds.ts";
import { isPlaceholder, pictureAddress } from "./picture-address.ts";
import { isTracker } from "./pictures.ts";

/**
 * Leaves one of each pair of a picture, frame or player that a script loads and its twin in `<noscript>`, in place: the first one if it has
 * an address, otherwise the twin.
 */
export function mergeNoscriptTwins(parent: Parents): void {
  for (const child of parent.children) if (child.type === "element") mergeNoscriptTwins(child);
  if (!parent.children.some((child) => child.type === "element" && child.tagName === "noscript")) return;
  const dropped = new Set<unknown>();
  parent.children.forEach((child, index) => {
    if (child.type === "element" && child.tagName === "noscript") dropTwin(child, parent, index, dropped);
  });
  parent.children = parent.children.filter((child) => !dropped.has(child)) as Parents["children"];
}

function dropTwin(noscript: Element, { children }: Parents, index: number, dropped: Set<unknown>): void {
  const own = onlyPicture(noscript);
  if (own === undefined) dropTwinOfFrame(noscript, children, index, dropped);
  else dropTwinOfPicture(own, noscript, children, index, dropped);
}

function dropTwinOfFrame(noscript: Element, children: Siblings, index: number, dropped: Set<unknown>): void {
  const frame = onlyFrame(noscript);
  const own = frame && embeddedAddress(frame);
  if (own === undefined) return;
  for (const sibling of [siblingAt(children, index, -1), siblingAt(children, index, 1)]) {
    const other = sibling?.type === "element" && !dropped.has(sibling) ? onlyFrame(sibling) : undefined;
    if (other === undefined) continue;
    const address = embeddedAddress(other);
    if (address !== undefined && pageOf(address) !== pageOf(own)) continue;
    dropped.add(address === undefined ? sibling : noscript);
    return;
  }
}

// The only frame or player of an element without a text of its own.
function onlyFrame(element: Element): Element | undefined {
  const frame = findElement(element, ({ tagName }) => isEmbedded(tagName));
  const isOnly = frame !== undefined && findElement(element, (other) => other !== frame && isEmbedded(other.tagName)) === undefined;
  return isOnly && (element === frame || !hasText(element, frame)) ? frame : undefined;
}

function pageOf(address: string): string {
  const absolute = address.replace(/^\/\//, "https://");
  return embedPage(absolute)?.url ?? absolute;
}

type Siblings = Parents["children"];

function dropTwinOfPicture(own: Element, noscript: Element, children: Siblings, index: number, dropped: Set<unknown>): void {
  for (const sibling of [siblingAt(children, index, -1), siblingAt(children, index, 1)]) {
    const other = sibling?.type === "element" && !dropped.has(sibling) ? onlyPicture(sibling) : undefined;
    if (other === undefined) continue;
    const drop = dropOf(own, addressIn(sibling as Element, other));
    if (drop === undefined) continue;
    dropped.add(drop === "twin" ? noscript : sibling);
    if (!isTracker(own)) shareWords(drop === "twin" ? own : other, drop === "twin" ? other : own);
    return;
  }
  if (isTracker(own)) dropped.add(noscript);
}

// Which one of a picture at an address and its twin is dropped; undefined if they are two pictures.
function dropOf(own: Element, address: string | undefined): "picture" | "twin" | undefined {
  if (isTracker(own)) return "twin";
  const ofTwin = pictureAddress(own);
  const isEmpty = address === undefined || isDataUrl(address) || isPlaceholder(address);
  if (isEmpty) return ofTwin === undefined && address !== undefined ? "twin" : "picture";
  return ofTwin === undefined || isSamePicture(address, ofTwin) ? "twin" : undefined;
}

// Squarespace describes a picture only in the twin.
function shareWords(from: Element, to: Element): void {
  const alt = firstProperty(to, "alt") ?? firstProperty(from, "alt");
  if (alt !== undefined) to.properties["alt"] = alt;
}

function addressIn(element: Element, image: Element): string | undefined {
  return pictureAddress(image, descendants(element, "source"));
}

// The only picture of an element without a text of its own.
function onlyPicture(element: Element): Element | undefined {
  const images = descendants(element, "img", 2);
  return images.length === 1 && !hasText(element) ? images[0] : undefined;
}

function hasText({ children }: Element, except?: Element): boolean {
  return children.some((child: ElementContent) =>
    child.type === "text" ? child.value.trim() !== "" : child.type === "element" && child !== except && hasText(child, except),
  );
}

// The same file in another size: photo-300x200.jpg, photo.jpg?w=300.
function isSamePicture(a: string, b: string): boolean {
  return nameOf(a) === nameOf(b);
}

function nameOf(address: string): string {
  return fileNameOf(address).replace(/-\d{2,4}x\d{2,4}(?=\.\w{1,5}$)/, "");
}
