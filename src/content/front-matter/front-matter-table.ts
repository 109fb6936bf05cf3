import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import { type Document, isScalar, LineCounter, parseDocument, visit } from "yaml";
import { describeTomlError } from "../../base/describe-toml-error.ts";
import { limits } from "../limits/limits.ts";
import { describeJsonError } from "./describe-json-error.ts";
import { describeYamlError } from "./describe-yaml-error.ts";
import type { FrontMatterSource } from "./find-front-matter.ts";
import { FrontMatterError } from "./front-matter-error.ts";
import { limitFrontMatter, tooDeep, tooMany } from "./limit-front-matter.ts";

/** A parsed value of front matter: text, a list or a table. Numbers, booleans and dates stay text, as they were written. */
export type FrontMatterValue = string | readonly FrontMatterValue[] | { readonly [key: string]: FrontMatterValue };

/** Front matter as a table of keys and values. */
export type FrontMatterTable = Readonly<Record<string, FrontMatterValue>>;

/**
 * Parses front matter into a table of keys and values.
 * @throws FrontMatterError with line and column in the article
 */
export function readTable(frontMatterSource: FrontMatterSource): FrontMatterTable {
  const { line, source, syntax } = frontMatterSource;
  limitFrontMatter(frontMatterSource);
  const read = { YAML: readYaml, TOML: readToml, JSON: readJson }[syntax];
  const plain = asValue(read(source, line - 1), { line, values: 0 }, 0);
  if (plain === "" || plain === undefined) return {};
  if (typeof plain === "string" || Array.isArray(plain)) {
    throw new FrontMatterError("Cannot read the front matter: it is no table of keys and values", line, 1);
  }
  return plain as FrontMatterTable;
}

// The failsafe schema keeps every scalar as the author wrote it: the title 1.10 does not become 1.1, and a date does not become a
// Date. The package's own check for unique keys is quadratic.
function readYaml(source: string, linesBefore: number): unknown {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    ...{ schema: "failsafe", resolveKnownTags: false, uniqueKeys: false }, // a tag such as !!binary changes no value either
    ...{ lineCounter: lines, prettyErrors: false, logLevel: "error" },
  });
  const [error] = document.errors;
  const fault =
    error === undefined
      ? repeatedKey(document)
      : { reason: describeYamlError(error.message), offset: Math.min(error.pos[0], source.trimEnd().length) };
  if (fault !== undefined) {
    const { line, col } = lines.linePos(fault.offset);
    if (error !== undefined && /call stack/.test(error.message)) throw tooDeep({ line: line + linesBefore, column: col });
    throw new FrontMatterError(`Cannot read the YAML front matter: ${fault.reason}`, line + linesBefore, col);
  }
  try {
    return document.toJS();
  } catch (cause) {
    throw new FrontMatterError(`Cannot read the YAML front matter: ${describeYamlError((cause as Error).message)}`, 1, 1);
  }
}

// YAML 1.2 §3.2.1.1: keys are unique. With a repeated key, one value would be lost.
function repeatedKey(document: Document): { readonly reason: string; readonly offset: number } | undefined {
  let repeated: { readonly reason: string; readonly offset: number } | undefined;
  visit(document, {
    Map(_, { items }) {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) repeated = { reason: `the key ${JSON.stringify(key.value)} is there twice`, offset: key.range?.[0] ?? 0 };
        if (repeated !== undefined) return visit.BREAK;
        keys.add(key.value);
      }
      return undefined;
    },
  });
  return repeated;
}

function readToml(source: string, linesBefore: number): unknown {
  try {
    return parseToml(source);
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const { column, line, reason } = describeTomlError(cause, source);
    throw new FrontMatterError(`Cannot read the TOML front matter: ${reason}`, line + linesBefore, column);
  }
}

function readJson(source: string, linesBefore: number): unknown {
  try {
    return JSON.parse(source);
  } catch (cause) {
    const before = source.slice(0, faultOf(source)).split("\n");
    throw new FrontMatterError(
      `Cannot read the JSON front matter: ${describeJsonError((cause as SyntaxError).message)}`,
      before.length + linesBefore,
      (before.at(-1) ?? "").length + 1,
    );
  }
}

// The JSON parser rarely reports the position of the error: it is after the longest prefix that is merely incomplete.
function faultOf(source: string): number {
  let [sound, faulty] = [0, source.length];
  while (faulty - sound > 1) {
    const middle = (sound + faulty) >> 1;
    if (isBeginning(source.slice(0, middle))) sound = middle;
    else faulty = middle;
  }
  return sound;
}

function isBeginning(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch (cause) {
    const { message } = cause as SyntaxError;
    return message.startsWith("Unexpected end") || Number(/at position (\d+)/.exec(message)?.[1]) === source.length;
  }
}

// A YAML alias may expand to thousands of values, and may contain itself.
function asValue(value: unknown, count: { readonly line: number; values: number }, depth: number): FrontMatterValue | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof TomlDate) return value.toISOString();
  if (++count.values > limits.frontMatterValues) throw tooMany({ line: count.line, column: 1 });
  if (depth > limits.depth) throw tooDeep({ line: count.line, column: 1 });
  if (Array.isArray(value)) return value.map((item) => asValue(item, count, depth + 1)).filter((item) => item !== undefined);
  if (typeof value === "object") {
    const entries = Object.entries(value).map(([key, item]) => [key, asValue(item, count, depth + 1)] as const);
    return Object.fromEntries(entries.filter((entry): entry is [string, FrontMatterValue] => entry[1] !== undefined));
  }
  return String(value);
}
