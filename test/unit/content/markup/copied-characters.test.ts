import { describe, expect, it } from "vitest";
import { copiedCharacters } from "../../../../src/content/markup/copied-characters.ts";

describe("copiedCharacters()", () => {
  it.each([
    ["nothing without a reference", "a & b &; &a &#; &#y;", 0],
    ["the paragraph for each of its references", "&amp; &#65;\n&#x41;", 3 * 17],
    ["each paragraph by itself", "&amp;\n\n&amp;\n \t\n&amp;", 5 + 5 + 7],
    ["each heading by itself", "&amp;\n# &amp;\n&amp;", 5 + (7 + 5) * 2],
    ["each item of a list by itself", "- &amp;\n* &amp;\n+ &amp;", 7 * 3],
    ["a paragraph with what only looks like an item", "&amp;\n2. &amp;\n-\n    - &amp;", 3 * (5 + 8 + 1 + 11)],
    ["each row of a table by itself", "|&amp;|\n|-|\n|&amp;|\n|&amp;|\n\n&amp;", 7 + 7 + 7 + 5],
    ["a paragraph with what only looks like a table", "|&amp;|b|\n|-|\n|&amp;|", 2 * (9 + 3 + 7)],
    ["a paragraph with a table's line further down", "a\n|&amp;|\n|-|\n|&amp;|", 2 * (1 + 7 + 3 + 7)],
    ["a table whose head has a bar in code", "|`|`|&amp;|\n|-|-|-|\n|&amp;|", 2 * (11 + 7 + 7)],
  ])("counts %s", (_, text, expected) => {
    expect(copiedCharacters(text)).toBe(expected);
  });
});
