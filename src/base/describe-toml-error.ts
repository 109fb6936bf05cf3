import leven from "leven";
import type { TomlError } from "smol-toml";
import { codePointName } from "./invalid-characters.ts";
import { type OpenBracket, unclosedBracket } from "./unclosed-bracket.ts";

/** A fault of a TOML text in plain words. */
export interface TomlFault {
  readonly line: number;
  readonly column: number;
  /** The reason and what to do. */
  readonly reason: string;
}

/** Describes why a text cannot be parsed as TOML. The parser's own messages name rules of its grammar. */
export function describeTomlError({ column, line, message }: TomlError, toml: string): TomlFault {
  if (/\r(?!\n)/.test(toml) && !toml.includes("\n")) return { line: 1, column: 1, reason: oldLineEnds };
  const isUnfinished = /unfinished (?:array|table)/.test(message); // the parser gave up at the end, and names the beginning
  const open = unclosedBracket(toml, isUnfinished ? toml.length : offsetOf(toml, line, column));
  if (open !== undefined) return { line: open.line, column: open.column, reason: describeOpen(open) };
  const text = toml.split(/\r?\n/)[line - 1] ?? "";
  const [, reason = otherwise] = reasons.find(([pattern]) => pattern.test(message.split("\n", 1)[0] ?? "")) ?? [];
  return { line, column, reason: typeof reason === "string" ? reason : reason(text.slice(column - 1), text) };
}

const oldLineEnds = "its lines end with CR alone; save it with LF as line ends, which editors call Unix";

function offsetOf(toml: string, line: number, column: number): number {
  const before = toml.split("\n").slice(0, line - 1);
  return before.reduce((offset, { length }) => offset + length + 1, 0) + column - 1;
}

function describeOpen({ key, sign }: OpenBracket): string {
  const end = sign === "[" ? "]" : "}";
  return `the value of ${key} begins with "${sign}" and does not end; add "${end}"`;
}

/** Describes a fault. @param rest the line from the fault on */
type Describe = (rest: string, line: string) => string;

const otherwise = 'a line is a key, "=" and a value; a key with spaces or other characters is in quotes';
const unclosed = "a quote is not closed in this line";

const reasons: readonly (readonly [RegExp, string | Describe])[] = [
  [/control characters/, (rest) => (rest === "" ? unclosed : `the character ${codePointName(rest)} is not allowed here; remove it`)],
  [/unfinished string/, (rest) => (/^(?:"""|''')/.test(rest) ? `a quote is not closed: the text ends with ${rest.slice(0, 3)}` : unclosed)],
  [/redefine/, (_, line) => describeRepetition(line)],
  [/invalid value/, describeValue],
  [/end-of-line/, describeRest],
  [/comma or end|unfinished (?:array|table)/, "a comma or a closing bracket is missing"],
  [/escape/, "write each backslash twice, or the text in single quotes"],
  [/leading zero|numeric|underscore/, "this is not a number; a text is in quotes"],
  [/losslessly/, "the number is too large; write it as a text in quotes"],
  [/date/, "there is no such date; write it as 2025-01-31, or as a text in quotes"],
  [/nested/, "tables and lists are nested too deeply"],
  [/unsafe property/, "the key is reserved; use another name"],
  [/key|table array/, (_, line) => describeKey(line)],
];

function describeRepetition(line: string): string {
  const header = /^\s*(\[{1,2}[^[\]]*\]{1,2})/.exec(line)?.[1];
  return header === undefined
    ? "the key occurs twice; remove one of the lines"
    : `the table ${header} occurs twice; put all its lines together`;
}

function describeValue(rest: string, line: string): string {
  const value = (rest.split(/(?:^|\s)#/, 1)[0] ?? "").trim(); // without a comment
  if (value === "") return 'the value is missing after "="';
  if (/^(?:true|yes|on)$/i.test(value)) return `write true instead of ${value}`;
  if (/^(?:false|no|off)$/i.test(value)) return `write false instead of ${value}`;
  const key = /^\s*([\w.-]+)\s*=/.exec(line)?.[1];
  const word = ["true", "false"].find((each) => isTypo(value.toLowerCase(), each));
  const text = value.replace(/^[“”„«‘’]|[“”»‘’]$/g, "");
  if (key === undefined || /["'\\,[\]{}]/.test(text)) return "a text is in quotes, and this value is not";
  return `${word === undefined ? "" : `write ${word} instead of ${value}; or `}a text is in quotes: write ${key} = "${text}"`;
}

function isTypo(word: string, of: string): boolean {
  return leven(word, of) === 1 || [...word].sort().join("") === [...of].sort().join("");
}

function describeRest(rest: string, line: string): string {
  const fault = `nothing may follow the value, but ${JSON.stringify(rest.trim())} does`;
  const [, key, text] = /^\s*([\w.-]+)\s*=\s*'([^"']*'[^"']*)'\s*$/.exec(line) ?? [];
  if (key === undefined) return `${fault}; write a text with quotes as "say \\"hi\\""`;
  return `${fault}; write a text with an apostrophe in double quotes: ${key} = "${text}"`;
}

function describeKey(line: string): string {
  const key = /^\s*([\w-]+)\s*:/.exec(line)?.[1];
  if (key !== undefined) return `write "${key} =" instead of "${key}:"`;
  if (/^(?:<{7}|={7}|>{7})/.test(line)) return "this is a conflict of a merge; keep one of the versions";
  if (/^\s*(?:\/\/|\/\*|;|--)/.test(line)) return "a comment begins with #";
  if (/^\s*\[/.test(line)) return 'a table begins with a line "[name]"';
  return (line.split('"').length - 1) % 2 === 1 ? unclosed : otherwise;
}
