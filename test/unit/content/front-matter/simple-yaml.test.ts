import { describe, expect, it } from "vitest";
import { readSimpleYaml } from "../../../../src/content/front-matter/simple-yaml.ts";

describe("readSimpleYaml()", () => {
  it("reads keys with values, and lists of both styles, as text", () => {
    const source = [
      'title: "Moon: a guide"',
      "date: 2024-01-02T10:00:00+01:00",
      "price: 1.10",
      "draft: false",
      "subtitle: 'x \"y\" # z'",
      "summary: It's 5 o'clock, isn't it? See https://example.com/a:b",
      "tags: [Letters, \"C\", 'D e']",
      "none: []",
      "authors:",
      "  - Ada Lovelace",
      '  - "Charles"',
      "category:",
      "- Müller",
      "",
    ].join("\n");
    expect(readSimpleYaml(source)).toEqual({
      ...{ title: "Moon: a guide", date: "2024-01-02T10:00:00+01:00", price: "1.10", draft: "false", subtitle: 'x "y" # z' },
      summary: "It's 5 o'clock, isn't it? See https://example.com/a:b",
      ...{ tags: ["Letters", "C", "D e"], none: [], authors: ["Ada Lovelace", "Charles"], category: ["Müller"] },
    });
  });

  it.each([
    ["a comment", "title: A # b"],
    ["a value with a colon", "title: A: b"],
    ["an escape", String.raw`title: "A\tb"`],
    ["a text in a block", "title: |\n  A"],
    ["a second line of a value", "title: A\n  b"],
    ["a table", "author:\n  name: A"],
    ["a key without a value", "title: A\nlayout:"],
    ["a key without a value before another", "layout:\ntitle: A"],
    ["a repeated key", "title: A\ntitle: B"],
    ["a key that all objects have", "constructor: A"],
    ["an anchor", "title: &a A"],
    ["a tab", "title:\tA"],
    ["a space at the end", "title: A \ndate: 2024"],
    ["items with two indentations", "tags:\n- a\n - b"],
    ["an item without a list", "title: A\n- b"],
    ["a list in a list", "tags:\n- - a"],
    ["a table in braces", "tags: {a: b}"],
    ["an open bracket", "tags: [a"],
    ["a comma too many", "tags: [a, , b]"],
    ["no table", "A"],
  ])("leaves %s to the parser", (_, source) => {
    expect(readSimpleYaml(source)).toBe(undefined);
  });
});
