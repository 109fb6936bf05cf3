import { describe, expect, it } from "vitest";
import { toHtml } from "../../../../src/content/html/html.ts";
import { parseHtml } from "../../../../src/content/html/parse-html.ts";
import { prefixAnchors } from "../../../../src/content/html/prefix-anchors.ts";
import { compileOne } from "../sample.ts";

function anchored(html: string): string {
  const tree = parseHtml(html);
  prefixAnchors(tree, "moon");
  return toHtml(tree);
}

describe("prefixAnchors()", () => {
  it.each([
    ["<h2>The Far Side!</h2>", '<h2 id="moon-the-far-side">The Far Side!</h2>'],
    ["<h6>月の<em>裏側</em></h6>", '<h6 id="moon-月の裏側">月の<em>裏側</em></h6>'],
    ['<h2 id="own">a</h2>', '<h2 id="moon-own">a</h2>'],
    ['<p id="a  b">c</p>', '<p id="moon-a-b">c</p>'],
    ['<h2>A</h2><p id="A">b</p>', '<h2 id="moon-a">A</h2><p id="moon-A">b</p>'],
    ['<p name="a">b</p>', '<p name="a">b</p>'],
    ["<x-h2>a</x-h2><h2-x>b</h2-x>", "<x-h2>a</x-h2><h2-x>b</h2-x>"],
    ['<a name="old">b</a>', '<a name="old" id="moon-old">b</a>'],
    ['<p aria-labelledby="a b" aria-activedescendant="c">d</p>', '<p aria-labelledby="moon-a moon-b" aria-activedescendant="moon-c">d</p>'],
    ['<table><tr><td headers="a b">c</td></tr></table>', '<table><tbody><tr><td headers="moon-a moon-b">c</td></tr></tbody></table>'],
    ["<h2>a</h2><h2>a</h2>", '<h2 id="moon-a">a</h2><h2 id="moon-a-1">a</h2>'],
    ['<h2 id="a">b</h2><h2 id="a">c</h2><p id="a-1">d</p>', '<h2 id="moon-a">b</h2><h2 id="moon-a-2">c</h2><p id="moon-a-1">d</p>'],
    ['<p id="a b">c</p><p id="a-b">d</p>', '<p id="moon-a-b">c</p><p id="moon-a-b-1">d</p>'],
    ['<a name="a"></a><h2>a</h2>', '<a name="a" id="moon-a"></a><h2 id="moon-a-1">a</h2>'],
    ['<p id="">a</p><h2 id="">b</h2>', '<p>a</p><h2 id="moon-b">b</h2>'],
    ["<h2>a</h2><p id=a>b</p>", '<h2 id="moon-a-1">a</h2><p id="moon-a">b</p>'],
  ])("creates anchors in %s", (html, expected) => {
    expect(anchored(html)).toBe(expected);
  });

  it("reports an id that an author gave twice, once for each", async () => {
    const text = "## Two {#dup}\n\n## Three {#dup}\n\n## Dup\n\n[a](#dup)\n\n<svg id=x></svg><svg id=x></svg>";
    const { content, problems } = await compileOne(text);
    expect([...content.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual(["moon-dup", "moon-dup-1", "moon-dup-2"]);
    expect(content).toContain('href="https://example.com/articles/moon#moon-dup"');
    expect(problems.filter((problem) => problem.includes("id"))).toEqual([
      'articles/2024-11-06-moon.md:3:1 warning Cannot use the id "dup" twice in an article: this one became "dup-1"; write another id',
    ]);
  });

  it("makes every anchor of an entry unique, including footnotes, and keeps every link valid", async () => {
    const text = "Fn 1[^1] and[^2] again[^1]. [See](#fn-1-1)\n\n## Fn 1\n\n## Footnote label\n\n## Fn 1\n\n[^1]: One.\n\n[^2]: Two.\n";
    const { content, url } = await compileOne(text, "2024-11-06-notes.md");
    const anchors = [...content.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(anchors.every((anchor) => anchor?.startsWith("notes-"))).toBe(true);
    const targets = [...content.matchAll(/ href="([^"#]*)#([^"]*)"/g)];
    expect(targets).toHaveLength(7);
    for (const [, page, anchor] of targets) expect([page, anchors.includes(anchor ?? "")]).toEqual([url, true]);
  });
});
