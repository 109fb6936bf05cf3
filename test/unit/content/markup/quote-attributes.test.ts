import { describe, expect, it } from "vitest";
import { quoteAttributes } from "../../../../src/content/markup/quote-attributes.ts";
import { compileOne } from "../sample.ts";

describe("quoteAttributes()", () => {
  it.each([
    ["<img src=https://e.com/a.png role=x>", '<img src="https://e.com/a.png" role=x>'],
    ["<IMG\nSRC=/a?b=c&d=e ALT='x=/y'>", "<IMG\nSRC=\"/a?b=c&d=e\" ALT='x=/y'>"],
    ["<img src=/a.png/> <a href=/b/>c</a>", '<img src="/a.png"/> <a href="/b/">c</a>'],
    ["<code><img src=/a.png></code>", '<code><img src="/a.png"></code>'],
    ['<a title="a <b c=/d> e" href=/f/>g</a>', '<a title="a <b c=/d> e" href="/f/">g</a>'],
    ["it's a <b it's <img src=/a.png> and it's >", "it's a <b it's <img src=\"/a.png\"> and it's >"],
    ['[a](/b "c") <img src=/d.png> "e"', '[a](/b "c") <img src="/d.png"> "e"'],
    ["[![a](b.png) <img src=/c.png>](/d)", '[![a](b.png) <img src="/c.png">](/d)'],
    ['say <a title=" and\n\n<img src=/c.png> "so" >', 'say <a title=" and\n\n<img src="/c.png"> "so" >'],
    ["`a` <img src=/c.png> `<img src=/c.png>` <img src=/c.png>", '`a` <img src="/c.png"> `<img src=/c.png>` <img src="/c.png">'],
    ["![a [b] <img src=/c.png>", '![a [b] <img src="/c.png">'],
  ])("quotes values with slashes and equals signs in %j", (text, expected) => {
    expect(quoteAttributes(text)).toBe(expected);
  });

  it.each([
    '<img src="/a" alt="x src=/b c">',
    '<span title="<a href=/x>">words</span>',
    "<span title = '<a href=/x>'>words</span>",
    '<img src="a.png" alt="write <img src=/x.png> here">',
    '<iframe srcdoc="<a href=https://e.com/?autoplay=1>x</a>" src="https://e.com/"></iframe>',
    '[l](https://e.org/ "see <a href=/x> z")',
    "[l](<a b> 'see <a href=/x> z')",
    '[l]: https://e.org/ "see <a href=/x> z"',
    "![alt <a href=/x> y](a.png)",
    '<iframe srcdoc="<style>*{padding:0}</style><a href=https://e.com/?autoplay=1><img src=https://e.com/a.jpg></a>" src="https://e.com/"></iframe>',
    '<img alt="use `a` <img src=/x.png>" src="a.png">',
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

  it("keeps tags that are words in values, titles and alternative texts", async () => {
    const { content, problems } = await compileOne(
      'a <span title="<a href=/x>">b</span> [c](https://e.com/ "see <a href=/x> z") ![d <a href=/x> e](https://e.com/a.png)\n\nf',
    );
    expect(problems).toEqual([]);
    expect(content).toContain('<p>a <span title="&#x3C;a href=/x>">b</span> <a href="https://e.com/" title="see &#x3C;a href=/x> z">c</a>');
    expect(content).toContain("<p>f</p>");
  });

  it("recognizes a lazy video", async () => {
    const embed = "https://www.youtube.com/embed/abcdefghijk";
    const { content, summary } = await compileOne(
      `<iframe srcdoc="<a href=${embed}?autoplay=1>x</a>" src="${embed}" title="A film"></iframe>\n\nWords.`,
    );
    expect(content).toContain('<a href="https://www.youtube.com/watch?v=abcdefghijk">A film</a>');
    expect(summary).toBe("Words.");
  });
});
