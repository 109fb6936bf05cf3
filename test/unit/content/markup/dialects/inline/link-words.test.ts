import { expect, it } from "vitest";
import { compileOne } from "../../../sample.ts";
import { drawn } from "../drawn.ts";

const figure = "```{figure} a.png\n:name: fig-a\nA *tide*\n```\n\n";
const numbered = "![A tide](a.png){#fig-a}\n\n";

it.each([
  [figure, "[](#fig-a) [](fig-a) [b](#fig-a)", ["A tide", "A tide", "b"]],
  [numbered, "[](#fig-a) @fig-a, [@fig-a] -@fig-a.", ["A tide", "A tide", "A tide", "A tide"]],
  ["| a |\n| - |\n| b |\n\n: Tides {#tbl-a}\n\n", "@tbl-a", ["Tides"]],
  ["## Low water {#sec-a}\n\n", "@sec-a [](#sec-a)", ["Low water", "Low water"]],
  ["$$\na = b\n$$ {#eq-a}\n\n", "@eq-a [@eq-a] @eq-b", ["(1)", "(1)"]],
  ["::: {#fig-a}\n![One](a.png){#fig-b}\n\nBoth\n:::\n\n", "@fig-a @fig-b", ["Both", "One"]],
  ["::: {#thm-a}\n## Line\n\nb\n:::\n\n", "@thm-a.", ["Theorem (Line)"]],
  ["::: {#tip-a .callout-tip}\n## Line\n\nb\n:::\n\n", "@tip-a", ["Line"]],
  ["", "[](#a-b) [](https://e.org/x)", ["a-b", "https://e.org/x"]],
  [numbered, "@Fig-a [@Fig-a] @FIG-a", ["A tide", "A tide"]],
  [numbered, "@fig-b `@fig-a` x@fig-a \\[](#fig-a)", []],
])("convertLinkWords() adds words to links: %j %j", async (before, text, words) => {
  const html = await drawn(before + text);
  expect([...html.matchAll(/<a href="[^"]*">([^<]*)<\/a>/g)].map(([, found]) => found)).toEqual(words);
});

it.each([
  ["See [Fig. @fig-a] and [Figure -@Fig-a].", "See Fig. A tide and Figure A tide."],
  [
    "[@fig-a; @tbl-a], [see @fig-a\nfor more], [Figures @fig-a and @tbl-a; also @sec-a]",
    "A tide; T, see A tidefor more, Figures A tide and T; also S",
  ],
  ["[-@fig-a]: *[Fig. @fig-a]*", "A tide: Fig. A tide"],
  ["a[@fig-a][@fig-a]b [@fig-a](https://e.org/)", "aA tideA tideb @fig-a"],
  ["[@knuth1984], [see @fig-b for more] [@fig-a; @knuth1984]", "[@knuth1984], [see @fig-b for more] [A tide; @knuth1984]"],
  ["[Fig. @fig-a; words] \\[Fig. @fig-a] `[Fig. @fig-a]`", "[Fig. A tide; words] [Fig. A tide] [Fig. @fig-a]"],
  ["[a]: [b] me@fig-a.org [me@fig-a.org]", "[a]: [b] me@fig-a.org [me@fig-a.org]"],
])("convertLinkWords() removes the brackets only around references: %j", async (text, shown) => {
  const html = await drawn(`${numbered}| a |\n| - |\n\n: T {#tbl-a}\n\n## S {#sec-a}\n\nB ${text}`);
  expect((html.split("<p>").at(-1) as string).replace(/<[^>]*>/g, "")).toBe(`B ${shown}`);
});

it.each([
  ["(sec)=\n## Setting up\n\n", "{ref}`sec` {ref}`*words* <sec>`", ["Setting up", "*words*"], []],
  [
    figure.replace("A *tide*", "\nA *tide*"),
    "{ref}`fig-a` {numref}`fig-a` {numref}`Figure %s <fig-a>`",
    ["A tide", "A tide", "Figure 1"],
    [],
  ],
  [figure + figure.replace("fig-a", "fig-b"), "{numref}`{name} is {number} <fig-b>`", ["A tide is 2"], []],
  ["", "{ref}`a` {numref}`Figure %s <b>` {eq}`a` {ref}`x <https://e.org/>`", ["x"], ["a, b"]],
  ["", "`{ref}` and {ref} `a`", [], []],
])("convertLinkWords() completes roles: %j %j", async (before, text, words, unknown) => {
  const { content, problems } = await compileOne(before.replaceAll("a.png", "https://e.org/a.png") + text);
  expect([...content.matchAll(/<a href="[^"]*">([^<]*)<\/a>/g)].map(([, found]) => found)).toEqual(words);
  expect(problems).toEqual(unknown.map((labels) => expect.stringContaining(`labels of these roles in the article: ${labels};`)));
  if (unknown.length > 0) expect(content).toContain("<p>a Figure b a <a");
});

it.each([
  [figure, "[Figure %s](#fig-a) [**Fig. {number}**](fig-a) [{name}](#fig-a)", ["Figure 1", "Fig. 1", "A tide"]],
  [`${figure}$$\na\n$$ (eq-a)\n\n`, "[Equation %s](#eq-a) {ref}`Fig %s <fig-a>`", ["Equation 1", "Fig 1"]],
  ["```{code-block} py\n:caption: A b\n:name: c\nx\n```\n\n", "[Program %s, {name}](#c)", ["Program 1, A b"]],
  [`## Setting up\n\n${figure}`, "[Section %s](#setting-up)", ["Section Setting up"]],
  ["## Verbs\n\n", "[the %s verb](#verbs) [/{name}](#verbs)", ["the %s verb", "/{name}"]],
  [figure, "[`%s`](#fig-a) [50 %s](https://e.org/)", ["%s", "50 %s"]],
  ["```{figure} a.png\n:name: fig-a\n\nA *tide*\n\nA legend\n```\n\n", "[](#fig-a)", ["A tide"]],
  [
    "```{exercise} A\n:label: a\nb\n```\n\n```{solution} a\n:label: c\nd\n```\n\n",
    "[](#a) [](#c)",
    ["Exercise (A)", "Exercise (A)", "Solution"],
  ],
])("convertLinkWords() fills the placeholders of mystmd: %j %j", async (before, text, words) => {
  const html = (await drawn(before + text)).replace(/<\/?(?:code|strong)>/g, "");
  expect([...html.matchAll(/<a href="[^"]*">([^<]*)<\/a>/g)].map(([, found]) => found)).toEqual(words);
});

it("convertLinkWords() finds the figures of labels, without a warning", async () => {
  const { content, problems } = await compileOne(`${figure.replace("a.png", "https://e.org/a.png")}[](fig-a)`);
  expect(content).toContain('<a href="https://example.com/articles/moon#moon-fig-a">A tide</a>');
  expect(problems).toEqual([]);
});

it.each(["button", "ref"])("convertLinkWords() ignores an author's attribute data-role=%j", async (role) => {
  const link = `<a href="https://shop.example/" data-role="${role}">Buy</a>`;
  const { content, problems } = await compileOne(`## Setup\n\n${link} [](#setup)`, "2024-11-06-moon.mdx");
  expect(content).toMatch(/<a href="https:\/\/shop\.example\/"[^>]*>Buy<\/a> <a [^>]*>Setup<\/a>/);
  expect(problems).toEqual([]);
});

it("convertLinkWords() adds no words to an anchor without an address", async () => {
  const { content } = await compileOne('a\n\n## ![](https://e.org/a.png)\n\n<a id="top"></a> [](#b)', "2024-11-06-moon.mdx");
  expect(content).toContain('<p><a id="moon-top"></a> <a href');
});
