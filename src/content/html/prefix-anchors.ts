import GithubSlugger from "github-slugger";
import type { Root } from "hast";
import { textStart } from "./text-start.ts";
import { walkElements } from "./walk-tree.ts";

const maxLength = 1000; // UTF-16 units of a heading that its anchor uses: headings may be nested

// The attributes that refer to ids (HTML Standard: `headers`; WAI-ARIA 1.2 §6). hast has lists of ids as arrays.
const references = [
  ...["headers", "ariaActiveDescendant", "ariaControls", "ariaDescribedBy", "ariaDetails", "ariaErrorMessage", "ariaFlowTo"],
  ...["ariaLabelledBy", "ariaOwns"],
];

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
      anchors.add(withoutSpaces(properties["id"]));
      properties["id"] = prefixed(properties["id"], prefix);
    }
    for (const name of references) {
      const value = properties[name];
      if (Array.isArray(value)) properties[name] = value.map((id) => prefixed(String(id), prefix));
      else if (typeof value === "string") properties[name] = prefixed(value, prefix);
    }
    return undefined;
  });
  return anchors;
}

function prefixed(id: string, prefix: string): string {
  return `${prefix}-${withoutSpaces(id)}`;
}

function withoutSpaces(id: string): string {
  return id.replace(/\s+/g, "-");
}
