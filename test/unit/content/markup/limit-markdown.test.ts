import { describe, expect, it } from "vitest";
import type { ArticleError } from "../../../../src/content/limits/article-error.ts";
import { limits } from "../../../../src/content/limits/limits.ts";
import { limitForRemark, limitMarkdown } from "../../../../src/content/markup/limit-markdown.ts";

function refusal(limit: (text: string) => void, text: string): string {
  try {
    limit(text);
    return "";
  } catch (error) {
    const { column, line, message } = error as ArticleError;
    return `${line}:${column} ${message}`;
  }
}

const table = (columns: number, rows: number) => `${"|a".repeat(columns)}|\n${"|-".repeat(columns)}|\n${"|b\n".repeat(rows)}`;

describe("limitMarkdown()", () => {
  it.each([
    ["a book of prose", "It was a dark and stormy night; the rain fell in torrents. Then it *stopped*.\n\n".repeat(24_000)],
    ["a long history of changes", "- Fix the `moon` [#123](https://example.com/123) by @ada\n".repeat(10_000)],
    ["a table of 5000 rows", table(5, 1).trimEnd() + "\n| 1 | **2** | [3](/3) | 4 | 5 |".repeat(5000)],
    ["a table of 300 columns", table(300, 300)],
    ["3000 references in a paragraph", "R&amp;D&nbsp;x ".repeat(1500)],
    ["code", `\`\`\`\n${"const a_b = c[d] < e ? `f` : g * h;\n".repeat(10_000)}\`\`\``],
    ["a letter that was quoted fifty times", `${">".repeat(50)} a\n`.repeat(1000)],
    ["a line of a thousand hyphens", `a\n${"- ".repeat(1000)}\n${"-".repeat(10_000)}`],
    ["a megabyte on one line", "a".repeat(1_000_000)],
    ["what is too short to be too much", ">".repeat(8000)],
  ])("accepts %s", (_, text) => {
    expect(refusal(limitMarkdown, text)).toBe("");
  });

  it.each([
    ["paragraphs", "a\n\n".repeat(60_000), "100001:2"],
    ["emphasis", "*a* ".repeat(60_000), "1:200001"],
    ["beginnings of links", "[a](".repeat(110_000), "1:400001"],
    ["references", "&amp;amp;".repeat(110_000), "1:900001"],
    ["addresses", "https://a.b\n".repeat(60_000), "50001:6"],
    ["addresses without a scheme", "www.a.b\n".repeat(60_000), "50001:1"],
    ["footnotes", "[^1] ".repeat(30_000), "1:100001"],
    ["lists in lists", `${"- ".repeat(500)}a\n\n`.repeat(250), "399:205"],
    ["quotations in quotations", `${">".repeat(500)}a\n\n`.repeat(250), "399:103"],
    ["cells that rows have too few of", table(20_000, 200), "1:1"],
    ["cells of many rows", table(300, 400), "1:1"],
    ["cells in a quotation", table(2000, 60).replace(/^/gm, "> "), "1:1"],
  ])("rejects too many %s, with the position", (_, text, place) => {
    expect(refusal(limitMarkdown, text)).toMatch(
      new RegExp(`^${place} Cannot compile the article: it has more than 100000 places where Markdown may begin an element, `),
    );
  });

  it.each([
    ["quotations", ">".repeat(9000)],
    ["quotations with spaces", "> ".repeat(9000)],
    ["lists", "- ".repeat(9000)],
    ["numbered lists", "1. ".repeat(9000)],
    ["lists in quotations", "> * ".repeat(9000)],
    ["quotations in an item", `   12) ${">".repeat(9000)}`],
  ])("rejects %s that are nested too deeply, with the line", (_, text) => {
    expect(refusal(limitMarkdown, `a\n\n${text}`)).toBe(
      "3:1 Cannot compile the article: quotations and lists are nested in more than 1000 levels on this line",
    );
  });
});

describe("limitForRemark()", () => {
  it.each([
    ["a chapter of prose", "It was a dark and stormy night; the rain fell in torrents. Then it *stopped*.\n\n".repeat(3000)],
    ["a hundred imports", 'import { Chart } from "../../chart";\n\n'.repeat(100)],
    ["a hundred underlined headings", "Moon\n====\n\nText\n\n".repeat(100)],
    ["any number of references", "&amp; ".repeat(200_000)],
  ])("accepts %s", (_, text) => {
    expect(refusal(limitForRemark, text)).toBe("");
  });

  it.each([
    ["links without an end", "[a](".repeat(21_000)],
    ["underlined headings", "a\n=\n".repeat(2000)],
    ["lines", "a\n-\n".repeat(2000)],
    ["imports", "import a from 'a'\n\n".repeat(1000)],
    ["quotations", ">".repeat(1001)],
    ["cells", table(300, 100)],
  ])("rejects too many %s", (_, text) => {
    expect(refusal(limitForRemark, text)).toMatch(/^\d+:\d+ Cannot compile the article: /);
  });

  it("allows less than the native parser does", () => {
    expect(limits.remarkMarks).toBeLessThan(limits.markdownMarks);
  });
});
