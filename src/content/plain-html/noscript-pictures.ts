import type { Element, ElementContent, Parents } from "hast";
import { fileNameOf } from "../../base/file-name-of.ts";
import { descendants } from "../html/find-elements.ts";
import { siblingAt } from "../html/hast-nodes.ts";
import { isPlaceholder, pictureAddress } from "./picture-address.ts";
import { isTracker } from "./pictures.ts";

/**
 * Leaves one picture of each pair of a picture that a script loads and its twin in `<noscript>`, in place: the first one if it has an
 * address, otherwise the twin.
 */
export function mergeNoscriptPictures(parent: Parents): void {
  for (const child of parent.children) if (child.type === "element") mergeNoscriptPictures(child);
  if (!parent.children.some((child) => child.type === "element" && child.tagName === "noscript")) return;
  const dropped = new Set<unknown>();
  parent.children.forEach((child, index) => {
    if (child.type === "element" && child.tagName === "noscript") dropTwin(child, parent, index, dropped);
  });
  parent.children = parent.children.filter((child) => !dropped.has(child)) as Parents["children"];
}

function dropTwin(noscript: Element, { children }: Parents, index: number, dropped: Set<unknown>): void {
  const own = onlyPicture(noscript);
  if (own === undefined) return;
  for (const sibling of [siblingAt(children, index, -1), siblingAt(children, index, 1)]) {
    const other = sibling?.type === "element" && !dropped.has(sibling) ? onlyPicture(sibling) : undefined;
    if (other === undefined) continue;
    const address = addressIn(sibling as Element, other);
    const isEmpty = address === undefined || isPlaceholder(address);
    if (isEmpty && !isTracker(own)) dropped.add(sibling);
    else if (isTracker(own) || isSamePicture(address ?? "", pictureAddress(own) ?? "")) dropped.add(noscript);
    else continue;
    return;
  }
  if (isTracker(own)) dropped.add(noscript);
}

function addressIn(element: Element, image: Element): string | undefined {
  return pictureAddress(image, descendants(element, "source"));
}

// The only picture of an element without a text of its own.
function onlyPicture(element: Element): Element | undefined {
  const images = descendants(element, "img", 2);
  return images.length === 1 && !hasText(element) ? images[0] : undefined;
}

function hasText({ children }: Element): boolean {
  return children.some((child: ElementContent) =>
    child.type === "text" ? child.value.trim() !== "" : child.type === "element" && hasText(child),
  );
}

// The same file in another size: photo-300x200.jpg, photo.jpg?w=300.
function isSamePicture(a: string, b: string): boolean {
  return nameOf(a) === nameOf(b);
}

function nameOf(address: string): string {
  return fileNameOf(address).replace(/-\d{2,4}x\d{2,4}(?=\.\w{1,5}$)/, "");
}
