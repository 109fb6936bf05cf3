import { describe, expect, it } from "vitest";
import { writeLineBreaks } from "../../../../src/import/old-markdown/line-breaks.ts";

// Shows a written line break as a sign.
const shown = (text: string, isMdx = false) => writeLineBreaks(text, isMdx).replaceAll("  \n", "↵\n");

describe("writeLineBreaks()", () => {
  it.each([
    ["床前明月光，\n疑是地上霜。", "床前明月光，↵\n疑是地上霜。"],
    ["a \nb\t\nc", "a↵\nb↵\nc"],
    ["- a\n  b\n- c", "- a↵\n  b\n- c"],
    ["> a\n> b\nc", "> a↵\n> b↵\nc"],
    ["**a\nb** [c\nd](e)\n![](f.png)\ng", "**a↵\nb** [c↵\nd](e)↵\n![](f.png)↵\ng"],
    ["[^1]: a\n    b", "[^1]: a↵\n    b"],
    ["a<br>\nb", "a<br>↵\nb"],
  ])("writes those of paragraphs: %j", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it.each([
    ["code", "```\na\nb\n```\n\n    a\n    b\n\n`a\nb`"],
    ["tables", "| a | b |\n|---|---|\n| 1 | 2 |"],
    ["headings", "a\nb\n===\n\n# a\n***"],
    ["HTML", "<div>\na\nb\n</div>\n\n<a\nhref='b'>c</a>"],
    ["formulas", "$$\na\nb\n$$\n\n$a\nb$"],
    ["definitions of links", '[a]: /b\n  "c"\n[d]: /e'],
    ["line breaks", "a\\\nb"],
    ["tags", "{% note %}\na\n{% endnote %}\nb\n{{< x >}}"],
    ["code in tags", "{% codeblock lang:js %}\na\nb\n{% endcodeblock %}\n\n{{< highlight go >}}\na\nb\n{{< /highlight >}}"],
    ["containers and callouts", "::: tip\na\n:::\n\n> [!note] T\n> a"],
    ["single lines", "a\n\nb"],
  ])("leaves %s", (_, text) => {
    expect(writeLineBreaks(text, false)).toBe(text);
  });

  it("leaves modules and expressions of MDX", () => {
    expect(shown("import a from 'a'\nimport b from 'b'\n\n{a\n.b}\n\na\nb", true)).toBe(
      "import a from 'a'\nimport b from 'b'\n\n{a\n.b}\n\na↵\nb",
    );
  });

  it("writes those after code in tags", () => {
    expect(shown("{% raw %}\na\nb\n{% endraw %}\n\na\nb\n\n{% code %}x{% endcode %}\n\nc\nd")).toBe(
      "{% raw %}\na\nb\n{% endraw %}\n\na↵\nb\n\n{% code %}x{% endcode %}\n\nc↵\nd",
    );
  });

  it("returns a text that cannot be parsed unchanged", () => {
    const text = `${"*a_".repeat(200_000)}\nb`;
    expect(writeLineBreaks(text, false)).toBe(text);
  });
});
