import { expect, it } from "vitest";
import { convertPandocLines } from "../../../../../../src/content/markup/dialects/lines/pandoc-lines.ts";
import { drawn } from "../drawn.ts";

it.each([
  ["| The *Right*\n|   Most\n|\n| Last\n\nb", "<p>The <em>Right</em><br>\u00A0\u00A0Most<br>\u00A0<br>Last</p><p>b</p>"],
  ["| The Right\n  Constable, *Jr.*\n| 200 Main\n   - x\n", "<p>The RightConstable, <em>Jr.</em><br>200 Main- x</p>"],
  ["> | a\n>   b\n> | c", "<blockquote><p>ab<br>c</p></blockquote>"],
  ["> | a\n> | b", "<blockquote><p>a<br>b</p></blockquote>"],
  ["| - a\n| 1. b\n| # c", "<p>- a<br>1. b<br># c</p>"],
  ["| 1. a\n| b", "<p>1. a<br>b</p>"],
  [
    "(@) a\n(@b) c\n\nd\n\n(@) e\n\nAs (@b), (@x).",
    '<ol><li>a</li><li>c</li></ol><p>d</p><ol start="3"><li>e</li></ol><p>As (2), (@x).</p>',
  ],
  ["(@b)  C\n\nAs (@b) and `(@b)`.", "<ol><li>C</li></ol><p>As (1) and <code>(@b)</code>.</p>"],
  ["(@a) A\n(@b) B\n(@c) C\n\nAs (@c).", "<ol><li>A</li><li>B</li><li>C</li></ol><p>As (3).</p>"],
  ["(@a)  A\n\nz\n\n(@b)  b\n\nAs (@b).", '<ol><li>A</li></ol><p>z</p><ol start="2"><li>b</li></ol><p>As (2).</p>'],
  ["(@b)\tc\n\nAs (@b).", "<ol><li>c</li></ol><p>As (1).</p>"],
  ["(@a) C\n(@b) *D*\n\nAs (@a), (@b).", "<ol><li>C</li><li><em>D</em></li></ol><p>As (1), (2).</p>"],
  ["Figure\\ 1, (Tables\\ 2.1), §\\ 5 and Section\\ 3.", "<p>Figure\u00A01, (Tables\u00A02.1), §\u00A05 and Section\u00A03.</p>"],
  ["10\\ km, z.\\ B., (1.5\\ %", "<p>10\u00A0km, z.\u00A0B., (1.5\u00A0%</p>"],
  ["a\n\n\\newpage\n\nb\n\\pagebreak\nc", "<p>a</p><p>b</p><p>c</p>"],
])("convertPandocLines() converts %j", async (text, html) => {
  expect(await drawn(text)).toBe(html);
});

it.each([
  "| a | b\n|---|---\n| c | d",
  "| a\n| -\n| b",
  "| a |\n| b |",
  "| a",
  "a\n| b\n| c",
  "| a \\| b\n| c",
  "```\n| a\n| b\n\\newpage\n(@) c\n```",
  "| a\n  b",
  "| a\n  b | c\n| d",
  "> | a\n> b\n> | c",
  "(@octocat) thanks",
  "(@ada) thanks for the tip.\n\nWe met (@ada) in Berlin.",
  "(@ada) Thanks for the tip.\n\nWe met (@ada) in Berlin.",
  "(@ada) fixed the feed.\n(@bob) wrote the docs.\n\nThanks (@ada), (@bob)!",
  "The words\n(@octocat) and (@octocat) again",
  "Chapter\\ 1.txt, Table\\ 1/x, Section\\ 2_b, New\\ York, Folder\\ 1, a/Figure\\ 1 and MyFigure\\ 1",
  "my\\ file, C:\\ x, file1\\ a, \\newpage here",
  "`10\\ km`",
])("convertPandocLines() does not change %j", (text) => {
  expect(convertPandocLines(text)).toBe(text);
});
