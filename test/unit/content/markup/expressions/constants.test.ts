import { describe, expect, it } from "vitest";
import { compileOne } from "../../sample.ts";

async function read(text: string) {
  return compileOne(`---\ntitle: T\n---\n${text}`, "2024-11-06-moon.mdx");
}

describe("an exported constant", () => {
  it.each([
    ["export const a = 12", "12"],
    ["export const a = 1.5;", "1.5"],
    ['export const b = 1, a = "x *y*"', "x *y*"],
    ["export const a = 'it\\'s'", "it's"],
    ["export const a = `x`", "x"],
  ])("is filled in: %s", async (statement, value) => {
    const { content, problems } = await read(`${statement}\n\nOne {a}, two { a }.\n\n## {a}`);
    expect(problems).toEqual([]);
    expect(content).toMatch(/^<p>One .+<\/p>\n<h2 id="[^"]+">.+<\/h2>$/);
    expect(content.split("\n")[0]).toBe(`<p>One ${value}, two ${value}.</p>`);
    expect(content).toContain(`>${value}</h2>`);
  });

  it("is filled in before it is defined, alone on a line, and in components and attributes", async () => {
    const { content, problems } = await read('{a}\n\n<Tabs><Tab title={a}>{a}</Tab></Tabs>\n\n<p title={a}>b</p>\n\nexport const a = "x"');
    expect(problems).toEqual([]);
    expect(content.replace(/\n+/g, "")).toBe('x<p><strong>x</strong></p><p>x</p><p title="x">b</p>');
  });

  it("is filled in in a template of an attribute", async () => {
    const { content, problems } = await read(`export const a = 3\n\n<img src="https://e.org/a.png" alt={\`Rack $${"{a}"}\`} />`);
    expect(problems).toEqual([]);
    expect(content).toBe('<img src="https://e.org/a.png" alt="Rack 3">');
  });

  it.each([
    "export const a = f()",
    "export const a = 1 + f()",
    `export const a = \`x $${"{y}"}\``,
    "export let a = 1",
    "export const { a } = b",
    "export const b = 1",
    "export function a() {}",
  ])("is removed with a warning if its value needs a program: %s", async (statement) => {
    const { content, problems } = await read(`${statement}\n\nOne {a}.`);
    expect(content).toBe("<p>One .</p>");
    expect(problems).toEqual([expect.stringContaining("{…};")]);
  });

  it.each([
    ["export const a = 1", "{a + 1}{b.a}", "2", "{…};"],
    ['export const a = 1, b = "c" + a', `{b} {\`$${"{a}$"}{b}\`}`, "c1 1c1"],
    ["export const a = { b: [1, { c: 'd' }] }", "{a.b[0]} {a.b[1].c} {a?.e?.f}{a['b'].length}", "1 d 2"],
    ["export const a = <b>c</b>", "{a} {a}", "<b>c</b> <b>c</b>"],
    ["export function a(b) { return b + 1 }", "{a(1)}", "2"],
  ])("is filled in in an expression: %s, %s", async (statement, expression, value, problem?: string) => {
    const { content, problems } = await read(`${statement}\n\nOne ${expression}.`);
    expect(content).toBe(`<p>One ${value}.</p>`);
    expect(problems).toEqual(problem === undefined ? [] : [expect.stringContaining(problem)]);
  });
});
