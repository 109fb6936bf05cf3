import { expect, it } from "vitest";
import { drawn } from "./drawn.ts";

const picture = "![](https://e.org/a.png)";
const image = '<img src="https://e.org/a.png" alt="">';
const table = "| a |\n| - |\n| b |\n\n";
const cells = "<thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>";

it.each([
  [
    "pictures and a caption",
    `::: {#fig-a layout-ncol=2}\n${picture}\n${picture}\n\nThe *pair*\n:::\n\nb`,
    `<figure id="moon-fig-a"><p>${image}${image}</p><figcaption>The <em>pair</em></figcaption></figure><p>b</p>`,
  ],
  [
    "a caption directly before the end",
    `::: {#fig-a}\n${picture}\n\nb\n:::\nc`,
    `<figure id="moon-fig-a"><p>${image}</p><figcaption>b</figcaption></figure><p>c</p>`,
  ],
  ["one table", `::: {#tbl-a}\n${table}The cells\n:::`, `<table id="moon-tbl-a"><caption>The cells</caption>${cells}`],
  [
    "tables with captions",
    `::: {#tbl-a}\n${table}: One {#tbl-b}\n\n${table}: Two\n\nThree\n:::`,
    `<figure id="moon-tbl-a"><table id="moon-tbl-b"><caption>One</caption>${cells}<table><caption>Two</caption>${cells}<figcaption>Three</figcaption></figure>`,
  ],
  ["code", "::: {#fig-a}\n```\nx\n```\n\nb\n:::", '<figure id="moon-fig-a"><pre><code>x</code></pre><figcaption>b</figcaption></figure>'],
  ["no caption", `::: {#fig-a}\n${picture}\n:::`, `<p id="moon-fig-a">${image}</p>`],
  ["a picture instead of a caption", `::: {#fig-a}\nb\n\n${picture}\n:::`, `<p id="moon-fig-a">b</p><p>${image}</p>`],
  ["nothing", "::: {#fig-a}\n:::\n\nb", "<p>b</p>"],
  [
    "a quotation around it",
    `> ::: {#fig-a}\n> ${picture}\n>\n> b\n> :::\n>\n> c`,
    `<blockquote><figure id="moon-fig-a"><p>${image}</p><figcaption>b</figcaption></figure><p>c</p></blockquote>`,
  ],
  [
    "a list around it",
    `- a\n\n  ::: {#fig-a}\n  ${picture}\n\n  b\n  :::\n- c`,
    `<ul><li><p>a</p><figure id="moon-fig-a"><p>${image}</p><figcaption>b</figcaption></figure></li><li><p>c</p></li></ul>`,
  ],
  [
    "a group in a group",
    `:::: {#fig-a}\n::: {#fig-b}\n${picture}\n\nb\n:::\n\na\n::::`,
    `<figure id="moon-fig-a"><figure id="moon-fig-b"><p>${image}</p><figcaption>b</figcaption></figure><figcaption>a</figcaption></figure>`,
  ],
  ["another id", `::: {#other}\n${picture}\n\nb\n:::`, `<p id="moon-other">${image}</p><p>b</p>`],
])("convertFigureGroups() with %s", async (_criterion, text, html) => {
  expect((await drawn(text)).replace(/ class="[^"]*"/g, "")).toBe(html);
});
