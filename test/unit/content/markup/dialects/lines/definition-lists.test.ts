import { describe, expect, it } from "vitest";
import { drawn } from "../drawn.ts";

const url = `https://example.com/${"a".repeat(150)}`;

describe.each(["md", "mdx"])("definition lists in .%s", (markup) => {
  it.each([
    ["code", "`--verbose`", "<dt><code>--verbose</code></dt>"],
    ["code with words", "`-v`, `--verbose` (short)", "<dt><code>-v</code>, <code>--verbose</code> (short)</dt>"],
    ["code that looks like Markdown", "`- x:`", "<dt><code>- x:</code></dt>"],
    ["code in HTML", "<kbd>Ctrl</kbd>", "<dt><kbd>Ctrl</kbd></dt>"],
    ["a link with a long address", `[a](${url}.)`, `<dt><a href="${url}.">a</a></dt>`],
    ["emphasis", "**a *b* `c`**", "<dt><strong>a <em>b</em> <code>c</code></strong></dt>"],
    ["a formula", "$x_1$", "<dt><code>x_1</code></dt>"],
    ["a wikilink", "[[sea]]", '<dt><a href="/sea">sea</a></dt>'],
    ["dialects", "~~a~~ ==b==", "<dt><del>a</del> <mark>b</mark></dt>"],
    ["several lines", "`a`\n*b*\nc\nd", "<dt><code>a</code></dt><dt><em>b</em></dt><dt>c</dt><dt>d</dt>"],
  ])("have terms with %s", async (_, terms, html) => {
    expect(await drawn(`${terms}\n: Text.`, markup)).toBe(`<dl>${html}<dd>Text.</dd></dl>`);
    expect(await drawn(`${terms}\n\n: Text.`, markup)).toBe(`<dl>${html}<dd><p>Text.</p></dd></dl>`);
  });

  it.each([
    [":::note\n`a`\n: b\n:::", "<blockquote><p><strong>Note</strong></p><dl><dt><code>a</code></dt><dd>b</dd></dl></blockquote>"],
    ["## A\n`a`\n: b", '<h2 id="moon-a">A</h2><dl><dt><code>a</code></dt><dd>b</dd></dl>'],
    ["- a\n  : b\n- c\n  d\n  : e", "<ul><li><dl><dt>a</dt><dd>b</dd></dl></li><li><dl><dt>c</dt><dt>d</dt><dd>e</dd></dl></li></ul>"],
    ["1. a\n   : b", "<ol><li><dl><dt>a</dt><dd>b</dd></dl></li></ol>"],
    ["- a\n  - b\n    : c", "<ul><li>a<ul><li><dl><dt>b</dt><dd>c</dd></dl></li></ul></li></ul>"],
  ])("begin directly after another block in %j", async (text, html) => {
    expect(await drawn(text, markup)).toBe(html);
  });

  it.each([
    ["> [!note] A\n> b\n> : c", "<blockquote><p><strong>A</strong></p><p>b: c</p></blockquote>"],
    ["- This is a whole sentence.\n  : see", "<ul><li>This is a whole sentence.: see</li></ul>"],
    ["- [ ] a\n  : see", "<ul><li>☐ a: see</li></ul>"],
    ["`code`:\n: see", "<p><code>code</code>:: see</p>"],
    ["*This is a whole sentence.*\n: see", "<p><em>This is a whole sentence.</em>: see</p>"],
    ["`a` is a letter, and `b` is another one.\n: see", "<p><code>a</code> is a letter, and <code>b</code> is another one.: see</p>"],
  ])("have no term in %j", async (text, html) => {
    expect(await drawn(text, markup)).toBe(html);
  });
});

it("are found in HTML with Markdown", async () => {
  expect(await drawn('<div markdown="1">\n`a`\n: b\n</div>')).toBe("<div><dl><dt><code>a</code></dt><dd>b</dd></dl></div>");
});

it.each([
  ["A\n: one\n\n    more\n\n: two", "<p>more</p>"],
  ["A\n: one\n\n        x\n\n: two", "<pre><code>  x</code></pre>"],
  ["A\n: one\n\n    ```\n    x\n    ```\n\n: two", "<pre><code>x</code></pre>"],
])("may continue a definition in indented blocks: %j", async (text, block) => {
  expect(await drawn(text, "md")).toBe(`<dl><dt>A</dt><dd><p>one</p>${block}</dd><dd><p>two</p></dd></dl>`);
});

describe("definitions of Pandoc with a tilde", () => {
  it.each([
    ["Ship\n  ~ A boat with *sails*.", "<dl><dt>Ship</dt><dd>A boat with <em>sails</em>.</dd></dl>"],
    [
      "A\n  ~ The first letter.\n  ~ A grade.\n\n`B`\n~ The second one.",
      "<dl><dt>A</dt><dd>The first letter.</dd><dd>A grade.</dd><dt><code>B</code></dt><dd>The second one.</dd></dl>",
    ],
    ["A\n  ~ $x_1$ of it", "<dl><dt>A</dt><dd><code>x_1</code> of it</dd></dl>"],
    ["A\n\n~   a letter", "<dl><dt>A</dt><dd><p>a letter</p></dd></dl>"],
    ["**A**\n  ~ a letter,\n    the first", "<dl><dt><strong>A</strong></dt><dd>a letter,the first</dd></dl>"],
  ])("%j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  it.each([
    ["numbers", "Weight\n  ~ 5 kg\n\nHeight\n  ~ $5"],
    ["names of authors", "Carpe diem\n  ~ Horace\n\nTo be or not to be\n~ William Shakespeare"],
    ["sources of quotations", '"Stay hungry."\n  ~ an old book'],
    ["items of lists", "- A\n  ~ a letter of it\n  ~ a grade"],
    ["quotations", "> A\n>   ~ a letter of it"],
    ["code", "    A\n      ~ a letter of it"],
    ["a line of a paragraph", "The distance from here to the sea is\n~ about five km"],
    ["an indented line of a sentence", "The distance from here to the sea is not\n  ~ about five km"],
    ["the second line of a paragraph", "a\nb\n  ~ about five km"],
    ["a sentence", "This is a sentence.\n  ~ about five km"],
    ["struck words", "A\n  ~a letter~ of it"],
    ["a range", "a ~ b\n  ~ about five km"],
  ])("are not %s", async (_, text) => {
    const html = await drawn(text);
    expect(html).not.toContain("<dl>");
    if (!text.includes("~a")) expect(html.match(/~/g)).toHaveLength(text.split("~").length - 1);
  });
});
