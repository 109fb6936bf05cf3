import GithubSlugger from "github-slugger";
import type { Root } from "hast";
import { textStart } from "./text-start.ts";
import { walkElements } from "./walk-tree.ts";

const maxLength = 1000; // UTF-16 units of a heading that an anchor is made of: there may be headings in headings

/**
 * Gives every heading an anchor and every anchor the entry's prefix, in place: a reader shows many entries on one page,
 * and ids of an author's choosing must not shadow anything there.
 */
export function prefixAnchors(tree: Root, prefix: string): void {
  const slugger = new GithubSlugger();
  walkElements(tree, ({ properties }) => {
    if (typeof properties["id"] === "string") slugger.slug(properties["id"], true); // taken: no heading gets it
    return undefined;
  });
  walkElements(tree, (element) => {
    const { properties, tagName } = element;
    if (typeof properties["name"] === "string" && tagName === "a") properties["id"] ??= properties["name"];
    if (/^h[1-6]$/.test(tagName)) properties["id"] ??= slugger.slug(textStart(element, maxLength));
    if (typeof properties["id"] === "string") properties["id"] = `${prefix}-${properties["id"].replace(/\s+/g, "-")}`;
    return undefined;
  });
}
