import type { AnyNode } from "acorn";
import type { ValuePart } from "../configuration/given-values.ts";

/** Returns a function for the nodes of code, outer ones first, that returns false for a text, a template or `a + b`, if it is no part of a sum. */
export function markupIn(): (node: AnyNode) => boolean {
  const seen = new Set<AnyNode>();
  const isSum = (node: AnyNode) => node.type === "BinaryExpression" && node.operator === "+";
  return (node) => {
    const isText = node.type === "TemplateLiteral" || isSum(node) || (node.type === "Literal" && typeof node.value === "string");
    if (!isText || seen.has(node)) return true;
    const sums = [node];
    for (const each of sums) {
      if (each.type !== "BinaryExpression" || !isSum(each)) continue;
      const sides = [each.left, each.right] as AnyNode[];
      for (const side of sides) seen.add(side);
      sums.push(...sides);
    }
    return false;
  };
}

/**
 * Returns the parts of the ids in markup that code joins: the content of `guid` in RSS, or that of `link` in an item without a GUID, and
 * that of `id` in an entry of Atom.
 */
export function idsInMarkup(parts: readonly ValuePart[]): ValuePart[][] {
  const text = parts.map((part) => (typeof part === "string" ? part : "")).join("");
  if (/<guid\b/.test(text)) return contentsOf(/(<\/?guid\b[^<>]{0,99}>)/, parts);
  if (/<item\b/.test(text)) return contentsOf(/(<\/?link>)/, after(/<item\b/, parts));
  return /<entry\b/.test(text) ? contentsOf(/(<\/?id>)/, after(/<entry\b/, parts)) : [];
}

// The feed itself has an id and a link, too.
function after(start: RegExp, parts: readonly ValuePart[]): readonly ValuePart[] {
  const [first = "", ...rest] = parts.slice(parts.findIndex((part) => typeof part === "string" && start.test(part)));
  return [typeof first === "string" ? first.slice(first.search(start)) : first, ...rest];
}

function contentsOf(tag: RegExp, parts: readonly ValuePart[]): ValuePart[][] {
  const found: ValuePart[][] = [];
  let open: ValuePart[] | undefined;
  for (const part of parts) {
    if (typeof part !== "string") open?.push(part);
    else {
      for (const [index, piece] of part.split(tag).entries()) {
        if (index % 2 === 0) open?.push(...withoutCdata(piece));
        else if (!piece.startsWith("</")) open = [];
        else if (open !== undefined) {
          found.push(open);
          open = undefined;
        }
      }
    }
  }
  return open === undefined && found.length > 0 ? found : [...found, [["?"]]]; // the rest of it is elsewhere
}

function withoutCdata(text: string): string[] {
  const plain = text.replace(/<!\[CDATA\[|\]\]>/g, "").replace(/^\s+$/, "");
  return plain === "" ? [] : [plain];
}
