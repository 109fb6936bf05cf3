import GithubSlugger from "github-slugger";
import type { Element, Root } from "hast";
import { isBadge, wordsBeforeBadges } from "./badges.ts";
import { textStart } from "./text-start.ts";
import { walkElements } from "./walk-tree.ts";

const maxLength = 1000; // UTF-16 units of a heading that its anchor uses: headings may be nested

// The attributes that refer to ids (HTML Standard: `headers`; WAI-ARIA 1.2 §6). hast has lists of ids as arrays.
const references: ReadonlySet<string> = new Set([
  ...["headers", "ariaActiveDescendant", "ariaControls", "ariaDescribedBy", "ariaDetails", "ariaErrorMessage", "ariaFlowTo"],
  ...["ariaLabelledBy", "ariaOwns"],
]);

/** The property of a heading with its text before codes of emoji were replaced. The sanitizer removes it. */
export const writtenHeading = "dataWritten";

/** The anchors of an article, without the entry's prefix. */
export interface Anchors {
  readonly names: ReadonlySet<string>;
  /**
   * The names of the same headings elsewhere: at GitHub with the codes of their emoji, `rocket-start` for `-start`, and at VitePress without
   * their badges.
   */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Called for an element whose id another one before it has. @param unique the id that it gets */
export type OnDuplicate = (id: string, unique: string, element: Element) => void;

/**
 * Gives every heading an anchor, and adds the entry's prefix to every anchor, in place. A reader shows many entries on one page, and
 * an author's ids must not collide with others there. Of two equal ids, the later one gets a number. Removes the marks of badges.
 */
export function prefixAnchors(tree: Root, prefix: string, onDuplicate: OnDuplicate = () => {}): Anchors {
  const ids = new UniqueIds();
  const aliases = new Map<string, string>();
  const aliasSlugger = new GithubSlugger();
  const slugger = new GithubSlugger();
  walkElements(tree, ({ properties, tagName }) => {
    if (tagName === "svg") return "skip"; // readers do not keep it
    if (properties["id"] === "") delete properties["id"];
    if (typeof properties["id"] !== "string") return undefined;
    slugger.slug(properties["id"], true); // reserved: no heading gets it
    ids.reserve(withoutSpaces(properties["id"]));
    return undefined;
  });
  walkElements(tree, (element) => {
    const { properties, tagName } = element;
    if (tagName === "svg") return "skip";
    if (isBadge(element)) return { instead: element.children }; // its mark is not needed any more
    const given = properties["id"];
    if (typeof properties["name"] === "string" && tagName === "a") properties["id"] ??= properties["name"];
    if (/^h[1-6]$/.test(tagName)) properties["id"] ??= slugger.slug(textStart(element, maxLength));
    if (typeof properties["id"] === "string") {
      const written = wordsBeforeBadges(element, maxLength) ?? properties[writtenHeading];
      const id = withoutSpaces(properties["id"]);
      const unique = ids.take(id);
      if (unique !== id && given !== undefined) onDuplicate(id, unique, element);
      if (typeof written === "string") aliases.set(aliasSlugger.slug(written), unique);
      properties["id"] = prefixed(unique, prefix);
    }
    for (const name of Object.keys(properties)) {
      if (!references.has(name)) continue;
      const value = properties[name];
      if (Array.isArray(value)) properties[name] = value.map((id) => prefixed(String(id), prefix));
      else if (typeof value === "string") properties[name] = prefixed(value, prefix);
    }
    return undefined;
  });
  return { names: ids.taken, aliases };
}

/** The ids of a document, each of which one element has. */
class UniqueIds {
  readonly taken = new Set<string>();
  readonly #reserved = new Set<string>();
  readonly #counts = new Map<string, number>();

  /** Reserves an id that an author gave to an element. */
  reserve(id: string): void {
    this.#reserved.add(id);
  }

  /** Returns the id, or with a number if another element has it. */
  take(id: string): string {
    let unique = id;
    while (this.taken.has(unique) || (unique !== id && this.#reserved.has(unique))) {
      const count = (this.#counts.get(id) ?? 0) + 1;
      this.#counts.set(id, count);
      unique = `${id}-${count}`;
    }
    this.taken.add(unique);
    return unique;
  }
}

function prefixed(id: string, prefix: string): string {
  return `${prefix}-${withoutSpaces(id)}`;
}

function withoutSpaces(id: string): string {
  return id.replace(/\s+/g, "-");
}
