import type { Entry } from "../model/entry.ts";

/** Renders the picture of an entry. It is at the top of its page, so it is not loaded lazily. */
export function Picture({ image }: { image: NonNullable<Entry["image"]> }) {
  return <img class="picture" src={image.url} alt={image.alt ?? ""} width={image.width} height={image.height} />;
}
