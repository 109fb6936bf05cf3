import { describe, expect, it } from "vitest";
import { escapeBarsInCode } from "../../../../../src/content/markup/dialects/bars-in-code.ts";
import { compileOne } from "../../sample.ts";

const head = "| a | b |\n|---|:-:|\n";

describe("escapeBarsInCode()", () => {
  it.each([
    [`${head}| \`a | b\` | c |`, `${head}| \`a \\| b\` | c |`],
    [`${head}| \`\`a | b\`\` | \`c|d\` |`, `${head}| \`\`a \\| b\`\` | \`c\\|d\` |`],
    ["a `|` b | c\n--- | ---\nd | `e|f`", "a `\\|` b | c\n--- | ---\nd | `e\\|f`"],
    [`> ${head.replaceAll("\n", "\n> ")}| \`a | b\` | c |`, `> ${head.replaceAll("\n", "\n> ")}| \`a \\| b\` | c |`],
  ])("escapes the bars in %j", (text, expected) => {
    expect(escapeBarsInCode(text)).toBe(expected);
  });

  it.each([
    `${head}| \`a\` | \`b\` |`,
    `${head}| \`a | b\` |`, // two cells for GFM
    `${head}| \`a \\| b\` | c |`,
    `${head}| \`a | b\` | c | d |`,
    `${head}\n| \`a | b\` | c |`,
    "| `a | b` | c |",
    `\`\`\`\n${head}| \`a | b\` | c |\n\`\`\``,
  ])("leaves %j", (text) => {
    expect(escapeBarsInCode(text)).toBe(text);
  });
});

it.each([
  ["2024-11-06-moon.md", "layout: post\n", true],
  ["_posts/2024-11-06-moon.md", "", true],
  ["2024-11-06-moon.md", "", false],
])("an article %j with the key %j shows the bar: %j", async (source, key, isShown) => {
  const { content, problems } = await compileOne(`---\ntitle: Moon\n${key}---\n\n${head}| \`a | b\` | c |\n`, source);
  expect(content.includes("<td><code>a | b</code></td>")).toBe(isShown);
  expect(problems.some((problem) => problem.includes("write \\| for a bar"))).toBe(!isShown);
});
