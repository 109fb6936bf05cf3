import { describe, expect, it } from "vitest";
import { compileOne } from "../../sample.ts";

async function html(text: string): Promise<string> {
  return (await compileOne(text)).content;
}

describe("roles of MyST", () => {
  it.each([
    ["{ref}`the text <target>`", "the text"],
    ["{doc}`setup`", "setup"],
    ["{term}`cat`", "cat"],
    ["{math}`x_1^2`", "<code>x_1^2</code>"],
    ["{kbd}`Ctrl+C`", "<kbd>Ctrl+C</kbd>"],
    ["({kbd}`A`/{kbd}`B`) [{kbd}`C`] H{sub}`2`O", "(<kbd>A</kbd>/<kbd>B</kbd>) [<kbd>C</kbd>] H<sub>2</sub>O"],
    ["@{file}`A` %{data}`B` {{file}`C`}", "@{file}<code>A</code> %{data}<code>B</code> {{file}<code>C</code>}"],
    ["{abbr}`HTML (Hypertext Markup)`", '<abbr title="Hypertext Markup">HTML</abbr>'],
    ["H{sub}`2`O", "H<sub>2</sub>O"],
    ["x{superscript}`2`", "x<sup>2</sup>"],
    ["{py:func}`len`", "<code>len</code>"],
    ["{doc}`The docs <https://example.org/>`", '<a href="https://example.org/">The docs</a>'],
  ])("converts %s", async (text, expected) => {
    expect(await html(`A ${text} b`)).toBe(`<p>A ${expected} b</p>`);
  });

  it.each(["{x}`a`", "{name} `a`", "{Kbd}`a`"])("keeps %s as text", async (text) => {
    expect(await html(`A ${text} b`)).toContain(text.slice(0, text.indexOf("}") + 1));
  });
});

describe("languages of inline code", () => {
  const note = "\n\n!!! note\n    b\n";

  it.each([
    ["`#!python range()`", "#!python range()"],
    ["`#!python range()`\n\n```\n!!! note\n    b\n```", "#!python range()"],
    [`\`#!/bin/sh -e\`${note}`, "#!/bin/sh -e"],
    [`\`#!python\`${note}`, "#!python"],
    [`\`a #!python b\`${note}`, "a #!python b"],
    [`\`#! a b\`${note}`, "#! a b"],
    [`\`\`\`\n#!python b\n\`\`\`${note}`, "#!python b"],
  ])("keeps the code of %j", async (text, code) => {
    expect(await html(text)).toContain(`<code>${code}`);
  });

  it("are not in a title", async () => {
    const { content, title } = await compileOne(`# The \`#!python range()\` here${note}`);
    expect(title).toBe("The range() here");
    expect(content).not.toContain("range");
  });
});

describe("blocks, keys and insertions of PyMdown", () => {
  it.each([
    ["/// note | My Title\nText *here*.\n///", "<blockquote>\n<p><strong>My Title</strong></p>\n<p>Text <em>here</em>.</p>\n</blockquote>"],
    ["/// details | Sum\n    type: tip\n\nText\n///", "<blockquote>\n<p><strong>Sum</strong></p>\n<p>Text</p>\n</blockquote>"],
    ["/// html | div\nText\n///", "<p>Text</p>"],
    ['Press ++ctrl+"My Key"++ ++","++.', "<p>Press <span><kbd>Ctrl</kbd>+<kbd>My Key</kbd></span> <span><kbd>,</kbd></span>.</p>"],
    ['Write i++"a"++ or ++""++.', '<p>Write i++"a"++ or ++""++.</p>'],
    ["Press ++ctrl+alt+x++.", "<p>Press <span><kbd>Ctrl</kbd>+<kbd>Alt</kbd>+<kbd>X</kbd></span>.</p>"],
    ["A ^^new word^^.", "<p>A <ins>new word</ins>.</p>"],
    [
      "The `#!python range()` is\n\n!!! note\n    `` #!c++ a`b ``",
      "<p>The <code>range()</code> is</p>\n<blockquote>\n<p><strong>Note</strong></p>\n<p><code>a`b</code></p>\n</blockquote>",
    ],
    ["[`#!js x`](https://a.example/) :material-clock-fast: is", '<p><a href="https://a.example/"><code>x</code></a> is</p>'],
    ['=== "A"\n\n    `#!sh ls`', "<blockquote>\n<p><strong>A</strong></p>\n<p><code>ls</code></p>\n</blockquote>"],
    ["{++a *b*++} {--c--} {~~d~>e~~}", "<p><ins>a <em>b</em></ins> <del>c</del> <del>d</del><ins>e</ins></p>"],
    ["a {==b==}{>>why?<<} c", "<p>a <mark>b</mark> c</p>"],
  ])("converts %j", async (text, expected) => {
    expect(await html(text)).toBe(expected);
  });

  it.each([
    "i++ and ++j, C++ and C++17, a++b++c, ++x++",
    "Thanks ^^ and a^^b^^c, ありがとう^^では^^",
    "/// a comment of Rust",
    "{{-- of Blade --}} and {--} and {++i}",
    "array^[1], ^[[A and the class ^[a-z b]+ x",
    "a^[b] and word^[ not closed",
    "正規表現^[ぁ-ん]、^[あいう]、文字^[^あい]、文字^[一二]+",
    "x^[Index], x^[aeiou], 2.^[Index] and x.^[index]; data.^[idx] and x^[A-Z.]",
    "x^[aeiou.], T^[Int], a^[@b] and the class ^[Ibid.]",
    "x^[i], the range ^[www], a^[0] and x^[https]",
    "the classes ^[a-z 0-9], ^[abc A-Z], ^[a b] and ^[0-9 abc]+",
  ])("keeps %j as text", async (text) => {
    expect(await html(text)).toBe(`<p>${text}</p>`);
  });

  it("leaves code alone", async () => {
    for (const text of ["++ctrl+c++", "{++a++}", "^^a^^", "a^[b c]", "^[https://example.com]", "{>>a b}"])
      expect(await html(`\`${text}\``)).toContain(text.slice(0, 3).replace(">", "&gt;").replace("&gt;", ">"));
    expect(await html("```\n/// note | T\n{++a++}\n///\n```")).toBe("<pre><code>/// note | T\n{++a++}\n///\n</code></pre>");
  });
});

describe("inline footnotes", () => {
  it("become footnotes", async () => {
    const content = await html("A word^[The *long* text, [linked](https://example.org/).] here.");
    expect(content).toMatch(/^<p>A word<sup><a [^>]*>1<\/a><\/sup> here\.<\/p>/);
    expect(content).toContain('<p>The <em>long</em> text, <a href="https://example.org/">linked</a>.');
  });

  it("keep the code in them", async () => {
    const content = await html("Two^[use `npm ci` and `a[0]` instead] of `x`^[y] and `grep`^[a-z], $x$^[a-z 0-9].");
    expect(content).toContain("<p>use <code>npm ci</code> and <code>a[0]</code> instead ");
    expect(content).toContain("of <code>x</code>^[y] and <code>grep</code>^[a-z], <code>x</code>^[a-z 0-9].");
  });

  it.each([
    "A ^[well-known note].",
    "(^[in brackets])",
    "A word\n^[on its own line].",
    "単語^[脚注]。",
    "です。^[脚注の内容。]",
    "단어^[각주]",
    "API^[応用]",
    "![A ^[long note]](a.png)",
    "Two^[use `npm ci` instead]",
    "A ^[note with `a[0]` in it]",
    "One^[`npm`]",
    "One^[a <kbd>]</kbd> key]",
    "Use^[https://example.com/x_y]",
    "The end.^[Ibid.]",
    "“The end.”^[See.]",
    "A word^[*Ibid.*] here",
    "The end.^[Source]",
    "Is it?^[unclear]",
    "Wow^[Sic!]",
    "As he says^[@smith]",
    "In $x^2$ too.^[**Source**]",
    "The value of $x^2$^[This note follows a formula.] is known",
    "$$\na\n$$^[Several words]",
    "See ^[<https://example.com/>]",
    "See^[[the page](https://example.com/)]",
  ])("are found in %j", async (text) => {
    expect(await html(text)).toMatch(/<sup><a [^>]*>1<\/a><\/sup>/);
  });
});
