import { expect, it } from "vitest";
import { isHiddenCell } from "../../../../../../src/content/markup/dialects/directives/hidden-cells.ts";
import { compileAll } from "../../../sample.ts";
import { drawn } from "../drawn.ts";

it.each([
  [", include=FALSE", []],
  [" echo=FALSE", []],
  [" setup, include = F, message=FALSE", []],
  [", message=FALSE,echo=FALSE", []],
  ["", ["#| label: a", "#| echo: false"]],
  ["", ["> //| include: false"]],
  ["", [":tags: [remove-input]"]],
  ["", ["%%| echo: false"]],
  ["", ["---", "tags: [a, remove-cell]", "---"]],
])("isHiddenCell(%j, %j) is true", (settings, content) => {
  expect(isHiddenCell("r", settings, content)).toBe(true);
});

it.each([
  [", echo=TRUE", []],
  [", eval=FALSE", []],
  [", myecho=FALSE", []],
  [", echo=FALSEHOOD", []],
  ["", ["#| echo: fenced"]],
  ["", ["x", "#| echo: false"]],
  ["", [":tags: [hide-input]"]],
])("isHiddenCell(%j, %j) is false", (settings, content) => {
  expect(isHiddenCell("r", settings, content)).toBe(false);
});

it.each([
  ["%%| echo: false", false],
  ["//| echo: false", false],
  ["%%| include: false", true],
])("isHiddenCell() returns for a diagram with %s: %j", (line, isHidden) => {
  expect(isHiddenCell("mermaid", "", [line])).toBe(isHidden);
  expect(isHiddenCell("dot", "", [line])).toBe(isHidden);
});

it("removes the code of hidden cells", async () => {
  expect(await drawn("```{r, include=FALSE}\nx\n```\n\na\n\n```{.r include=FALSE}\ny\n```")).toBe(
    '<p>a</p><pre><code class="language-r">y</code></pre>',
  );
  expect(await drawn("````\n```{r, include=FALSE}\nx\n```\n````")).toBe("<pre><code>```{r, include=FALSE}x```</code></pre>");
});

it("reports hidden cells once", async () => {
  const { problems } = await compileAll({
    "2024-11-06-moon.md": "# Moon\n\na\n\n```{r, echo=FALSE, eval=FALSE}\nx\n```\n\n```{r, include=FALSE}\ny\n```",
  });
  expect(problems).toEqual([
    "articles/2024-11-06-moon.md:5:1 warning Removed the code of cells that hide it (echo=FALSE, include=FALSE, remove-input); to show it, remove this setting",
  ]);
});
