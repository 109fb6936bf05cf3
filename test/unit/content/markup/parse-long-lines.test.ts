import type { Nodes, Root } from "hast";
import { type Features, markdownToHast } from "satteri";
import { describe, expect, it } from "vitest";
import { parseLongLines } from "../../../../src/content/markup/parse-long-lines.ts";

const features: Features = { frontmatter: false };

function parse(text: string, position = true): Root {
  return markdownToHast(text, { features, position }) as Root;
}

const padding = "あ".repeat(10_000);

describe("parseLongLines()", () => {
  it.each([
    `# 見出し\n\n**「a」** で*い*。[b](/c)　${padding}\n\n- [d](/e)\n\n> \`f\` ✈️ <b>g</b>`,
    `é **(a)**,\n${padding} *b*\n\n---\n\n1. “*c*”\n2. ![d](e.png)`,
    `é[^é] ${padding}\n\n[^é]: *a*`,
    `[一] ${padding}\n\n[一]: /b`,
  ])("returns the tree with the positions that the parser finds in text %#", (text) => {
    expect(parseLongLines(text, parse)).toEqual(parse(text));
  });

  it("searches no positions in long lines that are not ASCII", () => {
    const searched: string[] = [];
    parseLongLines(`é ${padding}\n\n**${padding}**`, (text, position) => {
      if (position) searched.push(text);
      return parse(text, position);
    });
    expect(searched).toEqual([expect.stringMatching(/^[\n\f -~]*$/)]);
  });

  it("gives the position of the parent to nodes that the ASCII text has not", () => {
    const tree = parseLongLines(`[一](/x)[二] ${padding}\n\n[三]: /y`, parse);
    const [paragraph] = tree.children;
    const lines: (number | undefined)[] = [];
    const visit = (node: Nodes) => {
      lines.push(node.position?.start.line);
      if ("children" in node) node.children.forEach(visit);
    };
    visit(paragraph as Nodes);
    expect(new Set(lines)).toEqual(new Set([1]));
    expect(lines.length).toBeGreaterThan(3);
  });
});
