import type { AnyNode, Program } from "acorn";
import { givenParts, type ValuePart } from "../configuration/given-values.ts";
import { nameOf } from "../constants/code-nodes.ts";

/**
 * Returns the parts of the ids that code gives to the items of a feed, each way once: `guid: site.url + post.slug` of the packages `rss`
 * and `gatsby-plugin-feed`, `addItem({ id })` of the package `feed`, and `<guid>${url}</guid>` in a template. An item without an id has
 * its address as its id.
 */
export function feedIdParts(programs: readonly Program[]): ValuePart[][] {
  const found = programs.flatMap((program) => [...givenParts(program, idOfItem), ...givenParts(program, templateOf).flatMap(idsInMarkup)]);
  const plain = found.map((parts) => parts.filter((part) => part !== ""));
  return [...new Map(plain.map((parts) => [JSON.stringify(parts), parts])).values()];
}

// Packages take the address of an item without an id: `rss` that of `url`, and `feed` that of `link`.
function idOfItem(node: AnyNode): AnyNode | undefined {
  if (node.type === "ObjectExpression")
    return valueIn(node, "guid") ?? (valueIn(node, "custom_elements") ? valueIn(node, "url") : undefined);
  const [item] = node.type === "CallExpression" ? node.arguments : [];
  if (node.type !== "CallExpression" || item === undefined || valueIn(item, "guid") || valueIn(item, "custom_elements")) return undefined;
  const name = nameOf(node.callee);
  return name === "addItem" ? (valueIn(item, "id") ?? valueIn(item, "link")) : name === "item" ? valueIn(item, "url") : undefined;
}

function valueIn(node: AnyNode, name: string): AnyNode | undefined {
  if (node.type !== "ObjectExpression") return undefined;
  const found = node.properties.find((each) => each.type === "Property" && !each.computed && nameOf(each.key) === name);
  return found?.type === "Property" ? found.value : undefined;
}

function templateOf(node: AnyNode): AnyNode | undefined {
  return node.type === "TemplateLiteral" && node.quasis.some(({ value }) => /<guid\b/.test(value.cooked ?? "")) ? node : undefined;
}

function idsInMarkup(parts: readonly ValuePart[]): ValuePart[][] {
  const found: ValuePart[][] = [];
  let open: ValuePart[] | undefined;
  for (const part of parts) {
    if (typeof part !== "string") open?.push(part);
    else {
      for (const [index, piece] of part.split(/(<\/?guid\b[^<>]{0,99}>)/).entries()) {
        if (index % 2 === 0) open?.push(...(piece === "" ? [] : [piece]));
        else if (!piece.startsWith("</")) open = [];
        else if (open !== undefined) {
          found.push(open);
          open = undefined;
        }
      }
    }
  }
  return found;
}
