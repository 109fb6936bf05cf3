import type { AnyNode, CallExpression, Program } from "acorn";
import { textIn } from "../../../base/table-values.ts";
import type { FrontMatterTable } from "../../../content/front-matter/front-matter-table.ts";
import { givenParts, type ValuePart } from "../../configuration/given-values.ts";
import { childrenOf, nameOf } from "../../constants/code-nodes.ts";

/** The link that code gives to the items of a feed. */
export interface ItemLink {
  /** The values that count one after the other, until one is known: `link: post.data.url ?? post.id`. */
  readonly choices: readonly (readonly ValuePart[])[];
  /** The names of the collections whose entries get the link; undefined if they are unknown. */
  readonly collections: readonly string[] | undefined;
}

/** An entry of a collection, as far as its link depends on it. */
export interface LinkedEntry {
  /** Undefined if it is unknown. */
  readonly id: string | undefined;
  readonly collection: string;
  readonly frontMatter: FrontMatterTable;
}

const maxDepth = 300; // of nodes
const maxNames = 50; // whose values are searched for collections

/** Returns the links of the items of a feed, each once. @param modules the code that it imports */
export function itemLinks(program: Program, modules: readonly Program[]): ItemLink[] {
  const search = new LinkSearch([program, ...modules]);
  search.visit(program, undefined, 0);
  const parts = new Map<AnyNode, readonly ValuePart[]>();
  const order: AnyNode[] = [];
  const choices = new Set(search.found.flatMap((link) => link.choices));
  const given = givenParts(program, (node) => (choices.delete(node) ? order[order.push(node) - 1] : undefined));
  for (const [index, node] of order.entries()) parts.set(node, given[index] ?? [["?"]]);
  const links = search.found.map((link) => ({ ...link, choices: link.choices.map((node) => parts.get(node) ?? [["?"]]) }));
  return [...new Map(links.map((link) => [JSON.stringify(link), link])).values()];
}

/** The place of a site: its origin, and the path below which it is. */
export interface SitePlace {
  /** The path below which it is. */
  readonly base: string;
  readonly origin: string | undefined;
}

/** Returns the link of an entry; undefined if a choice that may count is unknown. */
export function linkOfEntry({ choices }: ItemLink, entry: LinkedEntry, place: SitePlace): string | undefined {
  for (const parts of choices) {
    const texts = parts.map((part) => (typeof part === "string" ? part : partOf(part, entry, place)));
    if (texts.every((text) => text !== undefined)) return texts.join("");
    if (!parts.every((part) => typeof part === "string" || keyOfData(part) !== undefined)) return undefined;
  }
  return undefined;
}

/** Returns whether a link needs only values of entries that are known. */
export function isKnownLink({ choices }: ItemLink, place: SitePlace): boolean {
  const entry = { id: "a", collection: "a", frontMatter: {} };
  return choices
    .flat()
    .every((part) => typeof part === "string" || keyOfData(part) !== undefined || partOf(part, entry, place) !== undefined);
}

function partOf(names: readonly string[], { collection, frontMatter, id }: LinkedEntry, { base, origin }: SitePlace): string | undefined {
  const last = names.at(-1) ?? "";
  if (last === "BASE_URL") return base === "" ? "/" : base;
  if (last === "site" && names.length === 2) return origin && `${origin}/`; // `context.site`
  const key = keyOfData(names);
  const isPlain = names.every((name) => /^[\w$?]+$/.test(name));
  if (key !== undefined) return textIn(frontMatter[key]) ?? (key === "slug" ? id : undefined);
  if (last === "collection") return isPlain ? collection : undefined;
  return isPlain && /^(?:id|slug)$/.test(last) ? id : undefined;
}

// `post.data.url`
function keyOfData(names: readonly string[]): string | undefined {
  const [last = "?", before] = names.toReversed();
  return before === "data" && names.length > 1 && names.every((name) => /^[\w$?]+$/.test(name)) && last !== "?" ? last : undefined;
}

class LinkSearch {
  readonly found: { readonly choices: readonly AnyNode[]; readonly collections: readonly string[] | undefined }[] = [];
  /** The values of all names, wherever they are declared. */
  readonly #values = new Map<string, AnyNode[]>();

  constructor(programs: readonly Program[]) {
    for (const program of programs) this.#declare(program, 0);
  }

  /** @param list the list whose entries the code around the node goes through */
  visit(node: AnyNode, list: AnyNode | undefined, depth: number): void {
    if (depth > maxDepth) return;
    if (node.type === "Property" && !node.computed && nameOf(node.key) === "link")
      this.found.push({ choices: choicesOf(node.value), collections: list && this.#collectionsIn(list) });
    const inner = listOf(node) ?? list;
    for (const child of childrenOf(node)) this.visit(child, inner, depth + 1);
  }

  #declare(node: AnyNode, depth: number): void {
    if (depth > maxDepth) return;
    if (node.type === "FunctionDeclaration" && node.id) this.#bind(node.id.name, node);
    if (node.type === "VariableDeclarator" && node.init) this.#bindPattern(node.id, node.init);
    for (const child of childrenOf(node)) this.#declare(child, depth + 1);
  }

  // `const [posts, notes] = await Promise.all([getCollection("blog"), getCollection("notes")])`
  #bindPattern(pattern: AnyNode, value: AnyNode): void {
    if (pattern.type === "Identifier") this.#bind(pattern.name, value);
    if (pattern.type !== "ArrayPattern") return;
    const call = value.type === "AwaitExpression" ? value.argument : value;
    const list = call.type === "CallExpression" && nameOf(call.callee) === "all" ? call.arguments[0] : call;
    for (const [index, element] of pattern.elements.entries())
      if (element) this.#bindPattern(element, (list?.type === "ArrayExpression" && list.elements[index]) || value);
  }

  #bind(name: string, value: AnyNode): void {
    this.#values.set(name, [...(this.#values.get(name) ?? []), value]);
  }

  #collectionsIn(list: AnyNode): string[] | undefined {
    const names = new Set<string>();
    const seen = new Set<string>();
    const search = (node: AnyNode, depth: number): void => {
      if (depth > maxDepth) return;
      const name = node.type === "CallExpression" ? collectionOf(node) : undefined;
      if (name !== undefined) names.add(name);
      else if (node.type === "Identifier") {
        if (seen.has(node.name) || seen.size >= maxNames) return;
        seen.add(node.name);
        for (const value of this.#values.get(node.name) ?? []) search(value, depth + 1);
      } else for (const child of valuesIn(node)) search(child, depth + 1);
    };
    search(list, 0);
    return names.size === 0 ? undefined : [...names].sort();
  }
}

// Functions as arguments select and sort.
function valuesIn(node: AnyNode): AnyNode[] {
  if (node.type === "MemberExpression") return [node.object];
  if (node.type !== "CallExpression") return childrenOf(node);
  return [node.callee, ...node.arguments].filter(({ type }) => !/^(?:Arrow)?Function/.test(type));
}

function collectionOf({ arguments: given, callee }: CallExpression): string | undefined {
  const [first] = given;
  return nameOf(callee) === "getCollection" && first?.type === "Literal" && typeof first.value === "string" ? first.value : undefined;
}

// `posts.map((post) => …)` and `for (const post of posts)`
function listOf(node: AnyNode): AnyNode | undefined {
  if (node.type === "ForOfStatement") return node.right;
  const isLoop = node.type === "CallExpression" && /^(?:map|flatMap|forEach)$/.test(nameOf(node.callee) ?? "");
  return isLoop && node.callee.type === "MemberExpression" ? node.callee.object : undefined;
}

// `a ?? b`, `a || b`, `a ? a : b`
function choicesOf(node: AnyNode): AnyNode[] {
  if (node.type === "ParenthesizedExpression") return choicesOf(node.expression);
  if (node.type === "LogicalExpression" && node.operator !== "&&") return [...choicesOf(node.left), ...choicesOf(node.right)];
  if (node.type !== "ConditionalExpression") return [node];
  return isSame(node.test, node.consequent) ? [...choicesOf(node.consequent), ...choicesOf(node.alternate)] : [node];
}

function isSame(a: AnyNode, b: AnyNode): boolean {
  const plain = (node: AnyNode) => JSON.stringify(node, (key, value) => (/^(?:start|end|loc|range)$/.test(key) ? undefined : value));
  return plain(a) === plain(b);
}
