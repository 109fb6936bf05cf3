import { describe, expect, it } from "vitest";
import { isHeavy } from "../../../../src/content/compile/is-heavy.ts";

describe("isHeavy()", () => {
  it.each([
    ["a long article", "moon.md", "Text of *a* line.\n\n".repeat(1000), false],
    ["a page of HTML", "moon.html", "<p>Text of a paragraph.</p>\n".repeat(1000), false],
    ["a short one full of marks", "moon.md", "*".repeat(8192), false],
    ["a long one full of marks", "moon.md", "*".repeat(8193), true],
    ["a list of many lines", "moon.md", "- a\n".repeat(5001), true],
    ["very much text", "moon.txt", "a".repeat(65_537), true],
    ["much text", "moon.txt", "a".repeat(65_536), false],
    ["MDX of some lines", "moon.mdx", "Text of a line.\n\n".repeat(450), false],
    ["MDX of more lines", "moon.mdx", "Text of a line.\n\n".repeat(550), true],
    ["MDX with the braces of an article", "moon.mdx", `${"Text of a line.\n\n".repeat(450)}${"{1} ".repeat(50)}`, false],
    ["short MDX full of braces", "moon.mdx", `{"${"}".repeat(1000)}"}`, true],
    ["Markdown of more lines that is read as MDX", "moon.md", `import A from "a";\n\n${"Text of a line.\n\n".repeat(550)}`, true],
    ["a short export full of empty lines", "moon.mdx", `export const a = [\n${"1,\n\n".repeat(1500)}]`, true],
    ["the same in Markdown", "moon.md", `{"${"}".repeat(1000)}"}`, false],
    ["front matter of many values", "moon.md", `---\ntags: [${"tag, ".repeat(5001)}]\n---\n`, true],
  ])("classifies %s in %s", (_, source, text, expected) => {
    expect(isHeavy(source, text)).toBe(expected);
  });
});
