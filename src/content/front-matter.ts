import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import { LineCounter, parseDocument } from "yaml";
import type { Place } from "./problem.ts";

/** What front matter may hold once read: text, lists and tables. Numbers, booleans and dates stay as they were written. */
export type FrontMatterValue = string | readonly FrontMatterValue[] | { readonly [key: string]: FrontMatterValue };

/** An article's text, taken apart. */
export interface FrontMatter {
  readonly data: Readonly<Record<string, FrontMatterValue>>;
  /** What it is written in; YAML where there is none. */
  readonly syntax: "YAML" | "TOML";
  /** The text behind the front matter. */
  readonly body: string;
  /** Offset of the body in the article. */
  readonly bodyOffset: number;
  /** Where a key's value stands (the key, for what stands on several lines). */
  placeOf(key: string): Place;
}

/** The front matter cannot be read. */
export class FrontMatterError extends Error {
  override readonly name = "FrontMatterError";
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}

const opening = /^(---|\+\+\+)[ \t]*\r?\n/;
const closings = { "---": /^(?:---|\.\.\.)[ \t]*$/m, "+++": /^\+\+\+[ \t]*$/m } as const;

/**
 * Parses the YAML (`---`) or TOML (`+++`) front matter of an article; an article may also have none.
 * @throws FrontMatterError with line and column
 */
export function parseFrontMatter(file: string, text: string): FrontMatter {
  const fence = opening.exec(text);
  if (fence === null) return { data: {}, syntax: "YAML", body: text, bodyOffset: 0, placeOf: () => ({ file, line: 1, column: 1 }) };
  const kind = fence[1] as "---" | "+++";
  const start = fence[0].length;
  const rest = text.slice(start);
  const end = closings[kind].exec(rest);
  if (end === null) throw new FrontMatterError(`Cannot find the end of the front matter: no line "${kind}" closes it`, 1, 1);
  const source = rest.slice(0, end.index);
  const bodyOffset = Math.min(text.length, start + end.index + end[0].length + 1);
  return {
    data: kind === "---" ? readYaml(source) : readToml(source),
    syntax: kind === "---" ? "YAML" : "TOML",
    body: text.slice(bodyOffset),
    bodyOffset,
    placeOf: (key) => ({ file, ...findKey(source, key) }),
  };
}

// The failsafe schema keeps every scalar as the author wrote it: a title 1.10 does not become 1.1, a date no Date.
function readYaml(source: string): FrontMatter["data"] {
  const lines = new LineCounter();
  const document = parseDocument(source, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  const error = document.errors[0];
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    const advice = /compact mapping|implicit key|unexpected/i.test(error.message) ? "; put a value that has a colon in quotes" : "";
    throw new FrontMatterError(`Cannot read the YAML front matter: ${error.message.split("\n")[0]}${advice}`, line + 1, col);
  }
  let value: unknown;
  try {
    value = document.toJS();
  } catch (cause) {
    throw new FrontMatterError(`Cannot read the YAML front matter: ${(cause as Error).message}`, 1, 1);
  }
  return asTable(value);
}

function readToml(source: string): FrontMatter["data"] {
  try {
    return asTable(parseToml(source));
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause;
    const reason = cause.message.replace(/^Invalid TOML document: /, "").split("\n")[0];
    throw new FrontMatterError(`Cannot read the TOML front matter: ${reason}`, cause.line + 1, cause.column);
  }
}

function asTable(value: unknown): FrontMatter["data"] {
  const plain = asValue(value);
  if (plain === "" || plain === undefined) return {};
  if (typeof plain === "string" || Array.isArray(plain)) {
    throw new FrontMatterError("Cannot read the front matter: it is no table of keys and values", 2, 1);
  }
  return plain as FrontMatter["data"];
}

function asValue(value: unknown): FrontMatterValue | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof TomlDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(asValue).filter((item) => item !== undefined);
  if (typeof value === "object") {
    const entries = Object.entries(value).map(([key, item]) => [key, asValue(item)] as const);
    return Object.fromEntries(entries.filter((entry): entry is [string, FrontMatterValue] => entry[1] !== undefined));
  }
  return String(value);
}

function findKey(source: string, key: string): { line: number; column: number } {
  const pattern = new RegExp(`^(["']?${RegExp.escape(key)}["']?\\s*[:=][ \\t]*)`);
  const index = source.split("\n").findIndex((line) => pattern.test(line));
  if (index < 0) return { line: 1, column: 1 };
  const line = source.split("\n")[index] ?? "";
  const before = pattern.exec(line)?.[0].length ?? 0;
  return { line: index + 2, column: (before < line.trimEnd().length ? before : 0) + 1 };
}
