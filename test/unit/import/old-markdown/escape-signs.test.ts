import { describe, expect, it } from "vitest";
import { pythonMarkdown } from "../../../../src/import/old-markdown/markdown-rules.ts";
import { OldMarkdown } from "../../../../src/import/old-markdown/old-markdown.ts";
import { compileOne } from "../../content/sample.ts";

const written = (text: string) => new OldMarkdown({ parser: "kramdown" }).toCommonMark("a.md", text, {});

describe("escapeSigns()", () => {
  // As kramdown 2.4 and Python-Markdown 3.4 show them.
  it.each(["~Unit test~ and ~취소~", "H~2~O, x^2^ and ==mark==", "## 30p~32p ~words~"])(
    "keeps signs that the old parser showed: %s",
    async (text) => {
      const shown = (await compileOne(written(text))).content.replace(/<[^>]*>/g, "");
      expect(shown.trim()).toBe(text.replace(/^#+ /, ""));
    },
  );

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
  ])("leaves other texts as they are: %s", (text) => {
    expect(written(text)).toBe(text);
  });

  it.each([
    [["extra", "pymdownx.superfences"], undefined],
    [["markdown.extensions.extra", "pymdownx.tilde"], true],
    [["mdx_subscript"], true],
    [["pymdownx.mark"], true],
  ])("is not for Python-Markdown with an extension for such signs: %j", (extensions, expected) => {
    expect(pythonMarkdown(extensions).hasSigns).toBe(expected);
  });
});
