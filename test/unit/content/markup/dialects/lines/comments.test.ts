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

  it.each([
    [
      "- a\n  id:: 64b0c1f2-1111-4222-8333-123456789abc\n- b\n  collapsed:: true\n  - c",
      "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>",
    ],
    ["- a\n  :LOGBOOK:\n  CLOCK: [2024-01-01 Mon 10:00:00]\n  :END:\n  *b*", "<ul><li>a<em>b</em></li></ul>"],
    ["a id:: b\ncollapsed:: maybe\n:LOGBOOK:\nb\n:END:", "<p>a id:: bcollapsed:: maybe:LOGBOOK:b:END:</p>"],
    ["`x\ncollapsed:: true`", "<p><code>x collapsed:: true</code></p>"],
  ])("the properties of Logseq in %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  it("keeps a mark that ends the excerpt", async () => {
    expect(await drawn("a\n\n{/* truncate */} b")).toBe("<p>a</p> b");
  });
});
