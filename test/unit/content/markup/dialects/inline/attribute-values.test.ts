import { describe, expect, it } from "vitest";
import { drawn } from "../drawn.ts";

const long = "Many words of an alternative text. ".repeat(30).trim();

describe("hideValues() keeps the alternative text", () => {
  it.each([
    ["with escaped quotation marks", '.x fig-alt="A \\"b\\" c"', "A &#x22;b&#x22; c"],
    ["with the other quotation marks", "fig-alt='A \"b\" c'", "A &#x22;b&#x22; c"],
    ["with braces", '.x fig-alt="A {b} c"', "A {b} c"],
    [
      "with Markdown",
      '.x fig-alt="*A* _b_ [c] ~d~ ==e== :tada: $x_1$ x^2^ https://e.org/"',
      "*A* _b_ [c] ~d~ ==e== :tada: $x_1$ x^2^ https://e.org/",
    ],
    ["with code and a bracket", '.x fig-alt="`a` < b"', "&#x60;a&#x60; &#x3C; b"],
    ["of many words", `.x fig-alt="${long}"`, long],
    ["over several lines", '\n  .x\n  fig-alt="a\n  - b\n  # c"\n', "a - b # c"],
  ])("%s", async (_, list, alt) => {
    const figure = `<figure><img src="https://e.org/a.png" alt="${alt}"><figcaption>B</figcaption></figure>`;
    expect(await drawn(`![B](https://e.org/a.png){${list}}`)).toBe(figure);
    const quoted = `> ![B](https://e.org/a.png){${list.replaceAll("\n", "\n> ")}}`;
    expect(await drawn(quoted)).toBe(`<blockquote>${figure}</blockquote>`);
  });
});

it.each([
  ['![B](https://e.org/a.png){\n  .hero\n  width="60px"\n}', '<p><img src="https://e.org/a.png" alt="B" width="60"></p>'],
  ['[a *b*]{.underline title="c {d}"}', "<p><u>a <em>b</em></u></p>"],
  [`[a]{.underline title="${long}"}`, "<p><u>a</u></p>"],
  ['`a`{.r title="b \\"c\\""}', "<p><code>a</code></p>"],
  [`## A {#b .c title="d \\"e\\" {f} ${long}"}`, '<h2 id="moon-b">A</h2>'],
  ['f(x){a="b {c}"} and g[0]{"a": "{b}"}', '<p>f(x){a="b {c}"} and g[0]{"a": "{b}"}</p>'],
  ['f(x){.a b="{c}"}', '<p>f(x){.a b="{c}"}</p>'],
  ['`![B](a.png){.x fig-alt="{c}"}`', '<p><code>![B](a.png){.x fig-alt="{c}"}</code></p>'],
  ['![B](https://e.org/a.png){.x fig-alt="c\n\nd"}', '<p><img src="https://e.org/a.png" alt="B">{.x fig-alt="c</p><p>d"}</p>'],
])("attributes of elements vanish, and text stays: %j", async (text, html) => {
  expect(await drawn(text)).toBe(html);
});
