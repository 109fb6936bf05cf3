import { describe, expect, it } from "vitest";
import { keepsBlankLines } from "../../../../../src/content/markup/shortcodes/keeps-blank-lines.ts";
import { compileOne } from "../../sample.ts";

describe("keepsBlankLines()", () => {
  it.each([
    ["a.md", "text", {}, false],
    ["a.md", "text", { layout: "post" }, true],
    ["a.md", "text", { layout: "post.html" }, true],
    ["a.md", "text", { layout: "../layouts/Post.astro" }, false],
    ["a.md", "{% include a.html %}", { layout: "post.njk" }, false],
    ["_posts/2025-01-02-a.md", "text", {}, true],
    ["a.md", "{% include a.html %}", {}, true],
    ["a.md", "!!! note\n    a", {}, true],
    ["a.md", '=== "A"\n    a', {}, true],
    ["a.md", "a\n\n    :::python\n    b", {}, true],
    ["a.md", "a\n{: .b }", {}, true],
    ["a.md", "::: note\na\n:::", {}, false],
    ["a.md", "a {: b }", {}, false],
    ["a.md", "```\n!!! note\n    a\n{: .b }\n```", {}, false],
    ["a.md", "wow!!!", {}, false],
  ])("is computed of %s, %j, %j: %s", (source, body, data, expected) => {
    expect(keepsBlankLines(source, { body, data })).toBe(expected);
  });
});

describe("an article of kramdown or Python-Markdown", () => {
  const html = '<div class="a">\n    <p>b</p>\n\n    <p>c</p>\n</div>';

  it.each(["{: .b }", "!!! note\n    b", "{{ site.title }}"])("with %j shows HTML with a blank line", async (sign) => {
    const { content } = await compileOne(`${html}\n\nText\n${sign.startsWith("{:") ? "" : "\n"}${sign}`);
    expect(content.replace(/\s/g, "")).toContain("<p>b</p><p>c</p></div>");
  });

  it("differs from others", async () => {
    expect((await compileOne(html)).content).toContain("<pre><code>&#x3C;p>c");
  });
});
