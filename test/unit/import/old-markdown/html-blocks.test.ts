import { expect, it } from "vitest";
import { fillBlankLinesInHtml } from "../../../../src/import/template-tags/blank-lines-in-html.ts";

const html = "<div>\n\n    <img>\n</div>\n";
const filled = "<div>\n    <!-- -->\n    <img>\n</div>\n";

it.each([
  ["a.md", html, {}, filled],
  ["a.md", html.replaceAll("\n", "\r\n"), {}, filled.replaceAll("\n", "\r\n")],
  ["a.md", "a\r\n\r\n    <b>c</b>\n", {}, "a\r\n\r\n    <b>c</b>\n"],
  ["a.md", html, { layout: "post" }, html],
  ["_posts/2025-01-02-a.md", html, {}, html],
  ["a.md", `${html}\n!!! note\n    a`, {}, `${html}\n!!! note\n    a`],
  ["a.html", html, {}, html],
  ["a.md", "<div>\n\n<img>\n</div>\n", {}, "<div>\n\n<img>\n</div>\n"],
])("fillBlankLinesInHtml() changes only Markdown without a mark of its generator: %s, %j, %j", (source, body, data, expected) => {
  expect(fillBlankLinesInHtml(source, body, data)).toBe(expected);
});
