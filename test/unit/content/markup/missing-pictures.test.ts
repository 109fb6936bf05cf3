import { describe, expect, it } from "vitest";
import { compileOne } from "../sample.ts";

describe("reportMissingPictures()", () => {
  it("names a picture whose address is not defined, with its line", async () => {
    const { content, problems } = await compileOne("# T\n\nText\n\n![A moon][nope]");
    expect(content).toContain("<p>![A moon][nope]</p>");
    expect(problems).toEqual([
      'articles/2024-11-06-moon.md:5:1 warning Cannot show the picture "![A moon][nope]": write a line "[nope]: " with its address',
    ]);
  });

  it("has the line in a text with HTML", async () => {
    const { problems } = await compileOne("# T\n\n<div>a</div>\n\nText <b>b</b>\n![A moon][nope]");
    expect(problems).toEqual([expect.stringMatching(/^articles\/2024-11-06-moon\.md:[56]:\d+ warning Cannot show the picture/)]);
  });

  it.each([
    "![A moon][b]\n\n[b]: https://e.com/a.png",
    "`![a][b]`",
    "```\n![a][b]\n```",
    "    ![a][b]",
    "\\![a][b]",
    "Call vec![0][1] here.",
    "Wow! [a][b]",
    "<kbd>![a][b]</kbd>",
  ])("does not report %j", async (text) => {
    expect((await compileOne(`# T\n\n${text}`)).problems).toEqual([]);
  });
});
