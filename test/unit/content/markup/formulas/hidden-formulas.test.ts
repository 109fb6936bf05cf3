import { describe, expect, it } from "vitest";
import { compileAll, compileOne } from "../../sample.ts";

const content = async (text: string, name = "moon.md") => (await compileOne(text, `2024-11-06-${name}`)).content;

describe("formulas of an article", () => {
  it.each([
    ["a $x*y*z$ b", "<p>a <code>x*y*z</code> b</p>"],
    ["$\\frac{a}{b}$", "<p><code>\\frac{a}{b}</code></p>"],
    ["$a<b$ & $\\&$", "<p><code>a&#x3C;b</code> &#x26; <code>\\&#x26;</code></p>"],
    ["$$\n\\frac{a}{b}\n$$", "<pre><code>\\frac{a}{b}</code></pre>"],
    ["a\n$$\nb\n$$\nc", "<p>a\n</p><pre><code>b</code></pre><p>c</p>"],
    ["$$ E = a\n+ b $$\n\nc", "<pre><code>E = a\n+ b</code></pre>\n<p>c</p>"],
    ["> $$x = 1\n> - y$$", "<blockquote>\n<pre><code>x = 1\n- y</code></pre>\n</blockquote>"],
    ["- $$x = 1\n  - y$$", "<ul>\n<li><pre><code>x = 1\n- y</code></pre></li>\n</ul>"],
    ["\\begin{align}\na &= b\n- c\n\\end{align}", "<pre><code>\\begin{align}\na &#x26;= b\n- c\n\\end{align}</code></pre>"],
    ["a $$b$$ c", "<p>a <code>b</code> c</p>"],
    ["**$x$** and _$y$_", "<p><strong><code>x</code></strong> and <em><code>y</code></em></p>"],
    ["[$x$](https://e.org/$x$/)", '<p><a href="https://e.org/$x$/"><code>x</code></a></p>'],
    ["`$x$` $y$", "<p><code>$x$</code> <code>y</code></p>"],
    ["$latex E=mc^2&s=2$, $latex \\pi&bg=ffffff&fg=000$", "<p><code>E=mc^2</code>, <code>\\pi</code></p>"],
    ["$latex \\{x\\} * y * z &s=1$", "<p><code>\\{x\\} * y * z</code></p>"],
    ["$latex x_1*y*z &amp;s=1$, $latex \\phi &bg=ffffff &fg=000 &#038;s=-2 $", "<p><code>x_1*y*z</code>, <code>\\phi</code></p>"],
    ["$latex=x_1*y*z$, $LaTeX n $, $latex rank$", "<p><code>x_1*y*z</code>, <code>n</code>, <code>rank</code></p>"],
    ["A $latex n$th, $latex 5$5, Z/$latex n$Z.", "<p>A <code>n</code>th, <code>5</code>5, Z/<code>n</code>Z.</p>"],
    ["$latex P(A and B)$", "<p><code>P(A and B)</code></p>"],
    ["$$latex \\{a\\} b &s=1$$", "<pre><code>\\{a\\} b</code></pre>"],
    ["It costs $5 or $6.", "<p>It costs $5 or $6.</p>"],
  ])("%j", async (text, expected) => {
    expect(await content(text)).toBe(expected);
    expect((await content(text, "moon.mdx")).replaceAll("\n", " ")).toBe(expected.replaceAll("\n", " "));
  });

  it.each([
    [
      "See \\[[2](https://e.org/a_b)\\] and _a_\\[_b_], \\{_c_}.",
      '<p>See [<a href="https://e.org/a_b">2</a>] and <em>a</em>[<em>b</em>], {<em>c</em>}.</p>',
    ],
    ["_a_\\(_b_, _c_\\) \\[`code_x`\\]", "<p><em>a</em>(<em>b</em>, <em>c</em>) [<code>code_x</code>]</p>"],
    ["\\[**New_x**\\] \\[_x_]{.a}", "<p>[<strong>New_x</strong>] [_x_]{.a}</p>"],
  ])("are no Markdown in escaped brackets: %j", async (text, expected) => {
    expect(await content(text)).toBe(expected);
  });

  it.each([
    ["$$\na\nb\n$$ {#eq-two}\n\nc", '<pre id="moon-eq-two"><code>a\nb</code></pre>\n<p>c</p>'],
    ["$$a$$ {#eq-a}", '<pre id="moon-eq-a"><code>a</code></pre>'],
    ["$$a$$ {b}", "<p><code>a</code> {b}</p>"],
  ])("are blocks with a label of Quarto: %j", async (text, expected) => {
    expect(await content(text)).toBe(expected);
  });

  it("stay exact in braces and attributes of MDX", async () => {
    const text = 'A <b title="$x_1$">$y_1$</b> costs {"$5"} or $$\\frac{a}{b}$$.';
    expect(await content(text, "moon.mdx")).toBe('<p>A <b title="$x_1$"><code>y_1</code></b> costs $5 or <code>\\frac{a}{b}</code>.</p>');
  });

  it.each(["moon.md", "moon.mdx"])("contain no escaped bars in a table: %s", async (name) => {
    const html = await content("| a |\n|---|\n| $a \\| b$ |\n| $\\\\|a\\\\|$ |\n\n$a \\| b$", name);
    expect(html.match(/<code>.*?<\/code>/g)).toEqual(["<code>a | b</code>", "<code>\\|a\\|</code>", "<code>a \\| b</code>"]);
  });

  it("keep their signs in a title", async () => {
    expect(await compileOne("# The $x_1$ law\n\nSo $x_2$.")).toMatchObject({
      title: "The $x_1$ law",
      content: "<p>So <code>x_2</code>.</p>",
    });
  });

  it.each([
    ["# Of $x_1 * y_1 = z$", '<h1 id="moon-of-x_1--y_1--z">Of <code>x_1 * y_1 = z</code></h1>'],
    ["Of \\(x_1\\)\n===", '<h1 id="moon-of-x_1">Of <code>x_1</code></h1>'],
    ["# *Of $x_1$* and `$x_1$`", '<h1 id="moon-of-x_1-and-x_1"><em>Of <code>x_1</code></em> and <code>$x_1$</code></h1>'],
    ["# Of \\$5 and \\$x_1\\$", '<h1 id="moon-of-5-and-x_1">Of $5 and $x_1$</h1>'],
  ])("become code in a heading that is not the title: %j", async (heading, html) => {
    for (const name of ["moon.md", "moon.mdx"]) expect(await content(`---\ntitle: Moon\n---\n${heading}`, name)).toBe(html);
  });

  it.each([
    ["<p>$a_1 &amp; b$</p>", "<p><code>a_1 &#x26; b</code></p>"],
    ["<p>$$x_1 &lt; y$$</p>", "<p><code>x_1 &#x3C; y</code></p>"],
    [
      "<div>\n\\begin{align}\na &amp;= b\n\\end{align}\n</div>",
      "<div>\n<pre><code>\\begin{align}\na &#x26;= b\n\\end{align}</code></pre>\n</div>",
    ],
    [
      '<math display="block"><annotation encoding="application/x-tex">\\begin{pmatrix} a &amp; b \\end{pmatrix}</annotation></math>',
      "<p><code>\\begin{pmatrix} a &#x26; b \\end{pmatrix}</code></p>",
    ],
    ["$x_1 &#60; y &#x3e; z &AMP; &amp;lt; &#xD800;$", "<p><code>x_1 &#x3C; y > z &#x26;AMP; &#x26;lt; &#x26;#xD800;</code></p>"],
    ["$latex x^2&#038;s=2$", "<p><code>x^2</code></p>"],
    ["$`x_1 &lt; y`$ `$x_1 &lt; y$`", "<p><code>x_1 &#x26;lt; y</code> <code>$x_1 &#x26;lt; y$</code></p>"],
    [
      '![$x_1 &lt; 2$](https://e.org/a.png "$x_1 &amp; 3$")',
      '<p><img src="https://e.org/a.png" alt="$x_1 &#x3C; 2$" title="$x_1 &#x26; 3$"></p>',
    ],
    ["a <kbd>$x_1 &lt; 4$</kbd>", "<p>a <kbd>$x_1 &#x3C; 4$</kbd></p>"],
  ])("have no character references: %j", async (text, html) => {
    expect(await content(text)).toBe(html);
  });

  it("keep the addresses that are made of titles with references", async () => {
    const { entries } = await compileAll({
      "2024-11-06-moon.md": "---\npermalink: '/{{ title | slugify }}/'\n---\n# The $a_1 &lt; b$ law",
    });
    expect(entries).toMatchObject([{ title: "The $a_1 < b$ law" }]);
    expect(entries[0]?.path).toBe("/the-a_1-lt-b-law/");
  });

  it("do not change the names of footnotes and links", async () => {
    const html = await content("a[^$x$] [b][$x$]\n\n[$x$]: https://e.org/\n\n[^$x$]: c");
    expect(html).toContain('<a href="https://e.org/">b</a>');
    expect(html).toMatch(/<li id="moon-fn-[^"]*">\s*<p>c/);
  });

  it("do not change the lines of later problems", async () => {
    const { problems } = await compileOne("a $x\n+y\n+z$ b\n\n$$\na\n\nb\n$$\n\n![c](none.png)");
    expect(problems).toEqual(['articles/2024-11-06-moon.md:11:1 warning Cannot find the file "none.png" next to the article']);
  });

  it("stay text if the article contains the private characters that mark formulas", async () => {
    expect(await content("\uF8F00\uF8F1 $x$")).toBe("<p>\uF8F00\uF8F1 $x$</p>");
  });
});
