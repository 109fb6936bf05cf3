import type { AnyNode, Program } from "acorn";
import { nameOf } from "../../configuration/constant-value.ts";
import { parseText } from "../../configuration/script-module.ts";
import { scriptOf } from "./astro-params.ts";

/** A call that loads a collection for the static paths of a page. */
export interface CollectionCall {
  readonly name: string;
  /** The functions that entries must pass: the second argument of getCollection(), and those of `filter()`. */
  readonly filters: readonly AnyNode[];
  /** The call in the static paths themselves: this one, or one of a function that makes it. */
  readonly outer: AnyNode;
}

const maxDepth = 300; // of nodes

/**
 * Returns the calls that load collections for the static paths of a page, in it or in functions of modules; for a page without static paths,
 * those of its script.
 * @param page the text of the page @param modules the texts of the modules that it imports, in any order
 */
export function collectionCalls(page: string, modules: readonly string[]): CollectionCall[] {
  const [script, ...others] = [scriptOf(page), ...modules].map(parseText);
  const functions = functionsIn([script, ...others].filter((program) => program !== undefined));
  const start = functions.get("getStaticPaths") ?? script;
  if (start === undefined) return [];
  const search = new CallSearch(functions);
  search.visit(start, [], 0);
  return search.calls;
}

const hasValueOfChild = /^(?:ReturnStatement|AwaitExpression|ParenthesizedExpression|TS\w+)$/;

class CallSearch {
  readonly calls: CollectionCall[] = [];
  readonly #functions: ReadonlyMap<string, AnyNode>;
  readonly #seen = new Set<AnyNode>();
  #outer: AnyNode | undefined;

  constructor(functions: ReadonlyMap<string, AnyNode>) {
    this.#functions = functions;
  }

  /** @param filters the functions to which the value of the node is given */
  visit(node: AnyNode, filters: readonly AnyNode[], depth: number): void {
    if (depth > maxDepth) return;
    if (node.type === "CallExpression") this.#visitCall(node, filters, depth);
    else for (const child of childrenOf(node)) this.#visitChild(child, node, filters, depth + 1);
  }

  #visitChild(child: AnyNode, parent: AnyNode, filters: readonly AnyNode[], depth: number): void {
    const isBody = parent.type === "BlockStatement" || parent.type === "Program";
    if (isBody && child.type === "VariableDeclaration") this.#visitDeclaration(child, parent, depth);
    else this.visit(child, isBody || isFunction(parent) || hasValueOfChild.test(parent.type) ? filters : [], depth);
  }

  // `const posts = await getCollection("blog"); return posts.filter(…)`
  #visitDeclaration({ declarations }: Extract<AnyNode, { type: "VariableDeclaration" }>, body: AnyNode, depth: number): void {
    for (const { id, init } of declarations)
      if (init) this.visit(init, id.type === "Identifier" ? filtersOfName(body, id.name) : [], depth + 1);
  }

  #visitCall(call: Extract<AnyNode, { type: "CallExpression" }>, filters: readonly AnyNode[], depth: number): void {
    const { arguments: given, callee } = call;
    const [first, second] = given;
    const name = nameOf(callee) ?? "";
    if (/^get(?:Collection|Entry|EntryBySlug)$/.test(name) && first?.type === "Literal" && typeof first.value === "string") {
      const own = name === "getCollection" && second ? [second] : [];
      this.calls.push({
        name: first.value,
        filters: [...own, ...filters].map((filter) => this.#resolved(filter)),
        outer: this.#outer ?? call,
      });
      return;
    }
    if (callee.type === "MemberExpression") {
      const isFilter = name === "filter" && first !== undefined;
      this.visit(
        callee.object,
        isFilter ? [first, ...filters] : /^(?:sort|toSorted|reverse|toReversed)$/.test(name) ? filters : [],
        depth + 1,
      );
    }
    const called = this.#functions.get(callee.type === "Identifier" ? name : "");
    if (called !== undefined && !this.#seen.has(called)) {
      this.#seen.add(called);
      const isOuter = this.#outer === undefined;
      if (isOuter) this.#outer = call;
      this.visit(called, filters, depth + 1);
      if (isOuter) this.#outer = undefined;
    }
    for (const argument of given) this.visit(argument, [], depth + 1);
  }

  #resolved(filter: AnyNode): AnyNode {
    return (filter.type === "Identifier" && this.#functions.get(filter.name)) || filter;
  }
}

// The filters of the only use of a name: if it has several uses, they may be of other lists.
function filtersOfName(body: AnyNode, name: string): AnyNode[] {
  const filters: AnyNode[] = [];
  let uses = 0;
  const visit = (node: AnyNode, depth: number): void => {
    if (depth > maxDepth) return;
    if (node.type === "Identifier" && node.name === name) uses++;
    if (node.type === "CallExpression" && isNamed(node.callee, "filter") && baseOf(node) === name)
      filters.push(...node.arguments.slice(0, 1));
    for (const child of childrenOf(node)) visit(child, depth + 1);
  };
  visit(body, 0);
  return uses === 2 ? filters : []; // the declaration, too
}

function isNamed(callee: AnyNode, name: string): boolean {
  return callee.type === "MemberExpression" && nameOf(callee) === name;
}

// `posts` of `posts.sort(…).filter(…)`
function baseOf(node: AnyNode): string | undefined {
  if (node.type === "Identifier") return node.name;
  if (node.type === "CallExpression" && node.callee.type === "MemberExpression") return baseOf(node.callee.object);
  return undefined;
}

function functionsIn(programs: readonly Program[]): Map<string, AnyNode> {
  const found = new Map<string, AnyNode>();
  const add = (name: string, node: AnyNode) => found.has(name) || found.set(name, node);
  for (const statement of programs.flatMap(({ body }) => body)) {
    const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declared?.type === "FunctionDeclaration" && declared.id) add(declared.id.name, declared);
    if (declared?.type !== "VariableDeclaration") continue;
    for (const { id, init } of declared.declarations) {
      const value = init && withoutType(init);
      if (id.type === "Identifier" && value && isFunction(value)) add(id.name, value);
    }
  }
  return found;
}

// `(async () => {…}) satisfies GetStaticPaths`
function withoutType(node: AnyNode): AnyNode {
  return /^TS/.test(node.type) && "expression" in node && typeof node.expression === "object"
    ? withoutType(node.expression as AnyNode)
    : node;
}

function isFunction({ type }: AnyNode): boolean {
  return type === "ArrowFunctionExpression" || type === "FunctionExpression" || type === "FunctionDeclaration";
}

function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node)
    .flat()
    .filter((child): child is AnyNode => typeof child === "object" && child !== null && typeof child.type === "string");
}
