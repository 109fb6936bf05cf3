import { describe, expect, it } from "vitest";
import { markInlineHtml } from "../../../../../src/content/markup/code/mark-inline-html.ts";
import { compileOne } from "../../sample.ts";

const space = "&#32;";

describe("markInlineHtml()", () => {
  it.each([
    ["<br>\n*a*", `<br>${space}\n*a*`],
    ['<img src="a.png">  \n*a*', `<img src="a.png">${space}  \n*a*`],
    ["<a href='b'>\n![](c)\n</a>", `<a href='b'>${space}\n![](c)\n</a>`],
    ["<span>\n<b>\n*a*\n</b>\n</span>", `<span>${space}\n<b>\n*a*\n</b>\n</span>`],
    ["- <br>\n  *a*\n- <br>\n  *b*", `- <br>${space}\n  *a*\n- <br>${space}\n  *b*`],
    ["> <br/>\n> *a*", `> <br/>${space}\n> *a*`],
    ["a\n\n</sup>\nb", `a\n\n</sup>${space}\nb`],
  ])("marks a tag before Markdown: %j", (text, expected) => {
    expect(markInlineHtml(text)).toBe(expected);
  });

  it.each([
    "<br>",
    "<br>\n\n*a*",
    "<br>\n<br>",
    "<a href='b'>\n<div>\n*a*\n</div>\n</a>",
    "a\n<br>\n*b*",
    "<div>\n<br>\n*a*\n</div>",
    "<code>\n*a*\n</code>",
    '<span markdown="0">\n*a*\n</span>',
    "<span\nclass='a'>\n*b*\n</span>",
    "<br> *a*",
    "```\n<br>\n*a*\n```",
    "    <br>\n    *a*",
    "<!--\n<br>\n*a*\n-->",
    "<article>\n*a*\n</article>",
  ])("leaves %j", (text) => {
    expect(markInlineHtml(text)).toBe(text);
  });
});

it("markInlineHtml() takes linear time", () => {
  expect(markInlineHtml("<br>\n*a*\n\n".repeat(50_000)).length).toBe(50_000 * (10 + space.length));
});

describe("a line with only an inline element", () => {
  const text = '<img src="https://a.blog/b.png" alt="b">\n*c*, [d](https://a.blog/d)';

  it("begins a paragraph in an article of kramdown or Python-Markdown", async () => {
    const { content, summary } = await compileOne(`${text}\n\nx\n{: .y }`);
    expect(content).toMatch(/<p><img [^>]*>\s+<em>c<\/em>, <a href="https:\/\/a\.blog\/d">d<\/a><\/p>/);
    expect(summary).toBe("c, d");
  });

  it("is HTML in others, as in CommonMark", async () => {
    expect((await compileOne(text)).content).toContain("*c*");
  });
});
