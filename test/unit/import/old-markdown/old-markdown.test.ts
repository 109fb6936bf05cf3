import { describe, expect, it } from "vitest";
import { OldMarkdown } from "../../../../src/import/old-markdown/old-markdown.ts";

const breaks = "marked (breaks: true)";

describe("OldMarkdown.toCommonMark()", () => {
  it("converts by the rules of the parser", () => {
    const text = "##a\n\n<div>b</div>\n*c*\n\n<br>\n*d*";
    expect(new OldMarkdown({ parser: "Python-Markdown" }).toCommonMark("a.md", text, {})).toBe(
      "## a\n\n<div>b</div>\n\n*c*\n\n<br>&#32;\n*d*",
    );
    expect(new OldMarkdown({ parser: "kramdown" }).toCommonMark("a.md", text, {})).toBe("##a\n\n<div>b</div>\n\n*c*\n\n<br>&#32;\n*d*");
    expect(new OldMarkdown({}).toCommonMark("a.md", text, {})).toBe(text);
    expect(new OldMarkdown().toCommonMark("a.md", "a\nb", {})).toBe("a\nb");
  });

  it("keeps the line ends of Windows", () => {
    const text = "##a\r\nb\r\nc";
    expect(new OldMarkdown({ parser: "Python-Markdown", breaks }).toCommonMark("a.md", text, {})).toBe("## a\r\nb  \r\nc");
    expect(new OldMarkdown({ parser: "Python-Markdown" }).toCommonMark("a.md", "a\r\nb\nc", {})).toBe("a\r\nb\nc");
  });

  it("leaves HTML and plain texts", () => {
    const markdown = new OldMarkdown({ parser: "Python-Markdown", breaks });
    for (const source of ["a.html", "a.txt"]) expect(markdown.toCommonMark(source, "##a\nb\nc", {})).toBe("##a\nb\nc");
  });

  it("counts the articles with line breaks", () => {
    const markdown = new OldMarkdown({ breaks });
    expect(markdown.facts).toEqual([]);
    for (const text of ["a\nb", "a", "c\nd"]) markdown.toCommonMark("a.md", text, {});
    expect(markdown.facts).toEqual([
      "Wrote two spaces at the ends of lines in 2 articles, since marked (breaks: true) shows line breaks there",
    ]);
  });
});
