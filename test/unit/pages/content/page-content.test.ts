import { describe, expect, it } from "vitest";
import { pageContent } from "../../../../src/pages/content/page-content.ts";

const names = { table: "Table", code: 'The "code"', linkToSection: "Link" };
const languages = { names: "nb", content: "nb" };
const page = (content: string) => pageContent(content, names, languages);
const scroll = '<div class="scroll" tabindex="0" role="group" aria-label="Table">';

describe("pageContent()", () => {
  it("turns top headings into second headings", () => {
    expect(page("<h1>One</h1><h2>Two</h2>")).toBe("<h2>One</h2><h2>Two</h2>");
  });

  it("puts tables, also those in tables, into boxes that scroll by keyboard", () => {
    expect(page("<table><tr><td>1</td></tr></table>")).toBe(`${scroll}<table><tr><td>1</td></tr></table></div>`);
    expect(page('<table id="a"><td><table></table></td></table>')).toBe(
      `${scroll}<table id="a"><td>${scroll}<table></table></div></td></table></div>`,
    );
  });

  it("makes code scroll by keyboard, and keeps the attributes that it has", () => {
    const added = 'tabindex="0" role="group" aria-label="The &quot;code&quot;"';
    expect(page("<pre><code>x\n</code></pre>")).toBe(`<pre ${added}><code>x\n</code></pre>`);
    expect(page('<pre id="a" aria-label="Poem">x</pre>')).toBe('<pre id="a" aria-label="Poem" tabindex="0" role="group">x</pre>');
  });

  it("links headings with an id to themselves", () => {
    expect(page('<h2 id="a">One <em>two</em></h2><h3>Three</h3>')).toBe(
      '<h2 id="a"><a class="self" href="#a">One <em>two</em></a></h2><h3>Three</h3>',
    );
    expect(page('<h1 id="&#x22;">One</h1>')).toBe('<h2 id="&#x22;"><a class="self" href="#&#x22;">One</a></h2>');
  });

  it.each([
    ["a link", '<a href="/">One</a>'],
    ["a link and a text", 'See <a href="/">One</a> now'],
    ["a player", '<audio controls src="/a.mp3"></audio>'],
  ])("adds a link to a heading that contains %s", (_, text) => {
    expect(page(`<h2 id="a">${text}</h2>`)).toBe(`<h2 id="a">${text} <a class="self" href="#a" aria-label="Link"></a></h2>`);
  });

  it.each([
    ["a link", '<a href="/"><h2 id="a">One</h2></a>'],
    ["a summary", '<details><summary><h2 id="a">One</h2></summary></details>'],
  ])("leaves a heading inside %s alone", (_, content) => {
    expect(page(content)).toBe(content);
  });

  it.each(["", " ", "&nbsp;", "\u00a0\u200b", '<img src="a.png" alt="">', '<img src="a.png">', "<em> </em>"])(
    "adds no link without a name to a heading that contains only %j",
    (text) => {
      expect(page(`<h2 id="a">${text}</h2><h2 id="b">B</h2>`)).toBe(
        `<h2 id="a">${text}</h2><h2 id="b"><a class="self" href="#b">B</a></h2>`,
      );
    },
  );

  it("links a heading whose picture has an alternative text", () => {
    const picture = '<img src="a.png" alt="Tides">';
    expect(page(`<h2 id="a">${picture}</h2>`)).toBe(`<h2 id="a"><a class="self" href="#a">${picture}</a></h2>`);
  });

  it("marks names in another language than the content, and the content in them", () => {
    const marked = (content: string) => pageContent(content, names, { names: "en", content: "nb" });
    const code = 'tabindex="0" role="group" aria-label="The &quot;code&quot;"';
    const english = scroll.replace(">", ' lang="en">');
    expect(marked("<table></table>")).toBe(`${english}<table lang="nb"></table></div>`);
    expect(marked('<table lang="de"></table>')).toBe(`${english}<table lang="de"></table></div>`);
    expect(marked("<pre>x</pre><pre><code>y</code></pre>")).toBe(
      `<pre ${code} lang="en"><span lang="nb">x</span></pre><pre ${code} lang="en"><span lang="nb"><code>y</code></span></pre>`,
    );
    expect(marked('<pre lang="de">x</pre>')).toBe(`<pre lang="de" ${code}>x</pre>`);
    expect(marked('<h2 id="a"><a href="/">One</a></h2>')).toContain('aria-label="Link" lang="en"></a>');
  });

  it("links a heading after such an element", () => {
    expect(page('<a href="/">x</a><h2 id="b">Two</h2>')).toContain('<a class="self" href="#b">Two</a>');
  });

  it.each([
    '<img src="a.png" alt="<table>">',
    '<video controls title="<pre>" src="a.mp4"></video>',
    '<ol reversed title="<table>" start="3" aria-label="<h1 id=&#x22;a&#x22;>"></ol>',
    '<img src="a.png" alt="<h1 id=x>One</h1>">',
    '<p title="<pre>">x</p>',
    '<p title="a > b <pre>">&#x3C;pre></p>',
    "<p>a > b</p>",
  ])("changes nothing in the values of attributes and in text: %s", (content) => {
    expect(page(content)).toBe(content);
  });
});
