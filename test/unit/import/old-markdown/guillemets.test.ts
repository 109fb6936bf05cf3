import { describe, expect, it } from "vitest";
import { writeGuillemets } from "../../../../src/import/old-markdown/guillemets.ts";
import { OldMarkdown } from "../../../../src/import/old-markdown/old-markdown.ts";
import { cpuMilliseconds } from "../../../cpu-milliseconds.ts";

describe("writeGuillemets()", () => {
  it.each([
    ["A <<word>> and <<some words>>.", "A «word» and «some words»."],
    ["<< Bonjour ! >>", "«\u00a0Bonjour !\u00a0»"],
    ["- <<a *b* [c](/d)>>", "- «a *b* [c](/d)»"],
  ])("writes %j as kramdown shows it", (text, expected) => {
    expect(writeGuillemets(text)).toBe(expected);
  });

  it.each([
    "`<<a>>` and ``` <<b>> ```",
    "```\n<<a>>\n```",
    "    <<a>>",
    "A formula: $a <<b>> c$ and $$\nx <<y>> z\n$$",
    "<div>\n<<a>>\n</div>",
    "\\<<a>>",
    "1 << 2\n\n>> a quotation",
    "cat <<EOF",
    "<<<a>>>",
  ])("leaves %j as it is", (text) => {
    expect(writeGuillemets(text)).toBe(text);
  });

  it("takes linear time", () => {
    const start = cpuMilliseconds();
    for (const part of ["<<", "<< a", "<<a ", ">>", "<<a>"]) writeGuillemets(part.repeat(20_000));
    expect(cpuMilliseconds() - start).toBeLessThan(5000);
  });
});

describe("OldMarkdown and guillemets", () => {
  it.each([
    ["kramdown", "«a»"],
    ["Python-Markdown", "<<a>>"],
  ] as const)("reads them as %s does", (parser, expected) => {
    expect(new OldMarkdown({ parser }).toCommonMark("a.md", "<<a>>", {})).toBe(expected);
  });
});
