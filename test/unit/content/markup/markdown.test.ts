import { describe, expect, it } from "vitest";
import { toHtml } from "../../../../src/content/html/html.ts";
import { parseMarkdown } from "../../../../src/content/markup/markdown.ts";
import { compileOne } from "../sample.ts";

describe("parseMarkdown()", () => {
  it.each([
    ["emphasis", "*a* **b** `c <d>`", "<p><em>a</em> <strong>b</strong> <code>c &#x3C;d></code></p>"],
    ["hard breaks", "a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>"],
    ["strikethrough", "~~a~~", "<p><del>a</del></p>"],
    ["bare addresses", "https://example.com/a_b_c", '<p><a href="https://example.com/a_b_c">https://example.com/a_b_c</a></p>'],
    ["link references", "[a]\n\n[a]: https://example.com/ 'T'", '<p><a href="https://example.com/" title="T">a</a></p>'],
    ["raw HTML", "a <kbd>b</kbd>\n\n<div>\n\n*c*\n\n</div>", "<p>a <kbd>b</kbd></p>\n<div>\n<p><em>c</em></p>\n</div>"],
    [
      "a link around an address as two links",
      "[a <https://b.example> c](/d)",
      '<p><a href="/d">a </a><a href="https://b.example">https://b.example</a> c</p>',
    ],
    [
      "a link around emphasis with an address in it as two links",
      "[a *b <https://b.example>*](/d)",
      '<p><a href="/d">a <em>b </em></a><em><a href="https://b.example">https://b.example</a></em></p>',
    ],
    ["adjacent links", "[a](/b) [*c*](/d)", '<p><a href="/b">a</a> <a href="/d"><em>c</em></a></p>'],
    ["lines at the start as lines, for front matter has been read", "---\na: b\n---\n\nc", "<hr>\n<h2>a: b</h2>\n<p>c</p>"],
    ["no empty style", '<p style="text-align: right">a</p>\n\nb', '<p style="text-align: right">a</p>\n<p>b</p>'],
    ["characters by reference", "&copy; &#x1F41F; &amp;amp;", "<p>© 🐟 &#x26;amp;</p>"],
  ])("reads %s", async (_, text, expected) => {
    expect(toHtml(await parseMarkdown(text))).toBe(expected);
  });
});

describe("Markdown in an entry", () => {
  it("keeps tables", async () => {
    const { content } = await compileOne("| a | b |\n|:--|--:|\n| 1 | `2` |");
    expect(content.replaceAll("\n", "")).toBe(
      '<table><thead><tr><th align="left">a</th><th align="right">b</th></tr></thead>' +
        '<tbody><tr><td align="left">1</td><td align="right"><code>2</code></td></tr></tbody></table>',
    );
  });

  it("keeps code unchanged, including spaces", async () => {
    const code = 'if (a < b && c) {\n\treturn "x";  \n\n}\n';
    const { content } = await compileOne(`\`\`\`ts title="x"\n${code}\`\`\``);
    expect(content).toBe(`<pre><code class="language-ts">${code.replace("<", "&#x3C;").replace("&&", "&#x26;&#x26;")}</code></pre>`);
  });

  it("shows tasks as signs", async () => {
    const { content } = await compileOne("- [x] a\n- [ ] b");
    expect(content).toBe("<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>");
  });

  it("links footnotes by absolute addresses", async () => {
    const { content, url } = await compileOne("a[^n]\n\n[^n]: b");
    expect(content).toBe(
      [
        `<p>a<sup><a href="${url}#moon-fn-n" id="moon-fnref-n">1</a></sup></p>`,
        "<hr>",
        "<ol>",
        '<li id="moon-fn-n">',
        `<p>b <a href="${url}#moon-fnref-n">↩\uFE0E</a></p>`,
        "</li>",
        "</ol>",
      ].join("\n"),
    );
  });
});
