import { expect, it } from "vitest";
import { compileOne } from "../../../sample.ts";

const link = (id: string, words: string) => `<a href="https://example.com/articles/moon#moon-${id}">${words}</a>`;

it.each([
  ["$$\na_1 \\label{eq:a_b_c}\n$$\n\nSee \\eqref{eq:a_b_c}, \\ref{eq:a_b_c}.", "eq:a_b_c", ["(eq:a_b_c)", "eq:a_b_c"]],
  ["\\begin{align}a_1 \\tag{$\\star$} \\label{x}\\end{align}\n\nSee \\eqref{x}, \\ref{x}.", "x", ["(\\star)", "\\star"]],
  ["\\begin{align}a_1 \\tag{5} \\label{x}\\end{align}\n\nSee \\eqref{x}, \\ref{x}.", "x", ["(5)", "5"]],
  ["$$a_1 \\label{x}\\\\ b_1 \\label{y}$$\n\nSee \\eqref{y}, \\eqref{x}.", "x", ["(y)", "(x)"]],
])("convertEquationReferences() links the formula in %j", async (text, id, [first = "", second = ""]) => {
  const { content, problems } = await compileOne(text);
  expect(content).toContain(`<pre id="moon-${id}"><code>`);
  expect(content).toContain(`<p>See ${link(id, first)}, ${link(id, second)}.</p>`);
  expect(problems).toEqual([]);
});

it.each([
  ["$a_1$ \\eqref{x}", "<p><code>a_1</code> \\eqref{x}</p>"],
  ["$a_1 \\label{x}$ `\\eqref{x}`", '<p><code id="moon-x">a_1 \\label{x}</code> <code>\\eqref{x}</code></p>'],
  ["$a_1 \\label{x}$ \\eqref{y}", "<p><code>a_1 \\label{x}</code> \\eqref{y}</p>"],
])("convertEquationReferences() leaves %j", async (text, html) => {
  expect((await compileOne(text)).content).toBe(html);
});
