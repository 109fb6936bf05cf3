import { describe, expect, it } from "vitest";
import { writeSizes } from "../../../../../../src/content/markup/dialects/lines/picture-sizes.ts";
import { compileOne } from "../../../sample.ts";

describe("writeSizes()", () => {
  it.each([
    ['![a](b.png align="center")', "![a](b.png)"],
    ['![](https://e.org/a.png?b=c,d  align="left" )', "![](https://e.org/a.png?b=c,d)"],
    ['![a](b.png "T" align="left")', '![a](b.png "T")'],
    ['![a](b.png align="left" width="300" height="20px")', "![a](b.png){width=300 height=20}"],
    ['![a [b] c](d(1).png align="left")', "![a [b] c](d(1).png)"],
    ['[![a](b.png align="left")](/c) ![d](e.png align="right")', "[![a](b.png)](/c) ![d](e.png)"],
    ['| ![a](b.png align="left") |', "| ![a](b.png) |"],
    ["![a](b.png =300x200)", "![a](b.png){width=300 height=200}"],
    ["![a|300](b.png)", "![a](b.png){width=300}"],
    ["![a](b.png){:height 200, :width 300}", "![a](b.png){width=300 height=200}"],
  ])("changes %j", (text, written) => {
    expect(writeSizes(text)).toBe(written);
  });

  it.each([
    '[a](b.png align="left")',
    '`![a](b.png align="left")`',
    '    ![a](b.png align="left")',
    '![a](b c align="left")',
    '![a](b.png title="left")',
    "![a](b.png align=left)",
    '(see <div class="a">)',
  ])("keeps %j", (text) => {
    expect(writeSizes(text)).toBe(text);
  });

  it("shows the pictures of Hashnode, which are no text of the summary", async () => {
    const { content, summary } = await compileOne('![A](https://e.org/a.png align="center")\n\nThe first words.');
    expect(content).toBe('<p><img src="https://e.org/a.png" alt="A"></p>\n<p>The first words.</p>');
    expect(summary).toBe("The first words.");
  });
});
