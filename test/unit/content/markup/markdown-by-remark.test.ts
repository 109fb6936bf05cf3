import type { Root } from "hast";
import { describe, expect, it } from "vitest";
import { toHtml } from "../../../../src/content/html/html.ts";
import { sanitizeHtml } from "../../../../src/content/html/sanitize-html.ts";
import { parseMarkdown } from "../../../../src/content/markup/markdown.ts";
import { parseByRemark } from "../../../../src/content/markup/markdown-by-remark.ts";
import { compileOne } from "../sample.ts";

const text = `# R&amp;D

A *b&nbsp;c* [d&auml;](e "f&quot;") \`&amp;\` <kbd title="&lt;">&copy;</kbd> &amp;amp; &#x41; &unknown; [^1]

| a&amp; | b |
|:-|-:|
| &lt; | ~~c~~ |

- [x] &gt; www.example.com

[^1]: &sect;
`;

describe("parseByRemark()", () => {
  it("parses typical articles as the native parser does", async () => {
    const clean = (tree: Root) => toHtml(sanitizeHtml(tree, () => {}));
    expect(clean(parseByRemark(text))).toBe(clean(await parseMarkdown(text)));
  });

  it("rejects text that would take long", { timeout: 60_000 }, () => {
    expect(() => parseByRemark("[a](".repeat(30_000))).toThrow("more than 20000 places");
    expect(() => parseByRemark(`${"*a ".repeat(2000)}${"b* ".repeat(2000)}`)).toThrow("more than 1000 levels");
  });

  it("parses an article that the native parser would copy too often", async () => {
    const { content } = await compileOne("&nbsp;x ".repeat(10_000));
    expect(content).toBe(`<p>${"\u00A0x ".repeat(10_000).slice(0, -1)}</p>`);
  });
});
