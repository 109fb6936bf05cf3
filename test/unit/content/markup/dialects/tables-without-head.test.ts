import { describe, expect, it } from "vitest";
import { drawn } from "./drawn.ts";

const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const table = (...rows: readonly string[]) => `<table><tbody>${rows.join("")}</tbody></table>`;
const [first, second] = [row("a", "1"), row("b", "2")];

describe.each(["md", "mdx"])("convertTablesWithoutHead() in .%s", (markup) => {
  it.each([
    ["| a | 1 |\n| b | 2 |", table(first, second)],
    ["|---|---|\n| a | 1 |\n| b | 2 |", table(first, second)],
    ["|---|---|\n|a|1|\n|b|2|", table(first, second)],
    ["| a | 1 |  \n| b | 2 |", table(first, second)],
    ["> | a | 1 |\n> | b | 2 |", `<blockquote>${table(first, second)}</blockquote>`],
    ["| *a* | `1|2` |\n| b | [[sea|2]] |", table(row("<em>a</em>", "<code>1|2</code>"), row("b", '<a href="/sea">2</a>'))],
    ["| a | [[sea\\|1]] |\n| b | |", table(row("a", '<a href="/sea">1</a>'), row("b", ""))],
    ["| a | $x|y$ |\n| b | 2 |", table(row("a", "<code>x|y</code>"), second)],
    ["| a | 1 |\n|---+---|\n| b | 2 |", `<table><thead>${first.replaceAll("td>", "th>")}</thead><tbody>${second}</tbody></table>`],
    ["| a | 1 |\n| b | 2 |\n\n: Words", `<table><caption>Words</caption><tbody>${first}${second}</tbody></table>`],
  ])("reads %j", async (text, html) => {
    expect(await drawn(text, markup)).toBe(html);
  });

  it.each([
    "| a | 1 |",
    "| a | 1 |\n| b | 2 | 3 |",
    "| a |\n| b |",
    "| a | 1 |\nb",
    "words\n| a | 1 |\n| b | 2 |",
    "| a | 1\n| b | 2",
    "|x| + |y|\n|a| + |b|",
    "| / | \\ |\n| _ | - |",
    "| a | 1 \\| 2 |\n| b | 3 \\| 4 |",
    "\\| a \\| 1 \\|\n\\| b \\| 2 \\|",
    "```\n| a | 1 |\n| b | 2 |\n```",
  ])("keeps %j", async (text) => {
    expect((await drawn(text, markup)).replace(/<[^>]*>/g, "")).toBe(text.replace(/\n|\\(?=\|)|`/g, ""));
  });
});
