import { describe, expect, it } from "vitest";
import { drawn } from "../drawn.ts";

describe("convertComments() parses the Markdown after", () => {
  it.each([
    ["a comment", "{# a #} The **b**, see [c](https://e.org/)."],
    ["a comment of MDX", "{/* a */} The **b**, see [c](https://e.org/)."],
    ["two comments", "{# a #}{/* a */} The **b**, see [c](https://e.org/)."],
    ["a comment with code", "{# a `b` #} The **b**, see [c](https://e.org/)."],
    ["an indented comment", "   {# a #} The **b**, see [c](https://e.org/)."],
  ])("%s at the start of a paragraph", async (_, text) => {
    const html = '<p>The <strong>b</strong>, see <a href="https://e.org/">c</a>.</p>';
    expect(await drawn(text)).toBe(html);
    expect(await drawn(`> ${text}`)).toBe(`<blockquote>${html}</blockquote>`);
    expect(await drawn(`!!! note\n    ${text}`)).toContain(html);
  });

  it.each([
    ["- {# a #} *b*\n- {/* a */} *c*", "<ul><li><em>b</em></li><li><em>c</em></li></ul>"],
    ["1. {# a #} *b*", "<ol><li><em>b</em></li></ol>"],
    ["> - {# a #} *b*", "<blockquote><ul><li><em>b</em></li></ul></blockquote>"],
    ["a\n: {# a #} *b*", "<dl><dt>a</dt><dd><em>b</em></dd></dl>"],
    ["a *b*\n{# a #} *c*", "<p>a <em>b</em><em>c</em></p>"],
    ["{# a #}\n*b*", "<p><em>b</em></p>"],
    ["`{# a #} *b*`\n\n    {# a #} *b*", "<p><code>{# a #} *b*</code></p><pre><code>{# a #} *b*</code></pre>"],
  ])("the comment in %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  it("keeps a mark that ends the excerpt", async () => {
    expect(await drawn("a\n\n{/* truncate */} b")).toBe("<p>a</p> b");
  });
});
