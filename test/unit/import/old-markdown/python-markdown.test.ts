import { describe, expect, it } from "vitest";
import { writePythonMarkdown } from "../../../../src/import/old-markdown/python-markdown.ts";

describe("writePythonMarkdown()", () => {
  it.each([
    ["##Section\nText", "## Section\nText"],
    ["a\n##b\n#c", "a\n## b\n# c"],
    ["##Closed##", "## Closed##"],
    ["- ##a\n\n    ###b\n\n> #c", "- ## a\n\n    ### b\n\n> # c"],
  ])("writes the space of a heading: %j", (text, expected) => {
    expect(writePythonMarkdown(text)).toBe(expected);
  });

  it.each(["    #a", "```\n#a\n```", "<div>\n#a\n</div>", "<!--\n#a\n-->", " #a", "\\#a", "#######a", "# a", "a #b"])(
    "leaves %j",
    (text) => {
      expect(writePythonMarkdown(text)).toBe(text);
    },
  );

  it.each([
    ["See [a][1].\n[1]: /b", "See [a][1].\n\n[1]: /b"],
    ['> a\n> [1]: /b "c"', '> a\n>\n> [1]: /b "c"'],
    ["a\n[1]: /b\n[2]: /c\nd", "a\n\n[1]: /b\n[2]: /c\nd"],
  ])("separates definitions of links from a paragraph: %j", (text, expected) => {
    expect(writePythonMarkdown(text)).toBe(expected);
  });

  it.each([
    ["[a] [1] and [b]\n[2]\n\n[1]: /c\n[2]: /d", "[a][1] and [b][2]\n\n[1]: /c\n[2]: /d"],
    ["![a] [One  two]\n\n[one two]: /c", "![a][One  two]\n\n[one two]: /c"],
  ])("joins references: %j", (text, expected) => {
    expect(writePythonMarkdown(text)).toBe(expected);
  });

  it.each(["[a] [2]\n\n[1]: /c", "`[a] [1]`\n\n[1]: /c", "- [x] [1]: a\n\n[^1]: b", "[^a] [1]\n\n[1]: /c", "# a\n[1]: /b"])(
    "leaves %j",
    (text) => {
      expect(writePythonMarkdown(text)).toBe(text);
    },
  );

  it("separates a rule from a paragraph of several lines", () => {
    expect(writePythonMarkdown("a\nb\n---\nc")).toBe("a\nb\n\n---\nc");
    for (const text of ["a\n---", "# a\nb\n---", "- a\nb\n---", "a | b\n--- | ---"]) expect(writePythonMarkdown(text)).toBe(text);
  });

  it("opens <center> to Markdown", () => {
    expect(writePythonMarkdown("<center>![a](b)</center>")).toBe('<center markdown="1">![a](b)</center>');
    expect(writePythonMarkdown('<center class="a">\n**b**\n</center>')).toBe('<center markdown="1" class="a">\n**b**\n</center>');
    for (const text of ["<center>a</center>", '<center markdown="0">*a*</center>', "`<center>*a*</center>`"])
      expect(writePythonMarkdown(text)).toBe(text);
  });
});
