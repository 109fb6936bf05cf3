import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import { describeTomlError } from "../../base/describe-toml-error.ts";
import { limits } from "../limits/limits.ts";
import { describeJsonError } from "./describe-json-error.ts";
import { type FrontMatterSource, unknownLanguage } from "./find-front-matter.ts";
import { FrontMatterError } from "./front-matter-error.ts";
import type { FrontMatterWarning } from "./front-matter-warning.ts";
import { limitFrontMatter, tooDeep, tooMany } from "./limit-front-matter.ts";
import { NotConstantError, parseJavaScript } from "./parse-java-script.ts";
import { type ParsedValues, parseYaml } from "./parse-yaml.ts";

/** A parsed value of front matter: text, a list or a table. Numbers, booleans and dates stay text, as they were written. */
export type FrontMatterValue = string | readonly FrontMatterValue[] | { readonly [key: string]: FrontMatterValue };

/** Front matter as a table of keys and values. */
export type FrontMatterTable = Readonly<Record<string, FrontMatterValue>>;

/** A table, and the faults that were repaired while it was parsed. */
export interface ParsedTable {
  readonly table: FrontMatterTable;
  readonly warnings: readonly FrontMatterWarning[];
}

/**
 * Parses front matter into a table of keys and values.
 * @throws FrontMatterError with line and column in the article
 */
export function readTable(frontMatterSource: FrontMatterSource): ParsedTable {
  const { line, source, syntax } = frontMatterSource;
  limitFrontMatter(frontMatterSource);
  const read = { YAML: parseYaml, TOML: readToml, JSON: readJson, JavaScript: readJavaScript }[syntax];
  const { value, warnings } = read(source, line - 1);
  const plain = asValue(value, { line, values: 0 }, 0);
  if (plain === "" || plain === undefined) return { table: {}, warnings };
  if (typeof plain === "string" || Array.isArray(plain)) {
    throw new FrontMatterError("Cannot read the front matter: it is not a table of keys and values", line, 1);
  }
  return { table: plain as FrontMatterTable, warnings };
}

function readJavaScript(source: string): ParsedValues {
  try {
    return { value: parseJavaScript(source), warnings: [] };
  } catch (cause) {
    throw cause instanceof NotConstantError ? unknownLanguage("js") : cause;
  }
}

function readToml(source: string, linesBefore: number): ParsedValues {
  try {
    return { value: parseToml(source), warnings: [] };
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const { column, line, reason } = describeTomlError(cause, source);
    throw new FrontMatterError(`Cannot read the TOML front matter: ${reason}`, line + linesBefore, column);
  }
}

function readJson(source: string, linesBefore: number): ParsedValues {
  try {
    return { value: JSON.parse(source), warnings: [] };
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
