import type { AnyNode, Program } from "acorn";
import { declaredNames } from "../../configuration/declared-names.ts";
import type { Filter } from "../../configuration/hiding-code.ts";
import { parseText } from "../../configuration/script-module.ts";
import { childrenOf, nameOf } from "../../constants/code-nodes.ts";
import { scriptOf } from "./astro-params.ts";

/** A call that loads a collection for the static paths of a page. */
export interface CollectionCall {
  readonly name: string;
  /** The functions that entries must pass: the second argument of getCollection(), and those of `filter()`. */
  readonly filters: readonly Filter[];
  /** The call in the static paths themselves: this one, or one of a function that makes it. */
  readonly outer: AnyNode;
}

const maxDepth = 300; // of nodes
const maxDeclarations = 200; // of names whose uses are searched

/**
 * Returns the calls that load collections for the static paths of a page, in it or in functions of modules; for a page without static paths,
 * those of its script.
 * @param page the text of the page @param modules the texts of the modules that it imports, in any order
 */
export function collectionCalls(page: string, modules: readonly string[]): CollectionCall[] {
  const sources = [scriptOf(page), ...modules];
  const [script, ...others] = sources.map(parseText);
  const names = declarationsIn(
    [script, ...others].flatMap((program, index) => (program ? [{ program, source: sources[index] ?? "" }] : [])),
  );
  const start = names.get("getStaticPaths") ?? (script && { node: script, source: sources[0] ?? "" });
  if (start === undefined) return [];
  const search = new CallSearch(names);
  search.start(start);
  return search.calls;
}

type CallExpression = Extract<AnyNode, { type: "CallExpression" }>;

/** The values that a call gives to the parameters of a function; undefined for those that only running the code would give. */
type Parameters = ReadonlyMap<string, AnyNode | undefined>;

const hasValueOfChild = /^(?:ReturnStatement|AwaitExpression|ParenthesizedExpression|TS\w+)$/;

class CallSearch {
  readonly calls: CollectionCall[] = [];
  readonly #names: ReadonlyMap<string, Declaration>;
  readonly #seen = new Map<AnyNode, Set<string>>();
  #given: Parameters = new Map();
  #outer: AnyNode | undefined;
  #source = "";
  #declarations = 0;

  constructor(names: ReadonlyMap<string, Declaration>) {
    this.#names = names;
  }

  start({ node, source }: Declaration): void {
    this.#source = source;
    this.#visit(node, [], 0);
  }

  // The value of the node is given to the filters.
  #visit(node: AnyNode, filters: readonly Filter[], depth: number): void {
    if (depth > maxDepth) return;
    if (node.type === "CallExpression") this.#visitCall(node, filters, depth);
    else for (const child of childrenOf(node)) this.#visitChild(child, node, filters, depth + 1);
  }

  #visitChild(child: AnyNode, parent: AnyNode, filters: readonly Filter[], depth: number): void {
    const isBody = parent.type === "BlockStatement" || parent.type === "Program";
    if (isBody && child.type === "VariableDeclaration") this.#visitDeclaration(child, parent, depth);
    else this.#visit(child, isBody || isFunction(parent) || hasValueOfChild.test(parent.type) ? filters : [], depth);
  }

  // `const posts = await getCollection("blog"); return posts.filter(…)`
  #visitDeclaration({ declarations }: Extract<AnyNode, { type: "VariableDeclaration" }>, body: AnyNode, depth: number): void {
    for (const { id, init } of declarations)
      if (init)
        this.#visit(
          init,
          id.type === "Identifier" && this.#declarations++ < maxDeclarations
            ? filtersOfName(body, id.name).map((filter) => this.#filterOf(filter))
            : [],
          depth + 1,
        );
  }

  #visitCall(call: CallExpression, filters: readonly Filter[], depth: number): void {
    const { arguments: given, callee } = call;
    const [first, second] = given;
    const name = nameOf(callee) ?? "";
    if (/^get(?:Collection|Entry|EntryBySlug)$/.test(name) && first?.type === "Literal" && typeof first.value === "string") {
      const own = name === "getCollection" && second ? [this.#filterOf(second)] : [];
      this.calls.push({
        name: first.value,
        filters: [...own, ...filters],
        outer: this.#outer ?? call,
      });
      return;
    }
    if (callee.type === "MemberExpression") {
      const isFilter = name === "filter" && first !== undefined;
      this.#visit(
        callee.object,
        isFilter ? [this.#filterOf(first), ...filters] : /^(?:sort|toSorted|reverse|toReversed)$/.test(name) ? filters : [],
        depth + 1,
      );
    }
    const called = callee.type === "Identifier" ? this.#names.get(name) : undefined;
    if (called !== undefined && isFunction(called.node)) this.#visitFunction(called, call, filters, depth);
    for (const argument of given) this.#visit(argument, [], depth + 1);
  }

  // A function may be called with several arguments.
  #visitFunction({ node, source }: Declaration, call: CallExpression, filters: readonly Filter[], depth: number): void {
    const given = parametersOf(node, call);
    const key = JSON.stringify([...given].map(([name, value]) => [name, value?.type === "Literal" ? String(value.raw) : value?.type]));
    const seen = this.#seen.get(node) ?? new Set();
    if (seen.has(key)) return;
    this.#seen.set(node, seen.add(key));
    const [outer, before, around] = [this.#outer, this.#source, this.#given];
    this.#outer ??= call;
    this.#source = source;
    this.#given = given;
    this.#visit(node, filters, depth + 1);
    this.#outer = outer;
    this.#source = before;
    this.#given = around;
  }

  #filterOf(node: AnyNode): Filter {
    const text = this.#source.slice(node.start, node.end);
    const found = node.type === "Identifier" ? this.#names.get(node.name) : undefined;
    const code = found === undefined ? text : found.source.slice(found.node.start, found.node.end);
    const given = found === undefined ? this.#given : new Map<string, AnyNode>(); // a function of the module does not know them
    const declared = (name: string) => (given.has(name) ? given.get(name) : this.#names.get(name)?.node);
    return { node: found?.node ?? node, text, code, declared };
  }
}

const unset: AnyNode = { type: "Identifier", name: "undefined", start: 0, end: 0 };

// Of `getPosts()`, the parameter of `async (locale) => …` is not set.
function parametersOf(node: AnyNode, call: CallExpression): Parameters {
  const isSpread = call.arguments.some(({ type }) => type === "SpreadElement");
  return new Map(
    ("params" in node ? (node.params as AnyNode[]) : []).flatMap((parameter, index): [string, AnyNode | undefined][] => {
      const [name, byDefault] = parameter.type === "AssignmentPattern" ? [parameter.left, parameter.right] : [parameter, unset];
      const given = call.arguments[index] ?? byDefault;
      const isKnown = !isSpread && (given === unset || given.type === "Literal");
      return name.type === "Identifier" ? [[name.name, isKnown ? given : undefined]] : [];
    }),
  );
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

// The functions and constants at the top of modules.
interface Declaration {
  readonly node: AnyNode;
  /** The code of its module. */
  readonly source: string;
}

function declarationsIn(programs: readonly { readonly program: Program; readonly source: string }[]): Map<string, Declaration> {
  const found = new Map<string, Declaration>();
  for (const { program, source } of programs)
    for (const [name, node] of declaredNames(program)) if (!found.has(name)) found.set(name, { node, source });
  return found;
}

function isFunction({ type }: AnyNode): boolean {
  return type === "ArrowFunctionExpression" || type === "FunctionExpression" || type === "FunctionDeclaration";
}
