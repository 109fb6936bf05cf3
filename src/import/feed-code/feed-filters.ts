import type { AnyNode, Program } from "acorn";
import { declaredNames } from "../configuration/declared-names.ts";
import { conditionData, type Filter, filterResult, isOfSelection, shortCode } from "../configuration/hiding-code.ts";
import { parseModule } from "../configuration/script-module.ts";
import { nameOf, visitNodes } from "../constants/code-nodes.ts";
import { unknownValue } from "../constants/condition-operators.ts";
import { guardedCalls } from "../constants/guarded-calls.ts";
import type { HidingCode, SiteFile, SiteFolder } from "../site-rules/old-site.ts";
import { writesFeed } from "./feed-settings.ts";

/** A condition of code that writes a feed. */
interface FeedFilter extends Filter {
  /** The truth that posts of the feed have. */
  readonly isTrue: boolean;
  /** The keys of front matter that it reads. */
  readonly keys: readonly string[];
}

/** The conditions of a module that writes a feed. */
interface CodeFeed {
  readonly path: string;
  readonly filters: readonly FeedFilter[];
}

/**
 * Reads the conditions under which code adds posts to a feed: `posts.filter((post) => !post.hidden)`, and branches around `addItem()` and
 * `item()`. Returns the rule that finds the one that leaves a post out of all feeds.
 * @param scripts the paths of modules that may write a feed
 */
export function codeFeedFilters({ paths, read }: SiteFolder, scripts: readonly string[]): (file: SiteFile) => HidingCode | undefined {
  const quiet = { paths, read: (name: string) => read(name) }; // code of a feed is no configuration
  const feeds = scripts.flatMap((path): CodeFeed[] => {
    const source = read(path) ?? "";
    const program = writesFeed.test(source) || /gatsby-plugin-feed/.test(source) ? parseModule(quiet, path) : undefined;
    return program === undefined ? [] : [{ path, filters: filtersIn(program, source) }];
  });
  return (file) => leftOutBy(feeds, itemOf(file));
}

function leftOutBy(feeds: readonly CodeFeed[], item: unknown): HidingCode | undefined {
  const failing = feeds.map(({ filters, path }) => {
    const results = filters.map((filter) => ({ filter, path, result: filterResult(filter, [item]) }));
    return (
      results.find(({ filter, result }) => result !== unknownValue && result !== filter.isTrue) ??
      results.find(({ filter, result }) => result === unknownValue && !filter.keys.every(isOfSelection))
    );
  });
  const [first] = failing;
  if (first === undefined || failing.includes(undefined)) return undefined;
  const isCertain = failing.every((each) => each?.result !== unknownValue);
  return { condition: `${shortCode(first.filter.text)} in ${first.path}`, isCertain };
}

const tables = ["attributes", "data", "frontMatter", "frontmatter", "matter", "meta", "metadata"];
const computed = [
  "_raw",
  "body",
  "content",
  "excerpt",
  "file",
  "fileName",
  "filePath",
  "href",
  "html",
  "id",
  "link",
  "name",
  "path",
  "slug",
  "url",
];

// Code has the front matter in the post, or in a table of it.
function itemOf({ frontMatter }: SiteFile): unknown {
  const data = conditionData(frontMatter);
  const item: Record<string, unknown> = {
    ...Object.fromEntries(computed.map((name) => [name, unknownValue])),
    ...data,
    ...Object.fromEntries(tables.map((name) => [name, data])),
  };
  item["node"] = item; // of an edge in GraphQL
  return item;
}

function filtersIn(program: Program, source: string): FeedFilter[] {
  const names = new Map(declaredNames(program));
  const declared = (name: string) => names.get(name);
  const found: FeedFilter[] = [];
  const add = (node: AnyNode, shown: AnyNode, isTrue: boolean, params: readonly AnyNode[]) => {
    const keys = keysIn(node, params[0]);
    const text = source.slice(shown.start, shown.end);
    if (keys.length > 0) found.push({ node, text, code: text, declared, isTrue, keys });
  };
  visitNodes(program, (node) => {
    if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression" || nameOf(node.callee) !== "filter") return;
    const [given] = node.arguments;
    const rule = given?.type === "Identifier" ? declared(given.name) : given;
    if (given && rule && "params" in rule) add(rule, given, true, rule.params as AnyNode[]);
  });
  for (const { functionOf, guards, item } of ["addItem", "item"].flatMap((name) => guardedCalls(program, name)))
    for (const { isTrue, test } of guards) if (item !== undefined) add(functionOf(test), test, isTrue, [item]);
  // Other lists, such as those of categories, select posts.
  return found.length > 1 ? found.filter(({ keys }) => !keys.every(isOfSelection)) : found;
}

// The keys of `post.hidden`, `post.data.hidden` and `({ data: { hidden } })`, without methods.
function keysIn(node: AnyNode, parameter: AnyNode | undefined): string[] {
  const keys = parameter === undefined ? [] : destructuredKeys(parameter);
  const name = parameter?.type === "Identifier" ? parameter.name : undefined;
  const methods = new Set<AnyNode>();
  visitNodes(node, (each) => {
    if (each.type === "CallExpression") methods.add(each.callee as AnyNode);
  });
  visitNodes(node, (each) => {
    if (each.type !== "MemberExpression" || methods.has(each)) return;
    const path = pathIn(each);
    const [root = "", ...rest] = path ?? [];
    const [key = ""] = rest.filter((part) => part !== "node" && !tables.includes(part));
    if ((root === name || tables.includes(root)) && key !== "" && !computed.includes(key)) keys.push(key);
  });
  return [...new Set(keys)];
}

function pathIn(node: AnyNode): string[] | undefined {
  if (node.type === "Identifier") return [node.name];
  if (node.type === "ChainExpression" || node.type === "ParenthesizedExpression") return pathIn(node.expression);
  if (node.type !== "MemberExpression") return undefined;
  const [before, name] = [pathIn(node.object as AnyNode), nameOf(node)];
  return before === undefined || name === undefined ? undefined : [...before, name];
}

function destructuredKeys(pattern: AnyNode): string[] {
  if (pattern.type !== "ObjectPattern") return [];
  return pattern.properties.flatMap((property): string[] => {
    if (property.type !== "Property" || property.computed) return [];
    const name = nameOf(property.key) ?? "";
    if (property.value.type === "ObjectPattern") return destructuredKeys(property.value);
    return name === "node" || tables.includes(name) || computed.includes(name) ? [] : [name];
  });
}
