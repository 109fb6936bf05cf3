import { describe, expect, it } from "vitest";
import { toHtml } from "../../../../src/content/html/html.ts";
import { parseMarkdown } from "../../../../src/content/markup/markdown.ts";

const ids = (count: number) => Array.from({ length: count }, (_, index) => `<b id=${index}>`).join("");

describe("parseRawHtml()", () => {
  it("parses HTML that ends in another paragraph", async () => {
    expect(toHtml(await parseMarkdown("a <b>b\n\nc</b> d"))).toBe("<p>a <b>b</b></p><b>\n</b><p><b>c</b> d</p>");
  });

  it("parses very much balanced HTML", async () => {
    expect((await parseMarkdown("<kbd>a</kbd> ".repeat(10_000))).children).toHaveLength(1);
  });

  it.each([
    ["elements that are opened again in each paragraph", `a <p>${ids(900)}${"<p>b".repeat(300)}`, "more than 100000 elements"],
    ["elements within each other", "<div>\n\n".repeat(2000), "more than 1000 levels"],
    ["elements within each other around Markdown", `${"<div>\n\n".repeat(990)}${">".repeat(50)} a`, "more than 1000 levels"],
  ])("rejects %s", async (_, text, message) => {
    await expect(parseMarkdown(text)).rejects.toThrow(message);
  });
});
