import { describe, expect, it } from "vitest";
import { directiveKind } from "../../../../../../src/content/markup/dialects/directives/directive-kinds.ts";
import { compileAll } from "../../../sample.ts";
import { drawn } from "../drawn.ts";

it.each([
  ["note", "", "callout"],
  ["prf:theorem", "", "statement"],
  ["proof:lemma", "", "statement"],
  ["solution-start", "a", "statement"],
  ["figure-md", "a", "figure"],
  ["figure", "", "figure"],
  ["tab", "words", "callout"],
  ["code-tab", "py", "code"],
  ["r", "", "code"],
  ["nim", "words", "code"],
  ["my-language", "", "code"],
  ["my-language", 'title="a.x"', "code"],
  ["my-language", "{1,3}", "code"],
  ["my-directive", "words", "unknown"],
  ["my-directive", "https://e.com/?v=1", "unknown"],
  ["py:function", "f(x)", "unknown"],
  ["toctree", "", "contents"],
  ["iframe", "https://e.com/", "frame"],
  ["deprecated", "", "version"],
])("directiveKind(%j, %j) is %j", (name, argument, kind) => {
  expect(directiveKind(name, argument)).toBe(kind);
});

const youtube = (words: string) => `<p><a href="https://www.youtube.com/watch?v=F3st8X0L1Ys">${words}</a></p>`;

describe("frames and players of MyST and Sphinx", () => {
  it.each([
    ["```{youtube} F3st8X0L1Ys\n```", youtube("Video on YouTube")],
    ["```{video} https://youtu.be/F3st8X0L1Ys\n:width: 300\n```", youtube("Video on YouTube")],
    ["```{iframe} https://www.youtube.com/embed/F3st8X0L1Ys\n:width: 100%\nThe caption\n```", youtube("The caption")],
    [":::{iframe} https://www.youtube.com/embed/F3st8X0L1Ys\nThe caption\n:::", youtube("The caption")],
    [":::{iframe} https://www.youtube.com/embed/F3st8X0L1Ys\nA *b*\n:::", `${youtube("Video on YouTube")}<p>A <em>b</em></p>`],
    ["```{iframe} https://www.youtube.com/embed/F3st8X0L1Ys\n:title: T\n\nA b\n```", `${youtube("T")}<p>A b</p>`],
    ["> ```{youtube} F3st8X0L1Ys\n> A b\n> ```", `<blockquote>${youtube("A b")}</blockquote>`],
    ["a\n```{youtube} F3st8X0L1Ys\n```\nb", `<p>a</p>${youtube("Video on YouTube")}<p>b</p>`],
    ["```{vimeo} 12345\n```", '<p><a href="https://vimeo.com/12345">Video on Vimeo</a></p>'],
    ["```{video} https://e.com/a.mp4\n```", '<video src="https://e.com/a.mp4" controls><a href="https://e.com/a.mp4">a.mp4</a></video>'],
    ["```{youtube} the words\n```", "<p>the words</p>"],
  ])("%j", async (text, html) => {
    expect((await drawn(text)).replaceAll(/ title="[^"]*"/g, "")).toBe(html);
  });

  it("in MDX", async () => {
    expect(await drawn("```{youtube} F3st8X0L1Ys\nA b\n```", "mdx")).toBe(youtube("A b"));
  });
});

describe("notes on versions", () => {
  it.each([
    ["```{versionadded} 2.1\nThe `a` option.\n```", "en", "<strong>Added in version 2.1</strong></p><p>The <code>a</code> option.</p>"],
    [":::{versionadded} 2.1\n*a*\n:::", "en", "<strong>Added in version 2.1</strong></p><p><em>a</em></p>"],
    ["```{versionchanged} 2.0 Renamed\n```", "en", "<strong>Changed in version 2.0: Renamed</strong></p>"],
    ["```{deprecated} 3.0\n```", "de-AT", "<strong>Veraltet seit Version 3.0</strong></p>"],
    ["```{versionremoved} $&\n```", "cs", "<strong>Removed in version $&#x26;</strong></p>"],
    ["```{deprecated}\nUse a.\n```", "en", "<strong>Deprecated</strong></p><p>Use a.</p>"],
  ])("%j in %s", async (text, language, html) => {
    expect(await drawn(text, "md", language)).toBe(`<blockquote><p>${html}</blockquote>`);
  });
});

describe("directives without a meaning", () => {
  it.each([
    [
      "```{my-box} Some *words*\n:a: b\n\nThe **text**\n```",
      "<blockquote><p><strong>Some <em>words</em></strong></p><p>The <strong>text</strong></p></blockquote>",
    ],
    ["```{my-box} Some *words*\n```\nb", "<p>Some <em>words</em></p><p>b</p>"],
    ["```{centered} Some *words*\n```", "<p>Some <em>words</em></p>"],
    ["```{container} name\n*a*\n```", "<p><em>a</em></p>"],
    ["```{raw} html\n<b>a</b>\n```", "<p><b>a</b></p>"],
    [":::{raw:html}\n<b>a</b>\n:::", "<p><b>a</b></p>"],
    ["```{raw:latex}\na\n```\n\nb", "<p>b</p>"],
    ["```{highlight} python\n```\n\na", "<p>a</p>"],
    ["```{thebe-button}\n```\n\na", "<p>a</p>"],
    ["```{.python}\n```\n\na", "<pre><code></code></pre><p>a</p>"],
  ])("keep their words: %j", async (text, html) => {
    expect((await drawn(text)).replace(/ class="[^"]*"/g, "")).toBe(html);
  });

  it("are reported once, with the line", async () => {
    const text = "# Moon\n\n````{note}\n\n```{my-box} a\n```\n````\n\n```{my-box} b\n```\n\n```{centered} c\n```";
    const { problems } = await compileAll({ "2024-11-06-moon.md": text });
    expect(problems).toEqual([
      "articles/2024-11-06-moon.md:5:1 warning Cannot convert the directive {my-box}: only its words are shown; write what it shows as Markdown",
    ]);
  });

  it("are reported if they list what only another generator knows", async () => {
    const { problems } = await compileAll({ "2024-11-06-moon.md": "# Moon\n\na\n\n```{bibliography} a.bib\n```" });
    expect(problems).toEqual([expect.stringContaining(":5:1 warning Cannot convert the directive {bibliography}")]);
  });
});
