import { expect, it } from "vitest";
import { compileOne } from "../../../sample.ts";
import { drawn } from "../drawn.ts";

const picture = (alt = "") => `<img src="https://e.org/a.png" alt="${alt}">`;
const linked = `<a href="https://e.org/b">${picture()}</a>`;

it.each([
  [
    ":::{figure-md} fig-a\n![A](https://e.org/a.png)\n\nThe **caption**\n:::",
    `<figure id="moon-fig-a"><p>${picture("A")}</p><figcaption>The <strong>caption</strong></figcaption></figure>`,
  ],
  [
    '```{figure-md} fig-a\n:class: b\n<img src="https://e.org/a.png" alt="A">\n\nThe caption\n```',
    `<figure id="moon-fig-a">${picture("A")}<figcaption>The caption</figcaption></figure>`,
  ],
  [":::{figure-md}\n![A](https://e.org/a.png)\n\nb\n:::", `<figure><p>${picture("A")}</p><figcaption>b</figcaption></figure>`],
  [
    ":::{figure}\n:label: fig-a\n![A](https://e.org/a.png)\n\n![B](https://e.org/a.png)\n\nBoth\n:::",
    `<figure id="moon-fig-a"><p>${picture("A")}</p><p>${picture("B")}</p><figcaption>Both</figcaption></figure>`,
  ],
  ["```{figure} https://e.org/a.png\n:target: https://e.org/b\nA\n```", `<figure>${linked}<figcaption>A</figcaption></figure>`],
  [
    "```{figure} https://e.org/a.png\n:name: fig-a\n:target: https://e.org/b\n\nA\n```",
    `<figure id="moon-fig-a">${linked}<figcaption>A</figcaption></figure>`,
  ],
  [
    "```{figure} https://e.org/a.png\n:label: fig:a\nA *b*\n```\n\n[](#fig:a) {numref}`fig:a`",
    `<figure id="moon-fig:a">${picture()}<figcaption>A <em>b</em></figcaption></figure><p><a href="/moon#moon-fig:a">A b</a> <a href="/moon#moon-fig:a">A b</a></p>`,
  ],
  [
    ":::{figure} https://e.org/a.png\n:name: a.b:c\nA\n:::\n\n[](#a.b:c)",
    `<figure id="moon-a.b:c">${picture()}<figcaption>A</figcaption></figure><p><a href="/moon#moon-a.b:c">A</a></p>`,
  ],
  [":::{image} https://e.org/a.png\n:target: https://e.org/b\n:::", `<p>${linked}</p>`],
  ["```{image} https://e.org/a.png\n:width: 200px\n:height: 5em\n```", '<p><img src="https://e.org/a.png" alt="" width="200"></p>'],
  [
    "> ```{figure} https://e.org/a.png\n> A\n>\n> - B\n> ```\n>\n> c",
    `<blockquote><figure>${picture()}<figcaption><p>A</p><ul><li>B</li></ul></figcaption></figure><p>c</p></blockquote>`,
  ],
])("converts the figure %j", async (text, html) => {
  expect(await drawn(text)).toBe(html);
});

it("figureGroup() shows the pictures and the words in MDX", async () => {
  const html = await drawn(":::{figure-md} fig-a\n![A](https://e.org/a.png)\n\nThe caption\n:::", "mdx");
  expect(html).toBe(`<p>${picture("A")}</p><p>The caption</p>`);
});

it("does not make the legend of a figure the summary", async () => {
  const { problems, summary } = await compileOne("```{figure} https://e.org/a.png\nA\n\nA legend\n```\n\nThe text.");
  expect(summary).toBe("The text.");
  expect(problems).toEqual([]);
});

it("gives a link to a figure-md its caption, without a warning", async () => {
  const { content, problems } = await compileOne(":::{figure-md} fig-a\n![](https://e.org/a.png)\n\nThe caption\n:::\n\n[](#fig-a)");
  expect(content).toContain('<a href="https://example.com/articles/moon#moon-fig-a">The caption</a>');
  expect(problems).toEqual([]);
});
