import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "../../../../src/content/front-matter/front-matter.ts";
import { FrontMatterError } from "../../../../src/content/front-matter/front-matter-error.ts";

function read(yaml: string) {
  const { data, warnings } = parseFrontMatter("x.md", `---\n${yaml}\n---\nText`);
  return { data, warnings: warnings.map(({ column, line, message }) => `${line}:${column} ${message}`) };
}

describe("repairTabs()", () => {
  const warning = (line: number) => `${line}:1 A tab indents this line, which YAML does not allow: indent it with spaces`;

  it.each([
    ["a list", "tags:\n\t- linux\n\t- unix", { tags: ["linux", "unix"] }, 3],
    ["a table", "author:\n\tname: Ada\n\turl: x", { author: { name: "Ada", url: "x" } }, 3],
    ["nested tables", "a:\n\tb:\n\t\tc: 1\n\td: 2", { a: { b: { c: "1" }, d: "2" } }, 3],
    ["tabs and spaces as wide as each other", "a:\n    - b\n\t- c", { a: ["b", "c"] }, 4],
    ["a list in brackets", "title: x\ntags: [a,\n\tb]", { title: "x", tags: ["a", "b"] }, 4],
    ["a text", "title: x\ntags:\n\t- a\nsummary: |\n\tOne\n\tTwo", { title: "x", tags: ["a"], summary: "One\nTwo\n" }, 4],
  ])("reads tabs that indent %s", (_, yaml, data, line) => {
    expect(read(yaml)).toEqual({ data, warnings: [warning(line)] });
  });

  it("reports the same fault of many articles in one warning", () => {
    expect(parseFrontMatter("x.md", "---\ntags:\n\t- a\n---\n").warnings[0]?.dedupeKey).toBe("yaml tab");
  });
});

describe("repairIndentation()", () => {
  const warning = (line: number, key: string) =>
    `${line}:1 The value of ${key} continues in a line that is not indented: begin that line with spaces, or write the value in one line`;

  it.each([
    ["double quotes", 'title: "One two\nthree"\ndate: 2024-11-06', { title: "One two three", date: "2024-11-06" }, "title"],
    ["single quotes", "title: 'One two\nit''s three'\ntags: [a]", { title: "One two it's three", tags: ["a"] }, "title"],
    ["an escaped quote", 'title: "One \\"two\n\\"three"', { title: 'One "two "three' }, "title"],
    ["an empty line", 'title: "One\n\ntwo"', { title: "One\ntwo" }, "title"],
    ["brackets", "tags: [a,\nb,\n]\ntitle: x", { tags: ["a", "b"], title: "x" }, "tags"],
    ["no quotes in a title", "title: One two\nthree\ndate: 2024-11-06", { title: "One two three", date: "2024-11-06" }, "title"],
    ["no quotes in a summary", "description: One\ntwo\nthree", { description: "One two three" }, "description"],
  ])("reads a value with %s that continues without indentation", (_, yaml, data, key) => {
    expect(read(yaml)).toEqual({ data, warnings: [warning(3, key)] });
  });

  it.each([
    'title: "One\ndate: 2024-11-06',
    'title: "One\nsummary: "two"',
    "draft: true\nfoo",
    "tags: [a\ntitle: x]",
    "image: {\nsrc: x\n}",
  ])("does not guess the end of a value in %j", (yaml) => {
    expect(() => read(yaml)).toThrow(FrontMatterError);
  });
});

describe("repairQuotes()", () => {
  it.each([
    ["title: Foo: bar", { title: "Foo: bar" }, 'title: "Foo: bar"'],
    ["title: Why:", { title: "Why:" }, 'title: "Why:"'],
    ["title: @x", { title: "@x" }, 'title: "@x"'],
    ["title: [WIP] x", { title: "[WIP] x" }, 'title: "[WIP] x"'],
    ["title: {x} y", { title: "{x} y" }, 'title: "{x} y"'],
    ["title: *x", { title: "*x" }, 'title: "*x"'],
    ["title: *bold* text", { title: "*bold* text" }, 'title: "*bold* text"'],
    ["title: `x` and y", { title: "`x` and y" }, 'title: "`x` and y"'],
    ["title: %x", { title: "%x" }, 'title: "%x"'],
    ["title: ? x", { title: "? x" }, 'title: "? x"'],
    ['title: "Foo" bar', { title: '"Foo" bar' }, 'title: "\\"Foo\\" bar"'],
    ['title: "Foo": bar', { title: '"Foo": bar' }, 'title: "\\"Foo\\": bar"'],
    ["title: 'Foo' and 'bar'", { title: "'Foo' and 'bar'" }, "title: \"'Foo' and 'bar'\""],
    ["title: 'don't'", { title: "don't" }, 'title: "don\'t"'],
    ["title: C:\\x: y", { title: "C:\\x: y" }, 'title: "C:\\\\x: y"'],
    ["title : Foo: bar # note", { title: "Foo: bar" }, 'title : "Foo: bar"'],
    ["title: Foo: bar\n  baz", { title: "Foo: bar baz" }, 'title: "Foo: bar baz"'],
    ["title: Foo\n  bar: baz", { title: "Foo bar: baz" }, 'title: "Foo bar: baz"'],
    ["tags: [@x, C#]", { tags: ["@x", "C#"] }, 'tags: ["@x", "C#"]'],
    ["tags: [a, , b]", { tags: ["a", "b"] }, 'tags: ["a", "b"]'],
    ["tags:\n  - @x\n  - y", { tags: ["@x", "y"] }, '- "@x"'],
    ["authors:\n  - name: Ada: x\n    url: y", { authors: [{ name: "Ada: x", url: "y" }] }, '- name: "Ada: x"'],
    ["summary: |\n  a: b: c\n  @x\ntitle: @y", { summary: "a: b: c\n@x\n", title: "@y" }, 'title: "@y"'],
    ["a: &b x\nc: *b\ntitle: *d", { a: "x", c: "x", title: "*d" }, 'title: "*d"'],
  ])("reads %j", (yaml, data, spelling) => {
    const { warnings, ...found } = read(yaml);
    expect(found).toEqual({ data });
    expect(warnings).toEqual([expect.stringMatching(/^\d+:\d+ The value of .+ has a special character and no quotes around it: write /)]);
    expect(warnings[0]?.endsWith(`: write ${spelling}`)).toBe(true);
  });

  it("leaves valid YAML unchanged", () => {
    const yaml = "title: a # b\nlist: [x, {y: z}]\nurl: http://x:80/\ntext: 'a: b'\nmore: x - y";
    expect(read(yaml)).toEqual({
      data: { title: "a", list: ["x", { y: "z" }], url: "http://x:80/", text: "a: b", more: "x - y" },
      warnings: [],
    });
  });

  it.each(['title: "x', "tags: - x", "tags: [a, b", "tags: [a], [b]", 'tags: "a", "b"', "title: > x", "a:\n  b: 1\n c: 2", "a: b\nfoo"])(
    "does not guess the meaning of %j",
    (yaml) => {
      expect(() => read(yaml)).toThrow(FrontMatterError);
    },
  );

  it("keeps the place of each key", () => {
    const { locationOf } = parseFrontMatter("x.md", "---\ntitle: Foo: bar\ntags:\n\t- a\ndate: soon\n---\n");
    expect(locationOf("date")).toEqual({ file: "x.md", line: 5, column: 7 });
  });

  it("repairs several faults of one article", () => {
    expect(read('title: One: two\ntags:\n\t- @a\nsummary: "x\ny"')).toMatchObject({
      data: { title: "One: two", tags: ["@a"], summary: "x y" },
    });
  });
});

describe("parseYaml() and repeated keys", () => {
  it("uses the last value, with a warning", () => {
    expect(read("title: a\ntags: [x]\ntitle: b")).toEqual({
      data: { title: "b", tags: ["x"] },
      warnings: ['4:1 The key "title" occurs twice: the last value was used; delete the other'],
    });
    expect(read("author: {name: a, name: b}").data).toEqual({ author: { name: "b" } });
  });
});

describe("repairYaml() and hostile input", () => {
  it.each([
    ["unclosed brackets", "- [\n".repeat(20_000)],
    ["unclosed quotes", "- 'x\n- \"y\n".repeat(10_000)],
    ["quotes in one line", `title: '${"a'".repeat(200_000)}`],
    ["colons in one line", `title: @${"a: ".repeat(100_000)}`],
    ["hyphens in one line", `${"- ".repeat(900)}@`],
    ["tabs", `title: @x\n${"\t".repeat(200_000)}x`],
    ["indented lines", `title: @x\n${" a\n".repeat(20_000)}`],
  ])("takes linear time for %s", (_, yaml) => {
    try {
      read(yaml);
    } catch (error) {
      expect(error).toBeInstanceOf(FrontMatterError);
    }
  });
});
