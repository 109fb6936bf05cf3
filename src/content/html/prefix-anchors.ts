import GithubSlugger from "github-slugger";
import type { Root } from "hast";
import { textStart } from "./text-start.ts";
import { walkElements } from "./walk-tree.ts";

const maxLength = 1000; // UTF-16 units of a heading that its anchor uses: headings may be nested

/**
 * Gives every heading an anchor, and adds the entry's prefix to every anchor, in place. A reader shows many entries on one page, and
 * an author's ids must not collide with others there. Returns the anchors without the prefix.
 */
export function prefixAnchors(tree: Root, prefix: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  const slugger = new GithubSlugger();
  walkElements(tree, ({ properties }) => {
    if (typeof properties["id"] === "string") slugger.slug(properties["id"], true); // reserved: no heading gets it
    return undefined;
  });
  walkElements(tree, (element) => {
    const { properties, tagName } = element;
    if (typeof properties["name"] === "string" && tagName === "a") properties["id"] ??= properties["name"];
    if (/^h[1-6]$/.test(tagName)) properties["id"] ??= slugger.slug(textStart(element, maxLength));
    if (typeof properties["id"] === "string") {
      const anchor = properties["id"].replace(/\s+/g, "-");
      anchors.add(anchor);
      properties["id"] = `${prefix}-${anchor}`;
    }
    return undefined;
  });
  return anchors;
}
