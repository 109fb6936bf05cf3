import { describe, expect, it } from "vitest";
import { applyBlockHtmlOption } from "../../../../../src/content/markup/dialects/block-html-option.ts";
import { compileOne } from "../../sample.ts";
import { drawn } from "./drawn.ts";

const option = '{::options parse_block_html="true" /}';

describe("applyBlockHtmlOption()", () => {
  it.each([
    ["<div>\n*a*\n</div>", '<div markdown="1">\n*a*\n</div>'],
    ['<div class="a"><p>*b*</p></div>', '<div markdown="1" class="a"><p markdown="1">*b*</p></div>'],
    ["</div><Section>\na", '</div><Section markdown="1">\na'],
    ["> <div>*a*</div>\n- <p\n  title='b'>c</p>", '> <div markdown="1">*a*</div>\n- <p markdown="1"\n  title=\'b\'>c</p>'],
    ["<dl>\n<dt>*a*</dt>\n<dd>*b*</dd>\n</dl>", '<dl markdown="1">\n<dt markdown="1">*a*</dt>\n<dd markdown="1">*b*</dd>\n</dl>'],
    ["<table>\n<tr><td>\n<div>*a*</div>\n</table>\n<p>b", '<table>\n<tr><td>\n<div>*a*</div>\n</table>\n<p markdown="1">b'],
    ["<ul><li>\n<ul>\n</ul>\n<p>*a*\n</ul>\n<p>b", '<ul><li>\n<ul>\n</ul>\n<p>*a*\n</ul>\n<p markdown="1">b'],
    ["<div>\n```\n<p>*a*</p>\n```\n<p>b</p>\n</div>", '<div markdown="1">\n```\n<p>*a*</p>\n```\n<p markdown="1">b</p>\n</div>'],
    ["<hr>\n<p>a", '<hr>\n<p markdown="1">a'],
    ["<p>a\n{::options parse_block_html='false' toc_levels='1' /}\n<p>b", '<p markdown="1">a\n\n<p>b'],
  ])("marks the blocks in %j", (text, expected) => {
    expect(applyBlockHtmlOption(`${option}\n${text}`)).toBe(`\n${expected}`);
  });

  it.each([
    ...["<div markdown='0'>\n<p>*a*</p>\n</div>", '<div markdown="span">*a*</div>', "a <div>*b*</div>", "<span>*a*</span>", "<b>a</b>"],
    ...["```\n<div>a</div>\n```", "    <div>a</div>", "<!-- <p>a</p> -->", "<pre>\n<p>*a*</p>\n</pre>", "`<p>` *a*", "<iframe></iframe>"],
  ])("leaves %j alone", (text) => {
    expect(applyBlockHtmlOption(`${option}\n${text}`)).toBe(`\n${text}`);
  });

  it.each([`\`\`\`\n${option}\n\`\`\`\n<p>a`, `\`${option}\`\n\n<p>a`, '{::options toc_levels="1" /}\n<p>a'])(
    "reads no option in %j",
    (text) => {
      expect(applyBlockHtmlOption(text)).toBe(text);
    },
  );
});

describe("an article with kramdown's options", () => {
  it.each([
    ["<div>\n<h2>*a*</h2>\n\n- b\n\nc[^1]\n</div>\n*d*\n\n[^1]: e", '<div><h2 id="moon-a"><em>a</em></h2><ul><li>b</li></ul><p>c<sup>'],
    [
      `<p>*a*</p>\n\n{% highlight html %}\n<p>*b*</p>\n{% endhighlight %}`,
      '<p><em>a</em></p><pre><code class="language-html">&#x3C;p>*b*&#x3C;/p></code></pre>',
    ],
    [
      "<details>\n<summary>*a*</summary>\n\n*b*\n</details>\n*c*",
      "<details><summary><em>a</em></summary><p><em>b</em></p></details><p><em>c</em></p>",
    ],
    [
      "<section>\n| a |\n|---|\n| *b* |\n</section>",
      "<section><table><thead><tr><th>a</th></tr></thead><tbody><tr><td><em>b</em></td></tr></tbody></table></section>",
    ],
  ])("shows the Markdown in its HTML in %j", async (text, html) => {
    expect(await drawn(`${option}\n${text}`)).toContain(html);
  });

  it("keeps the lines of diagnostics", async () => {
    const { problems } = await compileOne(`${option}\n\n<div>\n[a](gone.md)\n</div>`);
    expect(problems).toEqual([expect.stringMatching(/moon\.md:4:\d+ warning/)]);
  });
});
