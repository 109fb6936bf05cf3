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

/** The property of a heading with its text before codes of emoji were replaced. The sanitizer removes it. */
export const writtenHeading = "dataWritten";

/** The anchors of an article, without the entry's prefix. */
export interface Anchors {
  readonly names: ReadonlySet<string>;
  /** The names of the same headings at GitHub, with the codes of their emoji: `rocket-start` for `-start`. */
  readonly aliases: ReadonlyMap<string, string>;
}

/**
 * Gives every heading an anchor, and adds the entry's prefix to every anchor, in place. A reader shows many entries on one page, and
 * an author's ids must not collide with others there.
 */
export function prefixAnchors(tree: Root, prefix: string): Anchors {
  const anchors = new Set<string>();
  const aliases = new Map<string, string>();
  const aliasSlugger = new GithubSlugger();
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
      const written = properties[writtenHeading];
      if (typeof written === "string") aliases.set(aliasSlugger.slug(written), withoutSpaces(properties["id"]));
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
  return { names: anchors, aliases };
}

function prefixed(id: string, prefix: string): string {
  return `${prefix}-${withoutSpaces(id)}`;
}

function withoutSpaces(id: string): string {
  return id.replace(/\s+/g, "-");
}
