import type { Element, ElementContent, Root } from "hast";
import { describe, expect, it } from "vitest";
import { toHtml } from "../../../../src/content/html/html.ts";
import { parseHtml } from "../../../../src/content/html/parse-html.ts";

function pre(...children: ElementContent[]): Element {
  return { type: "element", tagName: "pre", properties: {}, children };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}

describe("toHtml() of parseHtml()", () => {
  it.each([
    ["<p>a<p>b", "<p>a</p><p>b</p>"],
    ["<B>a<i>b</B>c</i>", "<b>a<i>b</i></b><i>c</i>"],
    ["<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"],
    ["<img src=x alt='\"'><br/>", '<img src="x" alt="&#x22;"><br>'],
    ["a & b &lt; c &nbsp;&copy;", "a &#x26; b &#x3C; c  ©"],
    ["<table><tr><td>a</table>", "<table><tbody><tr><td>a</td></tr></tbody></table>"],
    ["<pre>\na</pre>", "<pre>a</pre>"],
    ["<pre>\n\na</pre>", "<pre>\n\na</pre>"],
    ["<pre><b>\n</b></pre>", "<pre><b>\n</b></pre>"],
    ["</p>a</div>", "a"],
    ["", ""],
  ])("repairs %j", (html, expected) => {
    expect(toHtml(parseHtml(html)).replaceAll("\u00A0", " ")).toBe(expected);
  });

  it("keeps the positions of elements", () => {
    const { children } = parseHtml("<p>a</p>\n\n <b>c</b>d");
    expect(children.map(({ position }) => position)).toMatchObject([
      { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 9, offset: 8 } },
      { start: { line: 1, column: 9, offset: 8 }, end: { line: 3, column: 2, offset: 11 } },
      { start: { line: 3, column: 2, offset: 11 }, end: { line: 3, column: 10, offset: 19 } },
      { start: { line: 3, column: 10, offset: 19 }, end: { line: 3, column: 11, offset: 20 } },
    ]);
  });
});

describe("toHtml()", () => {
  // A tree with other nodes uses another serializer, which has to agree with the fast one.
  const others = "<!--a-->";

  it.each([
    ["numeric references", "a &amp; b &lt; &copy; <b title='&quot;&amp;'>c</b>", 'a &#x26; b &#x3C; © <b title="&#x22;&#x26;">c</b>'],
    [
      "other attributes",
      "<ol reversed><li value=3>a</ol><video controls>b</video>",
      '<ol reversed><li value="3">a</li></ol><video controls>b</video>',
    ],
    ["every end tag", "<ul><li>a<li>b</ul><p>c<p>d", "<ul><li>a</li><li>b</li></ul><p>c</p><p>d</p>"],
    ["no end tag of what has none", "a<br>b<img src=c>", 'a<br>b<img src="c">'],
    ["the empty first line of <pre>", "<pre>\n\na</pre>", "<pre>\n\na</pre>"],
    ["two of them", "<div><pre>\n\na</pre></div><pre>\n\n\nb</pre>", "<div><pre>\n\na</pre></div><pre>\n\n\nb</pre>"],
    ["no additional empty line", "<pre>\na</pre><pre>\n\nb</pre>", "<pre>a</pre><pre>\n\nb</pre>"],
  ])("writes %s next to any other node", (_, html, expected) => {
    expect(toHtml(parseHtml(html))).toBe(expected);
    expect(toHtml(parseHtml(others + html))).toBe(others + expected);
  });

  it.each([
    ['<a title="<a href=x>" href="y">b</a>', '<a title="&#x3C;a href=x>" href="y">b</a>'],
    ['<ol type="a" title="<"><li>b</li></ol>', '<ol type="a" title="&#x3C;"><li>b</li></ol>'],
    ['<img alt="<img src=x>" role="y">', '<img alt="&#x3C;img src=x>" role="y">'],
  ])("escapes tags in the attributes of %j, which validators take for tags", (html, expected) => {
    expect(toHtml(parseHtml(html))).toBe(expected);
  });

  it("does not change the tree", () => {
    const tree = (): Root => ({ type: "root", children: [{ type: "comment", value: "a" }, pre(text("\nb"))] });
    const written = tree();
    expect(toHtml(written)).toBe("<!--a--><pre>\n\nb</pre>");
    expect(written).toStrictEqual(tree());
    expect(toHtml(written)).toBe("<!--a--><pre>\n\nb</pre>");
  });

  it("trims white space", () => {
    expect(toHtml({ type: "root", children: [text("\n a \n")] })).toBe("a");
    expect(toHtml({ type: "root", children: [text("\n "), { type: "comment", value: "a" }, text("\n")] })).toBe("<!--a-->");
  });
});
