import { expect, it } from "vitest";
import { drawn } from "../drawn.ts";

it.each([
  ["A [small *text*]{.smallcaps}.", "A small <em>text</em>."],
  ["[**a**]{.underline} [b]{.mark} [c]{lang=fr}", '<u><strong>a</strong></u> <mark>b</mark> <span lang="fr">c</span>'],
  ["[a]{#b} []{#c}[d](#c)", '<span id="moon-b">a</span> <span id="moon-c"></span><a href="/moon#moon-c">d</a>'],
  ["[a [b](https://e.org/) c]{.d}", 'a <a href="https://e.org/">b</a> c'],
  ["array[0]{a}, [x]{y} and \\[z]{.a}", "array[0]{a}, [x]{y} and [z]{.a}"],
  ["[half]{.a [b]{", "[half]{.a [b]{"],
  ["`[a]{.b}`", "<code>[a]{.b}</code>"],
])("convertSpans() converts %j", async (text, html) => {
  expect(await drawn(text)).toBe(`<p>${html}</p>`);
});

it.each(["md", "mdx"])("convertSpans() keeps the words of directives in .%s", async (markup) => {
  expect(await drawn("A :quote[b *c* `d`] (:i-x[e]{#f .g}) :kbd[Ctrl] :note[h [i](https://e.org/)]{title=x}.", markup)).toBe(
    '<p>A b <em>c</em> <code>d</code> (<span id="moon-f">e</span>) <kbd>Ctrl</kbd> h <a href="https://e.org/">i</a>.</p>',
  );
  const text = "a:bc[d] x::bc[d] :bc[0] :bc[1:2] [:bc](https://e.org/) :tada:[x] `:bc[d]` \\:bc[d] :bc[d";
  expect(await drawn(text, markup)).toBe(
    '<p>a:bc[d] x::bc[d] :bc[0] :bc[1:2] <a href="https://e.org/">:bc</a> 🎉[x] <code>:bc[d]</code> :bc[d] :bc[d</p>',
  );
});

it.each([
  "docker run image[:tag[@digest]] or host[:port[/path]]",
  "-v host[:container[:opts]] and [:div[:span x]] and [:name[words]]",
  "user@host(:port[name]) and host :port[/path] and größe:wert[a] and a-:b1[c]",
  "/:id[x] and {:a1[b]} and $:a1[b] and a.:b1[c] and =:b1[c]",
  "<code>host</code>:port[name] and <strong>host</strong>:port[name]",
])("keeps the usage line %j", async (text) => {
  const written = text.replace(/<\/?code>/g, "`").replace(/<\/?strong>/g, "**");
  for (const markup of written.includes("{") ? ["md"] : ["md", "mdx"]) expect(await drawn(written, markup)).toBe(`<p>${text}</p>`);
  expect(await drawn(`- ${written}`)).toBe(`<ul><li>${text}</li></ul>`);
});

it("finds directives after white space, opening marks and signs of other scripts", async () => {
  const text = "(:cite[Smith 2020]) *:cite[b]* “:cite[c]” —:cite[d]\n:cite[@e] これは:cite[漢]です（:cite[字]）";
  expect(await drawn(text)).toBe("<p>(Smith 2020) <em>b</em> “c” —d@e これは漢です（字）</p>");
});

it("keeps the label of a directive on its own line", async () => {
  expect(await drawn("::chart[Sales *2024*]\n\n::x[1]\n\n::port[/path]")).toBe(
    "<p>Sales <em>2024</em></p><p>::x[1]</p><p>::port[/path]</p>",
  );
});

it("keeps the id of a container without a kind", async () => {
  expect(await drawn("::: {#b .sidebar}\na\n:::")).toBe('<p id="moon-b">a</p>');
});
