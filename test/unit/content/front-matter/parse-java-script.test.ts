import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "../../../../src/content/front-matter/front-matter.ts";
import { NotConstantError, parseJavaScript } from "../../../../src/content/front-matter/parse-java-script.ts";

describe("parseJavaScript()", () => {
  it.each([
    ['{ title: "x", date: "2024-01-01" }', { title: "x", date: "2024-01-01" }],
    [
      "{ title: 'x', 'my-key': [1, -2, true, null], nested: { a: `b` }, };",
      { title: "x", "my-key": [1, -2, true, null], nested: { a: "b" } },
    ],
    ["module.exports = { title: 'x' };", { title: "x" }],
    ["export default { title: 'x' }", { title: "x" }],
    ['const title = "x";\nexport const tags = ["a"]', { title: "x", tags: ["a"] }],
    ['{ date: new Date("2024-01-01") }', { date: "2024-01-01" }],
    ["{ // a comment\n  title: 'x' // another\n}", { title: "x" }],
    ["{}", {}],
    ["", {}],
  ])("reads %s", (source, expected) => {
    expect(parseJavaScript(source)).toEqual(expected);
  });

  it.each([
    "{ title: title() }",
    "{ title: a + b }",
    "{ get title() { return 1 } }",
    "{ ['a']: 1 }",
    "{ ...x }",
    "{ a: [...x] }",
    "{ a: [, 1] }",
    "{ a: /x/ }",
    "{ a: `b$" + "{c}` }",
    "{ a: new Date() }",
    "{ a: new Date(1, 2) }",
    "{ a: process }",
    "{ a: -x }",
    "{ a: function () {} }",
    "function a() {}",
    "const { a } = 1",
    "{ a: 1",
    `{ a: ${"(".repeat(50_000)} }`,
  ])("does not run %.40s", (source) => {
    expect(() => parseJavaScript(source)).toThrow(NotConstantError);
  });

  it("does not read prototypes", () => {
    const value = parseJavaScript('{ "__proto__": { draft: true } }') as Record<string, unknown>;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});

describe("parseFrontMatter() and JavaScript", () => {
  it("reads the values of ---js as text, and locates them", () => {
    const { body, data, locationOf, syntax } = parseFrontMatter("x", '---js\n{\n  title: "x",\n  weight: -1,\n}\n---\nText');
    expect({ body, data, syntax }).toEqual({ body: "Text", data: { title: "x", weight: "-1" }, syntax: "JavaScript" });
    expect(locationOf("title")).toEqual({ file: "x", line: 3, column: 10 });
  });
});
