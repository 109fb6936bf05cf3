import { describe, expect, it } from "vitest";
import { removeDirectives } from "../../../../../src/content/markup/shortcodes/remove-directives.ts";
import { compileOne } from "../../sample.ts";
import { drawn } from "../dialects/drawn.ts";

const link = '<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">Talk on tides</a>';

describe.each(["md", "mdx"])("directives in .%s", (markup) => {
  it.each([
    ['::youtube[Talk on tides]{id="dQw4w9WgXcQ"}', link],
    ["::youtube[Talk on tides]{#dQw4w9WgXcQ}", link],
    ['a :abbr[HTML]{title="Hyper"} b', 'a <abbr title="Hyper">HTML</abbr> b'],
    ['::chart[Tides]{id="x"}', "Tides"],
    ['::chart{id="x"}\n\na', "a"],
  ])("become plain HTML in %j", async (text, html) => {
    expect((await drawn(text, markup)).replace(/<\/?p>/g, "")).toBe(html);
  });
});

describe("removeDirectives()", () => {
  it.each([
    ['a\n\n::chart{id="x" .b}\n', "a\n\n\n", "::chart"],
    ["<<< @/snippets/x.js{2,4-6}\n", "\n", "<<<"],
    ['--8<-- "snippets/x.md"', "", "--8<--"],
    ["a\n\n> --8<--\n> a.md\n>\n> b.md\n> --8<--\n\nc", "a\n\n>\n>\n>\n>\n>\n\nc", "--8<--"],
    ["::: package.sub.Class\n    options:\n      a: true\n\nb", "\n\n\n\nb", "::: package.sub.Class"],
    ["@[code js{1-2}](./x.js)\nb", "\nb", "@[code]"],
    ["@[code{1-2}](./x.js)\nb", "\nb", "@[code]"],
    ["@[code{1-2} js:no-line-numbers](./x.js)", "", "@[code]"],
    ["> @[code](./x.js)", ">", "@[code]"],
    ["a\n\n```{include} other.md\n:start-line: 2\n```\nb", "a\n\n\n\n\nb", "{include}"],
    ["> ~~~{literalinclude} code.py\n> ~~~\n> b", ">\n>\n> b", "{literalinclude}"],
    [":::{include} other.md\n:lines: 1-2\n:::\nb", "\n\n\nb", "{include}"],
    ["a\n<!--@include: ./x.md-->\nb", "a\n\nb", "<!--@include-->"],
  ])("reports what it removes from %j", (text, rest, name) => {
    const result = removeDirectives(text);
    expect({ text: result.text, removed: [...result.removed] }).toEqual({ text: rest, removed: [[name, 1]] });
    expect(text.slice(result.firstRemoved)).toMatch(/^(?:[<`~:@]|--8| (?:--|[~@]))/);
  });

  it.each([
    "::before { content: '' }",
    "std::vector{a=1}",
    "a ::: b.c",
    "::: b.c d",
    "::: b.c\n\na\n\n:::",
    "--8<--\na",
    "```\n--8<--\na\n--8<--\n```",
    "a ::chart{id=x} b",
    "cat <<< $x",
    "a @[code](./x.js) b",
    "@[coder](./x.js)",
    "a @[code{1}](./x.js) b",
    "@[codepen](https://codepen.io/a/pen/b)",
    "<<<<<<< HEAD",
    '`--8<-- "x"`',
    "```\n<<< @/x.js\n::chart{id=x}\n```",
    "<!-- a -->",
    "`{include}` and {include} x",
    "````\n```{include} x\n```\n````",
    ":abbr[x]",
  ])("keeps %j", (text) => {
    expect(removeDirectives(text)).toMatchObject({ text, removed: new Map() });
  });

  it("keeps directives out of summaries, with a warning", async () => {
    const { problems, summary } = await compileOne('::chart{id="x"}\n\nText.');
    expect(summary).toBe("Text.");
    expect(problems).toEqual([expect.stringContaining("Removed tags of another generator: ::chart;")]);
  });
});
