import { expect, it } from "vitest";
import { compileOne } from "../../../sample.ts";
import { drawn } from "../drawn.ts";

it.each([
  ["{del}`a *b*` {strike}`c`", "<del>a *b*</del> <del>c</del>"],
  ["{u}`a` {underline}`b`", "<u>a</u> <u>b</u>"],
  ["{sc}`a` {smallcaps}`b`", "a b"],
  ["{myst:role}`eval` {myst:directive}`its words <a.b>`", "<code>eval</code> <code>its words</code>"],
  ["{button}`Buy <https://a.example/>` {button}`b`", '<a href="https://a.example/">Buy</a> b'],
])("convertRoles() converts %j", async (text, html) => {
  expect(await drawn(text)).toBe(`<p>${html}</p>`);
});

it("convertRoles() keeps unknown roles, with a warning", async () => {
  const { content, problems } = await compileOne("a\n{eval}`x` ({foo:bar}`y`)\n\n{eval}`z`");
  expect(content).toBe("<p>a\n{eval}<code>x</code> ({foo:bar}<code>y</code>)</p>\n<p>{eval}<code>z</code></p>");
  const message = (name: string) =>
    `warning Cannot convert the role {${name}}: it is shown as it is written; write what it shows as Markdown`;
  expect(problems).toEqual([expect.stringContaining(`:2:7 ${message("eval")}`), expect.stringContaining(`:2:21 ${message("foo:bar")}`)]);
});

it.each(["x{name}`x`", "a {b}`x`", "{A}`x`", "{a} `x`", "{1,2}`x`"])("convertRoles() does not report %j", async (text) => {
  expect((await compileOne(text)).problems).toEqual([]);
});
