import { isTable } from "../../../base/table-values.ts";
import { binary, unknownValue } from "../../constants/condition-operators.ts";

/** A list of texts that code asks for: `blogPosts: allMarkdownRemark(filter: {…}) { nodes { … } }`. */
export interface ListQuery {
  /** The name of its result: `blogPosts`. */
  readonly name: string;
  /** The type of its nodes: `MarkdownRemark`, `Mdx`. */
  readonly type: string;
  /** The value of the argument `filter`, in which a value that only running the code would give is unknown. */
  readonly filter: unknown;
  /** The filter as it is written; undefined without one. */
  readonly text: string | undefined;
  /** True if it selects what the path of a page may be made of. */
  readonly hasPath: boolean;
}

const maxDepth = 50; // of tables and lists
const token = /#[^\n]*|"[^"\n]{0,1000}"|\$?[A-Za-z_]\w{0,200}|-?\d[\d.]{0,30}|[{}()[\]:\0]/g;
const ofPaths = /^(?:slug|path|permalink|url|gatsbyPath|fileAbsolutePath|contentFilePath|absolutePath|relativePath)$/;

/** Finds the queries of lists of Markdown in GraphQL. U+0000 stands for code in it. */
export function listQueries(graphql: string): ListQuery[] {
  const tokens = [...graphql.matchAll(token)]
    .filter(({ 0: text }) => !text.startsWith("#"))
    .map(({ 0: text, index }) => ({ text, offset: index }));
  return tokens.flatMap(({ text }, index): ListQuery[] => {
    if (!/^all(?:MarkdownRemark|Mdx)$/.test(text)) return [];
    const name = tokens[index - 1]?.text === ":" ? (tokens[index - 2]?.text ?? text) : text;
    const end = tokens[index + 1]?.text === "(" ? endOf(tokens, index + 1) : index;
    const at = tokens.findIndex((each, place) => place > index && place < end && each.text === "filter");
    const filter = at < 0 ? undefined : readValue(tokens, at + 2, 0);
    const selected = tokens.slice(end + 2, endOf(tokens, end + 1)).map((each) => each.text);
    if (!selected.includes("nodes") && !selected.includes("edges")) return [];
    const last = tokens[(filter?.end ?? 0) - 1];
    return [
      {
        name,
        type: text.slice("all".length),
        filter: filter?.value,
        text: last && graphql.slice(tokens[at]?.offset, last.offset + last.text.length).replaceAll("\0", "…"),
        hasPath: selected.some((each) => ofPaths.test(each)),
      },
    ];
  });
}

interface Token {
  readonly text: string;
  readonly offset: number;
}

// The index of the bracket that closes the one at an index.
function endOf(tokens: readonly Token[], start: number): number {
  let depth = 0;
  for (let index = start; index < tokens.length; index++) {
    const { text } = tokens[index] as Token;
    if (/^[{([]$/.test(text)) depth++;
    if (/^[})\]]$/.test(text) && --depth <= 0) return index;
  }
  return tokens.length;
}

function readValue(tokens: readonly Token[], start: number, depth: number): { value: unknown; end: number } {
  const text = tokens[start]?.text ?? "";
  if (depth > maxDepth || !/^[{[]$/.test(text)) return { value: depth > maxDepth ? unknownValue : scalarOf(text), end: start + 1 };
  const entries: [string, unknown][] = [];
  const close = text === "{" ? "}" : "]";
  let index = start + 1;
  while (index < tokens.length && tokens[index]?.text !== close) {
    const isNamed = close === "}" && tokens[index + 1]?.text === ":";
    const { end, value } = readValue(tokens, isNamed ? index + 2 : index, depth + 1);
    entries.push([isNamed ? (tokens[index]?.text ?? "") : "\0", value]);
    index = end;
  }
  const value =
    close === "]" ? entries.map(([, each]) => each) : entries.some(([name]) => name === "\0") ? unknownValue : Object.fromEntries(entries);
  return { value, end: index + 1 };
}

function scalarOf(text: string): unknown {
  if (text === "\0" || text.startsWith("$")) return unknownValue;
  if (text.startsWith('"')) return text.includes("\0") ? unknownValue : text.slice(1, -1).replace(/\\(.)/g, "$1");
  if (text === "true" || text === "false") return text === "true";
  if (text === "null" || text === "undefined") return null;
  return /^-?\d/.test(text) ? Number(text) : text;
}

type Truth = boolean | typeof unknownValue;

const operator = /^(?:eq|ne|in|nin|regex|glob|gte?|lte?|elemMatch)$/;

/**
 * Returns whether a node passes a filter of Gatsby (gatsbyjs.com/docs/graphql-reference).
 * @param onUnknown receives the name of each value whose condition only running the code would decide
 */
export function passesFilter(filter: unknown, node: unknown, onUnknown: (name: string) => void, name = ""): Truth {
  if (filter === undefined || filter === null) return true;
  if (!isTable(filter)) return unknownAt(name, onUnknown);
  const results = Object.entries(filter).map(([key, given]): Truth => {
    if (!operator.test(key))
      return passesFilter(given, isTable(node) ? node[key] : node === unknownValue ? node : undefined, onUnknown, key);
    const result = resultOf(key, node, given);
    return result === unknownValue ? unknownAt(name, onUnknown) : result;
  });
  return results.includes(false) ? false : results.includes(unknownValue) ? unknownValue : true;
}

function unknownAt(name: string, onUnknown: (name: string) => void): typeof unknownValue {
  onUnknown(name);
  return unknownValue;
}

function resultOf(key: string, value: unknown, given: unknown): Truth {
  if (value === unknownValue || given === unknownValue) return unknownValue;
  if (key === "eq") return equals(value, given);
  if (key === "ne") return not(equals(value, given));
  if (key === "in" || key === "nin") {
    if (!Array.isArray(given)) return unknownValue;
    const results = given.map((each) => equals(value, each));
    const isIn = results.includes(true) ? true : results.includes(unknownValue) ? unknownValue : false;
    return key === "in" ? isIn : not(isIn);
  }
  if (value === undefined || value === null) return false;
  if (key === "regex" && typeof value === "string" && typeof given === "string") return matches(value, given);
  const sign = { gt: ">", gte: ">=", lt: "<", lte: "<=" }[key];
  return sign === undefined ? unknownValue : (binary(sign, value, given) as Truth);
}

function not(truth: Truth): Truth {
  return truth === unknownValue ? truth : !truth;
}

// A list has one of its values.
function equals(value: unknown, given: unknown): Truth {
  if (given === null) return value === undefined || value === null;
  if (value === undefined || value === null) return false;
  if (Array.isArray(value)) return value.includes(given);
  return binary("===", value, given) as Truth;
}

// The usual expressions: texts with `|`, `.*` and escapes: "/content\\/blog/".
function matches(value: string, written: string): Truth {
  const [, inner = "", flags = ""] = /^\/(.*)\/([a-z]*)$/.exec(written) ?? [];
  const plain = inner.replace(/\\([/.-])/g, (_found, sign: string) => (sign === "." ? "\0" : sign));
  if (inner === "" || /[\\^$()[\]{}+?]|(?<!\.)\*/.test(plain) || /[^giu]/.test(flags)) return unknownValue;
  const fold = (text: string) => (flags.includes("i") ? text.toLowerCase() : text);
  return plain.split("|").some((choice) => hasInOrder(fold(value), fold(choice).split(".*")));
}

function hasInOrder(value: string, parts: readonly string[]): boolean {
  let from = 0;
  return parts.every((part) => {
    const text = part.replaceAll("\0", ".");
    const at = value.indexOf(text, from);
    from = at + text.length;
    return at >= 0;
  });
}
