import type { AnyNode } from "acorn";
import { nameOf, visitNodes } from "../constants/code-nodes.ts";
import { ListElements, type Placed } from "../constants/list-elements.ts";
import { emptyScope, isFunction, lookUp, type Scope, scopeOf, visitScopes } from "../constants/name-scopes.ts";
import { fileOfStem } from "./stem-of-file.ts";

/** A text, or the names of a value in it: `["post", "fields", "slug"]`. The last name of one that a condition chooses is `?:`. */
export type ValuePart = string | readonly string[];

/** The values of the expressions of code. */
export interface CodeValues {
  /** Finds the tables that expressions make. */
  readonly elements: ListElements;
  /** Returns the parts of the value of an expression. */
  partsOf(expression: Placed): ValuePart[];
}

const maxDepth = 20; // of names for names

/**
 * Returns the parts of the values that an argument selects in code. Names are looked up in the code around; `?` is an unknown value,
 * `trim()` that of a method, and `stem()` the name of a file without its extension.
 * @param argument returns the value of a node that counts, if there is one
 */
export function givenParts(root: AnyNode, argument: (node: AnyNode) => AnyNode | undefined): ValuePart[][] {
  const found = selectValues(root, [], ({ node, scope }, { partsOf }) => {
    const selected = argument(node);
    return selected === undefined ? [] : [partsOf({ node: selected, scope })];
  });
  return found ?? [[["?"]]];
}

/**
 * Visits all nodes of code, outer ones first. Returns what a function makes of them; undefined if the code is nested too deeply.
 * @param modules the code whose functions it imports
 */
export function selectValues<T>(
  root: AnyNode,
  modules: readonly AnyNode[],
  select: (expression: Placed, values: CodeValues) => readonly T[],
): T[] | undefined {
  const found: T[] = [];
  const elements = new ListElements();
  const changed = changedNames(root);
  const values: CodeValues = { elements, partsOf: ({ node, scope }) => new PartsOfValue(elements, changed).partsOf(node, scope, 0) };
  try {
    visitScopes(root, importedFunctions(modules), (node, scope) => found.push(...select({ node, scope }, values)));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
  return found;
}

// `let base = ""; if (isOld) base = "/old";`
function changedNames(root: AnyNode): ReadonlySet<string> {
  const names = new Set<string>();
  visitNodes(root, (node) => {
    if (node.type === "AssignmentExpression" && node.left.type === "Identifier") names.add(node.left.name);
  });
  return names;
}

// Constants are settings, which are read in another way.
function importedFunctions(modules: readonly AnyNode[]): Scope {
  const scope: Scope = { own: new Map(), outer: emptyScope, node: undefined };
  for (const module of modules)
    for (const [name, binding] of scopeOf(module, emptyScope).own)
      if (binding.node !== undefined && isFunction(binding.node)) scope.own.set(name, binding);
  return scope;
}

class PartsOfValue {
  readonly #elements: ListElements;
  readonly #changed: ReadonlySet<string>;
  #steps = 5000; // `a + a`, repeated, doubles them

  /** @param changed the names that code sets again: their values are unknown */
  constructor(elements: ListElements, changed: ReadonlySet<string>) {
    this.#elements = elements;
    this.#changed = changed;
  }

  partsOf(node: AnyNode, scope: Scope, depth: number): ValuePart[] {
    if (depth > maxDepth || this.#steps-- <= 0) return [["?"]];
    const inner = (each: AnyNode) => this.partsOf(each, scope, depth + 1);
    if (node.type === "Literal") return [String(node.value)];
    if (node.type === "TemplateLiteral")
      return node.quasis.flatMap(({ value }, index) => [value.cooked ?? "", ...node.expressions.slice(index, index + 1).flatMap(inner)]);
    if (node.type === "BinaryExpression" && node.operator === "+") return [...inner(node.left), ...inner(node.right)];
    if (node.type === "ConditionalExpression") return [chosen([...inner(node.consequent), ...inner(node.alternate)])];
    if (node.type === "LogicalExpression" && !isEmptyList(node.right)) return [chosen([...inner(node.left), ...inner(node.right)])];
    if (node.type === "Identifier" && this.#changed.has(node.name)) return [["?"]];
    const binding = node.type === "Identifier" ? lookUp(node.name, scope) : undefined;
    if (binding?.node !== undefined && binding.names.length === 0) return this.partsOf(binding.node, binding.scope, depth + 1);
    const escaped = escapedText(node);
    if (escaped !== undefined) return inner(escaped);
    const followed = this.#followed({ node, scope });
    return followed === undefined ? [this.#namesOf(node, scope, depth)] : this.partsOf(followed.node, followed.scope, depth + 1);
  }

  // The member of a table that code makes, or what a function of the site returns.
  #followed({ node, scope }: Placed): Placed | undefined {
    if (node.type === "CallExpression") return this.#elements.resultOf({ node, scope });
    const binding = node.type === "Identifier" ? lookUp(node.name, scope) : undefined;
    if (binding?.list !== undefined && binding.names.length === 1)
      // `items.map(({ id }) => …)`
      return memberIn(this.#elements.elementsOf({ node: binding.list, scope: binding.scope }), binding.names[0]);
    if (node.type !== "MemberExpression" || node.computed) return undefined;
    return memberIn(this.#elements.tablesOf({ node: node.object, scope }), nameOf(node));
  }

  #namesOf(node: AnyNode, scope: Scope, depth: number): readonly string[] {
    if (depth > maxDepth) return ["?"];
    const inner = (each: AnyNode) => this.#namesOf(each, scope, depth + 1);
    const file = fileOfStem(node);
    if (file !== undefined) return [...inner(file), "stem()"];
    if (node.type === "MemberExpression") return [...inner(node.object), memberName(node)];
    if (node.type === "ChainExpression" || node.type === "ParenthesizedExpression") return inner(node.expression);
    if (node.type === "CallExpression") return callNames(node, inner);
    // `text.match(expression) ?? []`
    if (node.type === "LogicalExpression" && isEmptyList(node.right)) return inner(node.left);
    if (/^TS/.test(node.type) && "expression" in node) return inner(node.expression as AnyNode);
    if (node.type !== "Identifier" || this.#changed.has(node.name)) return ["?"];
    const binding = lookUp(node.name, scope);
    if (binding === undefined || (binding.node && isFunction(binding.node))) return [node.name];
    return [...(binding.node === undefined ? ["?"] : this.#namesOf(binding.node, binding.scope, depth + 1)), ...binding.names];
  }
}

/** The last name of a value that a condition chooses. */
export const choice = "?:";

function chosen(parts: readonly ValuePart[]): readonly string[] {
  return [...(parts.find((part) => typeof part !== "string") ?? ["?"]), choice];
}

function isEmptyList(node: AnyNode): boolean {
  return node.type === "ArrayExpression" && node.elements.length === 0;
}

// `escapeXml(url)`: an address has nothing to escape.
function escapedText(node: AnyNode): AnyNode | undefined {
  const isEscape = node.type === "CallExpression" && node.arguments.length === 1 && /escape|xml|cdata/i.test(nameOf(node.callee) ?? "");
  return isEscape ? node.arguments[0] : undefined;
}

function memberIn([table, ...others]: readonly Placed[] = [], name = ""): Placed | undefined {
  const value = table && memberValue(table.node, name);
  return table && value && others.length === 0 ? { node: value, scope: table.scope } : undefined;
}

/** Returns the value of a member of a table in code; undefined if the table does not have it, or may get it from another one. */
export function memberValue(table: AnyNode, name: string): AnyNode | undefined {
  if (table.type !== "ObjectExpression") return undefined;
  const found = table.properties.find((each) => each.type === "Property" && !each.computed && nameOf(each.key) === name);
  return found?.type === "Property" ? found.value : undefined;
}

// The method `match` has its regular expression: `match(/^a/)`. A function has no values before it.
function callNames(
  { arguments: given, callee }: Extract<AnyNode, { type: "CallExpression" }>,
  inner: (node: AnyNode) => readonly string[],
) {
  const name = nameOf(callee) ?? "?";
  if (callee.type !== "MemberExpression") return [`${name}()`];
  const [argument] = given;
  if (name === "match" && argument?.type === "Literal" && "regex" in argument)
    return [...inner(callee.object), `match(/${argument.regex.pattern}/${argument.regex.flags})`];
  if (name === "exec" && argument && callee.object.type === "Literal" && "regex" in callee.object)
    return [...inner(argument), `match(/${callee.object.regex.pattern}/${callee.object.regex.flags})`];
  return [...inner(callee.object), `${name}()`];
}

function memberName(node: Extract<AnyNode, { type: "MemberExpression" }>): string {
  const isKnown = !node.computed || node.property.type === "Literal";
  return (isKnown && nameOf(node.property)) || "?";
}
