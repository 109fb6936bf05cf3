import { describe, expect, it } from "vitest";
import { encodeSpaces } from "../../../../../../src/content/markup/dialects/lines/spaced-addresses.ts";
import { compileOne, someMedia } from "../../../sample.ts";
import { drawn } from "../drawn.ts";

describe("encodeSpaces()", () => {
  it.each([
    ["![a](my photo.png)", "![a](my%20photo.png)"],
    ['![a](my photo.png "A title")', '![a](my%20photo.png "A title")'],
    ["![a](my photo.png 'A title')", "![a](my%20photo.png 'A title')"],
    ["![](Ada's photo (1).JPG)", "![](Ada's%20photo%20(1).JPG)"],
    ["![a](my photo.png =300x200)", "![a](my%20photo.png =300x200)"],
    ["[a *b*](../my papers/a paper.pdf#page=2)", "[a *b*](../my%20papers/a%20paper.pdf#page=2)"],
    ["[a](https://e.org/my talk.mp3?x=1)", "[a](https://e.org/my%20talk.mp3?x=1)"],
    ["[![a](b c.png)](d e.pdf)", "[![a](b%20c.png)](d%20e.pdf)"],
    ["[`code`](my notes.md)", "[`code`](my%20notes.md)"],
    ["![a](b c.png) and ![d](e f.png)", "![a](b%20c.png) and ![d](e%20f.png)"],
    ["a ![b](  my photo.png  )", "a ![b](my%20photo.png)"],
  ])("encodes the spaces in %s", (text, encoded) => {
    expect(encodeSpaces(text)).toBe(encoded);
  });

  it.each([
    "[a](see b)",
    "[a](see b.c for more)",
    "`![a](my photo.png)`",
    "```\n![a](my photo.png)\n```",
    "    ![a](my photo.png)",
    "<!-- ![a](my photo.png) -->",
    "\\[a\\](my photo.png)",
    "a](my photo.png)",
    "[a\nb](my photo.png)",
    "[a](my\nphoto.png)",
    "![a](<my photo.png>)",
    '![a](photo.png "my photo.png")',
    "![a](photo.png 'my photo.png')",
    "![a](photo.png (my photo.png))",
    "a[0] (see b.png)",
  ])("leaves %j", (text) => {
    expect(encodeSpaces(text)).toBe(text);
  });

  it.each(["md", "mdx"])("shows the picture in .%s", async (markup) => {
    expect(await drawn('![a](my photo.png "T") [b](my paper.pdf)', markup)).toBe(
      '<p><img src="/my%20photo.png" alt="a" title="T"> <a href="/my%20paper.pdf">b</a></p>',
    );
  });

  it("finds the file", async () => {
    const { content, problems } = await compileOne("![a|30](notes/night sky.png)", undefined, { media: someMedia });
    expect(content).toBe('<p><img src="https://example.com/media/cd/night%20sky.png" alt="a" width="30"></p>');
    expect(problems).toEqual([]);
  });
});
