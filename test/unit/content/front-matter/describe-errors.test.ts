import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "../../../../src/content/front-matter/front-matter.ts";
import { FrontMatterError } from "../../../../src/content/front-matter/front-matter-error.ts";

function messageOf(text: string): string {
  try {
    parseFrontMatter("x.md", text);
  } catch (error) {
    if (error instanceof FrontMatterError)
      return `${error.line} ${error.message.replace(/^Cannot read the (?:YAML|TOML|JSON) front matter: /, "")}`;
    throw error;
  }
  throw new Error(`Cannot find a fault in ${JSON.stringify(text)}`);
}

const colon = "put a value that has a colon in quotes";
const special = "put a value that begins or ends with a special character in quotes";
const whole = "put the whole value in quotes; inside single quotes, write a quote twice";
const bracket = "a comma or a closing bracket is missing";
const line = "write each line as a key, a colon, a space and a value";
const quoted = "put each key and each text in double quotes";
const block = 'begin the text after "|" or ">" on the next line';

describe("describeYamlError()", () => {
  // Faults that are repaired are followed by one that is not.
  it.each([
    ["title: a: b\nend: - x", `2 ${colon}`],
    ["a: 1\nMoon\nb: 2", `3 ${colon}`],
    ['title: "x\ndate: 2', "3 a quote is not closed"],
    ["title: 'x", "2 a quote is not closed"],
    ["title: 'don't'\nend: - x", `2 ${whole}`],
    ['title: "say "hi""', `2 ${whole}`],
    ["title: [Draft] Hello\nend: - x", `2 ${whole}`],
    ["title: @ada\nend: - x", `2 ${special}`],
    ["title: `x`\nend: - x", `2 ${special}`],
    ["title: %x\nend: - x", `2 ${special}`],
    ["title: - x", `2 ${special}`],
    ["tags: [a]]", `2 ${special}`],
    ["tags:\n\t- x\nend: - x", "3 a line begins with a tab; indent it with spaces"],
    ["tags: [a, b", `2 ${bracket}`],
    ["image: {src: x", `2 ${bracket}`],
    ["tags: [a, , b]\nend: - x", "2 there is a comma too many"],
    ['title: "\\d"', "2 write each backslash twice, or put the value in single quotes"],
    ["a: |x\n b", `2 ${block}`],
    ["a: > x", `2 ${block}`],
    ["a:\n  b: 1\n c: 2", "4 indent all keys of a table, and all items of a list, by the same number of spaces"],
    ["a: b\nfoo", `3 ${line}`],
  ])("of %j is %s", (yaml, expected) => {
    expect(messageOf(`---\n${yaml}\n---\n`)).toBe(expected);
  });

  it("advises to put a value in quotes that looks like an alias", () => {
    expect(messageOf("---\na: *b\nb: &b x\n---\n")).toBe(`1 ${special}`);
  });
});

describe("describeJsonError()", () => {
  it.each([
    ['"a": 1,', "3 put each key in double quotes, and no comma after the last value"],
    ["a: 1", `2 ${quoted}`],
    ["'a': 1", `2 ${quoted}`],
    ['"a": Ada', `2 ${quoted}`],
    ['"a": "b', "2 a quote is not closed in this line"],
    ['"a": "b\nc"', "2 a quote is not closed in this line"],
    ['"a": 1 "b": 2', `2 ${bracket}`],
    ['"a": [1 2]', `2 ${bracket}`],
    ['"a" 1', "2 a colon is missing after the key"],
    ['"a": "\\d"', "2 write each backslash twice"],
    ['"a": 01', "2 this is not a number; put a text in double quotes"],
    ['"a": 1} x', "2 nothing may follow the closing brace"],
  ])("of %j is %s", (json, expected) => {
    expect(messageOf(`;;;\n${json}\n;;;\n`)).toBe(expected);
  });
});

describe("parseFrontMatter()", () => {
  it.each([
    ['title = "Moon', "2 a quote is not closed in this line"],
    ['draft = "no"\ntitle = Moon', '3 a text is in quotes: write title = "Moon"'],
    ["draft = True", "2 write true instead of True"],
    ["title: Moon", '2 write "title =" instead of "title:"'],
  ])("describes the fault of the TOML %j", (toml, expected) => {
    expect(messageOf(`+++\n${toml}\n+++\n`)).toBe(expected);
  });
});
