import { describe, expect, it } from "vitest";
import { compileOne } from "../../../sample.ts";
import { drawn } from "../drawn.ts";

describe.each(["md", "mdx"])("wikilinks with markup in their words in .%s", (markup) => {
  it.each([
    ["[[sea|`code`]] and [[sea|*all*]]", '<a href="/sea"><code>code</code></a> and <a href="/sea"><em>all</em></a>'],
    ["[[sea|a *b*]][[sea|**c** d]]", '<a href="/sea">a <em>b</em></a><a href="/sea"><strong>c</strong> d</a>'],
    ["[[sea|a <b>b</b> ==c==]]", '<a href="/sea">a <b>b</b> <mark>c</mark></a>'],
    ["[[sea|$x_1$]] [[sea|H~2~O]]", '<a href="/sea"><code>x_1</code></a> <a href="/sea">H<sub>2</sub>O</a>'],
    ["[[sea|see [x](https://e.com)]]", '<a href="/sea">see x</a>'],
    ["**[[sea|`a`]]**", '<strong><a href="/sea"><code>a</code></a></strong>'],
    ["![[moon.png|the *moon*]]", '<img src="https://example.com/media/ab/moon.png" alt="the moon" width="400" height="200">'],
    ["[[SEA]] [[Tide-Pool|a]]", '<a href="/sea">SEA</a> <a href="/notes/tide-pool">a</a>'],
    ["[[Tide Pool#Low water|b]]", '<a href="/notes/tide-pool#notes--tide-pool-low-water">b</a>'],
    ["![[moon.png#icon]]", '<img src="https://example.com/media/ab/moon.png" alt="" width="400" height="200">'],
    ["![[moon.png#interface#icon|40]]", '<img src="https://example.com/media/ab/moon.png" alt="" width="40" height="20">'],
    ["![[slides.pdf#page=3&h=2]]", '<a href="https://example.com/media/fa/slides.pdf#page=3">slides.pdf</a>'],
    ["[[slides.pdf#page=3|a]]", '<a href="https://example.com/media/fa/slides.pdf#page=3">a</a>'],
    [
      "![[talk.mp3#t=30]]",
      '<audio src="https://example.com/media/ef/talk.mp3#t=30" controls><a href="https://example.com/media/ef/talk.mp3#t=30">talk.mp3</a></audio>',
    ],
    ["![[sea|*x*]]", '<a href="/sea"><em>x</em></a>'],
    ["[[sea|a *b* and [[sea|c]]", '[[sea|a <em>b</em> and <a href="/sea">c</a>'],
    ["[[ $a | *b* ]] <code>[[sea|*b*]]</code>", "[[ $a | <em>b</em> ]] <code>[[sea|<em>b</em>]]</code>"],
  ])("become links in %j", async (text, html) => {
    expect(await drawn(text, markup)).toBe(`<p>${html}</p>`);
  });

  it("become links in tables", async () => {
    expect(await drawn("| a |\n|---|\n| [[sea\\|`b`]] |", markup)).toContain('<td><a href="/sea"><code>b</code></a></td>');
  });

  it("have a location for diagnostics", async () => {
    const { problems } = await compileOne("x\n\n[[#gone|*y*]]", `2024-11-06-moon.${markup}`);
    expect(problems).toEqual([expect.stringMatching(/:3:1 warning Cannot find the anchor/)]);
  });

  it("become their words without an article, with a warning", async () => {
    const { content, problems } = await compileOne("x [[No note|words *y*]] `z`", `2024-11-06-moon.${markup}`);
    expect(content).toBe("<p>x words <em>y</em> <code>z</code></p>");
    expect(problems).toEqual([expect.stringContaining('Cannot find an article for "[[No note|words y]]"')]);
  });
});
