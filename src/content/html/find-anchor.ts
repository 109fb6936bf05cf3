import { decodeUri } from "../../base/decode-uri.ts";

/**
 * Finds the anchor that a link means: the same one, or the only one that differs in signs, accents, case or a number before it. Generators
 * make anchors of headings by different rules: `1-café`, `Café` and `cafe` are one heading.
 * @param anchor as it is written in the link, without `#`
 */
export function findAnchor(anchor: string, anchors: ReadonlySet<string>): string | undefined {
  const wanted = decodeUri(anchor);
  if (anchors.has(wanted)) return wanted;
  return onlyMatch(wanted, anchors, folded) ?? onlyMatch(wanted, anchors, withoutNumber);
}

/** Returns whether every page has an anchor: its top, and text fragments. */
export function isOnEveryPage(anchor: string): boolean {
  return anchor === "" || anchor.toLowerCase() === "top" || anchor.startsWith(":~:");
}

function onlyMatch(wanted: string, anchors: ReadonlySet<string>, keyOf: (anchor: string) => string): string | undefined {
  const key = keyOf(wanted);
  const found = key === "" ? [] : [...anchors].filter((anchor) => keyOf(anchor) === key);
  return found.length === 1 ? found[0] : undefined;
}

function folded(anchor: string): string {
  return anchor
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();
}

function withoutNumber(anchor: string): string {
  return folded(anchor).replace(/^\p{N}+/u, "");
}
