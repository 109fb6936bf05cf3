import { parseFragment } from "parse5";

const longest = 2; // UTF-16 units: a character outside the basic plane, or two characters

/** Returns whether HTML defines a named entity, in any case of its letters. @param name without & and ; */
export function isHtmlEntity(name: string): boolean {
  return [name, name.toLowerCase()].some((spelling) => {
    const [node] = parseFragment(`&${spelling};`).childNodes;
    return node !== undefined && "value" in node && node.value.length <= longest;
  });
}
