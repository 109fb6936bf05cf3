import { describe, expect, it } from "vitest";
import { endHtmlBlocks, keepHtml } from "../../../../src/import/old-markdown/html-blocks.ts";

const html = "<div>\n\n    <img>\n</div>\n";
const filled = "<div>\n    <!-- -->\n    <img>\n</div>\n";

it.each([
  ["a.md", html, {}, filled],
  ["a.md", "a\n\n    <b>c</b>\n", {}, "a\n\n    <b>c</b>\n"],
  ["a.md", html, { layout: "post" }, html],
  ["_posts/2025-01-02-a.md", html, {}, html],
  ["a.md", `${html}\n!!! note\n    a`, {}, `${html}\n!!! note\n    a`],
  ["a.md", "<div>\n\n<img>\n</div>\n", {}, "<div>\n\n<img>\n</div>\n"],
])("keepHtml() fills blank lines only in Markdown without a mark of its generator: %s, %j, %j", (source, body, data, expected) => {
  expect(keepHtml(source, body, data)).toBe(expected);
});

it.each([
  ["a.md", "<br>\n*a*", {}, "<br>&#32;\n*a*"],
  ["a.md", "<br>\n*a*", { layout: "post" }, "<br>\n*a*"],
])("keepHtml() marks inline elements: %s, %j, %j", (source, body, data, expected) => {
  expect(keepHtml(source, body, data)).toBe(expected);
});

it.each(["<!-- b -->", "<script>b</script>", "<?b ?>", "<!B>", "<![CDATA[b]]>"])(
  "keepHtml() marks inline elements below %s in each call",
  (block) => {
    const body = `${block}\n\n    c\n\n<span id="a" />\n## *d*`;
    const marked = `${block}\n\n    c\n\n<span id="a" />&#32;\n## *d*`;
    for (const _ of [1, 2, 3]) expect(keepHtml("a.md", body, {})).toBe(marked);
  },
);

describe("endHtmlBlocks()", () => {
  it.each([
    ["<div>a</div>\n*b*", "<div>a</div>\n\n*b*"],
    ["<table>\n<tr><td>a</td></tr>\n</table>\n[b](c)\nd", "<table>\n<tr><td>a</td></tr>\n</table>\n\n[b](c)\nd"],
    ["<hr>\n*a*", "<hr>\n\n*a*"],
    ["> <p>a</p>\n> *b*", "> <p>a</p>\n>\n> *b*"],
    ["- <p>a</p>\n  *b*", "- <p>a</p>\n\n  *b*"],
  ])("separates Markdown from HTML: %j", (text, expected) => {
    expect(endHtmlBlocks(text)).toBe(expected);
  });

  it.each([
    "<div>\n<p>a</p>\n*b*\n</div>",
    "<div>\n\n<p>a</p>\n*b*\n\n</div>",
    "<div>a</div>\n<p>b</p>",
    "<div>a</div>\n{: .b}",
    "<div>a</div>\n\n*b*",
    "<a>\n![](b)\n</a>\n*c*",
    "- <p>a</p>\n- *b*",
    "```\n<div>a</div>\n*b*\n```",
    "<pre>\n<div>a</div>\n*b*\n</pre>",
  ])("leaves %j", (text) => {
    expect(endHtmlBlocks(text)).toBe(text);
  });
});
