import { toHtml } from "hast-util-to-html";
import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../../../../../src/content/markup/markdown.ts";
import { replaceShortcodes } from "../../../../../../src/content/markup/shortcodes/shortcodes.ts";
import { placeHtml, placeOfTag } from "../../../../../../src/content/markup/shortcodes/tags/place-html.ts";

async function compiled(markdown: string): Promise<string> {
  const { text } = replaceShortcodes(markdown, { locate: () => undefined, variables: {} });
  return toHtml(await parseMarkdown(text)).replaceAll(/<!--.*?-->|(?<=>)\n+(?=<)/g, "");
}

describe("placeOfTag()", () => {
  it.each([
    ["|x|", "", "none"],
    ["|x|\n\na", "", "none"],
    ["|x|\na", "", "next line"],
    ["|x| a", "", "same line"],
    ["a\n\n  > - |x|\n  > b", "  > - ", "next line"],
    ["12. |x|", "12. ", "none"],
    ["> |x|\n>\n> a", "> ", "none"],
    ["a |x|", undefined, "none"],
    [`${" ".repeat(300)}|x|`, undefined, "none"],
  ])("finds the place in %j", (text, markers, next) => {
    const start = text.indexOf("|");
    expect(placeOfTag(text, start, text.lastIndexOf("|") + 1)).toEqual({ markers, next });
  });
});

describe("placeHtml()", () => {
  it.each(["[a]: |x|", "b\n   [a b]:  |x| c"])("finds the label in %j", (text) => {
    expect(placeOfTag(text, text.indexOf("|"), text.lastIndexOf("|") + 1).isAfterLabel).toBe(true);
  });

  it.each(["[^a]: |x|", "[a]: /b|x|", "b [a]: |x|"])("finds no label in %j", (text) => {
    expect(placeOfTag(text, text.indexOf("|"), text.lastIndexOf("|") + 1).isAfterLabel).toBeUndefined();
  });

  it("changes nothing if no Markdown follows", () => {
    expect(placeHtml("<figure></figure>", { markers: "", next: "none" })).toBe("<figure></figure>");
    expect(placeHtml("<img>", { markers: undefined, next: "next line" })).toBe("<img>");
  });

  it.each([
    ["{% asset_img p.png A %}\nSome **b**", '<p><img src="p.png" alt="A">\nSome <strong>b</strong></p>'],
    ["{% asset_img p.png A %}\n- **b**", '<p><img src="p.png" alt="A"></p><ul><li><strong>b</strong></li></ul>'],
    ['{% include figure.html src="p.png" %}\n**b**', '<figure><img src="p.png" alt=""></figure><p><strong>b</strong></p>'],
    ['{{< figure src="p.png" >}}\n# b', '<figure><img src="p.png" alt=""></figure><h1>b</h1>'],
    ['{{ figure(src="p.png") }}\n**b**', '<figure><img src="p.png" alt=""></figure><p><strong>b</strong></p>'],
    ['{{< figure src="p.png" >}} **b**', '<figure><img src="p.png" alt=""></figure><p><strong>b</strong></p>'],
    ['a\n{{< figure src="p.png" >}}\n**b**', '<p>a</p><figure><img src="p.png" alt=""></figure><p><strong>b</strong></p>'],
    [
      '> {{< figure src="p.png" >}}\n> **b**',
      '<blockquote><figure><img src="p.png" alt=""></figure><p><strong>b</strong></p></blockquote>',
    ],
    ['- {{< figure src="p.png" >}}\n  **b**', '<ul><li><figure><img src="p.png" alt=""></figure><strong>b</strong></li></ul>'],
    ["{% youtube x %}\n**b**", '<p><a href="https://www.youtube.com/watch?v=x" data-embed="">Video on YouTube</a><strong>b</strong></p>'],
    [
      "{{< details >}}\n**b**\n{{< /details >}}\n**c**",
      "<details><summary>Details</summary><p><strong>b</strong></p></details><p><strong>c</strong></p>",
    ],
    [
      "{% blockquote Ada %}\n**b**\n{% endblockquote %}\n**c**",
      "<blockquote><p><strong>b</strong></p><p>— Ada</p></blockquote><p><strong>c</strong></p>",
    ],
    [
      "- a\n\n  {% blockquote %}\n  **b**\n  {% endblockquote %}\n\n- c",
      "<ul><li><p>a</p><blockquote><p><strong>b</strong></p></blockquote></li><li><p>c</p></li></ul>",
    ],
    ["{% highlight sh %}\na\n{% endhighlight %}\n**b**", '<pre><code class="language-sh">a\n</code></pre><p><strong>b</strong></p>'],
    [
      "1. one\n\n   {% highlight html %}\n   <b>x</b>\n\n     y\n   {% endhighlight %}\n\n2. two",
      '<ol><li><p>one</p><pre><code class="language-html">&#x3C;b>x&#x3C;/b>\n\n  y\n</code></pre></li><li><p>two</p></li></ol>',
    ],
    [
      "- {% highlight sh %}\na\n  b\n{% endhighlight %}\n- c",
      '<ul><li><pre><code class="language-sh">a\n  b\n</code></pre></li><li>c</li></ul>',
    ],
    [
      "> {% codeblock %}\n> a\n>  b\n> {% endcodeblock %}\n> **c**",
      "<blockquote><pre><code>a\n b\n</code></pre><p><strong>c</strong></p></blockquote>",
    ],
  ])("keeps the Markdown around the tag in %j", async (markdown, html) => {
    expect((await compiled(markdown)).trim()).toBe(html);
  });

  it.each([
    ["1. a\n\n    {{< highlight py >}}\n    b\n    \n      c\n\n    d\n    {{< /highlight >}}\n\n2. e", "b\n\n  c\n\nd\n"],
    ["- a\n\n    {{< highlight py >}}\n    b:\n      c\n    {{< /highlight >}}\n", "b:\n  c\n"],
    ["* a\n    {% codeblock lang:py %}\n    b\n        c\n    {% endcodeblock %}\n", "b\n    c\n"],
    ["- a\n\n\t{% highlight py %}\n\tb:\n\t\tc\n\t{% endhighlight %}\n", "b:\n\tc\n"],
    ["- a\n\n    {% highlight py %}\n\tb:\n\t\tc\n    {% endhighlight %}\n", "b:\n\tc\n"],
    ["- a\n\n  {% highlight py %}\n  b:\n  \tc\n\td\n  {% endhighlight %}\n", "b:\n\tc\n  d\n"],
    ["- a\n\n    {% highlight py %}\nb\n  c\n    {% endhighlight %}\n", "b\n  c\n"],
    ["- a\n  - b\n\n      {% highlight py %}\n      c\n\n       d\n      {% endhighlight %}\n", "c\n\n d\n"],
    [">  - a\n>\n>      {% highlight py %}\n>      b\n>\n>       > c\n>      {% endhighlight %}\n", "b\n\n > c\n"],
    ["1. {% highlight py %}\n   b\n    c\n   {% endhighlight %}\n", "b\n c\n"],
    ["1. a\n\n    {{< mermaid >}}\n    b\n\n      c\n    {{< /mermaid >}}\n", "b\n\n  c\n"],
  ])("removes only the indentation of the list from the code in %j", async (markdown, code) => {
    const html = (await compiled(markdown)).replaceAll("&#x3C;", "<");
    expect(/<li>[\s\S]*<pre><code[^>]*>([\s\S]*)<\/code><\/pre>[\s\S]*<\/li>/.exec(html)?.[1]).toBe(code);
  });

  it("keeps the number of lines before the next line", () => {
    const { text } = replaceShortcodes('{{< figure src="p.png" >}}\nb', { locate: () => undefined, variables: {} });
    expect(text.split("\n")).toHaveLength(2);
  });
});
