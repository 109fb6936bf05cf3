import type { AnyNode } from "acorn";
import { givenParts, type ValuePart } from "../../configuration/given-values.ts";
import { parseText } from "../../configuration/script-module.ts";
import { nameOf } from "../../constants/code-nodes.ts";
import { safeExpression } from "../../constants/condition-operators.ts";

/** The names of the values of the parameters of a route that takes an id apart: `["post", "id", "match(/…/)", "4"]` by parameter. */
export type MatchedParams = ReadonlyMap<string, readonly string[]>;

/**
 * Reads the parameters that a page or a module returns for a route. "plain" if the last one is the id of an entry, "computed" if code makes
 * it or a part of the date from the id in a way that is unknown; a table if a regular expression takes the id apart.
 * @param template the path of the page: `[year]/[slug]`
 */
export function readParams(source: string, template: string): MatchedParams | "plain" | "computed" {
  const root = parseText(scriptOf(source));
  const names = [...template.matchAll(/\[(?:\.{3})?(\w+)\]/g)].map(([, name = ""]) => name);
  const last = names.at(-1);
  if (root === undefined || last === undefined) return "plain"; // the page may look its address up
  const values = new Map(names.map((name) => [name, givenParts(root, (node) => paramOf(node, last, name))]));
  const own = values.get(last) ?? [];
  const all = [...values.values()].flat();
  if (all.some(isMatched)) return matchedParams(values) ?? "computed";
  const isInId = own.every((parts) => isOwn(parts) || (/\[(?:lang|language|locale)\]/.test(template) && isSplit(parts)));
  const areOfDate = names.every((name) => !/^(?:year|month|day)$/.test(name) || (values.get(name) ?? []).every((parts) => !hasId(parts)));
  return isInId && areOfDate ? "plain" : "computed";
}

/** Returns a part of the address, which may be the id itself; undefined if the regular expression does not match. */
export function matchedPart(names: readonly string[], id: string): string | undefined {
  const at = names.findIndex((name) => name.startsWith("match("));
  if (at < 0) return isOwn([names]) ? id : undefined;
  const expression = expressionIn(names[at] ?? "");
  const found = expression && id.length <= maxId ? expression.exec(id) : undefined;
  const [group = "", name = "", ...more] = names.slice(at + 1);
  if (!isOwn([names.slice(0, at)]) || more.length > 0) return undefined;
  return (group === "groups" ? found?.groups?.[name] : name === "" ? found?.[Number(group)] : undefined) || undefined;
}

/** Returns the code between the lines `---` of a page, or the whole text of a page without them. */
export function scriptOf(source: string): string {
  const [, fence] = source.trimStart().split(/^---[ \t]*$/m);
  return source.trimStart().startsWith("---") && fence !== undefined ? fence : source;
}

// The value in `params: { slug: post.id }`, if the table also has the last parameter.
function paramOf(node: AnyNode, last: string, name: string): AnyNode | undefined {
  if (node.type !== "Property" || nameOf(node.key) !== "params" || node.value.type !== "ObjectExpression") return undefined;
  const inTable = (key: string) => {
    const found = node.value.type === "ObjectExpression" ? node.value.properties : [];
    return found.flatMap((each) => (each.type === "Property" && !each.computed && nameOf(each.key) === key ? [each.value] : []))[0];
  };
  return inTable(last) && inTable(name);
}

function matchedParams(values: ReadonlyMap<string, readonly ValuePart[][]>): MatchedParams | undefined {
  const params = new Map<string, readonly string[]>();
  for (const [name, [parts, ...others]] of values) {
    const [names, ...more] = parts ?? [];
    if (names === undefined || typeof names === "string" || more.length > 0 || others.length > 0) return undefined;
    if (!isOwn([names]) && !isMatched([names])) return undefined;
    params.set(name, names);
  }
  return params;
}

function isMatched([names, ...others]: readonly ValuePart[]): boolean {
  return others.length === 0 && names !== undefined && typeof names !== "string" && names.some((name) => name.startsWith("match("));
}

// `post.id`, and the slug in front matter. A single name is declared elsewhere.
function isOwn([names, ...others]: readonly ValuePart[]): boolean {
  if (others.length > 0 || names === undefined || typeof names === "string") return false;
  const [last = "", before] = names.toReversed();
  if (names.length === 1) return /^\w+$/.test(last);
  return /^(?:slug|id)$/.test(last) && !(before === "data" && last === "id") && names.slice(1).every((name) => /^[\w$]+$/.test(name));
}

// `const [lang, slug] = post.id.split("/")`
function isSplit([names, ...others]: readonly ValuePart[]): boolean {
  return others.length === 0 && typeof names === "object" && names.at(-2) === "split()" && isOwn([names.slice(0, -2)]);
}

function hasId(parts: readonly ValuePart[]): boolean {
  return parts.some((part) => typeof part !== "string" && part.some((name) => name === "id" || name === "slug"));
}

const maxId = 300; // UTF-16 units
// The expression is the site's.
function expressionIn(name: string): RegExp | undefined {
  const [, source = "", flags = ""] = /^match\(\/(.*)\/(\w*)\)$/.exec(name) ?? [];
  return safeExpression(source, flags);
}
