import { describe, expect, it } from "vitest";
import { parseHtml, toHtml } from "../../../src/content/html.ts";

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
  ])("mends %j", (html, expected) => {
    expect(toHtml(parseHtml(html)).replaceAll("\u00A0", " ")).toBe(expected);
  });

  it("knows where elements stand", () => {
    expect(parseHtml("<p>a</p>\n\n <b>c</b>").children.at(-1)?.position?.start).toMatchObject({ line: 3, column: 2 });
  });
});
