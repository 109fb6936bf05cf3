import { describe, expect, it } from "vitest";
import { compileOne } from "../../sample.ts";

const img = '<img src="https://e.org/a.png" alt="x">';
const figure = `<figure>${img}<figcaption> A <em>b</em></figcaption></figure>`;
const php = '<pre><code class="language-php">&#x3C;?php a_1*b*c; ?></code></pre>';

describe.each(["md", "html"])("tags of WordPress in .%s", (markup) => {
  const html = async (text: string) => compileOne(text, `2024-11-06-moon.${markup}`);

  it.each([
    [`[caption id="a" width="30"]${img} A <em>b</em>[/caption]`, figure],
    [`[caption id="a" width="30"]<a href="https://e.org/">${img}</a>[/caption]`, `<figure><a href="https://e.org/">${img}</a></figure>`],
    ['[code language="php"]<?php a_1*b*c; ?>[/code]', php],
    ["[sourcecode]\na\n\nb\n[/sourcecode]", "<pre><code>a\n\nb\n</code></pre>"],
  ])("converts %j", async (text, expected) => {
    const { content, problems } = await html(text);
    expect(content.trim()).toBe(expected);
    expect(problems).toEqual([]);
  });

  it("converts formulas", async () => {
    for (const name of ["latex", "katex", "math", "mathjax"])
      expect((await html(`So [${name}]x_1*b*c[/${name}].`)).content).toContain("<code>x_1*b*c</code>");
  });

  it.each([
    ["So [latex s=2]x_1*b*c &bg=fff &s=-1[/latex].", "<code>x_1*b*c</code>"],
    ["So [latex]\\phi&amp;s=2[/latex].", "<code>\\phi</code>"],
    ["[latex]\nx_1*b*c\n+ y*z &s=1\n[/latex]", "<pre><code>x_1*b*c\n+ y*z</code></pre>"],
  ])("removes the settings of formulas: %j", async (text, expected) => {
    expect((await html(text)).content).toContain(expected);
  });

  it("converts formulas with line breaks, but not those around paragraphs", async () => {
    if (markup === "html")
      expect((await html("<p>[latex]a &lt; b<br />\nc[/latex]</p>")).content).toBe("<pre><code>a &#x3C; b\nc</code></pre>");
    expect((await html("<p>[latex]a</p><p>b[/latex]</p>")).content).toContain("[latex]a</p>");
  });

  it("removes a form within a line only from HTML", async () => {
    const { content, problems } = await html('<p>Write: [contact-form-7 id="1"].</p>');
    expect(content).toContain(markup === "html" ? "Write: ." : 'Write: [contact-form-7 id="1"].');
    expect(problems).toEqual(markup === "html" ? [expect.stringContaining("[contact-form-7]")] : []);
    const written = '<p><a href="https://e.org/">[contact-form-7 id="1"](x)</a> <code>[contact-form-7 id="1"]</code></p>';
    expect((await html(written)).problems).toEqual([]);
  });

  it("reports galleries", async () => {
    const { content, problems } = await html('<p>a</p>\n\n[gallery ids="1,2"]\n\n<p>b</p>');
    expect(content).not.toContain("gallery");
    expect(problems).toEqual([expect.stringContaining("[gallery]")]);
  });

  it("reports forms and lists of recordings", async () => {
    const { content, problems } = await html('<p>a</p>\n\n[playlist ids="1,2"]\n\n[contact-form-7 id="1"]\n\n<p>b</p>');
    expect(content).not.toContain("[");
    expect(problems).toEqual([expect.stringContaining("[playlist], [contact-form-7];")]);
  });

  it("keeps the words in the tags of plugins, and reports them", async () => {
    const { content, problems } = await html('<p>a</p>\n\n[su_note note_color="#fff"]A <b>note</b>[/su_note]\n\n<p>b</p>');
    expect(content).toContain("A <b>note</b>");
    expect(content).not.toContain("su_note");
    expect(problems).toEqual([expect.stringContaining("[su_note];")]);
  });

  it("converts buttons to links", async () => {
    const { content, problems } = await html('[su_button url="https://e.org/?a&b" style="flat"]Click[/su_button]');
    expect(content).toContain('<a href="https://e.org/?a&#x26;b">Click</a>');
    expect(problems).toEqual([]);
  });

  it.each([
    "A [caption] is a text",
    "The [tag a='b'] is open",
    "See [quote author='Ada']words[/quote] in a sentence",
    "[quote]Words[/quote]",
    "[playlist]",
    "The [playlist ids] of a page",
    "[gallery] of [code] and [latex]",
    "[caption here] no picture [/caption]",
    "The [code]x[/code] of a forum",
  ])("keeps %j", async (text) => {
    expect((await html(text)).content).toContain(text);
  });

  it("keeps code", async () => {
    const text = '<pre>[caption id="a"]x[/caption] [latex]x[/latex]</pre>';
    expect((await html(text)).content).toBe(text);
  });
});

it("keeps the words of a picture in Markdown", async () => {
  const { content } = await compileOne('[caption id="a" width="30"]![x](https://e.org/a.png) A caption[/caption]');
  expect(content).toBe('<p><img src="https://e.org/a.png" alt="x"> A caption</p>');
});
