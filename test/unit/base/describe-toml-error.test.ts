import { parse, TomlError } from "smol-toml";
import { describe, expect, it } from "vitest";
import { describeTomlError } from "../../../src/base/describe-toml-error.ts";

function faultOf(toml: string): string {
  try {
    parse(toml);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const { line, reason } = describeTomlError(error, toml);
    return `${line} ${reason}`;
  }
  throw new Error(`Cannot find a fault in ${JSON.stringify(toml)}`);
}

const unclosed = "a quote is not closed in this line";
const twice = "the key occurs twice; remove one of the lines";
const bracket = "a comma or a closing bracket is missing";

describe("describeTomlError()", () => {
  it.each([
    ['a = "x\nb = 1', `1 ${unclosed}`],
    ['a = "x\r\nb = 1', `1 ${unclosed}`],
    ["b = 1\na = 'x\n", `2 ${unclosed}`],
    ['a = "x', `1 ${unclosed}`],
    ['a = """x\nb', '1 a quote is not closed: the text ends with """'],
    ['a = { b = "c\n}', `1 ${unclosed}`],
    ['"a = 1\n', `1 ${unclosed}`],
    ['a = "x\u0001y"', "1 the character U+0001 is not allowed here; remove it"],
    ["a = 1 # x\u0007", "1 the character U+0007 is not allowed here; remove it"],
    ["a = Ada", '1 a text is in quotes: write a = "Ada"'],
    ["a = “Ada”", '1 a text is in quotes: write a = "Ada"'],
    ["a.b = https://example.com # mine", '1 a text is in quotes: write a.b = "https://example.com"'],
    ["a = it's", "1 a text is in quotes, and this value is not"],
    ["a = yes", "1 write true instead of yes"],
    ["a = tru", '1 write true instead of tru; or a text is in quotes: write a = "tru"'],
    ["a = flase", '1 write false instead of flase; or a text is in quotes: write a = "flase"'],
    ["a = rule", '1 a text is in quotes: write a = "rule"'],
    ["a = True", "1 write true instead of True"],
    ["a = Off", "1 write false instead of Off"],
    ["a =", '1 the value is missing after "="'],
    ["a = # later\nb = 1", '1 the value is missing after "="'],
    ["a = 1\nb = 2\na = 2", `3 ${twice}`],
    ["[a]\n[b]\n[a]", "3 the table [a] occurs twice; put all its lines together"],
    ["a = 1\n[a]", "2 the table [a] occurs twice; put all its lines together"],
    ["[[a]]\n[ a ]", "2 the table [ a ] occurs twice; put all its lines together"],
    ["a = 'don't'", '1 nothing may follow the value, but "t\'" does; write a text with an apostrophe in double quotes: a = "don\'t"'],
    ["a = 'don't say \"x\"'", '1 nothing may follow the value, but "t say \\"x\\"\'" does; write a text with quotes as "say \\"hi\\""'],
    ['a = "b";', '1 nothing may follow the value, but ";" does; write a text with quotes as "say \\"hi\\""'],
    ["a = [1 2]", `1 ${bracket}`],
    ["a = [1, 2\nb = 1", '1 the value of a begins with "[" and does not end; add "]"'],
    ["x = 1\n a.b = [1,\n\n[cache]\nb = 1", '2 the value of a.b begins with "[" and does not end; add "]"'],
    ['a = [\n  { b = "]", c = 1 }, # ]\n\n[[d]]\ne = 1', '1 the value of a begins with "[" and does not end; add "]"'],
    ['"a b" = { x = "y"\r\n\r\n[b] # later\r\nc = 1', '1 the value of "a b" begins with "{" and does not end; add "}"'],
    ["a = {", '1 the value of a begins with "{" and does not end; add "}"'],
    ["a = [1,", '1 the value of a begins with "[" and does not end; add "]"'],
    ["a = [[1],\n  [2]\n\nb = 1", '1 the value of a begins with "[" and does not end; add "]"'],
    ["a = { x = 1\nb = 2", `2 ${bracket}`],
    ["a = [\n  [1],\n  [2]\n]\nb = yes", "5 write true instead of yes"],
    ["[a]\nb = [1]\n[c\nd = 1", '3 a table begins with a line "[name]"'],
    ["a = [\n  yes,\n]\n", "2 a text is in quotes, and this value is not"],
    ["a = 1\rb = 2\r", "1 its lines end with CR alone; save it with LF as line ends, which editors call Unix"],
    ["a: 1", '1 write "a =" instead of "a:"'],
    ["a b = 1", '1 a line is a key, "=" and a value; a key with spaces or other characters is in quotes'],
    ["Ada's = 1", '1 a line is a key, "=" and a value; a key with spaces or other characters is in quotes'],
    ["= 1", '1 a line is a key, "=" and a value; a key with spaces or other characters is in quotes'],
    ["[a\nb = 1", '1 a table begins with a line "[name]"'],
    ["[]\n", '1 a table begins with a line "[name]"'],
    ["[[a]\n", '1 a table begins with a line "[name]"'],
    ["// later", "1 a comment begins with #"],
    ["<<<<<<< HEAD\na = 1", "1 this is a conflict of a merge; keep one of the versions"],
    ['a = "C:\\Users"', "1 write each backslash twice, or the text in single quotes"],
    ['a = "\\d"', "1 write each backslash twice, or the text in single quotes"],
    ["a = 01", "1 this is not a number; a text is in quotes"],
    ["a = 1_", "1 this is not a number; a text is in quotes"],
    ["a = 1,", "1 this is not a number; a text is in quotes"],
    ["a = 99999999999999999999", "1 the number is too large; write it as a text in quotes"],
    ["a = 2024-13-01", "1 there is no such date; write it as 2025-01-31, or as a text in quotes"],
    ["a = 2024-01-01T", "1 there is no such date; write it as 2025-01-31, or as a text in quotes"],
  ])("returns for %j: %s", (toml, expected) => {
    expect(faultOf(toml)).toBe(expected);
  });
});
