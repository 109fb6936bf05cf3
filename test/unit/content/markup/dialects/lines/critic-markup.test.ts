import { describe, expect, it } from "vitest";
import { compileOne } from "../../../sample.ts";

describe("convertCriticMarkup()", () => {
  it.each([
    ["{--a--} {++b++} {~~c~>d~~} {==e==}", "<p><del>a</del> <ins>b</ins> <del>c</del><ins>d</ins> <mark>e</mark></p>"],
    ["a {++b\nc++} {~~d\ne~>f~~}", "<p>a <ins>b\nc</ins> <del>d\ne</del><ins>f</ins></p>"],
    ["{==\na *b*\n==}", "<p><mark>a <em>b</em></mark></p>"],
    ["{==\n\nA *b*\n\n- c\n\n==}\n\nD", "<mark>\n<p>A <em>b</em></p>\n<ul>\n<li>c</li>\n</ul>\n</mark>\n<p>D</p>"],
    ["> {++\n>\n> A\n>\n> ++}", "<blockquote>\n<ins>\n<p>A</p>\n</ins>\n</blockquote>"],
    ["- {--\n\n  A\n\n  --}\n- B", "<ul>\n<li>\n<del>\n<p>A</p>\n</del>\n</li>\n<li>\n<p>B</p>\n</li>\n</ul>"],
    ["{==\n\n```\n==}\n```\n\n==}", "<mark>\n<pre><code>==}\n</code></pre>\n</mark>"],
  ])("converts %j", async (text, html) => {
    const { content, problems } = await compileOne(text);
    expect(content).toBe(html);
    expect(problems).toEqual([]);
  });

  it.each([
    ["a\n\nb {>>Jo: right?<<} c", "<p>a</p>\n<p>b  c</p>", '"{>>Jo: right?<<}", a comment', 3],
    ["> a {>>b\n> c<<} d\n\n{>>e<<}", "<blockquote>\n<p>a\nd</p>\n</blockquote>", '"{>>b c<<}" and 1 more, comments', 1],
    ["A\n\n{>>\n\nb\n\n- c\n\n<<}\n\nD", "<p>A</p>\n<p>D</p>", '"{>> b - c <<}", a comment', 3],
  ])("removes the comments of %j with a warning", async (text, html, shown, line) => {
    const { content, problems } = await compileOne(text);
    expect(content).toBe(html);
    expect(problems).toEqual([expect.stringContaining(`md:${line}:1 warning Removed ${shown}`)]);
  });

  it("removes empty comments", async () => {
    expect(await compileOne("a{>><<} b")).toMatchObject({ content: "<p>a b</p>", problems: [] });
  });

  it.each(["{==\n\nA", "{==\n\nA\n\n++}", "A\n\n==}", "`{>>a<<}`", "{{-- a --}}", "{++a\n\nb++}", "> {++\n\nA\n\n++}"])(
    "keeps %j",
    async (text) => {
      const { content, problems } = await compileOne(text);
      expect(content.replace(/<[^<>]+>|\s+/g, "").replaceAll("&#x3C;", "<")).toBe(text.replace(/[`\s]|^> /g, ""));
      expect(problems).toEqual([]);
    },
  );
});
