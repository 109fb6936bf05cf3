import { describe, expect, it } from "vitest";
import { compileOne } from "../../sample.ts";

const start = "---\ntitle: Moon\n---\n"; // the text begins on line 4

it("reportLostNotes() warns about a footnote whose reference is in a drawn table", async () => {
  const { problems } = await compileOne("a\n\n+------+\n| b[^1] |\n+------+\n\n[^1]: c");
  expect(problems).toEqual([expect.stringContaining(":7:1 warning Cannot show the footnote [^1]")]);
});

it("reportLostNotes() reports each label once, and at most 20", async () => {
  const { problems } = await compileOne(`a[^1] b[^1]\n\n${Array.from({ length: 30 }, (_, index) => `c[^${index}]`).join(" ")}`);
  expect(problems).toHaveLength(20);
  const { problems: unused } = await compileOne(`a\n\n${Array.from({ length: 30 }, (_, index) => `[^n${index}]: b`).join("\n")}`);
  expect(unused).toHaveLength(20);
});

describe.each(["md", "mdx"])("reportLostNotes() in .%s", (markup) => {
  const problemsOf = async (text: string) => (await compileOne(start + text, `2024-11-06-moon.${markup}`)).problems;

  it.each([
    ["a\n\n[^note]: Words.", "6:1 warning Cannot show the footnote [^note]: the text does not refer"],
    ["a[^1]\n\n[^1]: b\n[^Ü]: Words.", "7:1 warning Cannot show the footnote [^Ü]:"],
    ["a\n\n> [^n]: Words.", "6:1 warning Cannot show the footnote [^n]:"],
    ["a `[^n]`\n\n[^n]: Words.", "6:1 warning Cannot show the footnote [^n]:"],
    ["b\na[^1]", "5:2 warning Cannot find the footnote [^1]: write its text on a line after [^1]:"],
    ["a[^c] b[^d]\n\n[^d]: Words.", "4:1 warning Cannot find the footnote [^c]:"],
  ])("warns about %j", async (text, problem) => {
    expect(await problemsOf(text)).toEqual([expect.stringContaining(`.${markup}:${problem}`)]);
  });

  it.each([
    "a[^1] b[^Ü]\n\n[^1]: b[^x]\n[^Ü]: c\n[^x]: d",
    "a[^N]\n\n[^n]: b",
    "a^[Some words.] b",
    "`[^1]: x`\n\n```\n[^1]: x\n```",
    "Write [^a-z] or [^ab].",
    "Write \\[^1] and `[^1]`.",
    "a[^1]\n\n[^1]: b\n\nWrite \\[^c] or [^a-z] or [^0-9a-f].",
  ])("does not warn about %j", async (text) => {
    expect(await problemsOf(text)).toEqual([]);
  });
});
