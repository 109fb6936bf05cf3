import { expect, it } from "vitest";
import { listTable } from "../../../../../../src/content/markup/dialects/directives/list-table.ts";
import { drawn } from "../drawn.ts";

it.each([
  [":header-rows: 1\n\n* - Port\n  - Height\n* - Husum\n  - 3.1", ["| Port | Height |", "| --- | --- |", "| Husum | 3.1 |"]],
  ["- - a|b\n  - `c\\|d`\n- - e", ["|  |  |", "| --- | --- |", "| a\\|b | `c\\|d` |", "| e |  |"]],
  [
    ":header-rows: 1\n*  - a\n     b\\\n     c\n   - d\n\n     e\n* -\n  - f",
    ["| a b<br />c | d<br /><br />e |", "| --- | --- |", "|  | f |"],
  ],
  [":header-rows: 1\n* - *a*\n    **b**", ["| *a* **b** |", "| --- |"]],
  ["* - - a\n    - b", undefined],
  ["* - a\n\n    - b", undefined],
  ["* - # a", undefined],
  ["* - a\n\n          code", undefined],
  ["* - a\n\n    ```\n    b\n    ```", undefined],
  ["* a\n* b", undefined],
  ["* - a\n\nWords", undefined],
  ["Words", undefined],
  ["", undefined],
])("listTable(%j)", (text, lines) => {
  expect(listTable(text.split("\n"), "")).toEqual(lines);
  expect(listTable(`> ${text.replaceAll("\n", "\n> ")}`.split("\n"), "> ")).toEqual(lines?.map((line) => `> ${line}`));
});

const cells = "<thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>c</td><td><em>d</em></td></tr></tbody></table>";

it.each(["```", ":::"])("keeps the title and the id of a table of lists: %s", async (marks) => {
  const table = (title: string, option: string) =>
    `${marks}{list-table}${title}\n:header-rows: 1\n${option}* - a\n  - b\n* - c\n  - *d*\n${marks}`;
  expect(await drawn(`${table("", "")}\n\ne`)).toBe(`<table>${cells}<p>e</p>`);
  expect(await drawn(table("", ":label: x\n"))).toBe(`<table id="moon-x">${cells}`);
  expect(await drawn(table(" T", ""))).toBe(`<blockquote><p><strong>T</strong></p><table>${cells}</blockquote>`);
  expect(await drawn(table(" T", ":name: x\n"))).toBe(`<blockquote id="moon-x"><p><strong>T</strong></p><table>${cells}</blockquote>`);
  expect(await drawn(`- e\n\n  ${table("", "").replaceAll("\n", "\n  ")}`)).toBe(`<ul><li><p>e</p><table>${cells}</li></ul>`);
});

it("keeps the blocks in cells of a table of lists", async () => {
  const text = "::::{list-table} T\n* - a\n  - :::{note}\n    b\n    :::\n::::\n\nc";
  expect(await drawn(text)).toBe(
    "<blockquote><p><strong>T</strong></p><ul><li><ul><li>a</li><li>:::{note}b:::</li></ul></li></ul></blockquote><p>c</p>",
  );
});
