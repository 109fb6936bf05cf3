import { describe, expect, it } from "vitest";
import { isMyst } from "../../../../../../src/content/markup/dialects/lines/myst-comments.ts";
import { drawn } from "../drawn.ts";

const note = "```{note}\nx\n```";
const noteHtml = "<blockquote><p><strong>Note</strong></p><p>x</p></blockquote>";

describe("comments of MyST", () => {
  it.each([
    [`% a note\n\na\n\n${note}`, `<p>a</p>${noteHtml}`],
    [`a\n% a note\nb\n\n${note}`, `<p>a</p><p>b</p>${noteHtml}`],
    [`a\n\n+++\n\n${note}\n\n+++ {"tags": []}`, `<p>a</p>${noteHtml}`],
    ["% a note\n\n{kbd}`A`", "<p><kbd>A</kbd></p>"],
    ["```{note}\n% a note\nx\n```", noteHtml],
  ])("are not shown in %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  it.each([
    ["% a note", "<p>% a note</p>"],
    ["% a note\n\n```{r}\nx\n```", '<p>% a note</p><pre><code class="language-r">x</code></pre>'],
    [`50%\n\n${note}`, `<p>50%</p>${noteHtml}`],
    [`${note}\n\n\`\`\`\n% x\n+++\n\`\`\``, `${noteHtml}<pre><code>% x+++</code></pre>`],
  ])("are not in %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });
});

describe("links without words", () => {
  it.each([
    ["## A *b*\n\n[](#a-b)", '<h2 id="moon-a-b">A <em>b</em></h2><p><a href="/moon#moon-a-b">A b</a></p>'],
    ["(x-y)=\n## A\n\n[](#x-y)", '<h2 id="moon-x-y">A</h2><p><a href="/moon#moon-x-y">A</a></p>'],
    ["## A {#c}\n\n[](#c) [b](#c)", '<h2 id="moon-c">A</h2><p><a href="/moon#moon-c">A</a> <a href="/moon#moon-c">b</a></p>'],
    ["## A[](#a)", '<h2 id="moon-a">A<a href="/moon#moon-a"></a></h2>'],
  ])("have those of the heading in %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });
});

it.each(["prf:theorem", "exercise", "figure-md"])("isMyst() knows the directive {%s}", (name) => {
  expect(isMyst(`\`\`\`{${name}} a\nb\n\`\`\``)).toBe(true);
});
