import { describe, expect, it } from "vitest";
import { keepBlankLines, keepEmptiedLines, keepHtmlBlocks } from "../../../../../src/content/markup/code/keep-html-blocks.ts";
import { compileOne } from "../../sample.ts";

const mark = "<!-- -->";

/** Empties the lines with an @. */
function kept(text: string): string {
  return keepEmptiedLines(
    text,
    text
      .split("\n")
      .map((line) => (line.includes("@") ? "" : line))
      .join("\n"),
  );
}

describe("keepHtmlBlocks()", () => {
  it.each([
    ["before indented HTML", "<div>\n    @\n    <p>b</p>\n</div>", `<div>\n    ${mark}\n    <p>b</p>\n</div>`],
    ["before indented words", "<div>\n@\n    words\n</div>", `<div>\n${mark}\n    words\n</div>`],
    ["in a row", "<ul>\n  @\n  @\n  <li>b</li>\n</ul>", `<ul>\n  ${mark}\n  ${mark}\n  <li>b</li>\n</ul>`],
    ["in a quotation", "> <ul>\n> @\n> <li>b</li>\n> </ul>", `> <ul>\n> ${mark}\n> <li>b</li>\n> </ul>`],
    ["in an item", "- <ul>\n  @\n  <li>b</li>\n  </ul>", `- <ul>\n  ${mark}\n  <li>b</li>\n  </ul>`],
    [
      "below an end tag, before the end of another",
      "<div>\n<p>a</p>\n@\n    <p>b</p>\n</div>",
      `<div>\n<p>a</p>\n${mark}\n    <p>b</p>\n</div>`,
    ],
    ["in an element of an earlier block", "<div>\n\n<p>a</p>\n@\n    <p>b</p>\n</div>", `<div>\n\n<p>a</p>\n${mark}\n    <p>b</p>\n</div>`],
    ["below a tag in several lines", '<div\n  class="a">\n@\n    <p>b</p>\n</div>', `<div\n  class="a">\n${mark}\n    <p>b</p>\n</div>`],
  ])("fills a line of HTML %s", (_, text, expected) => {
    expect(kept(text)).toBe(expected);
  });

  it.each([
    ["outside of HTML", "a\n@\n    <p>b</p>"],
    ["below closed HTML", "<div>a</div>\n@\n    <p>b</p>"],
    ["below an element without an end", "<p>a\n@\n    b"],
    ["below an empty element", "<div>\n<br>\n</div>\n@\n<i>b</i>"],
    ["before Markdown", "<div>\n@\n**b**\n</div>"],
    ["before a fence", "<div>\n@\n    ```\n    b\n    ```\n</div>"],
    ["before a blank line", "<div>\n@\n\n    b\n</div>"],
    ["where Markdown is parsed", '<div markdown="1">\n@\n    <p>b</p>\n</div>'],
    ["in a start tag", "<div>\n<p\n@\n    class=a>b</p>\n</div>"],
    ["in preformatted text", "<pre>\n@\n    <b>b</b>\n</pre>"],
    ["in fenced code", "```\n<div>\n@\n    <p>b</p>\n</div>\n```"],
    ["below the end of an item", "- <div>\n\n@\n<p>b</p>\n</div>"],
  ])("leaves a line empty %s", (_, text) => {
    expect(kept(text)).toBe(text.replace(/^.*@$/m, ""));
  });

  it("leaves blank lines of the article", () => {
    const text = "<div>\n\n    <p>b</p>\n</div>";
    expect(keepEmptiedLines(text, text)).toBe(text);
    expect(keepHtmlBlocks(text, new Map())).toBe(text);
  });
});

it.each([
  ["{% include button.html %}"],
  ["{% if x %}"],
  ["{% comment %} a {% endcomment %}"],
  ["{% assign a = 1 %}"],
  ['{{< icon "a" >}}'],
  ["{{% icon %}}"],
  ["{% raw %}"],
  ['[gallery ids="1"]'],
  ["<!--@include: ./x.md-->"],
  ['--8<-- "a.md"'],
  ["{>> a <<}"],
  ["%% a %%"],
  ["{/* a */}"],
  ["{# a #}"],
])("an article with %s in HTML stays HTML", async (tag) => {
  const end = tag === "{% raw %}" ? "\n    {% endraw %}" : "";
  const { content: html } = await compileOne(`<div>\n  <div>\n    ${tag}\n    <p>kept</p>${end}\n  </div>\n</div>\n\nAfter *it*.`);
  expect(html.replace(/\s/g, "")).toBe("<div><div><p>kept</p></div></div><p>After<em>it</em>.</p>");
});

it.each([
  ["{% details A %}", "{% enddetails %}", "<details><summary>A</summary>", "</details>"],
  ["{% blockquote %}", "{% endblockquote %}", "<blockquote>", "</blockquote>"],
  ["{{< callout >}}", "{{< /callout >}}", "<blockquote>", "</blockquote>"],
  ['{{< tab "A" >}}', "{{< /tab >}}", "<blockquote><p><strong>A</strong></p>", "</blockquote>"],
])("an article with %s in HTML stays HTML", async (start, end, opened, closed) => {
  const { content: html } = await compileOne(`<div>\n    ${start}\n    <p>a</p>\n    ${end}\n    <p>b</p>\n</div>`);
  expect(html.replace(/\s/g, "")).toBe(`<div>${opened}<p>a</p>${closed}<p>b</p></div>`);
});

it("an article with a figure before HTML in HTML stays HTML", async () => {
  const { content: html } = await compileOne('<div>\n    {{< figure src="https://example.com/a.png" >}} <p>a</p>\n    <p>b</p>\n</div>');
  expect(html).toContain("<p>a</p>\n    <p>b</p>\n</div>");
});

it("an article with code of a tag in HTML keeps its blank lines", async () => {
  const { content: html } = await compileOne("<div>\n{% highlight go %}\na\n\n    **b**\n{% endhighlight %}\n<p>c</p>\n</div>");
  expect(html).toBe('<div>\n<pre><code class="language-go">a\n\n    **b**\n</code></pre>\n<p>c</p>\n</div>');
});

it.each([
  ["{{< callout >}}", "{{< /callout >}}", "Note"],
  ["{% note info %}", "{% endnote %}", "Info"],
])("an article with %s directly below HTML has a callout", async (start, end, title) => {
  const { content: html, problems } = await compileOne(
    `<div>a</div>\n${start}\n<p>b</p>\n${end}\n\n> <p>c</p>\n> ${start}\n> *d*\n> ${end}\n`,
  );
  const callout = (text: string) => `<blockquote><p><strong>${title}</strong></p><p>${text}</p></blockquote>`;
  expect(html.replace(/\s/g, "")).toBe(`<div>a</div>${callout("b")}<blockquote><p>c</p>${callout("<em>d</em>")}</blockquote>`);
  expect(problems).toEqual([]);
});

describe("keepBlankLines()", () => {
  it.each([
    ["a picture", "<div>\n    <img>\n\n    <img>\n</div>", `<div>\n    <img>\n    ${mark}\n    <img>\n</div>`],
    ["a tab", "<div>\n\n\t<img>\n</div>", `<div>\n\t${mark}\n\t<img>\n</div>`],
    ["an end tag", "<div>\n  <p>a\n\n    </p>\n</div>", `<div>\n  <p>a\n    ${mark}\n    </p>\n</div>`],
    ["two blank lines", "<tr>\n\n\n    <td>a</td>\n</tr>", `<tr>\n    ${mark}\n    ${mark}\n    <td>a</td>\n</tr>`],
    ["an item", "- <div>\n\n      <img>\n  </div>", `- <div>\n      ${mark}\n      <img>\n  </div>`],
    ["a quotation", "> <div>\n>\n>     <img>\n> </div>", `> <div>\n>     ${mark}\n>     <img>\n> </div>`],
  ])("fills blank lines of HTML before %s", (_, text, expected) => {
    expect(keepBlankLines(text)).toBe(expected);
  });

  it.each([
    ["below words", "a\n\n    <img>"],
    ["below closed HTML", "<div>a</div>\n\n    <img>"],
    ["below HTML without an end", "<div>\n\n    <img>"],
    ["before indented words", "<div>\n\n    words\n</div>"],
    ["before words", "<div>\n\n**b**\n</div>"],
    ["where Markdown is parsed", '<div markdown="1">\n\n    <img>\n</div>'],
    ["at the end of a quotation", "> <div>\n\n>     <img>\n> </div>"],
    ["in fenced code", "```\n<div>\n\n    <img>\n</div>\n```"],
  ])("leaves blank lines %s", (_, text) => {
    expect(keepBlankLines(text)).toBe(text);
  });
});
