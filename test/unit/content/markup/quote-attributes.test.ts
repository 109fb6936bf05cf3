import { describe, expect, it } from "vitest";
import { quoteAttributes } from "../../../../src/content/markup/quote-attributes.ts";
import { compileOne } from "../sample.ts";

describe("quoteAttributes()", () => {
  it.each([
    ["<img src=https://e.com/a.png role=x>", '<img src="https://e.com/a.png" role=x>'],
    ["<IMG\nSRC=/a?b=c&d=e ALT='x=/y'>", "<IMG\nSRC=\"/a?b=c&d=e\" ALT='x=/y'>"],
    ["<img src=/a.png/> <a href=/b/>c</a>", '<img src="/a.png"/> <a href="/b/">c</a>'],
    ["<code><img src=/a.png></code>", '<code><img src="/a.png"></code>'],
  ])("quotes values with slashes and equals signs in %j", (text, expected) => {
    expect(quoteAttributes(text)).toBe(expected);
  });

  it.each([
    '<img src="/a" alt="x src=/b c">',
    "`<img src=/a>`",
    "```\n<img src=/a>\n```",
    "if a <b and c=d/e",
    "a < b x=/c >",
    "<https://e.com/?a=/b>",
    "<b class=c>",
  ])("keeps %j", (text) => {
    expect(quoteAttributes(text)).toBe(text);
  });
});

describe("an article", () => {
  it("shows pictures, videos and links without quotation marks", async () => {
    const { content, problems } = await compileOne(
      "a <img src=https://e.com/a.png alt=b> <a href=https://e.com/?c=d>e</a>\n\n<video src=https://e.com/f.mp4></video>",
    );
    expect(problems).toEqual([]);
    expect(content).toContain('<p>a <img src="https://e.com/a.png" alt="b"> <a href="https://e.com/?c=d">e</a></p>');
    expect(content).toContain('<video src="https://e.com/f.mp4"');
  });
});
