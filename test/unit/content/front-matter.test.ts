import { describe, expect, it } from "vitest";
import { FrontMatterError, parseFrontMatter } from "../../../src/content/front-matter.ts";

function errorOf(text: string): string {
  try {
    parseFrontMatter("articles/x.md", text);
  } catch (error) {
    if (error instanceof FrontMatterError) return `${error.line}:${error.column} ${error.message}`;
    throw error;
  }
  return "none";
}

describe("parseFrontMatter()", () => {
  it("takes YAML and body apart", () => {
    const text = "---\ntitle: Moon\ntags: [a, b]\nauthor:\n  name: Ada\n---\nBody\n---\nmore\n";
    const { body, bodyOffset, data, syntax } = parseFrontMatter("articles/x.md", text);
    expect(data).toEqual({ title: "Moon", tags: ["a", "b"], author: { name: "Ada" } });
    expect({ body, syntax }).toEqual({ body: "Body\n---\nmore\n", syntax: "YAML" });
    expect(text.slice(bodyOffset)).toBe(body);
  });

  it("takes TOML and body apart", () => {
    const text = '+++\ntitle = "Moon"\ndate = 2024-11-06\ndraft = true\n[author]\nname = "Ada"\n+++\nBody';
    const { body, data, syntax } = parseFrontMatter("articles/x.md", text);
    expect(data).toEqual({ title: "Moon", date: "2024-11-06", draft: "true", author: { name: "Ada" } });
    expect({ body, syntax }).toEqual({ body: "Body", syntax: "TOML" });
  });

  it.each([
    ["2024-11-06T12:00:00Z", "2024-11-06T12:00:00.000Z"],
    ["2024-11-06T12:00:00+01:00", "2024-11-06T12:00:00.000+01:00"],
    ["2024-11-06 12:00:00", "2024-11-06T12:00:00.000"],
  ])("keeps the zone of the TOML date %s", (written, expected) => {
    expect(parseFrontMatter("x", `+++\ndate = ${written}\n+++\n`).data["date"]).toBe(expected);
  });

  it.each(["1.10", "2024-11-06", "0x1F", "yes", "007", "1_000", "12:30:45"])("keeps the YAML value %s as it is written", (value) => {
    expect(parseFrontMatter("x", `---\ntitle: ${value}\n---\n`).data["title"]).toBe(value);
  });

  it.each([
    ["no front matter", "Just text\n---\nmore", { data: {}, body: "Just text\n---\nmore" }],
    ["an empty one", "---\n---\nText", { data: {}, body: "Text" }],
    ["one with comments only", "---\n# nothing yet\n---\nText", { data: {}, body: "Text" }],
    ["one that dots close", "---\na: b\n...\nText", { data: { a: "b" }, body: "Text" }],
    ["spaces behind the fences", "--- \na: b\n---\t\nText", { data: { a: "b" }, body: "Text" }],
    ["no body", "---\na: b\n---", { data: { a: "b" }, body: "" }],
  ])("reads an article with %s", (_, text, expected) => {
    expect(parseFrontMatter("x", text)).toMatchObject(expected);
  });

  it.each([
    ["no end", "---\ntitle: x\n\nText", '1:1 Cannot find the end of the front matter: no line "---" closes it'],
    ["no end in TOML", "+++\ntitle = 'x'\n---\n", '1:1 Cannot find the end of the front matter: no line "+++" closes it'],
    ["text alone", "---\njust text\n---\n", "2:1 Cannot read the front matter: it is no table of keys and values"],
    ["a list", "---\n- a\n---\n", "2:1 Cannot read the front matter: it is no table of keys and values"],
  ])("says what is wrong with %s", (_, text, expected) => {
    expect(errorOf(text)).toBe(expected);
  });

  it("tells where YAML cannot be read, and what helps against a colon", () => {
    expect(errorOf("---\ndate: 2024-11-06\ntitle: Moon: a view\n---\n")).toMatch(
      /^3:\d+ Cannot read the YAML front matter: .*put a value that has a colon in quotes$/,
    );
    expect(errorOf("---\ntitle: a\ntitle: b\n---\n")).toMatch(/^3:1 Cannot read the YAML front matter: .*unique/);
  });

  it("tells where TOML cannot be read", () => {
    expect(errorOf("+++\na = 1\ntitle = Moon\n+++\n")).toMatch(/^3:9 Cannot read the TOML front matter: /);
  });

  it("refuses YAML that grows without end", () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]", ..."bcdefgh".split("").map((k, i) => `${k}: &${k} [${`*${"abcdefgh"[i]},`.repeat(9)}]`)];
    expect(errorOf(`---\n${bomb.join("\n")}\n---\n`)).toMatch(/^1:1 Cannot read the YAML front matter: /);
  });

  it("knows where the value of a key stands", () => {
    const { placeOf } = parseFrontMatter("articles/x.md", '---\ntitle: Moon\n"date":  x\ntags:\n  - date\n---\n');
    expect(placeOf("title")).toEqual({ file: "articles/x.md", line: 2, column: 8 });
    expect(placeOf("date")).toEqual({ file: "articles/x.md", line: 3, column: 10 });
    expect(placeOf("tags")).toEqual({ file: "articles/x.md", line: 4, column: 1 });
    expect(placeOf("slug")).toEqual({ file: "articles/x.md", line: 1, column: 1 });
  });
});
