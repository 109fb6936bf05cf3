import { describe, expect, it } from "vitest";
import { addComments, commentKey } from "../../../../src/content/front-matter/add-comment.ts";
import { parseFrontMatter } from "../../../../src/content/front-matter/front-matter.ts";
import { isKnownKey } from "../../../../src/content/front-matter/keys/known-keys.ts";

describe("addComments()", () => {
  it.each([
    ["YAML", "---\ntitle: x\n---\nText", "---\n# a\n# b c\ntitle: x\n---\nText"],
    ["TOML", '+++\ntitle = "x"\n+++\nText', '+++\n# a\n# b c\ntitle = "x"\n+++\nText'],
    ["no front matter", "# Title\n\nText", "---\n# a\n# b c\n---\n# Title\n\nText"],
    ["no front matter, but a rule", "Text\n\n---\n\nmore", "---\n# a\n# b c\n---\nText\n\n---\n\nmore"],
    ["YAML with only a closing line", "title: |\n  x\n---\nText", "title: |\n  x\n# a\n# b c\n---\nText"],
  ])("keeps the data and the text: %s", (_, text, expected) => {
    const commented = addComments(text, () => ["a", "b\nc"]);
    expect(commented).toBe(expected);
    const { body, data } = parseFrontMatter("a.md", text);
    expect(parseFrontMatter("a.md", commented)).toMatchObject({ body, data });
  });

  const key = '"set_aside": ["a","b\\nc"]';
  it.each([
    ["JSON", '{\r\n"title": "x"\n}\nText', `{\r\n${key},\n"title": "x"\n}\nText`],
    ["JSON on one line", '\n {"title": "x"}\nText', `\n {${key},\n  "title": "x"}\nText`],
    ["empty JSON", "{ }\nText", `{${key}\n  }\nText`],
    ["JSON between lines", '---json\n{"title": "x"}\n---\nText', `---json\n{${key},\n "title": "x"}\n---\nText`],
    ["Hexo's JSON", ';;;\n"title": "x"\n;;;\nText', `;;;\n${key},\n"title": "x"\n;;;\nText`],
  ])("adds a key that is ignored to JSON, which has no comments: %s", (_, text, expected) => {
    const commented = addComments(text, () => ["a", "b\nc"]);
    expect(commented).toBe(expected);
    const { body, data } = parseFrontMatter("a.md", text);
    expect(parseFrontMatter("a.md", commented)).toMatchObject({ body, data: { ...data, [commentKey]: ["a", "b\nc"] } });
    expect(isKnownKey(commentKey)).toBe(true);
  });

  it("adds comments to JavaScript", () => {
    expect(addComments("---js\n{ title: 'x' }\n---\nText", () => ["a"])).toBe("---js\n// a\n{ title: 'x' }\n---\nText");
  });

  it("adds comments to front matter that is not closed", () => {
    expect(addComments('---json\n{"title": x', () => ["a"])).toBe('---json\n{"set_aside": ["a"],\n "title": x');
    expect(addComments("---\r\ntitle: x\r\nText", () => ["a"])).toBe("---\r\n# a\ntitle: x\r\nText");
  });

  it.each([
    ["after the first line of front matter", "---\ntitle: x\n---\nText", [1, 4, 6]],
    ["in JSON", '{"a":\n1,\n"b": 2}', [2, 3, 5]],
    ["above a text without front matter", "Text\nText\nText", [5, 6, 8]],
  ])("passes the final line numbers of the text: %s", (_, text, expected) => {
    const marks = [1, 2, 4];
    let after: readonly number[] = [];
    const commented = addComments(text, (lineAfter) => {
      after = marks.map(lineAfter);
      return ["a", "b"];
    });
    expect(after).toEqual(expected);
    expect(commented.split("\n")[(after[1] ?? 0) - 1]).toBe(text.split("\n")[1]);
  });
});
