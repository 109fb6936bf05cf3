import { describe, expect, it } from "vitest";
import fc from "../../../../fast-check.ts";
import { compileOne, site } from "../../sample.ts";
import { drawn } from "./drawn.ts";

const markups = ["md", "mdx"];

const inBoth: readonly (readonly [name: string, text: string, html: string])[] = [
  ["an id", "## Setting up {#setup}", '<h2 id="moon-setup">Setting up</h2>'],
  ["an id without a space", "### Test{#t}", '<h3 id="moon-t">Test</h3>'],
  ["an id and classes", "## *A* b {#c-1 .wide .x}", '<h2 id="moon-c-1"><em>A</em> b</h2>'],
  ["an id in another script", "## 月 {#月}", '<h2 id="moon-月">月</h2>'],
  ["a link to an id", "## A {#b}\n\n[c](#b)", '<h2 id="moon-b">A</h2><p><a href="/moon#moon-b">c</a></p>'],
  ["a definition", "Apple\n: A *fruit*.", "<dl><dt>Apple</dt><dd>A <em>fruit</em>.</dd></dl>"],
  [
    "several terms",
    "**Apple**\nPear\n: A fruit.\n: A tree.",
    "<dl><dt><strong>Apple</strong></dt><dt>Pear</dt><dd>A fruit.</dd><dd>A tree.</dd></dl>",
  ],
  ["two entries", "Apple\n: Red.\n\nPlum\n: Blue.", "<dl><dt>Apple</dt><dd>Red.</dd><dt>Plum</dt><dd>Blue.</dd></dl>"],
  ["a loose definition", "Apple\n\n: A fruit.\n\nz", "<dl><dt>Apple</dt><dd><p>A fruit.</p></dd></dl><p>z</p>"],
  ["Markdown in HTML", '<div markdown="1">\n**b**\n</div>', "<div><p><strong>b</strong></p></div>"],
  ["an alert with a comment", "> [!NOTE] <!-- x -->\n> Text", "<blockquote><p><strong>Note</strong></p><p>Text</p></blockquote>"],
  ["an alert", "> [!NOTE]\n> Text", "<blockquote><p><strong>Note</strong></p><p>Text</p></blockquote>"],
  ["an alert with blocks", "> [!Caution]\n>\n> - a", "<blockquote><p><strong>Caution</strong></p><ul><li>a</li></ul></blockquote>"],
  ["a folded callout", "> [!faq]- Why *so*?\n> Text", "<blockquote><p><strong>Why <em>so</em>?</strong></p><p>Text</p></blockquote>"],
  ["an open callout without text", "> [!todo]+ Later", "<blockquote><p><strong>Later</strong></p></blockquote>"],
  ["a callout of an unknown kind", "> [!my-kind]\n> a", "<blockquote><p><strong>My kind</strong></p><p>a</p></blockquote>"],
  [
    "nested callouts",
    "> [!tip] A\n> b\n> > [!bug]\n> > c",
    "<blockquote><p><strong>A</strong></p><p>b</p><blockquote><p><strong>Bug</strong></p><p>c</p></blockquote></blockquote>",
  ],
  [
    "a container",
    ":::tip[A *title*]\ntext\n:::\nafter",
    "<blockquote><p><strong>A <em>title</em></strong></p><p>text</p></blockquote><p>after</p>",
  ],
  ["a container with words", "::: warning Look out\ntext\n:::", "<blockquote><p><strong>Look out</strong></p><p>text</p></blockquote>"],
  ["a container without a title", ":::danger\n\ntext\n\n:::", "<blockquote><p><strong>Danger</strong></p><p>text</p></blockquote>"],
  [
    "nested containers",
    "::::info\n:::note[N]\na\n:::\nb\n::::",
    "<blockquote><p><strong>Info</strong></p><blockquote><p><strong>N</strong></p><p>a</p></blockquote><p>b</p></blockquote>",
  ],
  [
    "nested containers with equal colons",
    ":::info\n:::note\na\n:::\nb\n:::\nc",
    "<blockquote><p><strong>Info</strong></p><blockquote><p><strong>Note</strong></p><p>a</p></blockquote><p>b</p></blockquote><p>c</p>",
  ],
  ["a title with attributes", "::: tip Title {.cls title=x}\na\n:::", "<blockquote><p><strong>Title</strong></p><p>a</p></blockquote>"],
  ["a title in brackets with attributes", ":::tip[T]{.c}\na\n:::", "<blockquote><p><strong>T</strong></p><p>a</p></blockquote>"],
  ["attributes without a title", "::: tip {.c}\na\n:::", "<blockquote><p><strong>Tip</strong></p><p>a</p></blockquote>"],
  ["open details", "::: details Click me {open}\na\n:::", "<blockquote><p><strong>Click me</strong></p><p>a</p></blockquote>"],
  ["a title that ends with a number sign", ":::note[In C #]\na\n:::", "<blockquote><p><strong>In C #</strong></p><p>a</p></blockquote>"],
  [
    "a container in a list",
    "- x\n\n  :::tip\n  y\n  :::\n- z",
    "<ul><li><p>x</p><blockquote><p><strong>Tip</strong></p><p>y</p></blockquote></li><li><p>z</p></li></ul>",
  ],
  [
    "a container in a quotation",
    "> :::tip\n> a\n> :::\n>\n> b",
    "<blockquote><blockquote><p><strong>Tip</strong></p><p>a</p></blockquote><p>b</p></blockquote>",
  ],
  [
    "a container around code",
    ":::tip\n```\n:::\n!!! note\n```\n:::",
    "<blockquote><p><strong>Tip</strong></p><pre><code>:::!!! note</code></pre></blockquote>",
  ],
  [
    "a table directly after a title",
    ":::note\n| a |\n|---|\n| b |\n:::",
    "<blockquote><p><strong>Note</strong></p><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table></blockquote>",
  ],
  ["hard breaks in a container", ":::note\na  \nb\n:::", "<blockquote><p><strong>Note</strong></p><p>a<br>b</p></blockquote>"],
  [
    "a container that begins with prose",
    "::: a *few* words\nx\n:::",
    "<blockquote><p><strong>a <em>few</em> words</strong></p><p>x</p></blockquote>",
  ],
  ["a container of a custom kind", ":::theorem[Pythagoras]\nx\n:::", "<blockquote><p><strong>Pythagoras</strong></p><p>x</p></blockquote>"],
  ["an alert of Zenn", ":::message alert\nx\n:::", "<blockquote><p><strong>Warning</strong></p><p>x</p></blockquote>"],
  ["a note of Qiita", ":::note info\nx\n:::", "<blockquote><p><strong>Info</strong></p><p>x</p></blockquote>"],
  ["a warning of Qiita", "::: note warn\nx\n:::", "<blockquote><p><strong>Warning</strong></p><p>x</p></blockquote>"],
  ["an alert of Qiita", ":::note alert\nx\n:::", "<blockquote><p><strong>Danger</strong></p><p>x</p></blockquote>"],
  ["a note with such a title", ":::note Info about x\nx\n:::", "<blockquote><p><strong>Info about x</strong></p><p>x</p></blockquote>"],
  ["a spoiler", ":::spoiler\nx\n:::", "<blockquote><p><strong>Spoiler</strong></p><p>x</p></blockquote>"],
  [
    "an admonition",
    '!!! note "A *title*"\n    text\n\n    - a',
    "<blockquote><p><strong>A <em>title</em></strong></p><p>text</p><ul><li>a</li></ul></blockquote>",
  ],
  ["a comment of MDX", "a\n\n{/* b -- <c>\n\nd */}\n\n`{/* e */}`", "<p>a</p><p><code>{/* e */}</code></p>"],
  ["an id in a comment of MDX", "## A *b* {/* #c */}", '<h2 id="moon-c">A <em>b</em></h2>'],
  ["groups without a title", ":::: code-group\n\na\n\n::::", "<p>a</p>"],
  ["marks of contents", "[[toc]]\n\n[TOC]\n\n[[_TOC_]]\n\n@[toc]\n\n{{toc}}\n\na", "<p>a</p>"],
  ["a wikilink", "[[sea]]", '<p><a href="/sea">sea</a></p>'],
  ["a wikilink with words", "[[Tide pool|the *pool*]]", '<p><a href="/notes/tide-pool">the <em>pool</em></a></p>'],
  ["a wikilink with plain words", "[[Tide pool|the pool]]", '<p><a href="/notes/tide-pool">the pool</a></p>'],
  [
    "a wikilink to a heading",
    "[[tide-pool#Low water]]",
    '<p><a href="/notes/tide-pool#notes--tide-pool-low-water">tide-pool > Low water</a></p>',
  ],
  ["a wikilink within the article", "## A b\n\n[[#A b]]", '<h2 id="moon-a-b">A b</h2><p><a href="/moon#moon-a-b">A b</a></p>'],
  ["a picture", "![[moon.png]]", '<p><img src="https://example.com/media/ab/moon.png" alt="" width="400" height="200"></p>'],
  [
    "a picture with a width",
    "![[moon.png|200]]",
    '<p><img src="https://example.com/media/ab/moon.png" alt="" width="200" height="100"></p>',
  ],
  [
    "a picture with words",
    "![[moon.png|The moon|200x100]]",
    '<p><img src="https://example.com/media/ab/moon.png" alt="The moon" width="200" height="100"></p>',
  ],
  ["an embedded note", "![[sea]]", '<p><a href="/sea">sea</a></p>'],
  ["a highlight", "a ==b c== d", "<p>a <mark>b c</mark> d</p>"],
  ["a highlight around emphasis", "==a *b*==, ==**c**==", "<p><mark>a <em>b</em></mark>, <mark><strong>c</strong></mark></p>"],
  ["a highlight without spaces", "这是==高亮==文字", "<p>这是<mark>高亮</mark>文字</p>"],
  ["subscripts", "C~6~H~12~O~6~ (x)~i~", "<p>C<sub>6</sub>H<sub>12</sub>O<sub>6</sub> (x)<sub>i</sub></p>"],
  ["superscripts", "x^2^ + 19^th^ *y*^n+1^, 10^-9^m", "<p>x<sup>2</sup> + 19<sup>th</sup> <em>y</em><sup>n+1</sup>, 10<sup>-9</sup>m</p>"],
  [
    "abbreviations",
    "Use CSS, not `CSS`; SCSS.\n\n*[CSS]: Cascading Style Sheets",
    '<p>Use <abbr title="Cascading Style Sheets">CSS</abbr>, not <code>CSS</code>; SCSS.</p>',
  ],
  [
    "abbreviations whose titles have marks",
    "*[WHO]: World *Health* Org\n*[K8s]: See `k` at https://k8s.io\n\nThe WHO, *a* K8s.",
    '<p>The <abbr title="World Health Org">WHO</abbr>, <em>a</em> <abbr title="See k at https://k8s.io">K8s</abbr>.</p>',
  ],
  [
    "abbreviations of several words",
    "*[W3C spec]: A\n*[W3C]: B\n\nThe W3C spec of W3C.",
    '<p>The <abbr title="A">W3C spec</abbr> of <abbr title="B">W3C</abbr>.</p>',
  ],
  ["emoji", "Done :tada::+1: :not-an-emoji:", "<p>Done 🎉👍 :not-an-emoji:</p>"],
  [
    "a directive in a fence",
    "```{note}\na *b*\n```\nz",
    "<blockquote><p><strong>Note</strong></p><p>a <em>b</em></p></blockquote><p>z</p>",
  ],
  [
    "a directive with a title and options",
    "~~~{admonition} A title\n:class: tip\na\n~~~",
    "<blockquote><p><strong>A title</strong></p><p>a</p></blockquote>",
  ],
  [
    "nested directives",
    "````{warning}\n```{tip}\na\n```\n````",
    "<blockquote><p><strong>Warning</strong></p><blockquote><p><strong>Tip</strong></p><p>a</p></blockquote></blockquote>",
  ],
  [
    "a figure in a fence",
    "```{figure} https://e.org/a.png\n:alt: A\n\nA *caption*\n```",
    '<figure><img src="https://e.org/a.png" alt="A"><figcaption>A <em>caption</em></figcaption></figure>',
  ],
  ["code of R Markdown", "```{r, eval=FALSE}\na\n```", '<pre><code class="language-r">a</code></pre>'],
  ["code of Pandoc", '```{.python .numberLines startFrom="10"}\na\n```', '<pre><code class="language-python">a</code></pre>'],
  ["code of MyST", "```{code-block} js\n:linenos:\na\n```", '<pre><code class="language-js">a</code></pre>'],
];

describe.each(markups)("dialects in .%s", (markup) => {
  it.each(inBoth)("has %s", async (_, text, html) => {
    expect(await drawn(text, markup)).toBe(html);
  });
});

describe("dialects in .md", () => {
  it.each([
    ["an id on the next line", "## Setting up\n{: #setup .x}\n\nText", '<h2 id="moon-setup">Setting up</h2><p>Text</p>'],
    ["an id between a heading and its text", "## A\n{: #b}\ntext", '<h2 id="moon-b">A</h2><p>text</p>'],
    ["an id of a paragraph", "text\n{: #b}", '<p id="moon-b">text</p>'],
    ["an id before a block", "{: #b}\n\n> a", '<blockquote id="moon-b"><p>a</p></blockquote>'],
    ["an id of a phrase", "a *b*{: #c .d} e", '<p>a <em id="moon-c">b</em> e</p>'],
    ["a class without an id", "a *b*{:.d}\n{: .e}", "<p>a <em>b</em></p>"],
    ["an underlined heading", "Setting up {#setup}\n----------", '<h2 id="moon-setup">Setting up</h2>'],
    [
      "a definition of blocks",
      "Apple\n:   One\n\n    two\n\n    - x",
      "<dl><dt>Apple</dt><dd><p>One</p><p>two</p><ul><li>x</li></ul></dd></dl>",
    ],
    [
      "an admonition",
      '!!! note "A *title*"\n    text\n\n        code\n\nafter',
      "<blockquote><p><strong>A <em>title</em></strong></p><p>text</p><pre><code>code</code></pre></blockquote><p>after</p>",
    ],
    ["an admonition without a title", "!!! warning\n\n    text", "<blockquote><p><strong>Warning</strong></p><p>text</p></blockquote>"],
    ["an admonition with an empty title", '!!! note ""\n    text', "<blockquote><p>text</p></blockquote>"],
    [
      "a folded admonition with classes",
      '???+ tip inline end "T"\n\ttext',
      "<blockquote><p><strong>T</strong></p><p>text</p></blockquote>",
    ],
    [
      "nested admonitions",
      "!!! note\n    a\n\n    ??? tip\n        b\n\n    c",
      "<blockquote><p><strong>Note</strong></p><p>a</p><blockquote><p><strong>Tip</strong></p><p>b</p></blockquote><p>c</p></blockquote>",
    ],
    ["a tab", '=== "C"\n\n    text', "<blockquote><p><strong>C</strong></p><p>text</p></blockquote>"],
    [
      "attributes of containers",
      '::: {.callout-tip title="Q"}\na\n:::\n\n:::{note} M\nb\n:::',
      "<blockquote><p><strong>Q</strong></p><p>a</p></blockquote><blockquote><p><strong>M</strong></p><p>b</p></blockquote>",
    ],
    [
      "a heading as the title of a callout of Quarto",
      "::: {.callout-tip}\n\n## A *b* {#c}\n\nd\n:::\n\n::: {.callout-tip}\ne\n\n## F\n:::",
      '<blockquote><p id="moon-c"><strong>A <em>b</em></strong></p><p>d</p></blockquote>' +
        '<blockquote><p><strong>Tip</strong></p><p>e</p><h2 id="moon-f">F</h2></blockquote>',
    ],
    [
      "the bare class of a callout",
      "::: callout-note\na\n:::\n\n:::callout-warning\nb\n:::\n\n::: callout-tip\n## C\nd\n:::\n\n::: callout-box\ne\n:::",
      "<blockquote><p><strong>Note</strong></p><p>a</p></blockquote><blockquote><p><strong>Warning</strong></p><p>b</p></blockquote>" +
        "<blockquote><p><strong>C</strong></p><p>d</p></blockquote><p>e</p>",
    ],
    [
      "the id of a group of figures",
      "::: {#fig-x layout-ncol=2}\n![a](https://e.org/a.png){#fig-a}\n\nb\n:::\n\n[c](#fig-x) [d](#fig-a)",
      '<figure id="moon-fig-x"><figure id="moon-fig-a"><img src="https://e.org/a.png" alt="a"><figcaption>a</figcaption></figure>' +
        '<figcaption>b</figcaption></figure><p><a href="/moon#moon-fig-x">c</a> <a href="/moon#moon-fig-a">d</a></p>',
    ],
    ["a bare attribute", "<div markdown>\n    - a\n</div>", "<div><ul><li>a</li></ul></div>"],
    ["Markdown in a paragraph", '<p markdown="1">*a*</p>\n<p>*b*</p>', "<p><em>a</em></p><p>*b*</p>"],
    [
      "an id of a container",
      "::: tip T {#x .c}\na\n:::\n\n[b](#x)",
      '<blockquote><p id="moon-x"><strong>T</strong></p><p>a</p></blockquote><p><a href="/moon#moon-x">b</a></p>',
    ],
    ["a set in a title", "::: tip {a, b} or {c}\nd\n:::", "<blockquote><p><strong>{a, b} or {c}</strong></p><p>d</p></blockquote>"],
    ["the list of contents", "* TOC\n{:toc}\n\na", "<p>a</p>"],
    [
      "a wikilink in a table",
      "| a |\n|---|\n| [[sea\\|S]] |",
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td><a href="/sea">S</a></td></tr></tbody></table>',
    ],
    ["a comment of MDX within a line", "a {/* b */}c", "<p>a c</p>"],
    ["a comment of Nunjucks", "a {# b #}c", "<p>a c</p>"],
    ["comments of Obsidian", "a %%bb c%%.\n\n%%\nd\n\ne\n%%\n\nf", "<p>a .</p><p>f</p>"],
    [
      "the size of a picture in Logseq",
      "![a](sea.jpg){:height 20, :width 30} ![a](sea.jpg){:width 30} {:height 1} b",
      '<p><img src="/sea.jpg" alt="a" width="30" height="20"> <img src="/sea.jpg" alt="a" width="30"> {:height 1} b</p>',
    ],
    [
      "abbreviations whose titles have tags",
      "Use p, b.\n\n*[p]: the <p> element\n*[b]: a <b>word</b>",
      '<p>Use <abbr title="the &#x3C;p> element">p</abbr>, <abbr title="a &#x3C;b>word&#x3C;/b>">b</abbr>.</p>',
    ],
    ["a quotation of GitLab", ">>>\na\n\n- b\n>>>\n\nc", "<blockquote><p>a</p><ul><li>b</li></ul></blockquote><p>c</p>"],
    [
      "two quotations of GitLab",
      ">>>\na\n>>>\nc\n>>>\n> b\n>>>",
      "<blockquote><p>a</p></blockquote><p>c</p><blockquote><blockquote><p>b</p></blockquote></blockquote>",
    ],
    [
      "a prompt of Python",
      ">>> a\n>>> b\n\n>>>\n\n`>>>`",
      "<blockquote><blockquote><blockquote><p>ab</p></blockquote></blockquote></blockquote><blockquote><blockquote><blockquote></blockquote></blockquote></blockquote><p><code>>>></code></p>",
    ],
    ["the size of a picture", "![a](sea.jpg =30x20) b", '<p><img src="/sea.jpg" alt="a" width="30" height="20"> b</p>'],
    [
      "the size of a picture of Obsidian",
      "![a|100x145](https://e.org/a.png) ![b c|30](sea.jpg)",
      '<p><img src="https://e.org/a.png" alt="a" width="100" height="145"> <img src="/sea.jpg" alt="b c" width="30"></p>',
    ],
    ["the size of a picture with a title", '![a](sea.jpg "t" =50%x)', '<p><img src="/sea.jpg" alt="a" title="t" width="50%"></p>'],
    ["attributes of a picture", "![a](sea.jpg){width=300px .x}", '<p><img src="/sea.jpg" alt="a" width="300"></p>'],
    ["attributes of a link", '[a](https://e.org){target="_blank"} b', '<p><a href="https://e.org/">a</a> b</p>'],
    ["attributes with spaces", "[a](https://e.org){ .md-button }", '<p><a href="https://e.org/">a</a></p>'],
    ["the language of inline code", "`a`{.js}.", "<p><code>a</code>.</p>"],
    ["code that continues with a colon", "The code `a\n: b` continues.", "<p>The code <code>a : b</code> continues.</p>"],
    ["an id after closing signs", "## A ## {#b}", '<h2 id="moon-b">A</h2>'],
  ])("has %s", async (_, text, html) => {
    expect((await drawn(text)).replaceAll(/\/media\/\w+/g, "")).toBe(html);
  });

  it.each([
    ["```{=html}\n<p>a</p>\n\n    <p>b</p>\n```\nc", "<p>a</p><p>b</p><p>c</p>", 0],
    ["> ```{=html}\n> <p>a</p>\n> ```", "<blockquote><p>a</p></blockquote>", 0],
    ["a `<b>c</b>`{=html} d", "<p>a <b>c</b> d</p>", 0],
    ["```{=latex}\n\\a\n```\nb `\\c`{=latex} and `\\d`{=latex} e", "<p>b  and  e</p>", 1],
    ["`a`{=b c}", "<p><code>a</code>{=b c}</p>", 0],
  ])("reads raw text of Pandoc in %j", async (text, html, count) => {
    expect(await drawn(text)).toBe(html);
    const { problems } = await compileOne(text);
    expect(problems.filter((line) => line.includes("Removed text in the format {=latex}"))).toHaveLength(count);
  });

  it.each([
    ["de", "Warnung"],
    ["fr-CA", "Avertissement"],
    ["zh-TW", "警告"],
    ["nb", "Advarsel"],
    ["eo", "Warning"],
  ])("names a warning in %s", async (language, word) => {
    expect(await drawn("> [!warning]\n> x\n\n:::warning\ny\n:::", "md", language)).toBe(
      `<blockquote><p><strong>${word}</strong></p><p>x</p></blockquote><blockquote><p><strong>${word}</strong></p><p>y</p></blockquote>`,
    );
  });

  it("reports an unclosed container, and keeps its text", async () => {
    const { content, problems } = await compileOne("# A\n\n:::tip\n\nb\n\n# c\n");
    expect(content).toContain("<p>b</p>");
    expect(problems).toEqual([expect.stringMatching(/moon\.md:3:1 warning Cannot find the end of ":::tip"/)]);
  });

  it.each([
    ["[[No note|words]]", "<p>words</p>"],
    ["![[No note]]", "<p>No note</p>"],
  ])("reports the unknown article of %s", async (text, html) => {
    const { content, problems } = await compileOne(text);
    expect(content).toBe(html);
    expect(problems).toEqual([expect.stringContaining(`Cannot find an article for ${JSON.stringify(text)}`)]);
  });

  it("changes links to the id of the title to links to the page", async () => {
    const { content, problems } = await compileOne("# Moon {#start}\n\n[a](#start)");
    expect({ content, problems }).toEqual({ content: '<p><a href="https://example.com/articles/moon">a</a></p>', problems: [] });
  });

  it("keeps the lines of diagnostics", async () => {
    const { problems } = await compileOne(
      ':::tip\n\na\n:::\n\n!!! note\n    b\n\n    [x](gone.md)\n\n<div markdown="1">\n*c*\n[y](lost.md)\n</div>\n',
    );
    expect(problems).toEqual([expect.stringContaining("moon.md:9:"), expect.stringContaining("moon.md:13:")]);
  });

  it("derives addresses from the title as written, so that no id changes", async () => {
    const options = { site: { ...site, permalink: "/:post_title" } };
    const { title, path } = await compileOne("# :tada: Party {#p}", undefined, options);
    expect(title).toBe("🎉 Party");
    expect(path).toBe("/tada-party-p");
  });
});

describe.each(markups)("the end of the excerpt in .%s", (markup) => {
  it.each(["<!-- truncate -->", "{/* truncate */}", "<!--more-->"])("is %s", async (mark) => {
    const { content, problems, summary } = await compileOne(`# A\n\nOne.\n\nTwo.\n\n${mark}\n\nThree.\n`, `2024-11-06-moon.${markup}`);
    expect({ problems, summary }).toEqual({ problems: [], summary: "One. Two." });
    expect(content).not.toContain("truncate");
  });
});

describe("dialects in .mdx", () => {
  it("accepts other comments of HTML, and keeps those in code", async () => {
    expect(await drawn("a <!-- {x} --> `<!-- b -->`{/* c */}", "mdx")).toBe("<p>a  <code>&#x3C;!-- b --></code></p>");
  });
});

describe.each(markups)("escaped signs in .%s", (markup) => {
  it.each([
    ["\\==a==", "<p>==a==</p>"],
    ["x\\^2^", "<p>x^2^</p>"],
    ["\\:tada:", "<p>:tada:</p>"],
    ["\\[[sea]]", "<p>[[sea]]</p>"],
    ["\\[TOC]", "<p>[TOC]</p>"],
    ["## A \\{#b}", '<h2 id="moon-a-b">A {#b}</h2>'],
    ["\\:::tip\n:::", "<p>:::tip:::</p>"],
    ["> \\[!NOTE]\n> a", "<blockquote><p>[!NOTE]a</p></blockquote>"],
    ["\\*[CSS]: a\n\nCSS", "<p>*[CSS]: a</p><p>CSS</p>"],
    ["Apple\n\\: red", "<p>Apple: red</p>"],
    ["[a](https://x.example/\\~b) `\\==`", '<p><a href="https://x.example/~b">a</a> <code>\\==</code></p>'],
  ])("make %j plain text", async (text, html) => {
    expect(await drawn(text, markup)).toBe(html);
  });
});

const plain: readonly string[] = [
  "# Set {a, b}",
  "import x from 'y' is what you write",
  "Write [gist] of [playlist ids], [embedyt], [x] and [video]",
  "f(a)= b, (x)=y and ratio 1:100:3",
  "a -- b, c --- d; +---+ and +1",
  "価格*、数量**。",
  "## A map {key: 1} and {0}",
  "## Use {}",
  "Note:\n: see below",
  "See the list above, please.\n: no term",
  "A whole long sentence about the sea.\n: not a definition",
  "std::vector and std::tada::x, a::b::c",
  "10:30:00, 1:100:3, http://x:80:y and C:tada:x",
  "a == b, a==b, x === y, a !== b && c == d, if (a==b && c==d)",
  "== Heading of a wiki ==",
  "====",
  "~5 km, ~/dir and ~/x; 10~20 and 30~40",
  "a^2 + b^2, a^b^c, 2^3^4, ^_^ and [^a-z]",
  "a[[0]] and [[ -f x ]] && [[ $a == b ]]; [[nodiscard]], [[1, 2], [3, 4]], x[[1]][[2]]",
  "[[half a link, [[and another|",
  "[[]] ![[]] [[|x]]",
  "!!! wow\n\n!!! Look here, this is great!",
  "??? really",
  "::: hello",
  "::: a few words",
  "Use the\n::: words of prose\nand more",
  "{/* a {/* b",
  ":::",
  ":::tip-like without an end",
  "[x] [ ] [TOC: a list] the [toc] word",
  "$5 and $10, 50 %, #1, *[x]",
  "{:ok, 1} and {: }",
  "> A quotation [!NOTE] in the middle",
  "try {} catch (e) {/* nothing */}",
  "5 %% 2 and 7 %% 3, for %%i in (a) do echo %%i, 100%% of 50%%",
  "{#a} and {# b } #}",
  "a {b=c} d{e}",
  "> [!]",
];

const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, "")
    .replaceAll("&#x3C;", "<")
    .replaceAll("&#x26;", "&")
    .replace(/\s+/g, " ")
    .trim();

describe("the plain text of other dialects", () => {
  it.each(plain)("stays in %j", async (text) => {
    const words = (given: string) => given.replace(/\s+/g, "");
    expect(words(textOf(await drawn(text)))).toBe(words(text.replace(/^(?:#+|>) /, "")));
  });

  const samples = inBoth.map(([, text]) => text);
  const fenced = fc.constantFrom(...samples, ...plain).map((text) => ({ text, markdown: `~~~~\n${text}\n~~~~` }));
  const indented = fc.constantFrom(...samples).map((text) => ({ text, markdown: `x\n\n${text.replace(/^/gm, "    ")}` }));
  const preformatted = fc
    .constantFrom(...samples.filter((text) => !/\n\n|</.test(text)))
    .map((text) => ({ text, markdown: `<pre>\n${text}\n</pre>` }));
  const inline = fc.constantFrom(...samples.filter((text) => !/[\n`]/.test(text))).map((text) => ({ text, markdown: `a \`${text}\` b` }));
  const raw = fc
    .tuple(
      fc.constantFrom("==a==", "x^2^", ":tada:", "[[sea]]", "![[moon.png]]", "H~2~O", "~a~ b", "*[CSS]: C", "x\n*[CSS]: C\ny", "a {:.b}"),
      fc.constantFrom("code", "kbd", "samp"),
    )
    .map(([text, tag]) => ({ text, markdown: `a <${tag}>${text}</${tag}> <b>b</b>` }));

  it.each([
    ["md", fc.oneof(fenced, indented, preformatted, inline, raw)],
    [
      "mdx",
      fc.oneof(
        fenced,
        inline,
        raw.filter(({ text }) => !text.includes("{")),
      ),
    ], // {…} is an expression
  ])("is kept in code in .%s", async (markup, articles) => {
    await fc.assert(
      fc.asyncProperty(articles, async ({ markdown, text }) => {
        const html = await drawn(markdown, markup);
        expect(textOf(html).replace(/\s/g, "")).toContain(text.replace(/\s/g, ""));
        expect(html).not.toMatch(/<(?:mark|sup|sub|del|abbr|dl|blockquote|strong|img|a)\b/);
      }),
    );
  });

  it("stays in code after emphasis of raw HTML, and in blocks of it", async () => {
    expect(await drawn("<code>a *b*{:.c} ~d~</code>")).toBe("<p><code>a <em>b</em>{:.c} ~d~</code></p>");
    expect(await drawn("x <pre>H~2~O ~a~</pre> ~b~")).toBe("<p>x </p><pre>H~2~O ~a~</pre> <del>b</del><p></p>");
    expect(await drawn("<pre>\nH~2~O ==a==\n\n~b~\n</pre>\n\nH~2~O")).toBe("<pre>H~2~O ==a==~b~</pre><p>H<sub>2</sub>O</p>");
  });

  it("stays next to constructs of other dialects", async () => {
    const words = fc.constantFrom(...plain.filter((text) => !/^[#>:!?=]|\n|[[\]]/.test(text)));
    await fc.assert(
      fc.asyncProperty(words, fc.constantFrom(...samples), async (text, sample) => {
        const html = await drawn(`${text}\n\n***\n\n${sample}`);
        expect(textOf(html.split("<hr>")[0] ?? "")).toBe(text);
      }),
    );
  });
});
