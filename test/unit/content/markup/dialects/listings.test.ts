import { expect, it } from "vitest";
import { drawn } from "./drawn.ts";

const code = "<pre><code>x</code></pre>";
const listing = (caption: string, id = "") => `<figure${id}>${code}<figcaption>${caption}</figcaption></figure>`;

it.each([
  ['```{#lst-a .sql lst-cap="A *b*"}\nx\n```', listing("A <em>b</em>", ' id="moon-lst-a"')],
  ["~~~{.python #lst-a lst-cap='A'}\nx\n~~~", listing("A", ' id="moon-lst-a"')],
  ["::: {#lst-a}\n```sql\nx\n```\n\nA *b*\n:::", listing("A <em>b</em>", ' id="moon-lst-a"')],
  ['```{python}\n#| lst-label: lst-a\n#| lst-cap: "A"\nx\n```', listing("A", ' id="moon-lst-a"')],
  ['```{r}\n#| label: fig-a\n#| fig-cap: "A *b*"\nx\n```', listing("A <em>b</em>", ' id="moon-fig-a"')],
  ["```{python}\n#| label: tbl-a\n#| tbl-cap: A\nx\n```", listing("A", ' id="moon-tbl-a"')],
  ['```{mermaid}\n%%| label: fig-a\n%%| fig-cap: "A *b*"\nx\n```', listing("A <em>b</em>", ' id="moon-fig-a"')],
  ["```{fortran}\n!| label: fig-a\n!| fig-cap: A\nx\n```", listing("A", ' id="moon-fig-a"')],
  ["```{r}\n#| fig-cap:\n#|   - A\n#| label: b\nx\n```", code],
  ['```{r model, fig.cap="A *b*", fig.width=5}\nx\n```', listing("A <em>b</em>")],
  ["> ```{r, fig.cap = 'A \"b\"'}\n> x\n> ```", `<blockquote>${listing('A "b"')}</blockquote>`],
  ['~~~{r, fig.cap="It\'s \\"{b}\\""}\nx\n~~~', listing('It\'s "{b}"')],
  ['```{python, tbl-cap="A"}\nx\n```', listing("A")],
  ['```{r}\n#| fig.cap = "A", fig.width = 5\nx\n```', listing("A")],
  ['```{r}\n#| fig.cap: "A"\nx\n```', listing("A")],
  ['```{r, fig.cap=""}\nx\n```', code],
  ['```{r, fig.cap=paste("a", b)}\nx\n```', code],
  ["```{r, fig.cap=Ada's}\nx\n```", code],
  [`\`\`\`{r, fig.cap="${"long ".repeat(150)}"}\nx\n\`\`\``, listing("long ".repeat(150).trim())],
  ['```{code-block} py\n:caption: A `b` "c" {d}\n:name: a\nx\n```', listing('A <code>b</code> "c" {d}', ' id="moon-a"')],
  [":::{code} py\n---\ncaption: a.py\n---\nx\n:::", listing("a.py")],
  ['- a\n\n  ```{.js #b lst-cap="C"}\n  x\n  ```', `<ul><li><p>a</p>${listing("C", ' id="moon-b"')}</li></ul>`],
  ["``` {#a .haskell .numberLines}\nx\n```", code.replace("<pre>", '<pre id="moon-a">')],
  ["```js {#a .b}\nx\n```", code.replace("<pre>", '<pre id="moon-a">')],
  ["```js {1,3}\nx\n```", code],
  ["```js {#a b}\nx\n```", code],
])("convertListings() reads %j", async (text, html) => {
  expect((await drawn(text)).replace(/ class="[^"]*"/g, "")).toBe(html);
});

it.each(["lst-a", "lst-b"])("gives references to @%s the words of the caption", async (id) => {
  const text = '::: {#lst-a}\n```sql\nx\n```\n\nThe words\n:::\n\n```{#lst-b .sql lst-cap="The words"}\nx\n```\n\n';
  expect(await drawn(`${text}(@${id})`)).toContain(`(<a href="/moon#moon-${id}">The words</a>)`);
});

it("gives references to the figure of a cell the words of its caption", async () => {
  const text = "See @fig-a.\n\n```{r}\n#| label: fig-a\n#| fig-cap: Mass\nx\n```";
  expect(await drawn(text)).toContain('See <a href="/moon#moon-fig-a">Mass</a>.');
});

it("shows captions of code in MDX", async () => {
  expect(await drawn("```{code-block} js\n:caption: A {b}\nx\n```", "mdx")).toContain("<figcaption>A {b}</figcaption>");
});
