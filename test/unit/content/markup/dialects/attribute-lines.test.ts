import { describe, expect, it } from "vitest";
import { compileOne, site } from "../../sample.ts";
import { drawn } from "./drawn.ts";

const moon = '<img src="https://example.com/media/ab/moon.png" alt="a"';

describe("sizes of pictures", () => {
  it.each([
    ['![a](moon.png){: width="300" height="200"}', `<p>${moon} width="300" height="200"></p>`],
    ["![a](moon.png){:width=300}", `<p>${moon} width="300" height="150"></p>`],
    ["![a](moon.png){:.wide #b}", `<p>${moon} id="moon-b" width="400" height="200"></p>`],
    ['![a](moon.png){: .c #b height="100"}', `<p>${moon} id="moon-b" height="100" width="200"></p>`],
    ['![a](moon.png){: w="200" h="100" .normal }', `<p>${moon} width="200" height="100"></p>`],
    ['![a](moon.png){: style="float: right; width: 200px"}', `<p>${moon} width="200" height="100"></p>`],
    ['![a](moon.png){.lightbox group="g" description="Words"}', `<p>${moon} width="400" height="200"></p>`],
    ['![a](moon.png){group="g" fig-align="center" width=300}', `<p>${moon} width="300" height="150"></p>`],
    ["![a](moon.png){width=300}", `<p>${moon} width="300" height="150"></p>`],
    [
      '![a](moon.png){fig-alt="" width="300"}',
      `<figure>${moon.replace('"a"', '""')} width="300" height="150"><figcaption>a</figcaption></figure>`,
    ],
    ['![](moon.png){fig-alt="a" width="300"}', `<p>${moon} width="300" height="150"></p>`],
    ['![a](moon.png){fig-alt="b" .c} d', `<p>${moon.replace('"a"', '"b"')} width="400" height="200"> d</p>`],
    ["![a](moon.png) {width=300}", `<p>${moon} width="300" height="150"></p>`],
    ['![a](moon.png)\n{: width="200" .center}\n_Caption_', `<p>${moon} width="200" height="100"></p><p><em>Caption</em></p>`],
    ['[![a](moon.png){: width="200"}](https://e.org/){:.b}', `<p><a href="https://e.org/">${moon} width="200" height="100"></a></p>`],
    ["![a](moon.png =300x)", `<p>${moon} width="300" height="150"></p>`],
    ["![[moon.png|300]]", `<p>${moon.replace('"a"', '""')} width="300" height="150"></p>`],
    ['1. b\n\n   ![a](moon.png)\n   {: width="200"}\n', `<ol><li><p>b</p><p>${moon} width="200" height="100"></p></li></ol>`],
  ])("are as the author gives them in %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });
});

describe("attribute lists", () => {
  it.each([
    ["a\n{: .b}\nc", "<p>a</p><p>c</p>"],
    ["a\n{.b}", "<p>a</p>"],
    ["a\n{#b}\n\nc", '<p id="moon-b">a</p><p>c</p>'],
    ["- a\n- b\n{: .c #d}\n\n- e", '<ul id="moon-d"><li>a</li><li>b</li></ul><ul><li>e</li></ul>'],
    ["- a\n- b\n{.c #d}", '<ul id="moon-d"><li>a</li><li>b</li></ul>'],
    ["1. a\n2. b\n{:start=3}", '<ol start="3"><li>a</li><li>b</li></ol>'],
    ["- a {: #b .c}\n- d {.e #f}", '<ul><li id="moon-b">a</li><li id="moon-f">d</li></ul>'],
    ["```js\na\n```\n{: .nolineno #b}", '<pre id="moon-b"><code class="language-js">a</code></pre>'],
    ["> a\n{: .prompt-tip #b}", '<blockquote id="moon-b"><p>a</p></blockquote>'],
    ["> a\n> {: #b}", '<blockquote><p id="moon-b">a</p></blockquote>'],
    ["## A {-}", '<h2 id="moon-a">A</h2>'],
    ["## A {- #sec:b}", '<h2 id="moon-sec:b">A</h2>'],
    ["## A {-#b}", '<h2 id="moon-b">A</h2>'],
    ["## A {#b -}", '<h2 id="moon-b">A</h2>'],
    ["## A {- .unlisted}", '<h2 id="moon-a">A</h2>'],
    ["## A {.c - #b}", '<h2 id="moon-b">A</h2>'],
    ["## A\n{#b}", '<h2 id="moon-b">A</h2>'],
    ["Term\n: a\n{: #b}", '<dl id="moon-b"><dt>Term</dt><dd>a</dd></dl>'],
    ["<p>a</p>\n{: .b}", "<p>a</p>"],
    ["a\n{: lang=fr dir=ltr}", '<p lang="fr" dir="ltr">a</p>'],
    ["a *b*{:.c}{: #d} e", '<p>a <em id="moon-d">b</em> e</p>'],
    ["a <b>c</b>{:.d}{: #e} f", "<p>a <b>c</b> f</p>"],
    ["<div>\n<b>c</b>{:.d}\n{: .e}\n</div>", "<div><b>c</b></div>"],
    ["- {: #b .c} a", '<ul><li id="moon-b">a</li></ul>'],
    ["| a {: .b} |\n|---|", "<table><thead><tr><th>a</th></tr></thead></table>"],
  ])("are removed from %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  it.each(["{: .b #t}", "{.b #t}", "\n{.b #t}"])("belong to the table before %j", async (list) => {
    expect(await drawn(`| a |\n|---|\n| b |\n${list}`)).toBe(
      '<table id="moon-t"><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
    );
  });

  it("may follow the mark of a footnote", async () => {
    const [marked, plain] = await Promise.all(["{: .b}", ""].map((list) => drawn(`a[^1]${list} c.\n\n[^1]: note`)));
    expect(marked).toBe(plain);
  });

  it("have names in kramdown", async () => {
    const definition = '{:wide: width="200" .c}';
    expect(await drawn(`${definition}\n![a](moon.png)\n{: wide}\n\n![a](moon.png){: wide #b}`)).toBe(
      `<p>${moon} width="200" height="100"></p><p>${moon} id="moon-b" width="200" height="100"></p>`,
    );
  });

  it.each([
    "{:ok, 1} and {: }",
    "a {b} c",
    "The set {a, b}",
    "x\n{y}",
    "a\n{.b} c",
    "if (a) {\n  b.c\n}",
    "{: no-such-name}",
    "\\{: .a}",
    'Write "{:.2f}".format(x), std::print("{:#x}", 255), Rust {:.3}',
    "Write {: .x} after a block, or {:toc} for the contents; {:.no_toc} hides it",
    "At the end: {: .x}",
    "- item {:.3f}\n- {:.3}",
    "> {:.2f}",
    "| {:.no_toc} | {.a} |\n|---|---|\n| {:.2f} | {#a} |",
    "{:.2f}",
    '<div>\n"{:.2f}" and {: .x}\n</div>',
    "## {:.2f}",
    "## A {:#x}",
    "`{: .a}` and `{.b}`",
  ])("are not part of %j", async (text) => {
    const shown = (await drawn(text)).replace(/<[^>]*>/g, "").replace(/\s/g, "");
    const marks = /<[^>]*>|[\\`|]|\s|^(?:- |> |## )|---/gm;
    expect(shown.replace(/&#x3C;|&gt;/g, "")).toBe(text.replace(marks, ""));
  });

  it("are not part of a title", async () => {
    expect((await compileOne('# Use "{:.2f}" or {: .x} here\n\na')).title).toBe('Use "{:.2f}" or {: .x} here');
  });

  it.each([
    [50, '<p id="moon-b">a</p>'],
    [1000, "<p>a</p>"], // searching the block from each of many lines would take quadratic time
  ])("belong to a block before at most 100 of them: %d lines", async (count, html) => {
    expect(await drawn(`a\n${"{: .c}\n".repeat(count)}{: #b}`)).toBe(html);
  });

  it("do not change addresses", async () => {
    const { path, title } = await compileOne("# Moon {:.wide}", undefined, { site: { ...site, permalink: "/:post_title" } });
    expect({ path, title }).toEqual({ path: "/moon", title: "Moon" });
  });
});

describe("attributes without a value", () => {
  const picture = '<img src="https://e.com/a.png" alt="A">';
  const sized = '<img src="https://e.com/a.png" alt="A" width="30">';

  it.each([
    ['![A](https://e.com/a.png){ width="30" data-zoomable }', `<p>${sized}</p>`],
    ["![A](https://e.com/a.png){lazy width=30 fancy}", `<p>${sized}</p>`],
    ["![A](https://e.com/a.png){data-zoomable} ![A](https://e.com/a.png){:no-zoom}", `<p>${picture} ${picture}</p>`],
    ["![A](https://e.com/a.png)\n{data-zoomable}", `<p>${picture}</p>`],
    ["![A](https://e.com/a.png)\n{:data-zoomable width=30}", `<p>${sized}</p>`],
    [
      '![A](https://e.com/a.png){fig-alt="a *b* {c}" lazy}',
      '<figure><img src="https://e.com/a.png" alt="a *b* {c}"><figcaption>A</figcaption></figure>',
    ],
    ["[A](https://e.com/){ .md-button download } b", '<p><a href="https://e.com/">A</a> b</p>'],
    [
      '[A](https://e.com/){target="_blank" download}[B](https://e.com/){:download}',
      '<p><a href="https://e.com/">A</a><a href="https://e.com/">B</a></p>',
    ],
    ["`a`{.python inline} *b*{hidden} [c]{#d lazy}", '<p><code>a</code> <em>b</em> <span id="moon-d">c</span></p>'],
    ["A {#b hidden}\n\nC\n{: .d lazy}\n\nE\n{:.f any}", '<p id="moon-b">A</p><p>C</p><p>E</p>'],
    ["A\n\n## B {#c unnumbered}\n\n## D {data-toc-skip}", '<p>A</p><h2 id="moon-c">B</h2><h2 id="moon-d">D</h2>'],
    ["A\n\n## B { data-toc-label='c d' }", '<p>A</p><h2 id="moon-b">B</h2>'],
  ])("vanish from %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  it.each([
    "A\n\n## B {#each items as item}",
    "A\n\n## B {#if open}",
    'A\n\n## B {job="c"}',
    "We use {.NET Core}",
    "*x*{see below} *y*{a, b} *z*{:d} *w*{#key open}",
    "{:else}",
    "A {open} and {:ok}",
    "The set {a}\n{b}",
  ])("are text in %j", async (text) => {
    const shown = (await drawn(text)).replace(/<[^>]*>/g, "");
    for (const list of text.match(/\{[^{}]*\}/g) ?? []) expect(shown).toContain(list);
  });
});
