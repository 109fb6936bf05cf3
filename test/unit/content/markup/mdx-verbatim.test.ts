import { describe, expect, it } from "vitest";
import { compileOne } from "../sample.ts";

describe("verbatimComponent()", () => {
  it.each([
    ['import a from "./a.js?raw"', '<Code code={a} lang="js" />', "<Code>"],
    ['import a from "!!raw-loader!./a.js"', "<CodeBlock code={a} />", "<CodeBlock>"],
    ['import a from "/src/a.tex?raw"', "<Math math={a} />", "<Math>"],
    ['import a from "./a.js?raw"', "<Code code={a.default} />", "<Code>"],
  ])("does not show the path of %j as code", async (statement, text, name) => {
    const { content, problems } = await compileOne(`${statement}\n\n${text}\n\nEnd`, "2024-11-06-a.mdx");
    expect(content.trim()).toBe("<p>End</p>");
    expect(problems).toEqual([expect.stringContaining(`Removed tags of another generator: ${name};`)]);
  });

  it("shows a constant as code", async () => {
    const { content, problems } = await compileOne('export const a = "x()"\n\n<Code code={a} lang="js" />', "2024-11-06-a.mdx");
    expect({ content, problems }).toEqual({ content: '<pre><code class="language-js">x()\n</code></pre>', problems: [] });
  });
});
