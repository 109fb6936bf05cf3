import { describe, expect, it } from "vitest";
import { compileOne } from "../../sample.ts";

const start = "---\ntitle: Moon\n---\n"; // the text begins on line 4

describe.each(["md", "mdx"])("reportLostCells() in .%s", (markup) => {
  const problemsOf = async (text: string) => (await compileOne(start + text, `2024-11-06-moon.${markup}`)).problems;

  it.each([
    [
      "| a | b |\n|---|---|\n| c | $P(A|B)$ |",
      '6:1 warning Cannot show "B)$": the head of the table has 2 cells; write \\| for a bar in a cell',
    ],
    ["| a | b |\n|---|---|\n| c | `a|b` ~d~ |", '6:1 warning Cannot show "b` ~d~":'],
    ["a|b\n-|-\nc|d|\\| e", '6:1 warning Cannot show "\\| e":'],
    ["a|b\n-|-\nc|d|e\nf|g|h", '6:1 warning Cannot show "e" and the ends of 1 other row:'],
    ["> | a |\n> |---|\n> | c | d | e |", '6:3 warning Cannot show "d | e": the head of the table has 1 cell;'],
    ["- x\n\n  | a |\n  |---|\n  | c | d |", '8:3 warning Cannot show "d":'],
  ])("warns about %j", async (text, problem) => {
    expect(await problemsOf(text)).toEqual([expect.stringContaining(`.${markup}:${problem}`)]);
  });

  it.each([
    "| a | b |\n|---|---|\n| c | d | |\n| e |\n| f \\| g | `h\\|i` |",
    "a|b\n-|-\nc|d",
    "| a | b |\n| - | - |\n| c | |",
    "a\n\n---\n\n```\n| a |\n|---|\n| b | c |\n```",
  ])("does not warn about %j", async (text) => {
    expect(await problemsOf(text)).toEqual([]);
  });
});
