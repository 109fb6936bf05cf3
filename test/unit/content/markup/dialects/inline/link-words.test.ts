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
  ["", "[](#a-b) [](https://e.org/x)", ["a-b", "https://e.org/x"]],
  [numbered, "@fig-b `@fig-a` x@fig-a \\[](#fig-a)", []],
])("convertLinkWords() gives links words: %j %j", async (before, text, words) => {
  const html = await drawn(before + text);
  expect([...html.matchAll(/<a href="[^"]*">([^<]*)<\/a>/g)].map(([, found]) => found)).toEqual(words);
});

it("links of labels lead to their figures, without a warning", async () => {
  const { content, problems } = await compileOne(`${figure.replace("a.png", "https://e.org/a.png")}[](fig-a)`);
  expect(content).toContain('<a href="https://example.com/articles/moon#moon-fig-a">A tide</a>');
  expect(problems).toEqual([]);
});
