import { expect, it } from "vitest";
import { csvTable } from "../../../../../../src/content/markup/dialects/directives/csv-table.ts";
import { drawn } from "../drawn.ts";

it.each([
  [
    [':header: "A", B', "", '"1 x", 2', '3, "4, ""five"""'],
    ["| A | B |", "| --- | --- |", "| 1 x | 2 |", '| 3 | 4, "five" |'],
  ],
  [
    [":header-rows: 1", "A,B", "1"],
    ["| A | B |", "| --- | --- |", "| 1 |  |"],
  ],
  [
    ["a,", "b|c,d"],
    ["|  |  |", "| --- | --- |", "| a |  |", "| b\\|c | d |"],
  ],
  [['"a', 'b", c'], undefined],
  [[':header: "A', "b"], undefined],
  [[":file: a.csv"], undefined],
])("csvTable(%j)", (content, lines) => {
  expect(csvTable(content, "")).toEqual(lines);
});

const cells = "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td><em>1</em></td><td>2</td></tr></tbody></table>";

it.each([
  [":header: A, B\n:widths: 20, 30\n\n*1*, 2", "T", `<blockquote><p><strong>T</strong></p>${cells}</blockquote>`],
  [":header: A, B\n\n*1*, 2", "", cells],
  [":header: A, B\n*1*, 2", "", cells],
  [":header: A, B\n*1*, 2", "T", "<blockquote><p><strong>T</strong></p><p>A, B<em>1</em>, 2</p></blockquote>"],
])("keeps the head and the title of a table: %j %j", async (content, title, html) => {
  expect(await drawn(`\`\`\`{csv-table} ${title}\n${content}\n\`\`\`\n\nb`)).toBe(`${html}<p>b</p>`);
  expect(await drawn(`> \`\`\`{csv-table} ${title}\n> ${content.replaceAll("\n", "\n> ")}\n> \`\`\`\n\nb`)).toBe(
    `<blockquote>${html}</blockquote><p>b</p>`,
  );
});
