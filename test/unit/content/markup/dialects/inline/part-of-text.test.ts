import { describe, expect, it } from "vitest";
import { partOfText } from "../../../../../../src/content/markup/dialects/inline/part-of-text.ts";
import { compileOne } from "../../../sample.ts";

async function places(text: string): Promise<string[]> {
  const { problems } = await compileOne(text);
  return problems.map((problem) => /md:(\d+:\d+) /.exec(problem)?.[1] ?? problem).sort();
}

describe("partOfText()", () => {
  it.each([
    ["A\n\nB [[Gone|x]]\nc ![[gone.mp4]]\nd ![[gone.png]] [[Gone|words]]", ["3:3", "4:3", "5:17", "5:3"]],
    ["> A\n> b [[Gone|x]]", ["2:3"]],
    ["- A `b`\n  ![[gone.mp4]]\n  [[Gone|x *y*]]\n  [[#gone]]", ["2:1", "3:1", "4:1"]],
    ["A [b](https://e.com)\nc ==d== ![[gone.png]]\ne ![[gone.mp3]]", ["2:9", "3:3"]],
    ["A ^b^ CSS\n![[gone.png]] CSS ![[gone.mp3]]\n\n*[CSS]: Sheets", ["2:1", "2:19"]],
    ["> [!note] A\n> b ![[gone.png]]\n> c ![[gone.mp3]]", ["2:3", "3:3"]],
  ])("keeps the places of %j", async (text, expected) => {
    expect(await places(text)).toEqual(expected);
  });

  it("takes linear time for the parts of a text", () => {
    const node = {
      type: "text" as const,
      value: "a\n".repeat(100_000),
      position: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
    };
    for (let from = 0; from < node.value.length; from += 10)
      expect(partOfText(node, from, from + 2).position?.start.line).toBe(1 + from / 2);
  });
});
