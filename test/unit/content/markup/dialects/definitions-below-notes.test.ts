import { expect, it } from "vitest";
import { moveDefinitionsBelowNotes } from "../../../../../src/content/markup/dialects/definitions-below-notes.ts";
import { drawn } from "./drawn.ts";

it.each([
  ["A [b][1].[^a]\n\n[^a]: C.\n[1]: https://d.org", "A [b][1].[^a]\n\n[^a]: C.\n\n\n[1]: https://d.org\n"],
  [
    "[b], [c][].\n\n[^a]: C\ngoes on.\n[B]: <d e> 'f'\n[c]: g\n[^d]: E",
    "[b], [c][].\n\n[^a]: C\ngoes on.\n\n\n[^d]: E\n\n[B]: <d e> 'f'\n[c]: g\n",
  ],
  ["[b]\n\n[^a]: C.\n[b]: d\n\nE", "[b]\n\n[^a]: C.\n\n\nE\n\n[b]: d\n"],
  ["[b]\n\n[^a]: C.\n[b]: d\n## E", "[b]\n\n[^a]: C.\n\n## E\n\n[b]: d\n"],
  ["[^a]: C.\n[b]: https://d.org\n*[e]: f", "[^a]: C.\n\n*[e]: f\n\n[b]: https://d.org\n"],
  ["[b]\n\n[^a]: C.\n[b]: /d\n  'E'", "[b]\n\n[^a]: C.\n\n\n\n[b]: /d\n'E'\n"],
  ["[b]\n\n[^a]: C.\n\n    E\n[b]: d", "[b]\n\n[^a]: C.\n\n    E\n\n\n[b]: d\n"],
])("moveDefinitionsBelowNotes() moves the definitions of %j", (text, expected) => {
  expect(moveDefinitionsBelowNotes(text)).toBe(expected);
});

it.each([
  "A [b].\n\n[^a]: C.\n\n[b]: d",
  "A.[^a]\n\n[^a]: C.\n[b]: d",
  "A [b].\n\n[^a]: C.\n[b]: d\nand more.",
  "A [b].\n\n[^a]: C.\n[b]: d e",
  "A [b].\n\n```\n[^a]: C.\n[b]: d\n```",
  "A [b].\n\n[^a]: C.\n[b]: d\n\n```\nE",
  "A [b].\n\n[^a]: C.\n\n    ```\n    [b]: d\n    ```",
  "A [b].\n\nC\n[b]: d",
  "A [b].\n\n[^a]: C.\n\nE\n[b]: d",
  "A [b].\n\n[^a]: C.\n    [b]: d",
])("moveDefinitionsBelowNotes() keeps %j", (text) => {
  expect(moveDefinitionsBelowNotes(text)).toBe(text);
});

it("moveDefinitionsBelowNotes() gives references their links, and footnotes only their words", async () => {
  const html = await drawn("A [reference][1] and a note[^a].\n\n[^a]: The source.\n[1]: https://example.org/");
  expect(html).toContain('A <a href="https://example.org/">reference</a> and');
  expect(html).toContain("<p>The source. <a");
});
