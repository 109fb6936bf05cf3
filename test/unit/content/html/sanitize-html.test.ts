import type { Element, ElementContent, Root } from "hast";
import { describe, expect, it } from "vitest";
import { checkHtml } from "../../../../src/conformance/elements/html.ts";
import { toHtml } from "../../../../src/content/html/html.ts";
import { parseHtml } from "../../../../src/content/html/parse-html.ts";
import { sanitizeHtml } from "../../../../src/content/html/sanitize-html.ts";
import { parseMarkdown } from "../../../../src/content/markup/markdown.ts";

function sanitized(tree: Root | string): string {
  return toHtml(sanitizeHtml(typeof tree === "string" ? parseHtml(tree) : tree, () => {}));
}

function violationsIn(html: string): string[] {
  const found: string[] = [];
  checkHtml(html, "content", (rule, _, message) => found.push(`${rule} ${message}`));
  return found;
}

describe("sanitizeHtml() keeps", () => {
  it.each([
    '<h2 id="x">Moon</h2>',
    '<p lang="de" dir="ltr" title="t">a <em>b</em> <strong>c</strong> <code>d</code> <a href="https://example.com/">e</a></p>',
    '<pre><code class="language-ts">let a = 1;\n\tlet b;\n</code></pre>',
    '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td align="right">1</td></tr></tbody></table>',
    '<figure><img src="https://example.com/a.png" alt="A" width="4" height="2"><figcaption>A</figcaption></figure>',
    '<blockquote cite="https://example.com/">a</blockquote>',
    '<ol start="3" reversed><li value="7">a</li></ol>',
    "<details open><summary>a</summary>b</details>",
    "<pre>\n\n\n  a\n</pre>",
    "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
    "<p>a<br>b<sup>c</sup><sub>d</sub><kbd>e</kbd><mark>f</mark><del>g</del><wbr></p>",
    '<p><time datetime="2024-11-06">a</time> <a href="mailto:a@example.com">b</a></p>',
    "<dl><dt>a</dt><dd>b</dd></dl>",
    "<section><h2>a</h2><p>b</p></section>",
  ])("%s", (html) => {
    expect(sanitized(html)).toBe(html);
    expect(violationsIn(html)).toEqual([]);
  });
});

describe("sanitizeHtml() replaces with plain elements", () => {
  const sound = "https://example.com/a.mp3";

  it.each([
    ["a frame that leads nowhere", '<iframe srcdoc="<script>x()</script>"></iframe>', ""],
    ["a frame with a script", '<iframe src="javascript:x()"></iframe>', ""],
    ["a frame with a script that names an address", "<iframe src=\"javascript:open('https://evil.example/')\"></iframe>", ""],
    [
      "a check box",
      '<ul><li><input type="checkbox" checked> a</li><li><input type="checkbox"> b</li></ul>',
      "<ul><li>☑ a</li><li>☐ b</li></ul>",
    ],
    ["a picture without a source", '<p>a <img src="data:image/png;base64,AA" alt="b"> c <img></p>', "<p>a b c </p>"],
    ["pictures without a source, one behind the other", '<p><img><img alt="a"><img alt="b"><img>c</p>', "<p>abc</p>"],
    ["a picture without a text", '<img src="https://example.com/a.png">', '<img src="https://example.com/a.png" alt="">'],
    [
      "a film whose link the parser puts elsewhere, which gets one link",
      '<a title=t><b><video src="https://example.com/v.mp4"></video></a>',
      '<a title="t"><b><video src="https://example.com/v.mp4" controls></video> </b></a><b><a href="https://example.com/v.mp4">v.mp4</a></b>',
    ],
    [
      "roles and labels",
      '<p role="note" aria-label="b" aria-hidden="false" aria-nonsense="c" onclick="d">a</p>',
      '<p role="note" aria-label="b" aria-hidden="false">a</p>',
    ],
    [
      "a player",
      '<video src="https://example.com/v.mp4" loop muted playsinline autoplay><a href="https://example.com/v.mp4">v</a></video>',
      '<video src="https://example.com/v.mp4" loop muted playsinline controls><a href="https://example.com/v.mp4">v</a></video>',
    ],
    [
      "the alignment of cells",
      '<table><tbody><tr><td style="color:red;text-align: right">1</td><th style="text-align:center">2</th><td style="text-align:inherit">3</td></tr></tbody></table>',
      '<table><tbody><tr><td align="right">1</td><th align="center">2</th><td>3</td></tr></tbody></table>',
    ],
    [
      "the alignment of rows, and of their groups",
      '<table align="center" style="text-align: center"><thead><tr style="text-align: right;"><th>a</th></tr></thead><tbody align="right"><tr valign="TOP"><td>1</td><td align="left" style="vertical-align: bottom">2</td></tr><tr style="text-align: start"><td>3</td></tr></tbody><tfoot><tr><td style="text-align:inherit">4</td></tr></tfoot></table>',
      '<table><thead><tr><th align="right">a</th></tr></thead><tbody><tr><td align="right" valign="top">1</td><td align="left" valign="bottom">2</td></tr><tr><td>3</td></tr></tbody><tfoot><tr><td align="center">4</td></tr></tfoot></table>',
    ],
    [
      "no alignment of cells by that of the table",
      '<table align="right" valign="top"><tbody><tr><td>a</td></tr></tbody></table>',
      "<table><tbody><tr><td>a</td></tr></tbody></table>",
    ],
    ["the main part of a page", "<main><p>a</p></main>", "<p>a</p>"],
    ["a form", '<form action="https://evil.example/"><label>a <input name="b"></label></form>', "a"],
    ["an element of the author's", "<x-card><p>a</p></x-card>", "<p>a</p>"],
    ["an element of the author's that is not a check box", '<x-box type="checkbox">a</x-box>', "a"],
    ["a heading within what is not a list of footnotes", "<div data-footnotes><h2>a</h2></div>", "<div><h2>a</h2></div>"],
    ["code of no language", '<code class="x">a</code><code class>b</code>', "<code>a</code><code>b</code>"],
    ["old formatting", '<font color="red">a</font>', "a"],
    ["a page", "<html><head><title>a</title><link rel=x></head><body class=b><p>c</p></body></html>", "<p>c</p>"],
    [
      "a recording, which gets a link",
      '<audio autoplay src="https://example.com/a%20b.mp3"></audio>',
      '<audio src="https://example.com/a%20b.mp3" controls><a href="https://example.com/a%20b.mp3">a b.mp3</a></audio>',
    ],
    [
      "a film, which gets a link",
      '<video poster="https://example.com/p.png"><source src="https://example.com/v%ff.mp4" type="video/mp4"></video>',
      '<video poster="https://example.com/p.png" controls><source src="https://example.com/v%ff.mp4" type="video/mp4"><a href="https://example.com/v%ff.mp4">v%ff.mp4</a></video>',
    ],
    [
      "a recording that is there twice, and another, which get a link each",
      `<audio src="${sound}?t=12#5"></audio><audio src="${sound}?t=12#5"></audio><audio src="${sound}?t=1"></audio>`,
      `<audio src="${sound}?t=12#5" controls><a href="${sound}?t=12#5">a.mp3</a></audio><audio src="${sound}?t=12#5" controls></audio><audio src="${sound}?t=1" controls><a href="${sound}?t=1">a.mp3</a></audio>`,
    ],
    [
      "a film with words and a picture for old browsers",
      '<video> Old: <img src="https://example.com/p.png" alt="p"><source src="https://example.com/v.mp4"></video>',
      '<video controls> Old: <img src="https://example.com/p.png" alt="p"><source src="https://example.com/v.mp4"><a href="https://example.com/v.mp4">v.mp4</a></video>',
    ],
    [
      "text in an old form of <pre>",
      "<p>a</p><xmp>\n<b>c</b> &amp; d</xmp><p>e</p>",
      "<p>a</p><pre>\n\n&#x3C;b>c&#x3C;/b> &#x26;amp; d</pre><p>e</p>",
    ],
    ["text in another one", "<listing>a <b>c</b></listing><plaintext><i>d", "<pre>a <b>c</b></pre><pre>&#x3C;i>d</pre>"],
  ])("%s", (_, html, expected) => {
    expect(sanitized(html)).toBe(expected);
    expect(sanitized(expected)).toBe(expected);
    expect(violationsIn(expected)).toEqual([]);
  });

  it("a list of footnotes, after a line", async () => {
    const html = sanitized(await parseMarkdown("a[^1]\n\n[^1]: b"));
    expect(html).toMatch(/<hr>\s*<ol>\s*<li id="fn-1">/);
    expect(html).not.toContain("<h2");
    expect(html).not.toContain("aria-");
    expect(sanitized(await parseMarkdown("a[^1]\n\n[^1]: - [x] done"))).toContain("☑ done");
  });
});

describe("sanitizeHtml() reports", () => {
  it.each([
    ["<svg></svg><button>a</button><p>b</p>", ["svg", "button"]],
    ['<svg role="img"><title>T</title><path d="M0 0"/><text>12 m</text></svg><p>b</p>', ["svg"]],
    ["<select><option>a</option></select><xmp>b</xmp>", ["select"]],
    ["<html><head><title>a</title><meta charset=utf-8><link rel=x><base href=/></head><body><p>b</p></body></html>", []],
    ["<picture><img></picture><input><noscript>a</noscript>", []],
    ["<form><label>a</label></form><font>b</font>", []],
  ])("the elements of %s that readers do not keep", (html, expected) => {
    const left: string[] = [];
    sanitizeHtml(parseHtml(html), ({ tagName }) => left.push(tagName));
    expect(left).toEqual(expected);
  });

  it("nothing for a complete page of allowed elements", () => {
    const make = (tagName: string, ...children: ElementContent[]): Element => ({ type: "element", tagName, properties: {}, children });
    const page: Root = { type: "root", children: [make("html", make("head"), make("body", { type: "text", value: "a" }))] };
    const left: string[] = [];
    expect(toHtml(sanitizeHtml(page, ({ tagName }) => left.push(tagName)))).toBe("a");
    expect(left).toEqual([]);
  });
});
