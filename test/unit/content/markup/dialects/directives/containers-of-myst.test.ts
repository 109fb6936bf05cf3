import { describe, expect, it } from "vitest";
import { compileOne } from "../../../sample.ts";

const warning = (name: string) =>
  `articles/2024-11-06-moon.md:3:1 warning Cannot convert the directive {${name}}: only its words are shown; write what it shows as Markdown`;

describe("directives of MyST between colons", () => {
  it.each([
    [":::{bibliography}\n:::", "bibliography", ""],
    [":::{embed} #abc\n:::", "embed", ""],
    [":::{foo} Bar baz\nWords\n:::", "foo", "<blockquote><p><strong>Bar baz</strong></p><p>Words</p></blockquote>"],
    [":::{foo}\nWords\n:::", "foo", "<p>Words</p>"],
  ])("are reported if they are unknown: %j", async (text, name, html) => {
    const { content, problems } = await compileOne(`a\n\n${text}\n\nb`);
    expect(content.replaceAll("\n", "")).toBe(`<p>a</p>${html}<p>b</p>`);
    expect(problems).toEqual([warning(name)]);
  });

  it.each([
    [":::{mermaid}\ngraph TD\n  A --> B\n:::", '<pre><code class="language-mermaid">graph TD\n  A --> B\n</code></pre>'],
    [":::{toctree}\na\nb\n:::", ""],
    ["::::{grid} 2\n:::{card} A\nc\n:::\n::::", "<blockquote>\n<p><strong>A</strong></p>\n<p>c</p>\n</blockquote>"],
    [":::{dropdown} A\nc\n:::", "<blockquote>\n<p><strong>A</strong></p>\n<p>c</p>\n</blockquote>"],
    [":::{div}\nc\n:::", "<p>c</p>"],
    [":::{python}\nc\n:::", "<p>c</p>"],
    ["::: {.foo}\nc\n:::", "<p>c</p>"],
  ])("are not reported if they are known: %j", async (text, html) => {
    const { content, problems } = await compileOne(`a\n\n${text}\n\nb`);
    expect(content.replace(/\n+/g, "\n")).toBe(["<p>a</p>", html, "<p>b</p>"].filter(Boolean).join("\n"));
    expect(problems).toEqual([]);
  });
});
