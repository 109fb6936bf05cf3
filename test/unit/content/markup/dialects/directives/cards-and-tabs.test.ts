import { expect, it } from "vitest";
import { compileOne } from "../../../sample.ts";
import { drawn } from "../drawn.ts";

const box = (title: string, text = "<p>b</p>") => `<blockquote><p><strong>${title}</strong></p>${text}</blockquote>`;
const link = (words: string, href = "https://e.org/") => `<a href="${href}">${words}</a>`;

it.each([
  [":::{card} A *c*\n:link: https://e.org/\nb\n:::", box(link("A <em>c</em>"))],
  ["````{grid} 2\n```{grid-item-card} A\n:link: https://e.org/\n:link-type: url\nb\n```\n````", box(link("A"))],
  ["::::{grid} 2\n:::{grid-item-card} A\n:link: 2024-11-04-sea\n:link-type: doc\nb\n:::\n::::", box(link("A", "/sea"))],
  ["## Up\n\n```{card} A\n:link: up\n:link-type: ref\nb\n```", `<h2 id="moon-up">Up</h2>${box(link("A", "/moon#moon-up"))}`],
  [":::{card} A [c]\n:link: https://e.org/\n\nb\n:::", box("A [c]", `<p>${link("https://e.org/")}</p><p>b</p>`)],
  ["## Up\n\n```{card}\n:link: up\n:link-type: ref\n\nb\n```", `<h2 id="moon-up">Up</h2><p>${link("Up", "/moon#moon-up")}</p><p>b</p>`],
  [":::{card} A\n:url: https://e.org/\n:header: *H*\n:class: x\n:footer: F\n\nb\n:::", box(link("A"), "<p><em>H</em></p><p>b</p><p>F</p>")],
  [":::{card} A\n:footer: F *c*\nb\n:::\nd", `${box("A", "<p>b</p><p>F <em>c</em></p>")}<p>d</p>`],
  ["```{card} A\n:header: H\n:footer: C#\nb\n```", box("A", "<p>H</p><p>b</p><p>C#</p>")],
  [":::{card} A\n---\nheader: H\nfooter: F\n---\nb\n:::", box("A", "<p>H</p><p>b</p><p>F</p>")],
  [
    "````{grid} 2\n```{grid-item-card}\n:footer: F\n:name: up\n\nb\n```\n```{grid-item-card} A\n:footer: G\n:header:\n- b\n```\n````",
    `<p id="moon-up">b</p><p>F</p>${box("A", "<ul><li>b</li></ul><p>G</p>")}`,
  ],
  [":::{card} A\n:footer: F\n\n<div>b</div>\n:::", box("A", "<div>b</div><p>F</p>")],
  [":::{card} A\n:footer: F\n:::", box("A", "<p>F</p>")],
  [":::{sidebar} A\n:subtitle: *B*\nb\n:::", box("A", "<p><em>B</em></p><p>b</p>")],
  [":::{sidebar}\n:title: A\nb\n:::", "<p><strong>A</strong></p><p>b</p>"],
  ["```{epigraph}\n:attribution: A\nb\n```", "<blockquote><p>b</p><p>— A</p></blockquote>"],
  [":::{dropdown} A\n:open:\nb\n:::", box("A")],
  ["```{button-link} https://e.org/\n:color: primary\nA *b*\n```\nc", `<p>${link("A <em>b</em>")}</p><p>c</p>`],
  [":::{button-link} https://e.org/\n:::", `<p>${link("https://e.org/")}</p>`],
  ["## Up\n\n:::{button-ref} up\n:::", `<h2 id="moon-up">Up</h2><p>${link("Up", "/moon#moon-up")}</p>`],
  ["{bdg-primary}`A` {bdg-link-info-line}`b <https://e.org/>`", `<p>A ${link("b")}</p>`],
  ["````{tabs}\n```{tab} A\nb\n```\n```{group-tab} C\nb\n```\n````", box("A") + box("C")],
  ["````{tabs} group\n```{tab} A\nb\n```\n````", box("A")],
  [":::::{tabs} group\n::::{tab} A\nb\n::::\n:::::", box("A")],
  ["```{tab} A\nb\n```", box("A")],
  ["```{code-tab} py\na\n```", "<pre><code>a</code></pre>"],
  [":::{code-tab} c C++ *code*\na\n:::", "<figure><pre><code>a</code></pre><figcaption>C++ <em>code</em></figcaption></figure>"],
  ["````{tab-set-code}\n```js\na\n```\n````", "<pre><code>a</code></pre>"],
  ["```{tabs}\n```\n\na", "<p>a</p>"],
  ["```{div} wide\nb\n```", "<p>b</p>"],
  [":::{div} wide\nb\n:::", "<p>b</p>"],
  ["```{epigraph}\na\n\n-- b\n```\nc", "<blockquote><p>a</p><p>-- b</p></blockquote><p>c</p>"],
  [":::{pull-quote}\na\n:::", "<blockquote><p>a</p></blockquote>"],
])("converts %j", async (text, html) => {
  expect((await drawn(text)).replace(/ class="[^"]*"/g, "")).toBe(html);
});

it("reports no directive of sphinx-design and sphinx-tabs", async () => {
  const text = "````{tabs}\n```{tab} A\nb\n```\n````\n\n```{button-link} https://e.org/\nA\n```\n\n{bdg}`a`";
  expect((await compileOne(text)).problems).toEqual([]);
});
