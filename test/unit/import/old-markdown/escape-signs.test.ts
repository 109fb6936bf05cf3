import { describe, expect, it } from "vitest";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { jekyll } from "../../../../src/import/generators/jekyll.ts";
import { pelican } from "../../../../src/import/generators/pelican.ts";
import { pythonMarkdown } from "../../../../src/import/old-markdown/markdown-rules.ts";
import { OldMarkdown } from "../../../../src/import/old-markdown/old-markdown.ts";
import { compileOne } from "../../content/sample.ts";
import { open } from "../generators/in-memory-site.ts";

const written = (text: string) => new OldMarkdown({ parser: "kramdown", shownSigns: ["~", "^", "==", ":"] }).toCommonMark("a.md", text, {});

describe("escapeSigns()", () => {
  // As kramdown 2.4 and Python-Markdown 3.4 show them.
  it.each(["~Unit test~ and ~취소~", "H~2~O, x^2^ and ==mark==", "## 30p~32p ~words~", "A :smile::tada: ==b :+1: ~c~=="])(
    "keeps signs that the old parser showed: %s",
    async (text) => {
      const shown = (await compileOne(written(text))).content.replace(/<[^>]*>/g, "");
      expect(shown.trim()).toBe(text.replace(/^#+ /, ""));
    },
  );

  it.each([
    ["<p>~a~</p>\n~b~", "<p>~a~</p>\n\n\\~b\\~"],
    ["<div>\n~a~\n\n~b~\n\n</div>", "<div>\n~a~\n\n\\~b\\~\n\n</div>"],
    ['<div markdown="1">\n~a~\n</div>', '<div markdown="1">\n\\~a\\~\n</div>'],
    ["<br>\n~a~", "<br>&#32;\n\\~a\\~"],
    ["<b>~a~</b> b", "<b>\\~a\\~</b> b"],
  ])("escapes signs next to HTML, and not those in it: %j", (text, expected) => {
    expect(written(text)).toBe(expected);
  });

  it.each([
    "~~gone~~ and 10~20 ~ 5~6",
    "`~code~` and <kbd>^a^</kbd>",
    "    ~code~",
    "```\n==code==\n```",
    "$a~b~c$ and $$x^2^y$$",
    "[a](http://a.example/~b/c~d~) <http://a.example/~b~c~> https://a.example/~b~/",
    '<a href="~b~">a</a> {{ a | b: "~c~" }} {% c ~d~ %}',
    "A note[^1] and another[^b].",
    "A \\~word\\~ and a \\^2\\^",
    "a == b and c == d, ===",
    "10:30:00, std::tada::x, a:tada:b, :unknown: and `:tada:`",
    "<div>~a~ x^2^ ==b==</div>",
    "<table>\n<tr><td>~a~ H~2~O</td></tr>\n</table>",
    "> <div>~a~</div>\n\n- <p>==b==</p>",
    '<section markdown="1">\n<div>~a~</div>\n</section>',
  ])("leaves other texts as they are: %s", (text) => {
    expect(written(text)).toBe(text);
  });

  it("leaves HTML that begins with an inline element, in CommonMark", () => {
    const markdown = new OldMarkdown({ shownSigns: ["^"] });
    expect(markdown.toCommonMark("a.md", "<span>\nx^2^\n</span>\n\nx^2^", {})).toBe("<span>\nx^2^\n</span>\n\nx\\^2\\^");
  });

  it.each([
    [
      ["extra", "pymdownx.superfences"],
      ["~", "^", "==", ":"],
    ],
    [["markdown.extensions.extra", "pymdownx.tilde"], [":"]],
    [["mdx_subscript"], [":"]],
    [["pymdownx.mark"], [":"]],
    [["pymdownx.emoji"], ["~", "^", "=="]],
  ])("is not for Python-Markdown with an extension for such signs: %j", (extensions, expected) => {
    expect(pythonMarkdown(extensions).shownSigns).toEqual(expected);
  });

  const post = "---\ntitle: A\ndate: 2024-01-02\n---\nText\n";
  const extras = "[markup.goldmark.extensions.extras]\n";

  // As Hugo 0.111, Jekyll 4.3 and Pelican 4.8 show them.
  it.each([
    [hugo, { "hugo.toml": "", "content/a.md": post }, ["^", "==", ":"]],
    [hugo, { "hugo.toml": "enableEmoji = true", "content/a.md": post }, ["^", "=="]],
    [hugo, { "hugo.toml": `${extras}superscript.enable = true\nmark.enable = true`, "content/a.md": post }, [":"]],
    [jekyll, { "_config.yml": "title: A", "_posts/2024-01-02-a.md": post }, ["~", "^", "==", ":"]],
    [jekyll, { "_config.yml": "plugins: [jemoji]", "_posts/2024-01-02-a.md": post }, ["~", "^", "=="]],
    [jekyll, { "_config.yml": "", "_plugins/a.rb": "Emoji.new", "_posts/2024-01-02-a.md": post }, ["~", "^", "=="]],
    [jekyll, { "_config.yml": "markdown: CommonMark", "_posts/2024-01-02-a.md": post }, ["^", "==", ":"]],
    [pelican, { "pelicanconf.py": "PATH = 'content'", "content/a.md": "Title: A\n\nText" }, ["~", "^", "==", ":"]],
    [pelican, { "pelicanconf.py": "PATH = 'content'\nPLUGINS = ['emojify']", "content/a.md": "Title: A\n\nText" }, ["~", "^", "=="]],
  ])("is for the signs that a site shows: %#", (generator, files, expected) => {
    expect(open(generator, files).markdown?.shownSigns).toEqual(expected);
  });
});
