import type { Parents, Root, Text } from "hast";
import { placeInText } from "../../../html/place-in-text.ts";
import { walkElements } from "../../../html/walk-tree.ts";
import { parseKramdownList } from "../lines/attribute-list.ts";
import { isEmptyParagraph } from "./empty-paragraph.ts";
import { replaceProse } from "./prose.ts";

const set = "material|fontawesome-(?:brands|regular|solid)|octicons|simple";
const icon = new RegExp(`(?<![\\w:/]):((?:${set})((?:-[a-z0-9]{1,30}){1,12})):(?![\\w:/])(?:\\{([^{}\\n]{1,300})\\})?[ \\t]?`, "g");

/** Returns whether a text may have codes of icons. */
export function mayHaveIcons(text: string): boolean {
  return text.search(icon) >= 0;
}

/**
 * Removes the codes of icons that only MkDocs shows: `:material-clock-fast:{ .lg }`, `:fontawesome-brands-github:`, `:octicons-x-16:`. The
 * name stays where there is nothing else, as in a link or a cell.
 * @param onRemoved receives the codes with their counts, if there are any, and the place of the first one
 */
export function removeIcons(tree: Root, onRemoved: (removed: ReadonlyMap<string, number>, first: Pick<Text, "position">) => void): void {
  const removed = new Map<string, number>();
  const changed = new Set<Parents>();
  let first: Pick<Text, "position"> | undefined;
  replaceProse(tree, (node, _, parent) => {
    if (!node.value.includes(":")) return undefined;
    const isAlone = isOnly(parent) && node.value.replace(icon, "").trim() === "";
    const value = node.value.replace(icon, (found: string, name: string, words: string, list: string | undefined, offset: number) => {
      if (list !== undefined && parseKramdownList(list.replace(/^:/, "")) === undefined) return found;
      first ??= placeInText(node, offset);
      removed.set(`:${name}:`, (removed.get(`:${name}:`) ?? 0) + 1);
      return isAlone ? `${words.replace(/-\d+$/, "").replaceAll("-", " ").trim()} ` : "";
    });
    if (value === node.value) return undefined;
    changed.add(parent);
    first ??= node;
    return [{ ...node, value: isAlone ? value.trim() : value }];
  });
  if (first === undefined) return;
  walkElements(tree, (element) => (changed.has(element) && isEmptyParagraph(element) ? { instead: [] } : undefined));
  onRemoved(removed, first ?? {});
}

function isOnly(parent: Parents): boolean {
  return parent.type === "element" && parent.tagName !== "p" && parent.children.length === 1;
}
