import { describe, expect, it } from "vitest";
import { compileOne } from "../../sample.ts";

const content = async (text: string, name = "moon.html") => (await compileOne(text, `2024-11-06-${name}`)).content;

describe("showFormulas()", () => {
  it.each([
    ["<p>a \\(x*y\\) b</p>", "<p>a <code>x*y</code> b</p>"],
    ["<p>a \\[x^2\\] b $$\\frac{a}{b}$$ $x_1$</p>", "<p>a <code>x^2</code> b <code>\\frac{a}{b}</code> <code>x_1</code></p>"],
    ["<p>$latex x^2$</p>", "<p><code>x^2</code></p>"],
    ["<p>$latex x^2&#038;s=2$ and $&lt;$</p>", "<p><code>x^2</code> and <code>&#x3C;</code></p>"],
    ["<p>$latex A = \\frac{w}{2} &bg=ffffff &#038;s=1$; $latex\nx &amp;s=1 $</p>", "<p><code>A = \\frac{w}{2}</code>; <code>x</code></p>"],
    ["<p>\\[a &lt; b\\]</p>", "<pre><code>a &#x3C; b</code></pre>"],
    ["<div>\n  $$\n  a \\\\\n  - b\n  $$\n</div>", "<div><pre><code>a \\\\\n  - b</code></pre></div>"],
    ["<p>\\begin{equation} x_1 \\end{equation}</p>", "<pre><code>\\begin{equation} x_1 \\end{equation}</code></pre>"],
    ['<p id="a">First.\n\\[x_1\\]\nLast.</p>', '<p id="moon-a">First.</p><pre><code>x_1</code></pre><p>Last.</p>'],
    ["<p>\\[<br />\na &amp; b \\\\<br>\nc<br>\\]</p>", "<pre><code>a &#x26; b \\\\\nc</code></pre>"],
    ["<h1>Moon</h1><h1>Of $x_1$<br>\\(y\\)</h1>", '<h1 id="moon-of-x_1y">Of <code>x_1</code><br><code>y</code></h1>'],
    ["<p>a<br>$x_1$<br>b</p>", "<p>a<br><code>x_1</code><br>b</p>"],
    ["<p>a <b>b</b>\\[x_1\\]</p>", "<p>a <b>b</b><code>x_1</code></p>"],
    ["<ul><li>\\(x_1\\)</li></ul>", "<ul><li><code>x_1</code></li></ul>"],
    ["    \\(x_1\\) \\(x_2\\)", "<code>x_1</code> <code>x_2</code>"],
    ['<p><span class="math inline">\\(a\\)</span></p>', "<p><code>a</code></p>"],
    ['<p><span class="math display">\\[a\\]</span></p>', "<pre><code>a</code></pre>"],
    ['<p>a <span class="math display">\\[b\\]</span> c</p>', "<p>a </p><pre><code>b</code></pre><p>c</p>"],
    ['<p><span class="math inline">a+b</span></p>', "<p><code>a+b</code></p>"],
    ['<div class="math notranslate nohighlight">\n\\[a\\]</div>', "<pre><code>a</code></pre>"],
    ["<p>\\(ABC\\) \\(c\\) \\(a_b\\)</p>", "<p><code>ABC</code> <code>c</code> <code>a_b</code></p>"],
    ["<p>\\(rank\\) of \\(\\alpha\\)</p>", "<p><code>rank</code> of <code>\\alpha</code></p>"],
    ["<p>\\[ABC\\]</p>", "<pre><code>ABC</code></pre>"],
    ['<p><span class="arithmatex">\\(a\\)</span></p>', "<p><code>a</code></p>"],
  ])("shows the formulas of %s", async (html, expected) => {
    expect(await content(html)).toBe(expected);
  });

  it.each([
    "<p>It costs $5 and $10, US$5 or $5.50–$6.</p>",
    "<p>$PATH:$HOME, $$ and \\$x_1\\$</p>",
    "<p>Words \\(see below\\) and \\[sic\\]</p>",
    "<p>\\(see below\\) \\(a|b\\) s/\\(name\\)/x/</p>",
    "<p>$5 is less\n\nthan x_1 or $6</p>",
    "<p><code>\\(x_1\\)</code> <kbd>$x_1$</kbd></p>",
    "<pre>$$\\frac{a}{b}$$</pre>",
    "<p>`$x_1$`</p>",
    "<p><em>x</em><sup>2</sup></p>",
  ])("keeps %s", async (html) => {
    expect(await content(html)).toBe(html);
  });

  it("keeps plain HTML in the class of a formula, and ignored elements", async () => {
    expect(await content('<p><span class="math inline"><em>x</em></span></p>')).toBe("<p><span><em>x</em></span></p>");
    expect(await content('<div class="math"><p>An exam.</p></div>')).toBe("<div><p>An exam.</p></div>");
    expect(await content('<p class="tex2jax_ignore">\\(x_1\\)</p>')).toBe("<p>\\(x_1\\)</p>");
  });

  it("returns the same result as Markdown", async () => {
    for (const text of ["a \\(x_1\\) b", "$$\n\\frac{a}{b}\n$$", "$x$ and $5"])
      expect(await content(`<p>${text}</p>`)).toBe(await content(text, "moon.md"));
  });

  it("shows the formulas in the HTML of Markdown", async () => {
    expect(await content('A <span class="math inline">a+b</span>.', "moon.md")).toBe("<p>A <code>a+b</code>.</p>");
    expect(await content('<div class="math display">\\[a + words\\]</div>', "moon.md")).toBe("<pre><code>a + words</code></pre>");
  });

  it("takes linear time", async () => {
    const text = "\\[ \\( $ $$ \uF8F3 ".repeat(20_000);
    expect(await content(`<p>${text}<br></p>`)).toContain("\\[ \\(");
  });
});
