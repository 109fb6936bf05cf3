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

it("keeps the id of a container without a kind", async () => {
  expect(await drawn("::: {#b .sidebar}\na\n:::")).toBe('<p id="moon-b">a</p>');
});
