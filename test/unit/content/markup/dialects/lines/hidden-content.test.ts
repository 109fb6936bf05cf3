import { describe, expect, it } from "vitest";
import { isHiddenOnWeb } from "../../../../../../src/content/markup/dialects/lines/hidden-content.ts";
import { compileAll } from "../../../sample.ts";
import { drawn } from "../drawn.ts";

describe("isHiddenOnWeb()", () => {
  it.each([
    ".hidden",
    ".content-hidden",
    '.content-hidden when-format="html"',
    ".content-hidden when-format='html'",
    ".content-hidden when-format=html5",
    '.content-hidden when-format="html:js"',
    '.content-hidden unless-format="pdf"',
    '.content-hidden unless-profile="solutions"',
    '.content-hidden when-meta="a.b"',
    '#a .content-hidden .b when-format="html" unless-profile="c"',
    '.content-visible when-format="pdf"',
    '.content-visible when-format="docx"',
    '.content-visible unless-format="html"',
    '.content-visible when-profile="solutions"',
    '.content-visible when-meta="a.b"',
    '.content-visible when-format="html" when-profile="a"',
  ])("is true for %s", (attributes) => {
    expect(isHiddenOnWeb(attributes)).toBe(true);
  });

  it.each([
    ".content-visible",
    '.content-visible when-format="html"',
    '.content-visible unless-format="pdf"',
    '.content-visible unless-profile="a"',
    '.content-hidden when-format="pdf"',
    '.content-hidden unless-format="html"',
    '.content-hidden when-profile="a"',
    '.content-hidden when-format="html" when-profile="a"',
    ".callout-note",
    ".hidden-gem",
    "#hidden",
    'title=".hiddenly"',
  ])("is false for %s", (attributes) => {
    expect(isHiddenOnWeb(attributes)).toBe(false);
  });
});

describe("hidden content of Quarto is removed", () => {
  it.each([
    ["::: {.content-hidden}\n# Secret\n\n- Secret\n:::\n\na", "<p>a</p>"],
    ["::: {.hidden}\nSecret $a*b$ H~2~O [^1]\n\n```{note}\nSecret\n```\n\n[^1]: Secret\n:::\na", "<p>a</p>"],
    ["::: hidden\nSecret\n:::\na", "<p>a</p>"],
    ['a\n\n::: {.content-visible when-profile="solutions"}\nSecret', "<p>a</p>"],
    [':::: {.content-visible when-format="html"}\na\n\n::: {.hidden}\nSecret\n:::\n\nb\n::::', "<p>a</p><p>b</p>"],
    [":::: {.content-hidden}\n::: {.callout-note}\nSecret\n:::\n\nSecret\n::::\n\nb", "<p>b</p>"],
    ["> ::: {.content-hidden}\n> Secret\n> :::\n>\n> a", "<blockquote><p>a</p></blockquote>"],
    ["- a\n\n  ::: {.content-hidden}\n  Secret\n  :::\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>"],
    ["!!! note\n    ::: {.hidden}\n    Secret\n    :::\n\n    a", "<blockquote><p><strong>Note</strong></p><p>a</p></blockquote>"],
    ['2 [Secret **4** `c`]{.content-hidden when-format="html"} a', "<p>2  a</p>"],
    ["[Secret]{.hidden}\n\na", "<p>a</p>"],
  ])("%j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  it.each([
    ["::: hidden gems\na\n:::", "<blockquote><p><strong>hidden gems</strong></p><p>a</p></blockquote>"],
    ["```\n::: {.hidden}\na\n:::\n```", "<pre><code>::: {.hidden}a:::</code></pre>"],
    ['a [b]{.content-hidden when-format="pdf"}', "<p>a b</p>"],
    ["`[a]{.hidden}`", "<p><code>[a]{.hidden}</code></p>"],
  ])("but not %j", async (text, html) => {
    expect(await drawn(text)).toBe(html);
  });

  it("with a warning", async () => {
    const text =
      '# Moon\n\nSome text.\n\n::: {.content-hidden when-format="html"}\nThe *answer* is $a*b$ and H~2~O.\n:::\n\nb [4]{.hidden}';
    const { problems } = await compileAll({ "2024-11-06-moon.md": text });
    expect(problems).toEqual([
      'articles/2024-11-06-moon.md:5:1 warning Removed "The *answer* is $…$ and H~2~O.": {.content-hidden when-format="html"} hides it on web pages; to show it, remove these attributes',
      'articles/2024-11-06-moon.md:9:1 warning Removed "4": {.hidden} hides it on web pages; to show it, remove these attributes',
    ]);
  });

  it("to the end of the article without its end, with a warning", async () => {
    const { problems } = await compileAll({ "2024-11-06-moon.md": "# Moon\n\nSome text.\n\n::: {.hidden}\nSecret" });
    expect(problems.map((problem) => problem.slice(0, 60))).toEqual([
      'articles/2024-11-06-moon.md:5:1 warning Removed "Secret": {.',
      "articles/2024-11-06-moon.md:5:1 warning Cannot find the end ",
    ]);
  });
});
