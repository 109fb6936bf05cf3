import type { Entry } from "./entry.ts";

/**
 * Returns true for a picture that cannot represent an article. Facebook ignores pictures below 200 × 200 pixels, and no service shows SVG,
 * which badges of other sites are.
 */
export function isIcon({
  height = Infinity,
  url,
  width = Infinity,
}: Pick<NonNullable<Entry["image"]>, "height" | "url" | "width">): boolean {
  return Math.min(width, height) < 200 || /\.svg(?:$|[?#])/i.test(url);
}
