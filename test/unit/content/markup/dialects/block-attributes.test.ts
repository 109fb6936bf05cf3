import { describe, expect, it } from "vitest";
import { compileOne } from "../../sample.ts";

describe("attributes of the block after them", () => {
  it.each([
    ["{.a}\nThe words.", "<p>The words.</p>"],
    ["a\n\n{#b .c}\n> d", '<p>a</p>\n<blockquote id="moon-b">\n<p>d</p>\n</blockquote>'],
    ['{#b key="c"}\n- d', '<ul id="moon-b">\n<li>d</li>\n</ul>'],
    ["- a\n\n  {#b}\n  c", '<ul>\n<li>\n<p>a</p>\n<p id="moon-b">c</p>\n</li>\n</ul>'],
    ['{attribution="Ada, *Notes*"}\n> d', "<blockquote>\n<p>d</p>\n<p>— Ada, *Notes*</p>\n</blockquote>"],
    ["{#b attribution='— Ada'}\n> d", '<blockquote id="moon-b">\n<p>d</p>\n<p>— Ada</p>\n</blockquote>'],
    ['> d\n{attribution="Ada"}', "<blockquote>\n<p>d</p>\n<p>— Ada</p>\n</blockquote>"],
    ['- a\n\n  {attribution="Ada"}\n  > d', "<ul>\n<li>\n<p>a</p>\n<blockquote>\n<p>d</p>\n<p>— Ada</p>\n</blockquote>\n</li>\n</ul>"],
    ['{attribution="Ada"}\n\n> d', "<blockquote>\n<p>d</p>\n<p>— Ada</p>\n</blockquote>"],
    ['> d\n\n{attribution="Ada"}\n\n> e', "<blockquote>\n<p>d</p>\n<p>— Ada</p>\n</blockquote>\n<blockquote>\n<p>e</p>\n</blockquote>"],
    ['{attribution="Ada"}\nd', '<p>{attribution="Ada"}\nd</p>'],
    ["The words\n{#b}\n\nc", '<p id="moon-b">The words</p>\n<p>c</p>'],
    ["The words\n\n{#b}\n\nc", '<p id="moon-b">The words</p>\n<p>c</p>'],
    ["The words\n{#b}\nc", "<p>The words\n{#b}\nc</p>"],
    ["{a, b}\nc", "<p>{a, b}\nc</p>"],
    ["{a=1}\nc", "<p>{a=1}\nc</p>"],
    ["{#if x}\nc", "<p>{#if x}\nc</p>"],
  ])("are read in %j", async (text, html) => {
    expect((await compileOne(text)).content.trim()).toBe(html);
  });
});

describe("attributes of blocks in quotation marks", () => {
  it.each([
    ['> Some text\n{cite="https://gohugo.io" caption="A caption"}', "<blockquote>\n<p>Some text</p>\n</blockquote>"],
    ['Para\n{style="color: red" title="x"}', "<p>Para</p>"],
    ['## Head {.x data-url="https://a.example.com/x"}', '<h2 id="moon-head">Head</h2>'],
    ["## Head {#own data-url='https://a.example.com/x'}", '<h2 id="moon-own">Head</h2>'],
    ["The set\n{a, b}", "<p>The set\n{a, b}</p>"],
    ["Code\n{a=1}", "<p>Code\n{a=1}</p>"],
  ])("are read in %j", async (text, html) => {
    expect((await compileOne(text)).content.trim()).toBe(html);
  });
});
