import { expect, it } from "vitest";
import { drawn } from "../drawn.ts";

it.each([
  [":::: info\n<details>\n<summary>S</summary>\n\ny\n\n</details>\n::::\n\nEnd.", "<details><summary>S</summary><p>y</p></details>"],
  [":::info\n\n<hr>\n:::\n\nEnd.", "<hr>"],
  [":::info\n\n<div>y</div>\n:::\nEnd.", "<div>y</div>"],
  [":::info\n\n<div>\n:::tip\ny\n:::\n</div>\n:::\n\nEnd.", "<div>:::tipy:::</div>"],
  [":::info\n\n<pre>\n:::\n</pre>\n\n:::\n\nEnd.", "<pre>:::</pre>"],
])("containers may end directly after HTML: %j", async (text, html) => {
  expect(await drawn(text)).toMatch(/End\.(?:<\/p>)?$/);
  expect((await drawn(text)).replace(/<\/?p>(?=End|$)|(?<=End\.)<\/p>$/g, "")).toBe(
    `<blockquote><p><strong>Info</strong></p>${html}</blockquote>End.`,
  );
});

it("a container sign in HTML is text outside of a container", async () => {
  expect(await drawn("<div>\na\n:::\n</div>")).toBe("<div>a:::</div>");
});

const note = "<blockquote><p><strong>Note</strong></p><p>a</p></blockquote>";

it.each([
  [":::: {.callout-note}\na\n:::\n\nEnd.", note],
  ["::: {.callout-note}\na\n::::::\n\nEnd.", note],
  [":::: callout-note\na\n:::\n\nEnd.", note],
  [":::: {.columns}\n\n::: {.column width='40%'}\na\n:::\n\n:::\n\nEnd.", "<p>a</p>"],
  ["::: columns\n:::: column\na\n:::::\n:::\n\nEnd.", "<p>a</p>"],
  ["::: {.callout-note}\na\n\n::::: {.b}\nc\n:::\n\n:::\n\nEnd.", note.replace("</blockquote>", "<p>c</p></blockquote>")],
  [":::: {.callout-note title='A'}\n::: tip\na\n:::\n:::\n\nEnd.", note.replace("Note", "Tip")],
  [":::: {.callout-note}\n```\n:::\n```\n:::\n\nEnd.", "<pre><code>:::</code></pre>"],
  [':::: {.callout-note title="A {b}"}\na\n:::\n\nEnd.', note.replace("Note", "A {b}")],
  [":::: {.callout-note}\n::: tip\na\n:::\n::::\n\nEnd.", note.replace("Note", "Tip")],
])("any three or more colons end a div of Pandoc or Quarto: %j", async (text, html) => {
  const content = await drawn(text);
  expect(content).toContain(html);
  expect(content).toMatch(/<p>End\.<\/p>$/);
  expect(content.replace("<code>:::</code>", "")).not.toContain(":::");
});

it.each([
  [":::: tip\na\n:::\nb\n::::\n\nEnd.", "<p>a:::b</p>"],
  ["::::info\n:::tip\na\n:::\nb\n::::\n\nEnd.", "<p>a</p></blockquote><p>b</p></blockquote>"],
  ["::::{note}\n:::{tip}\na\n:::\nb\n::::\n\nEnd.", "<p>a</p></blockquote><p>b</p></blockquote>"],
  ["::::: info\n:::: {.x}\na\n::::\nb\n:::::\n\nEnd.", "<p>b</p></blockquote>"],
])("other containers end at their own number of colons: %j", async (text, html) => {
  expect(await drawn(text)).toContain(`${html}`);
  expect(await drawn(text)).toMatch(/<\/blockquote><p>End\.<\/p>$/);
});

it.each([
  ['::: {.callout-tip title="With $x_1$"}\na\n:::', "<strong>With <code>x_1</code></strong>"],
  ['::: {.callout-tip title="Costs $5"}\na $6\n:::', "<strong>Costs $5</strong></p><p>a $6</p>"],
])("shows the formulas in the title of %j", async (text, html) => {
  expect(await drawn(text)).toContain(html);
});
