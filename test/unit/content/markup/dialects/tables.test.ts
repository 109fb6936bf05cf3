import { describe, expect, it } from "vitest";
import { drawn } from "./drawn.ts";

const table = (rows: readonly string[]) =>
  `<thead><tr><th>a</th><th>b</th></tr></thead><tbody>${rows.map((row) => `<tr>${row}</tr>`).join("")}</tbody></table>`;
const [first, second] = ["<td>1</td><td>2</td>", "<td>3</td><td>---</td>"];

describe("convertTableMarks()", () => {
  it.each([
    ["|---\n| a | b |\n|---|---|\n| 1 | 2 |\n|---+---|\n| 3 | --- |", `<table>${table([first, second])}`],
    ["| a | b |\n|---|---|\n| 1 | 2 |\n|===\n| 3 | --- |", `<table>${table([first, second])}`],
    ["| a | b |\n|---|---|\n| 1 | 2 |\n\n: The *sea* {#t}", `<table id="moon-t"><caption>The <em>sea</em></caption>${table([first])}`],
    ["| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: The sea", `<table><caption>The sea</caption>${table([first])}`],
    [": The *sea* {#t}\n\n| a | b |\n|---|---|\n| 1 | 2 |", `<table id="moon-t"><caption>The <em>sea</em></caption>${table([first])}`],
    ["c\n\nTable: The sea\n\n| a | b |\n|---|---|\n| 1 | 2 |", `<p>c</p><table><caption>The sea</caption>${table([first])}`],
    [
      "| a | b |\n|---|---|\n| 1 | 2 |\n\n: c\n\nTable: d\n\n| a | b |\n|---|---|\n| 1 | 2 |",
      `<table><caption>c</caption>${table([first])}<table><caption>d</caption>${table([first])}`,
    ],
    ["| a | b |\n|---|---|\n| --- | 2 |", `<table>${table(["<td>---</td><td>2</td>"])}`],
  ])("reads %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  const pipes = "| a | b |\n|---|---|\n| 1 | 2 |";
  it.each(["+---+---+\n| a | b |\n+===+===+\n| 1 | 2 |\n+---+---+", "  a    b\n---  ---\n1    2", "---  ---\n1    2\n---  ---"])(
    "gives the drawn table %j its own caption",
    async (grid) => {
      const code = grid.replaceAll("\n", "");
      const figure = `<figure id="moon-t"><pre><code>${code}</code></pre><figcaption>The <em>sea</em></figcaption></figure>`;
      const below = `<table><caption>c</caption>${table([first])}`;
      expect(await drawn(`x\n\n${grid}\n\n: The *sea* {#t}\n\n${pipes}\n\n: c`)).toBe(`<p>x</p>${figure}${below}`);
      expect(await drawn(`x\n\n${grid}\n\nTable: The *sea* {#t}\n\n${pipes}`)).toBe(`<p>x</p>${figure}<table>${table([first])}`);
      expect(await drawn(`x;\n\n: The *sea* {#t}\n\n${grid}\n\n: c\n\n${pipes}`)).toBe(`<p>x;</p>${figure}${below}`);
    },
  );

  it("leaves other code without a caption", async () => {
    expect(await drawn(`\`\`\`sh\n--- ---\n\`\`\`\n\n: c\n\n${pipes}`)).toContain("<table><caption>c</caption>");
    expect(await drawn(`    --x\n\nTable: c\n\n${pipes}`)).toContain("<table><caption>c</caption>");
  });

  it.each(["|---\n\na", "Table: words", "Table: words\n\na | b"])("keeps %j", async (text) => {
    expect((await drawn(text)).replace(/<[^>]*>/g, "")).toBe(text.replaceAll("\n", ""));
  });
});

describe("convertNumberedFigures()", () => {
  it.each([
    [
      "![A *b*](https://e.org/a.png){#fig:a width=50%}",
      '<figure id="moon-fig:a"><img src="https://e.org/a.png" alt="A b" width="50%"><figcaption>A <em>b</em></figcaption></figure>',
    ],
    ["![A](https://e.org/a.png){#a}", '<p><img src="https://e.org/a.png" alt="A" id="moon-a"></p>'],
    ["b ![A](https://e.org/a.png){#fig-a}", '<p>b <img src="https://e.org/a.png" alt="A" id="moon-fig-a"></p>'],
  ])("reads %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });
});

describe("convertCodeLanguages()", () => {
  it.each([
    ["    :::python\n    a", '<pre><code class="language-python">a</code></pre>'],
    ['    :::python hl_lines="1 3"\n    a', '<pre><code class="language-python">a</code></pre>'],
    [">     #!python hl_lines='1' linenums=2\n>     a", '<blockquote><pre><code class="language-python">a</code></pre></blockquote>'],
    ['    :::python hl_lines="1"', '<pre><code>:::python hl_lines="1"</code></pre>'],
    ["    #!python -u\n    a", "<pre><code>#!python -ua</code></pre>"],
    ["Term\n: x\n\ny\n\n    #!ruby\n    a", '<dl><dt>Term</dt><dd>x</dd></dl><p>y</p><pre><code class="language-ruby">a</code></pre>'],
    ["    :::tip\n    a\n    :::", "<pre><code>:::tipa:::</code></pre>"],
    ["    #!/bin/sh\n    a", "<pre><code>#!/bin/sha</code></pre>"],
    ["- a\n\n      :::note\n      b", "<ul><li><p>a</p><pre><code>:::noteb</code></pre></li></ul>"],
    ["    :::tabs\n    a", "<pre><code>:::tabsa</code></pre>"],
    ["1. a\n\n        :::sh\n        b\n          c", '<ol><li><p>a</p><pre><code class="language-sh">b  c</code></pre></li></ol>'],
    ["* a\n\n        #!sh\n        b\n\n        c", '<ul><li><p>a</p><pre><code class="language-sh">bc</code></pre></li></ul>'],
    [
      "- a\n\n    - b\n\n            :::sh\n            c",
      '<ul><li><p>a</p><ul><li><p>b</p><pre><code class="language-sh">c</code></pre></li></ul></li></ul>',
    ],
    ["1. a\n\n        b", "<ol><li><p>a</p><pre><code> b</code></pre></li></ol>"],
    ["     :::python\n     a", "<pre><code> :::python a</code></pre>"],
    ["```\n:::python\na\n```", "<pre><code>:::pythona</code></pre>"],
  ])("reads %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  it.each(["``` { .python .annotate }\na\n```", "```{#b .python}\na\n```"])("are found in %j", async (text) => {
    expect((await drawn(text)).replace(' id="moon-b"', "")).toBe('<pre><code class="language-python">a</code></pre>');
  });
});
