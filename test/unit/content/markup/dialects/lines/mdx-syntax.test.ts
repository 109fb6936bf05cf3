import { describe, expect, it } from "vitest";
import { repairMdx } from "../../../../../../src/content/markup/dialects/lines/mdx-syntax.ts";
import { compileOne } from "../../../sample.ts";

describe("repairMdx()", () => {
  it.each([
    ["an import directly before an element", 'import A from "a"\n<A />', '\n<A />\n\nimport A from "a"\n'],
    ["the last of several imports", 'import A from "a";\nimport B from "b";\nText', 'import A from "a";\n\nText\n\nimport B from "b";\n'],
    ["an import after a paragraph", 'Text\n\nimport A from "a"\n# A', 'Text\n\n\n# A\n\nimport A from "a"\n'],
  ])("moves %s to the end", (_criterion, written, repaired) => {
    expect(repairMdx(written)).toBe(repaired);
  });

  it.each([
    ['import A from "a"\n\n<A />'],
    ['import A from "a"\nexport const b = 1\n\n<A />'],
    ['Then write\nimport A from "a"\nin the file'],
    ['```js\nimport A from "a"\nA()\n```'],
    ['import A from "a"\nText\n\n```js\nA()'],
    ['import {\n  A,\n} from "a"\n\n<A />'],
  ])("keeps %j", (written) => {
    expect(repairMdx(written)).toBe(written);
  });

  it.each([
    ["{/* <!-- old note --> */}\n\na", "{/*  old note  */}\n\na"],
    ["a {/* b <!-- c\nd --> */} <!-- e -->", "a {/* b  c\nd  */} {/* e */}"],
    ["{/* <!-- a --> <!-- b --> */} <!-- c -->", "{/*  a   b  */} {/* c */}"],
    ["{/* a <!-- b */} c --> d", "{/* a <!-- b */} c --> d"],
    ["`{/*` <!-- a -->", "`{/*` {/* a */}"],
    ["{/* a */} <!-- b -->", "{/* a */} {/* b */}"],
  ])("writes comments of HTML in MDX: %j", (written, repaired) => {
    expect(repairMdx(written)).toBe(repaired);
  });

  it("finds the end of the excerpt in a comment of HTML in one of MDX", async () => {
    expect(await compileOne("# A\n\nOne.\n\n{/* <!-- truncate --> */}\n\nTwo.", "2024-11-06-a.mdx")).toMatchObject({
      summary: "One.",
      problems: [],
    });
  });

  it("keeps the pictures that such an import names", async () => {
    const { content, problems } = await compileOne(
      'import tide from "https://pictures.example/tide.png"\n<img src={tide} alt="T" />\n',
      "2024-11-06-a.mdx",
    );
    expect(problems).toEqual([]);
    expect(content).toContain('<img src="https://pictures.example/tide.png" alt="T"');
  });
});
