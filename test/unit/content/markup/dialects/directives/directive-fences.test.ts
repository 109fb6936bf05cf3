import { describe, expect, it } from "vitest";
import { compileOne } from "../../../sample.ts";
import { drawn } from "../drawn.ts";

describe("directives of MyST and cells of Quarto", () => {
  it.each([
    [
      "options of a container",
      ":::{note} A\n:class: dropdown\n:name: x\n\nb\n:::",
      '<blockquote id="moon-x"><p><strong>A</strong></p><p>b</p></blockquote>',
    ],
    ["options in YAML", "```{tip}\n---\nclass: x\n---\na\n```", "<blockquote><p><strong>Tip</strong></p><p>a</p></blockquote>"],
    ["options of code", "```{code-block} py\n:linenos:\n\nx\n```\n\na", '<pre><code class="language-py">x</code></pre><p>a</p>'],
    ["options of a cell", "```{python}\n#| eval: false\nx\n```", '<pre><code class="language-python">x</code></pre>'],
    ["code between colons", ":::{code-block} py\n:linenos:\n*x*\n:::\n\na", '<pre><code class="language-py">*x*</code></pre><p>a</p>'],
    [
      "a figure between colons",
      "> :::{figure} https://e.com/a.png\n> :alt: A\n>\n> b\n> :::",
      '<blockquote><figure><img src="https://e.com/a.png" alt="A"><figcaption>b</figcaption></figure></blockquote>',
    ],
    [
      "the caption of a numbered figure",
      ":::{figure} https://e.com/a.png\n:name: fig-a\n:alt: A\n\nThe **red** one.\n\nb\n:::",
      '<figure id="moon-fig-a"><img src="https://e.com/a.png" alt="A"><figcaption><p>The <strong>red</strong> one.</p><p>b</p></figcaption></figure>',
    ],
    [
      "a figure without options",
      "```{figure} https://e.com/a.png\nA *b*\n```\n\nc",
      '<figure><img src="https://e.com/a.png" alt=""><figcaption>A <em>b</em></figcaption></figure><p>c</p>',
    ],
    [
      "a numbered figure without a caption",
      "```{figure} https://e.com/a.png\n---\nname: fig-a\nalt: A\n---\n```\n\nb",
      '<p><img src="https://e.com/a.png" alt="A" id="moon-fig-a"></p><p>b</p>',
    ],
    [
      "a figure before a list",
      "```{figure} https://e.com/a.png\n\n- b\n```",
      '<p><img src="https://e.com/a.png" alt=""></p><ul><li>b</li></ul>',
    ],
    ["an epigraph", "```{epigraph}\na **b**\n```\n\nc", "<blockquote><p>a <strong>b</strong></p></blockquote><p>c</p>"],
    ["a margin note", "```{margin} A\n*b*\n```", "<blockquote><p><strong>A</strong></p><p><em>b</em></p></blockquote>"],
    [
      "an exercise",
      "```{exercise}\n:label: a\n*b*\n```",
      '<blockquote id="moon-a"><p><strong>Exercise</strong></p><p><em>b</em></p></blockquote>',
    ],
    [
      "a theorem",
      "```{prf:theorem} Pythagoras\n:label: a\n\n*b*\n```",
      '<blockquote id="moon-a"><p><strong>Theorem (Pythagoras)</strong></p><p><em>b</em></p></blockquote>',
    ],
    [
      "the title of a list that is no table",
      "```{list-table} A\n:header-rows: 1\n\n* - b\n  - - *c*\n```",
      "<blockquote><p><strong>A</strong></p><ul><li><ul><li>b</li><li><ul><li><em>c</em></li></ul></li></ul></li></ul></blockquote>",
    ],
    [
      "the picture of a card",
      ":::{card} A\n:link: https://e.com/\n:img-top: https://e.com/a.png\n:img-alt: Red\nb\n:::",
      '<blockquote><p><strong><a href="https://e.com/">A</a></strong></p><p><img src="https://e.com/a.png" alt="Red"></p><p>b</p></blockquote>',
    ],
    [
      "the picture of a card in a fence",
      "````{grid} 2\n```{grid-item-card} A\n---\nimg-bottom: https://e.com/a.png\n---\nb\n```\n````",
      '<blockquote><p><strong>A</strong></p><p><img src="https://e.com/a.png" alt=""></p><p>b</p></blockquote>',
    ],
    [
      "a labelled formula",
      "$$\nx_1 y_1\n$$ (one)\n\n$$z$$ (two)\n\n$$w$$ (sic)\n\n{eq}`one`, [](#two)",
      '<pre id="moon-one"><code>x_1 y_1</code></pre><pre id="moon-two"><code>z</code></pre><p><code>w</code> (sic)</p>' +
        '<p><a href="/moon#moon-one">(1)</a>, <a href="/moon#moon-two">(2)</a></p>',
    ],
    [
      "the label of a formula in a fence",
      "a\n```{math}\n:label: one\nx_1\n```\n\n> :::{math}\n> :label: two\n>\n> y_1\n> :::\n\n{eq}`one`, {eq}`two`",
      '<p>a</p><pre id="moon-one"><code class="language-math">x_1</code></pre>' +
        '<blockquote><pre id="moon-two"><code class="language-math">y_1</code></pre></blockquote>' +
        '<p><a href="/moon#moon-one">(1)</a>, <a href="/moon#moon-two">(2)</a></p>',
    ],
    [
      "the label of a theorem",
      "```{prf:theorem} Pythagoras\n:class: x\n:label: a\n\nb\n```\n\n{prf:ref}`a`",
      '<blockquote id="moon-a"><p><strong>Theorem (Pythagoras)</strong></p><p>b</p></blockquote><p><a href="/moon#moon-a">Theorem (Pythagoras)</a></p>',
    ],
    [
      "the name of code",
      "```{code-block} py\n---\nname: a\n---\nx\n```\n\n[b](#a)",
      '<pre id="moon-a"><code class="language-py">x</code></pre><p><a href="/moon#moon-a">b</a></p>',
    ],
    [
      "a labelled formula below a line of its paragraph",
      "We get\n$$a_1 = b$$ (eq-one)\nand {eq}`eq-one`.",
      '<p>We get</p><pre id="moon-eq-one"><code>a_1 = b</code></pre><p>and <a href="/moon#moon-eq-one">(1)</a>.</p>',
    ],
    [
      "a labelled formula in an item of a list",
      "- Energy:\n  $$\n  E_1 = T\n  $$ (eq-e)\n- {eq}`eq-e`",
      '<ul><li>Energy:<pre id="moon-eq-e"><code>E_1 = T</code></pre></li><li><a href="/moon#moon-eq-e">(1)</a></li></ul>',
    ],
    ["a labelled formula without a link", "$$\nx_1\n$$ (one)\n\n{kbd}`a`", '<pre id="moon-one"><code>x_1</code></pre><p><kbd>a</kbd></p>'],
    [
      "an option of tabs",
      "::::{tab-set}\n:sync-group: a\n:::{tab-item} A\nb\n:::\n::::",
      "<blockquote><p><strong>A</strong></p><p>b</p></blockquote>",
    ],
    ["the columns of a grid", ":::{grid} 1 2\n:gutter: 2\n\na\n:::", "<p>a</p>"],
    ["a table of contents", "a\n\n```{toctree}\n:maxdepth: 2\nb\n```\n\nc", "<p>a</p><p>c</p>"],
    ["a label", "(set-up)=\n## A\n\n[b](#set-up)", '<h2 id="moon-set-up">A</h2><p><a href="/moon#moon-set-up">b</a></p>'],
    [
      "an id before the kind",
      "::: {#nte-a .callout-note}\n## A\nb\n:::",
      '<blockquote><p id="moon-nte-a"><strong>A</strong></p><p>b</p></blockquote>',
    ],
  ])("converts %s", async (_criterion, text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  it("finds the label of a formula in MDX, too", async () => {
    const { content, problems } = await compileOne("We get\n$$a_1 = b$$ (eq-one)\nand [](#eq-one).", "2024-11-06-moon.mdx");
    expect(problems).toEqual([]);
    expect(content).toContain('<pre id="moon-eq-one"><code>a_1 = b</code></pre>');
    expect(content).toContain('#moon-eq-one">(1)</a>.');
    expect(content).not.toContain("(eq-one)");
  });

  it.each([
    ["a list that looks like options", ":::note\n:class: x\n:::", "<blockquote><p><strong>Note</strong></p><p>:class: x</p></blockquote>"],
    ["keywords in code", "```clojure\n:a:\n```", '<pre><code class="language-clojure">:a:</code></pre>'],
    ["a picture that is no option", ":::note\n:img-top: x\n:::", "<blockquote><p><strong>Note</strong></p><p>:img-top: x</p></blockquote>"],
    [
      "a name after a formula",
      "$$\nx_1\n$$ (Einstein)\n\n::: note\na\n:::",
      "<p><code>x_1</code> (Einstein)</p><blockquote><p><strong>Note</strong></p><p>a</p></blockquote>",
    ],
    ["words after a formula", "$$\nx_1\n$$ (see below)", "<p><code>x_1</code> (see below)</p>"],
    ["code of these names", "```{.margin}\na *b*\n```", '<pre><code class="language-margin">a *b*</code></pre>'],
    ["a rule in code", "```{.yaml}\n---\na: b\n---\n```", '<pre><code class="language-yaml">---a: b---</code></pre>'],
    ["an equation", "a\n(b)=\nc", "<p>a(b)=c</p>"],
    ["a number in brackets", "(1)=", "<p>(1)=</p>"],
  ])("keeps %s", async (_criterion, text, html) => {
    expect(await drawn(text)).toBe(html);
  });
});

it.each([
  ["directly after a text", "a\n```{figure} https://e.com/a.png\n```", '<p>a<img src="https://e.com/a.png" alt=""></p>'],
  ["with a caption after a text", "a\n```{figure} https://e.com/a.png\nb\n```", '<p>a<img src="https://e.com/a.png" alt="">b</p>'],
  ["in a tight list", "- a\n  ```{figure} https://e.com/a.png\n  ```", '<ul><li>a<img src="https://e.com/a.png" alt=""></li></ul>'],
  ["with a bracket in its address", "a\n```{figure} https://e.com/a>b.png\n```", '<p>a<img src="https://e.com/a%3Eb.png" alt=""></p>'],
])("writes no mark for a figure %s", async (_criterion, text, html) => {
  expect(await drawn(text)).toBe(html);
});

it("writes no mark of a figure in a title", async () => {
  const { title, content, summary } = await compileOne("a\n```{figure} https://e.com/a.png\n```");
  expect(`${title}${summary}${content}`).not.toMatch(/\uFDD2/);
});

describe("languages of fences", () => {
  it.each([
    "js:a.js",
    "js{1,3-4}",
    "js,ignore",
    'js title="a b.js" {1}',
    "js:a/b.js {2}",
    'js:a.js title="x"',
    "js=101",
    "js=",
    "js=+",
    "js/2-3",
    "js/2,5-9/7",
  ])("%s", async (info) => {
    for (const markup of ["md", "mdx"])
      expect(await drawn(`\`\`\`${info}\na\n\`\`\``, markup)).toBe('<pre><code class="language-js">a</code></pre>');
  });

  it.each(["c++", "f#", "go-html-template", "asp.net", "text/html", "text/2d"])("keeps %s", async (name) => {
    expect(await drawn(`~~~${name}\na\n~~~`)).toBe(`<pre><code class="language-${name}">a</code></pre>`);
  });

  it("are not titles", async () => {
    expect(await drawn('```title="a.js"\na\n```')).toBe("<pre><code>a</code></pre>");
  });
});

it.each([
  [
    "```{card} A *b*\n:link: c\n\nd\n^^^\ne\n+++\nf\n```",
    '<blockquote><p><strong><a href="/c">A <em>b</em></a></strong></p><p>d</p><p>e</p><p>f</p></blockquote>',
  ],
  [":::{card} A\n:link: c\n\nd\n^^^\ne\n:::", '<blockquote><p><strong><a href="/c">A</a></strong></p><p>d</p><p>e</p></blockquote>'],
  ["````{grid} 2\n:gutter: 1\n\n```{grid-item-card} A\nb\n```\n````", "<blockquote><p><strong>A</strong></p><p>b</p></blockquote>"],
  ["````{tab-set}\n```{tab-item} A\nb\n```\n````", "<blockquote><p><strong>A</strong></p><p>b</p></blockquote>"],
  ["```{.card} A\nb\n```", "<pre><code>b</code></pre>"],
])("keeps the title and the text of cards and grids: %j", async (text, html) => {
  expect((await drawn(text)).replace(/ class="[^"]*"/g, "")).toBe(html);
});
