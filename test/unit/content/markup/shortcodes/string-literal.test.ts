import { describe, expect, it } from "vitest";
import { literalOf, templateOf } from "../../../../../src/content/markup/shortcodes/string-literal.ts";

describe("literalOf()", () => {
  it.each([
    ['"a"', "a"],
    [" 'a \"b\"' ", 'a "b"'],
    ["`a\nb`", "a\nb"],
    ['"\\"a\\""', '"a"'],
    ['""', ""],
    ["12", "12"],
    ["-1.5", "-1.5"],
    [`"a\\nb\\tc"`, "a\nb\tc"],
    [`'a\\nb'`, "a\nb"],
    ["`a = 1;\\nb`", "a = 1;\nb"],
    ["`a\\\\nb`", "a\\nb"],
    ['"It\\u2019s \\x41\\u{1F600}\\uD83D\\uDE00"', "It’s A😀😀"],
    ['"\\q\\u\\x4"', "qux4"],
    ["'a\\\nb'", "ab"],
    ["`a\\\nb`", "ab"],
    ["`$5 for $HOME`", "$5 for $HOME"],
    ["`\\\u0024{a}`", "\u0024{a}"],
    ["String.raw`\\n$1 \\u00e9`", "\\n$1 \\u00e9"],
    ['"\\x1b[0m\\0"', "␛[0m␀"],
    ['"\\uD83D"', "□"],
    ['"a\\r\\nb"', "a\nb"],
    ["`\u0024{a}`", undefined],
    ["`\\\\\u0024{a}`", undefined],
    ["String.raw`\u0024{a}`", undefined],
    ["1.", undefined],
    ["1 + 2", undefined],
    ["'a' + 'b'", undefined],
    ['"a\nb"', undefined],
    ["a", undefined],
    ["", undefined],
  ])("reads %j as %j", (expression, value) => {
    expect(literalOf(expression)).toBe(value);
  });
});

describe("templateOf()", () => {
  const values = new Map([["name", "Ada"]]);

  it.each([
    ["`Rack @{1}`", "Rack 1"],
    [" `@{ name } & @{'Bob'}` ", "Ada & Bob"],
    ["`/img/@{name}.png`", "/img/Ada.png"],
    ["`\\@{name} costs $5 @{name}`", "@{name} costs $5 Ada"],
    ["`a\\n@{name}`", "a\nAda"],
    ["`@{other}`", undefined],
    ["`@{f(name)}`", undefined],
    ["`@{`a`}`", undefined],
    ["name", undefined],
    ["'@{name}'", undefined],
  ])("reads %j as %j", (expression, value) => {
    const written = (text: string) => text.replaceAll("@{", "\u0024{");
    expect(templateOf(written(expression), values)).toBe(value && written(value));
  });
});
