import { expect, it } from "vitest";
import { drawn } from "../drawn.ts";

it.each([
  ['[=75% "75%"]', "75%"],
  ["[=100%]", "100%"],
  ["a [= 3/4 'three *of* four' ]{: .thin } b", "a three <em>of</em> four b"],
  ['[=0.5% ""]', "0.5%"],
  ["`[=75%]`", "<code>[=75%]</code>"],
  ["[=75%](https://e.org/)", '<a href="https://e.org/">=75%</a>'],
  ["[=75] \\[=75%] [=a%]", "[=75] [=75%] [=a%]"],
])("convertProgressBars() converts %j", async (text, html) => {
  expect(await drawn(text)).toBe(`<p>${html}</p>`);
});
