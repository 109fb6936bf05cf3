import { expect, it } from "vitest";
import { compileAll } from "../../../sample.ts";
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

it("a container may begin below the end of indented code in HTML", async () => {
  const content = await drawn("  :::tip\n\n  <pre>a</pre>\n  :::\n  :::note\n  b\n  :::");
  expect(content).toBe(
    "<blockquote><p><strong>Tip</strong></p><pre>a</pre></blockquote><blockquote><p><strong>Note</strong></p><p>b</p></blockquote>",
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

const titled = (title: string) => `<blockquote><p><strong>${title}</strong></p><p>a</p></blockquote>`;

it.each([
  ['::: card title="卡片" icon="x"', titled("卡片")],
  ["::: window title='A b'", titled("A b")],
  ['::: demo-wrapper title="Hi" img', titled("Hi")],
  ['::: note title="My *title*"', titled("My <em>title</em>")],
  ['::: card title="A" link="https://e.org/"', titled('<a href="https://e.org/">A</a>')],
  ['::: card title="A" logo="https://e.org/a.png"', titled('<img src="https://e.org/a.png" alt=""> A')],
  ['::: card img="https://e.org/a.png" icon="x"', titled('<img src="https://e.org/a.png" alt="">')],
  ['::: card icon="x"', "<p>a</p>"],
  ['::: tip icon="x"', titled("Tip")],
  ["::: md-demo 演示", titled("演示")],
  ["::: echarts A chart", titled("A chart")],
  ["::: a few words", titled("a few words")],
  ['::: note see x="1" here', titled('see x="1" here')],
  ['::: note x="1" is set', titled('x="1" is set')],
  ['::: note PORT="80"', titled('PORT="80"')],
])("reads the title of %j", async (line, html) => {
  expect(await drawn(`${line}\na\n:::`)).toBe(html);
});

it.each([":::message", "::: code-group", "::: {.column-margin}", "::: {#fig-a}", "> :::message", ":::message alert", "::: note"])(
  "reports the unclosed container %j",
  async (line) => {
    const prefix = line.startsWith(">") ? "> " : "";
    const { entries, problems } = await compileAll({ "2024-11-06-a.md": `x\n\n${line}\n${prefix}a *b*` });
    const written = JSON.stringify(line);
    expect(problems).toEqual([
      `articles/2024-11-06-a.md:3:1 warning Cannot find the end of ${written}: write a line with as many colons after its text`,
    ]);
    expect(entries[0]?.content).toContain("a <em>b</em>");
    expect(entries[0]?.content).not.toContain(":::");
  },
);

it.each(["::: words", ":::python", "::: a few words", "::: card of mine", "::: {a, b}", ":::: x", '::: x="1"'])(
  "keeps the text %j",
  async (line) => {
    const { entries, problems } = await compileAll({ "2024-11-06-a.md": `x\n\n${line}\na` });
    expect(problems).toEqual([]);
    expect(entries[0]?.content).toBe(`<p>x</p>\n<p>${line}\na</p>`);
  },
);

const box = (title: string, text: string) => `<blockquote><p><strong>${title}</strong></p>${text}</blockquote>`;

it.each([
  ["::: thm Newton\na\n\n::: right\nb\n:::\n\nc", `${box("thm Newton", "<p>a</p><p>b</p>")}<p>c</p>`, 1],
  ["::: x y\n::: tip\na\n:::\nb\n\n::: note\nc\n:::", `${box("x y", box("Tip", "<p>a</p>"))}<p>b</p>${box("Note", "<p>c</p>")}`, 1],
  ["> ::: x y\n> a\n> ::: right\n> b\n> :::\n> c", `<blockquote>${box("x y", "<p>a</p><p>b</p>")}<p>c</p></blockquote>`, 1],
  ["::: aa\n::: bb\n::: cc\na\n:::\nb", "<p>a</p><p>b</p>", 2],
  ["::: theorem Newton\na", box("theorem Newton", "<p>a</p>"), 1],
  [":::: four\na\n\n::: tip\nb\n:::", `<p>:::: foura</p>${box("Tip", "<p>b</p>")}`, 0],
  ["::: x y\n::: tip\na\n\n::: right\nb\n:::\nc", `<p>::: x y</p>${box("Tip", "<p>a</p><p>b</p><p>c</p>")}`, 1],
])("one line of colons ends the containers in each other in %j", async (text, html, reported) => {
  expect(await drawn(text)).toBe(html);
  expect((await compileAll({ "2024-11-06-a.md": text })).problems).toHaveLength(reported);
});

it.each([
  ["::: chart Ernte\na\n:::", box("Ernte", "<p>a</p>")],
  [
    "::: playground#vue Demo\n@file App.vue\n*a*\n\n@file b.ts\nb\n:::",
    box("Demo", box("App.vue", "<p><em>a</em></p>") + box("b.ts", "<p>b</p>")),
  ],
  ["::: sandpack#react\n@file /a.js\na\n:::", box("/a.js", "<p>a</p>")],
])("the demos of VuePress have titles and files: %j", async (text, html) => {
  expect(await drawn(text)).toBe(html);
});
