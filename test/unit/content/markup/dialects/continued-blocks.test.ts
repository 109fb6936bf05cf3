import { describe, expect, it } from "vitest";
import { drawn } from "./drawn.ts";

// Blocks whose text is indented by four spaces, and whose content is between two marks in the tree.
const wrappers: readonly (readonly [name: string, start: string])[] = [
  ["a footnote", "x[^1]\n\n[^1]: First."],
  ["a definition", "Term\n: First."],
  ["an admonition", "!!! warning\n    First."],
  ["an unfolded admonition with a title", '???+ warning "Title"\n    First.'],
  ["a tab", '=== "Tab"\n    First.'],
];

const constructs: readonly (readonly [text: string, html: string])[] = [
  ["$$\na_1*b*c\n$$", "<pre><code>a_1*b*c</code></pre>"],
  ["\\begin{align}\na_1*b*c\n\\end{align}", "<pre><code>\\begin{align}a_1*b*c\\end{align}</code></pre>"],
  [":::tip\ny\n:::", "<blockquote><p><strong>Tip</strong></p><p>y</p></blockquote>"],
  ["!!! note\n    y", "<blockquote><p><strong>Note</strong></p><p>y</p></blockquote>"],
  ["$$\na\n\nb_1\n$$\n\n!!! note\n    y", "<blockquote><p><strong>Note</strong></p><p>y</p></blockquote>"],
  ["### A\n{: #b }", '<h3 id="moon-b">A</h3>'],
  ["y\n{: #b }", '<p id="moon-b">y</p>'],
  ["{{< youtube dQw4w9WgXcQ >}}", '<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">Video on YouTube</a>'],
  ["{% note %}y{% endnote %}", "<blockquote><p><strong>Note</strong></p><p>y</p></blockquote>"],
];

describe.each(wrappers)("the text of %s", (_, start) => {
  const within = (text: string) => drawn(`${start}\n\n${`${text}\n\nlast`.replace(/^(?=.)/gm, "    ")}`);

  it.each(constructs)("may contain %j", async (text, html) => {
    const content = await within(text);
    expect(content).toContain(html);
    expect(content).toMatch(/<p>last/);
  });

  it("may contain code, with four more spaces", async () => {
    expect(await within("y\n\n    {% b %} $a$ {{< c >}}")).toMatch(/<pre><code> *\{% b %\} \$a\$ \{\{&#x3C; c >\}\}<\/code>/);
  });
});

describe("admonitions and tabs in quotations", () => {
  const note = "<blockquote><p><strong>Note</strong></p><p>a</p><p>b</p></blockquote>";

  it.each([
    ["> !!! note\n>     a\n>\n>     b\n>\n> c", `<blockquote>${note}<p>c</p></blockquote>`],
    ['> === "Note"\n>\n>     a\n>\n>     b\n\nc', `<blockquote>${note}</blockquote><p>c</p>`],
    [
      "> - x\n>\n>     !!! note\n>         a\n>\n>         b\n>\n>     c",
      `<blockquote><ul><li><p>x</p>${note}<p>c</p></li></ul></blockquote>`,
    ],
    ["- x\n\n  > ??? note\n  >     a\n  >\n  >     b", `<ul><li><p>x</p><blockquote>${note}</blockquote></li></ul>`],
    [
      "!!! note\n    a\n\n    b\n\n    > !!! tip\n    >     d",
      `${note.slice(0, -13)}<blockquote><blockquote><p><strong>Tip</strong></p><p>d</p></blockquote></blockquote></blockquote>`,
    ],
  ])("are read in %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  it.each([
    [">     !!! note\n>         a", "<blockquote><pre><code>!!! note    a</code></pre></blockquote>"],
    ["> !!! wow\n\na", "<blockquote><p>!!! wow</p></blockquote><p>a</p>"],
    ["> ```\n> !!! note\n>     a\n> ```", "<blockquote><pre><code>!!! note    a</code></pre></blockquote>"],
  ])("stay text in %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });
});

it.each(["!!! Look here!", "??? Why, then?", "[^1] is not a footnote:", "::: is a sign", "=== is one, too"])(
  "code is below %j",
  async (text) => {
    expect(await drawn(`${text}\n\n    {% b %} {: .c}\n    :::tip\n    $a$`)).toContain("<pre><code>{% b %} {: .c}:::tip$a$</code></pre>");
  },
);

describe("tabs of VuePress", () => {
  const [npm, pnpm] = ["npm", "pnpm"].map(
    (name) => `<blockquote><p><strong>${name}</strong></p><pre><code>${name} i</code></pre></blockquote>`,
  );

  it.each([
    ["::: code-tabs#shell\n\n@tab npm\n\n```\nnpm i\n```\n\n@tab pnpm\n\n```\npnpm i\n```\n\n:::\n\na", `${npm}${pnpm}<p>a</p>`],
    ["::: code-tabs\n@tab npm#a\n```\nnpm i\n```\n@tab:active pnpm\n```\npnpm i\n```\n:::", `${npm}${pnpm}`],
    ["> ::: tabs\n> @tab npm\n> ```\n> npm i\n> ```\n> :::", `<blockquote>${npm}</blockquote>`],
    ["::: tabs\n\na\n\n@tab C#\n\n*b*\n\n:::", "<p>a</p><blockquote><p><strong>C#</strong></p><p><em>b</em></p></blockquote>"],
    [
      ":::: tabs\n@tab npm\n::: code-tabs\n@tab npm\n```\nnpm i\n```\n:::\n::::",
      `<blockquote><p><strong>npm</strong></p>${npm}</blockquote>`,
    ],
  ])("are shown with their titles in %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  it("are apart in MkDocs, too", async () => {
    const quotation = (name: string) => `<blockquote><p><strong>${name}</strong></p><p>${name}</p></blockquote>`;
    expect(await drawn('=== "a"\n    a\n=== "b"\n    b')).toBe(quotation("a") + quotation("b"));
  });

  it.each(["@tab npm", "::: tabs\n```\n@tab npm\n```\n:::", "::: info\n@tab npm\n:::"])("are text in %j", async (text) => {
    expect(await drawn(text)).toContain("@tab npm");
  });
});
