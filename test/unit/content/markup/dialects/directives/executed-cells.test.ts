import { describe, expect, it } from "vitest";
import { inlineCellLine, isExecutedCell } from "../../../../../../src/content/markup/dialects/directives/executed-cells.ts";
import { compileOne } from "../../../sample.ts";

it.each([
  ["r", "", []],
  ["R", " plot, fig.width=7, eval=TRUE", []],
  ["r", ", message=FALSE", []],
  ["r", ", myeval=FALSE", []],
  ["python", "", ["#| label: fig-a", "plot()"]],
  ["python", "", ["plot()", "#| eval: false"]],
  ["julia", "", ["#| echo: false"]],
  ["ojs", "", ["//| panel: input"]],
  ["code-cell", "", [":label: a", "plot()"]],
  ["code-cell", "", [":tags: [hide-output]", "plot()"]],
  ["code-cell", "", ["plot()", ":tags: [remove-output]"]],
])("isExecutedCell(%j, %j, %j) is true", (name, settings, content) => {
  expect(isExecutedCell(name, settings, content)).toBe(true);
});

it.each([
  ["r", " eval=FALSE", []],
  ["r", ", echo=TRUE, eval = F", []],
  ["r", " setup, include=FALSE", []],
  ["r", ', results="hide"', []],
  ["r", "", ["#| label: a", "#| eval: false", "plot()"]],
  ["python", "", ["> #| output: false"]],
  ["ojs", "", ["//| eval: false"]],
  ["sql", "", []],
  ["rust", "", []],
])("isExecutedCell(%j, %j, %j) is false", (name, settings, content) => {
  expect(isExecutedCell(name, settings, content)).toBe(false);
});

describe("inlineCellLine()", () => {
  it.each([
    ["a `r nrow(a)`", 1],
    ["`a`\n\n```\n`r nrow(a)`\n```\n\nb `r round(2 / 3, 1)` %", 7],
    ["a\n\n- b `r params$year`", 3],
    ["a `{python} total`", 1],
    ["a `{r} x` and `{r} y`", 1],
  ])("finds the line in %j", (text, line) => {
    expect(inlineCellLine(text, false)).toBe(line);
  });

  it.each([
    "`r a`",
    "Press `r` or `r file`.",
    "`r = 5`",
    "`` `r nrow(a)` ``",
    "```\n`r nrow(a)`\n```",
    "    `r nrow(a)`",
    "{r}`a`",
    "r nrow(a)",
    "Here `r := mux.NewRouter()` declares.",
    "`r = f(x)`, `r == f(x)`, `r <- f(x)`, `r.f(x)`, `r | f(x)`",
  ])("finds none in %j", (text) => {
    expect(inlineCellLine(text, false)).toBeUndefined();
  });
});

describe("an article with executed code", () => {
  const warning = (line: number) => [
    `articles/2024-11-06-moon.md:${line}:1 warning Cannot show the output of code that R Markdown, Quarto or MyST executes: publish the Markdown that they write; without output, set eval: false (MyST: tags: [remove-output])`,
  ];

  it("is reported once", async () => {
    const { problems } = await compileOne("`r nrow(a)`\n\n```{r}\nx\n```\n\n> ```{python}\n> y\n> ```");
    expect(problems).toEqual(warning(3));
    expect((await compileOne("a\n\n`r nrow(a)`")).problems).toEqual(warning(3));
  });

  it.each([
    "```r\nx\n```",
    "```{.r}\nx\n```",
    "```{r}\n```",
    "````\n```{r}\nx\n```\n````",
    "```{r, eval=FALSE}\nx\n```",
    "```{code-cell} python\n:tags: [remove-output]\nx\n```",
    "```{code-cell}\n---\ntags: [hide-input, skip-execution]\n---\nx\n```",
  ])("is not reported for %j", async (text) => {
    expect((await compileOne(`a\n\n${text}`)).problems).toEqual([]);
  });

  it.each([
    ["eval: false", false],
    ["output: false", false],
    ["enabled: false", false],
    ["eval: true", true],
    ["echo: false", true],
  ])("is reported with execute: { %s } in front matter: %s", async (setting, isReported) => {
    const { problems } = await compileOne(`---\nexecute:\n  ${setting}\n---\n\`r nrow(a)\`\n\n\`\`\`{r}\nx\n\`\`\``);
    expect(problems.some((problem) => problem.includes("executes"))).toBe(isReported);
  });
});
