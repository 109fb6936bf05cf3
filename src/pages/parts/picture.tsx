import type { Entry } from "../../model/entry.ts";

type Image = NonNullable<Entry["image"]>;

/** Renders the picture of an entry. It is at the top of its page, so it is not loaded lazily. */
export function Picture({ image }: { image: Image }) {
  const kind = isPhotograph(image) ? "picture photograph u-photo" : "picture u-photo";
  return <img class={kind} src={image.url} alt={image.alt ?? ""} width={image.width} height={image.height} />;
}

/**
 * Returns whether a picture may lose its edges: a photograph in landscape format, as cameras make them, from the square to 2:1. Diagrams
 * and screenshots are PNG, SVG or GIF, and a portrait would lose its head.
 */
function isPhotograph({ type, width, height }: Image): boolean {
  if (!/^image\/(?:jpeg|webp|avif|heic)$/i.test(type) || width === undefined || height === undefined) return false;
  return width >= height && width <= 2 * height;
}
