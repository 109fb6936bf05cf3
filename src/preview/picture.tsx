import type { Entry } from "../model/entry.ts";

/** The picture that stands for an entry. It is at the top of its page, hence not lazy. */
export function Picture({ image }: { image: NonNullable<Entry["image"]> }) {
  return <img class="picture" src={image.url} alt={image.alt ?? ""} width={image.width} height={image.height} />;
}
