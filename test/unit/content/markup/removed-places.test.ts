import { expect, it } from "vitest";
import { compileAll } from "../sample.ts";

const before = "---\ntitle: Moon\n---\n\nThe first words.\nAnd more.\n\n"; // the text begins on line 8

it.each([
  ["md", "a `x`{=html} b\nc `\\LaTeX`{=latex} d `y`{=latex}", "9:3"],
  ["md", "a\n\n```{=latex}\nb\n```", "10:1"],
  ["md", "> ```{note}\n> a\n> ```\n\n- b\n\n  ```{=latex}\n  c\n  ```", "14:1"],
  ["md", ":::{note}\na\n\n```{raw} latex\nb\n```\n:::", "11:1"],
  ["md", "a\nb :material-account: c", "9:3"],
  ["md", "- a\n- :octicons-x-16: b :material-account: c", "9:3"],
  ["mdx", "a\nb :material-account: c", "9:3"],
  ["mdx", "a\n\n<Foo>words</Foo>\n\n{props.x}", "10:1"],
  ["mdx", "a {props.x} <Foo />", "8:3"],
  ["md", 'a\n\n--8<-- "b.md"\n\n<<< @/x.js', "10:1"],
  ["md", "a\n\n<<< @/x.js", "10:1"],
  ["md", "a\n\n<!--@include: ./b.md-->", "10:1"],
  ["md", "a :abbr[CSS]{title='Sheets'}\n\n::foo[bar]", "10:1"],
  ["mdx", "a\n\n::foo[bar]", "10:1"],
  ["md", 'a\n\n[caption width="1"]<img src="https://a.example/moon.png" alt="A">b[/caption]\n\n[gallery ids="1"]', "12:1"],
  ["md", 'a\n\n[su_box title="b"]c[/su_box]', "10:1"],
  ["html", '<p>a</p>\n\n[gallery ids="1"]', "10:1"],
])("compile() names the place of what it removes in .%s: %j", async (markup, text, place) => {
  const { problems } = await compileAll({ [`2024-11-06-moon.${markup}`]: before + text });
  expect(problems).toEqual([expect.stringMatching(new RegExp(`moon\\.${markup}:${place} warning Removed `))]);
});
