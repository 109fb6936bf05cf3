import { describe, expect, it } from "vitest";
import { keepDrawnTables } from "../../../../../../src/content/markup/dialects/lines/drawn-tables.ts";
import { compileOne } from "../../../sample.ts";

const grid = "+---+----+\n| a | b  |\n+===+====+\n| 1 | $2 |\n+---+----+";
const simple = "  A     B\n-----  ---\n   12   *3\n    1   $4*";
const aligned = "  Right     Left\n-------     ----\n     12     12\n    123     123";
const deep = "       Right   Left\n------------   ----\n          12   *3*";
const headless = "-----  ---\n12     3\n-----  ---";
const ruled = "-------------\n A        B\n------- -----\n first   12\n         13\n\n second  14\n-------------";
const rst = "=====  ===\nA      B\n=====  ===\n1      2\n=====  ===";

const fenced = "+---+--------+\n| x | ``` sh |\n|   | npm i  |\n|   | ```    |\n+---+--------+";
const unclosed = "+-----+\n| ``` |\n+-----+\n| *a* |\n+-----+";

describe("keepDrawnTables()", () => {
  it.each([grid, fenced, unclosed, simple, aligned, deep, headless, ruled, rst])("converts %j to code", async (table) => {
    const code = `<pre><code>${table}\n</code></pre>`;
    expect((await compileOne(`a\n\n${table}\n\nb`)).content).toBe(`<p>a</p>\n${code}\n<p>b</p>`);
    expect((await compileOne(`${table}\n\nb`)).content).toBe(`${code}\n<p>b</p>`);
    expect((await compileOne(`- a\n\n${table}`)).content).toBe(`<ul>\n<li>a</li>\n</ul>\n${code}`);
    expect(keepDrawnTables(`a\n\n${table}\n\nb`).split("\n")).toHaveLength(table.split("\n").length + 4);
  });

  it("converts tables in a row to one block", async () => {
    const tables = `${grid}\n\n${grid}`;
    expect((await compileOne(`a\n\n${tables}\n\nb`)).content).toBe(`<p>a</p>\n<pre><code>${tables}\n</code></pre>\n<p>b</p>`);
  });

  const below = "<p>Line <em>one</em><br>\nend</p>";
  it.each([grid, simple, headless, ruled])("ends a block of HTML before %j, and begins a line block after it", async (table) => {
    const code = `<pre><code>${table}\n</code></pre>`;
    const contentBelow = async (start: string) => (await compileOne(`${start}\n\n${table}\n\n| Line *one*\n| end`)).content;
    expect(await contentBelow("<div>y</div>")).toBe(`<div>y</div>\n${code}\n${below}`);
    expect(await contentBelow("a\n<div>\n  y\n</div>")).toBe(`<p>a</p>\n<div>\n  y\n</div>\n${code}\n${below}`);
    expect(await contentBelow("<br>")).toBe(`<br>\n${code}\n${below}`);
    expect(await contentBelow("<!-- c -->")).toBe(`${code}\n${below}`);
    expect(await contentBelow("<details>\n<summary>s</summary>")).toBe(`<details>\n<summary>s</summary>\n${code}\n${below}</details>`);
    expect(await contentBelow("- <div>y</div>")).toBe(`<ul>\n<li>\n<div>y</div>\n</li>\n</ul>\n${code}\n${below}`);
    expect(await contentBelow("> <div>y</div>")).toBe(`<blockquote>\n<div>y</div>\n</blockquote>\n${code}\n${below}`);
    expect(await contentBelow(`<div>y</div>\n\n${grid}`)).toBe(`<div>y</div>\n<pre><code>${grid}\n\n${table}\n</code></pre>\n${below}`);
  });

  it("ends a block of HTML in quotations and lists", async () => {
    const code = `<pre><code>${grid}\n</code></pre>`;
    const within = (marker: string) => `<div>y</div>\n\n${grid}\n\n*b*`.replace(/\n/g, `\n${marker}`);
    const content = `<div>y</div>\n${code}\n<p><em>b</em></p>`;
    expect((await compileOne(`> ${within("> ")}`)).content).toBe(`<blockquote>\n${content}\n</blockquote>`);
    expect((await compileOne(`1. ${within("   ")}`)).content).toBe(`<ol>\n<li>\n${content}\n</li>\n</ol>`);
    expect((await compileOne(`- a\n\n  ${within("  ")}`)).content).toBe(`<ul>\n<li>\n<p>a</p>\n${content}\n</li>\n</ul>`);
    const ended = `<ul>\n<li>\n<p>a</p>\n<div>y</div>\n</li>\n</ul>\n${code}\n<p>b</p>`;
    expect((await compileOne(`- a\n\n  <div>y</div>\n\n${grid}\n\nb`)).content).toBe(ended);
  });

  it("begins numbered examples after a table", async () => {
    const list = "<ol>\n<li>b</li>\n<li>c</li>\n</ol>";
    expect((await compileOne(`a\n\n${grid}\n\n(@) b\n(@) c`)).content).toBe(`<p>a</p>\n<pre><code>${grid}\n</code></pre>\n${list}`);
  });

  it("keeps tables in quotations and lists", async () => {
    const code = `<pre><code>${grid}\n</code></pre>`;
    const within = (marker: string) => `a\n\n${grid}`.replace(/\n/g, `\n${marker}`);
    expect((await compileOne(`> ${within("> ")}`)).content).toBe(`<blockquote>\n<p>a</p>\n${code}\n</blockquote>`);
    expect((await compileOne(`1. ${within("   ")}`)).content).toBe(`<ol>\n<li>a\n${code}\n</li>\n</ol>`);
  });

  it.each([
    "Heading\n-------\n\na",
    "a\n\n--- ---\n\nb",
    "a -- b\n-- --\nc",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "| a | b |\n---- | ----\n 1 | 2",
    "a\n== ==\nb",
    "+1\n+---\na",
    "a\n\n    b\n    --- ---\n    c",
    "a\n\n    b\n    c\n--- ---\n\nd",
    "a\n--- ---\n```\nb\n```",
    `a\n${grid}`,
    `\`\`\`\n\n${grid}\n\n\`\`\``,
    `<pre>\n\n${grid}\n\n</pre>`,
    "-------------\n\na b\n--- ---\n\nc",
  ])("keeps %j", (text) => {
    expect(keepDrawnTables(text)).toBe(text);
  });
});
