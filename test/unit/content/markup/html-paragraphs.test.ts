import { describe, expect, it } from "vitest";
import { compileOne } from "../sample.ts";

async function read(text: string): Promise<string> {
  return (await compileOne(`---\ntitle: T\n---\n${text}`, "2024-11-06-moon.html")).content;
}

describe("HTML with blank lines and without paragraphs", () => {
  it.each([
    ["One\n\nTwo", "<p>One</p>\n<p>Two</p>"],
    ["One\n \nTwo <b>b</b>\nc\n\n<i>d</i>", "<p>One</p>\n<p>Two <b>b</b>\nc</p>\n<p><i>d</i></p>"],
    ["<h2>A</h2>\nOne\n\nTwo\n<ul><li>b</li></ul>", '<h2 id="moon-a">A</h2>\n<p>One</p>\n<p>Two</p>\n<ul><li>b</li></ul>'],
    ["One\n\nTwo\n\n<pre>a\n\nb</pre>", "<p>One</p>\n<p>Two</p>\n<pre>a\n\nb</pre>"],
    ["One\n\n<!-- b -->\n\nTwo\n\nThree", "<p>One</p>\n<p>Two</p>\n<p>Three</p>"],
    [
      "One\n\nTwo\n\nhttps://www.youtube.com/watch?v=abcdefghijk",
      '<p>One</p>\n<p>Two</p>\n<p><a href="https://www.youtube.com/watch?v=abcdefghijk">Video on YouTube</a></p>',
    ],
    ["One\n\nTwo\n\nhttps://example.org/a", "<p>One</p>\n<p>Two</p>\n<p>https://example.org/a</p>"],
  ])("gets paragraphs: %j", async (text, expected) => {
    expect((await read(text)).replace(/\n+/g, "\n").trim()).toBe(expected.replace(/\n+/g, "\n"));
  });

  it.each([
    "<p>One</p>\n\nTwo\n\nThree",
    "One<br>\n\nTwo",
    "<div>a</div>\n\nTwo\n\nThree",
    "One\nTwo",
    '<h2 id="moon-a">A</h2>\n\nOne\n\n<ul><li>b</li></ul>',
    "<b>One</b>\n\n<b>Two</b>",
    "<blockquote>One\n\nTwo</blockquote>",
  ])("stays as it is if that has another meaning: %j", async (text) => {
    expect(await read(text.replace(' id="moon-a"', ""))).toBe(text);
  });

  it("has its summary before the more-mark", async () => {
    const { content, summary } = await compileOne("One\n\nTwo<!--more-->\n\nThree", "2024-11-06-moon.html");
    expect([content, summary]).toEqual([expect.stringContaining("<p>Two</p>\n<p>Three</p>"), "One Two"]);
  });
});
