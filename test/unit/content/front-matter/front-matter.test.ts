import { describe, expect, it, vi } from "vitest";
import { parseFrontMatter } from "../../../../src/content/front-matter/front-matter.ts";
import { FrontMatterError } from "../../../../src/content/front-matter/front-matter-error.ts";

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
  it("separates YAML and body", () => {
    const text = "---\ntitle: Moon\ntags: [a, b]\nauthor:\n  name: Ada\n---\nBody\n---\nmore\n";
    const { body, bodyOffset, data, syntax } = parseFrontMatter("articles/x.md", text);
    expect(data).toEqual({ title: "Moon", tags: ["a", "b"], author: { name: "Ada" } });
    expect({ body, syntax }).toEqual({ body: "Body\n---\nmore\n", syntax: "YAML" });
    expect(text.slice(bodyOffset)).toBe(body);
  });

  it("finds no front matter after a line of a million hyphens", () => {
    const text = `${"-".repeat(1_000_000)}\ntitle: Moon\n${"-".repeat(1_000_000)}\nText`;
    expect(parseFrontMatter("articles/x.md", text)).toMatchObject({ data: {}, body: text });
  });

  it("separates TOML and body", () => {
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

  const json = '{\n  "title": "A } in it \\"",\n  "date": "2024-11-06",\n  "weight": 3,\n  "tags": ["a", "b"]\n}';
  const data = { title: 'A } in it "', date: "2024-11-06", weight: "3", tags: ["a", "b"] };

  it.each([
    ["JSON in braces", `${json}\n\nText`, { data, syntax: "JSON", body: "\nText" }],
    ["JSON on one line", '{"title": "Moon"}\nText', { data: { title: "Moon" }, syntax: "JSON", body: "Text" }],
    ["JSON alone", '{"title": "Moon"}', { data: { title: "Moon" }, syntax: "JSON", body: "" }],
    ["JSON that the fence names", `---json\n${json}\n---\nText`, { data, syntax: "JSON", body: "Text" }],
    ["TOML that the fence names", "--- toml\ntitle = 'Moon'\n---\nText", { data: { title: "Moon" }, syntax: "TOML", body: "Text" }],
    ["YAML that the fence names", "---yaml\ntitle: Moon\n---\nText", { data: { title: "Moon" }, syntax: "YAML", body: "Text" }],
    ["JSON without braces", ';;;\n"title": "Moon"\n;;;\nText', { data: { title: "Moon" }, syntax: "JSON", body: "Text" }],
    ["more hyphens", "-----\ntitle: Moon\n-----\nText", { data: { title: "Moon" }, syntax: "YAML", body: "Text" }],
    [
      "no first fence",
      "title: Moon\ntags:\n- a\n  \ndate: 2024-11-06\n---\nText",
      { data: { title: "Moon", tags: ["a"], date: "2024-11-06" }, syntax: "YAML", body: "Text" },
    ],
  ])("reads the front matter of other generators: %s", (_, text, expected) => {
    expect(parseFrontMatter("x", text)).toMatchObject(expected);
  });

  it.each([
    ["a heading with a colon", "Moon: a view\n---\nText"],
    ["a heading of two lines", "title page\ndate: soon\n---\nText"],
    ["a line across the page", "----\nText\n----\nMore"],
    ["a tag", "{% include x %}\n---\nText"],
    ["a brace in a sentence", '{"a"} is JSON.\nText'],
    ["a brace that nothing closes", '{"a": 1\nText'],
    ["something above its keys", "Text\n\ntitle: Moon\n---\n"],
  ])("reads %s as text", (_, text) => {
    expect(parseFrontMatter("x", text)).toMatchObject({ data: {}, body: text });
  });

  it.each([
    ["blank lines", "\n \t\n---\ntitle: Moon\n---\nText", 4],
    ["Windows line endings", "\r\n---\r\ntitle: Moon\r\n---\r\nText", 3],
    ["a blank line and a comment", "\n---\n# new\n\ntitle: Moon\n---\nText", 5],
    ["a space before the fences", " ---\ntitle: Moon\n ---\nText", 2],
    ["a character of no width", "\u200b---\ntitle: Moon\n---\nText", 2],
    ["a blank line before TOML", "\n+++\ntitle = 'Moon'\n+++\nText", 3],
    ["a blank line before JSON", '\n{"title": "Moon"}\nText', 2],
  ])("accepts %s before front matter", (_, text, line) => {
    const { body, data, locationOf } = parseFrontMatter("x", text);
    expect({ body, data, line: locationOf("title").line }).toEqual({ body: "Text", data: { title: "Moon" }, line });
  });

  it.each([
    "\n---\nA line across the page\n---\n",
    "\n---\nNote: text\n---\n",
    "    ---\n    title: Moon\n    ---\n",
    "\t---\ntitle: Moon\n---\n",
  ])("reads %j as text", (text) => {
    expect(parseFrontMatter("x", text)).toMatchObject({ data: {}, body: text });
  });

  it("locates keys in all syntaxes", () => {
    expect(parseFrontMatter("x", json).locationOf("date")).toEqual({ file: "x", line: 3, column: 11 });
    expect(parseFrontMatter("x", '{"date": "x"}').locationOf("date")).toEqual({ file: "x", line: 1, column: 10 });
    expect(parseFrontMatter("x", "title: Moon\ndate: x\n---\n").locationOf("date")).toEqual({ file: "x", line: 2, column: 7 });
    expect(errorOf('{\n  "title": Moon\n}\n')).toMatch(
      /^2:12 Cannot read the JSON front matter: put each key and each text in double quotes$/,
    );
    expect(errorOf("title: - x\n---\n")).toMatch(/^1:\d+ Cannot read the YAML front matter: /);
  });

  it.each([
    ["no end in JSON", ';;;\n"a": 1\n', '1:1 Cannot find the end of the front matter: no line ";;;" closes it'],
    [
      "JavaScript that runs",
      "---js\n{ title: f() }\n---\n",
      '1:1 Cannot read front matter in "js": write it as YAML, between two lines "---"',
    ],
    ["no end", "---\ntitle: x\n\nText", '1:1 Cannot find the end of the front matter: no line "---" closes it'],
    ["no end after a blank line", "\n---\ntitle: x\n\nText", '2:1 Cannot find the end of the front matter: no line "---" closes it'],
    ["no end in TOML", "+++\ntitle = 'x'\n---\n", '1:1 Cannot find the end of the front matter: no line "+++" closes it'],
    ["text alone", "---\njust text\n---\n", "2:1 Cannot read the front matter: it is not a table of keys and values"],
    ["a list", "---\n- a\n---\n", "2:1 Cannot read the front matter: it is not a table of keys and values"],
  ])("reports the reason for %s", (_, text, expected) => {
    expect(errorOf(text)).toBe(expected);
  });

  it("reports the location of invalid YAML", () => {
    expect(errorOf("---\ndate: 2024-11-06\ntitle: - Moon\n---\n")).toMatch(/^3:\d+ Cannot read the YAML front matter: put a value that /);
  });

  it("ignores keys that are lists, without a warning", () => {
    const warn = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    expect(parseFrontMatter("x.md", "---\n? [a]\n: b\n---\n").data).toEqual({ "[ a ]": "b" });
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it("reports the location of invalid TOML", () => {
    expect(errorOf("+++\na = 1\ntitle = Moon\n+++\n")).toMatch(/^3:9 Cannot read the TOML front matter: /);
  });

  it("rejects YAML with exponential aliases", () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]", ..."bcdefgh".split("").map((k, i) => `${k}: &${k} [${`*${"abcdefgh"[i]},`.repeat(9)}]`)];
    expect(errorOf(`---\n${bomb.join("\n")}\n---\n`)).toMatch(/^1:1 Cannot read the YAML front matter: /);
  });

  it("locates the value of a key", () => {
    const { locationOf } = parseFrontMatter("articles/x.md", '---\ntitle: Moon\n"date":  x\ntags:\n  - date\n---\n');
    expect(locationOf("title")).toEqual({ file: "articles/x.md", line: 2, column: 8 });
    expect(locationOf("date")).toEqual({ file: "articles/x.md", line: 3, column: 10 });
    expect(locationOf("tags")).toEqual({ file: "articles/x.md", line: 4, column: 1 });
    expect(locationOf("slug")).toEqual({ file: "articles/x.md", line: 1, column: 1 });
  });

  it("keeps a value with a tag as it is written", () => {
    const tagged = `---\ndate: !!timestamp 2024-11-06\nx: !!binary ${"A".repeat(60_000)}\nlist: !!omap [a: 1]\n---\n`;
    expect(parseFrontMatter("a.md", tagged).data).toEqual({ date: "2024-11-06", x: "A".repeat(60_000), list: [{ a: "1" }] });
  });
});
