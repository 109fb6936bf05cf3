import type { AnyNode, Program } from "acorn";
import { type CodeValues, memberValue, selectValues, type ValuePart } from "../configuration/given-values.ts";
import { nameOf, visitNodes } from "../constants/code-nodes.ts";
import type { Placed } from "../constants/list-elements.ts";
import { loopOf } from "../constants/name-scopes.ts";
import { idsInMarkup, markupIn } from "./markup-ids.ts";

/** The parts of the id that code gives to the items of a feed, and those of their address; undefined if it is not stated. */
export interface ItemParts {
  readonly id: readonly ValuePart[];
  readonly link?: readonly ValuePart[];
}

const unknown: ItemParts = { id: [["?"]] };

/**
 * Returns the parts of the ids that code gives to the items of a feed, each way once. An item without an id has its address as its id.
 * @param modules the code whose functions the programs import
 */
export function feedIdParts(programs: readonly Program[], modules: readonly Program[] = []): (readonly ValuePart[])[] {
  const ids = feedItems(programs, modules).map(({ id }) => id);
  return [...new Map(ids.map((id) => [JSON.stringify(id), id])).values()];
}

/**
 * Returns the parts of the ids that code gives to the items of a feed, with those of their addresses, each way once: `guid: site.url +
 * post.slug` of the packages `rss` and `gatsby-plugin-feed`, `addItem({ id })` of the package `feed`, the items of a JSON Feed, and
 * `<guid>${url}</guid>` in a template. `?` stands for items that only running the code would make.
 */
export function feedItems(programs: readonly Program[], modules: readonly Program[] = []): ItemParts[] {
  const found = programs.flatMap((program) => {
    const writesRss = makesRss(program);
    const isInner = markupIn();
    return (
      selectValues(program, modules, (expression, values) => {
        const tables = itemsAt(expression, values, writesRss);
        if (tables !== undefined) return tables.flatMap((each) => itemIn(each, values));
        return isInner(expression.node) ? [] : idsInMarkup(values.partsOf(expression)).map((id) => ({ id }));
      }) ?? [unknown]
    );
  });
  const plain = found.map(({ id, link }) => ({ id: withoutEmpty(id), ...(link !== undefined && { link: withoutEmpty(link) }) }));
  return [...new Map(plain.map((item) => [JSON.stringify(item), item])).values()];
}

function withoutEmpty(parts: readonly ValuePart[]): readonly ValuePart[] {
  return parts.filter((part) => part !== "");
}

// `new RSS({…})` of the package `rss`: other lists have a method `item`, too.
function makesRss(program: Program): boolean {
  let found = false;
  visitNodes(program, (node) => {
    if (node.type === "NewExpression" && nameOf(node.callee) === "RSS") found = true;
  });
  return found;
}

type ItemTable = Placed | "unknown";

// The tables of items that a node is, or adds to a feed; undefined if it is neither.
function itemsAt({ node, scope }: Placed, { elements }: CodeValues, writesRss: boolean): readonly ItemTable[] | undefined {
  if (node.type === "ObjectExpression") return isItem(node) ? [{ node, scope }] : undefined;
  if (node.type !== "CallExpression") return undefined;
  const { arguments: given, callee } = node;
  const [first] = given;
  const loop = loopOf(node);
  if (loop?.action.type === "MemberExpression" && nameOf(loop.action) === "addItem")
    return elements.elementsOf({ node: loop.list, scope }) ?? ["unknown"];
  const name = nameOf(callee);
  const isAdded = name === "addItem" || (name === "item" && (writesRss || first?.type === "ObjectExpression"));
  if (first === undefined || callee.type !== "MemberExpression" || !isAdded) return undefined;
  const tables = elements.tablesOf({ node: first, scope });
  return tables?.filter((table) => !isItem(table.node)) ?? ["unknown"]; // those are found where they are made
}

// The items of the package `rss` have a GUID or elements of their own, and those of a JSON Feed (jsonfeed.org/version/1.1) a content.
function isItem(table: AnyNode): boolean {
  const has = (name: string) => memberValue(table, name) !== undefined;
  return has("guid") || (has("custom_elements") && has("url")) || (has("id") && (has("content_html") || has("content_text")));
}

// Packages take the address of an item without an id: `rss` that of `url`, and `feed` that of `link`.
function itemIn(table: ItemTable, { partsOf }: CodeValues): ItemParts[] {
  if (table === "unknown") return [unknown];
  const { node, scope } = table;
  const [link = undefined] = ["link", "url"].flatMap((name) => memberValue(node, name) ?? []);
  const id = memberValue(node, "guid") ?? memberValue(node, "id") ?? link;
  if (id === undefined) return hasOthers(node) ? [unknown] : [];
  const isOwn = link !== undefined && link !== id;
  return [{ id: partsOf({ node: id, scope }), ...(isOwn && { link: partsOf({ node: link, scope }) }) }];
}

// `{ ...item, title }`
function hasOthers(table: AnyNode): boolean {
  return table.type === "ObjectExpression" && table.properties.some(({ type }) => type === "SpreadElement");
}
