import { describe, expect, it } from "vitest";
import { compileOne, someMedia } from "../sample.ts";

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

describe("the text of an imported file", () => {
  const textOf = (path: string) => ({ "a.js": "a();\n  `b`; {c} *d*\n", "src/a.tex": "\\frac{1}{2}" })[path];
  const media = { ...someMedia, textOf };
  const code = '<pre><code class="language-js">a();\n  `b`; {c} *d*\n</code></pre>';

  it.each([
    ['import a from "./a.js?raw"', '<Code code={a} lang="js" />', code],
    ['import a from "!!raw-loader!./a.js"', '<CodeBlock language="js">{a}</CodeBlock>', code],
    ['import a from "raw-loader!./a.js"', '<CodeBlock language="js" code={a.default} />', code],
    ['import a from "@/src/a.tex?raw"', "<Math math={a} />", "<pre><code>\\frac{1}{2}</code></pre>"],
  ])("is shown as code: %j", async (statement, text, html) => {
    const { content, problems } = await compileOne(`${statement}\n\n${text}`, "2024-11-06-a.mdx", { media });
    expect({ content, problems }).toEqual({ content: html, problems: [] });
  });

  it.each(['import a from "./none.js?raw"', 'import a from "./a.js"', 'import a from "https://e.com/a.js?raw"'])(
    "is a warning without a text: %j",
    async (statement) => {
      const { content, problems } = await compileOne(`${statement}\n\n<Code code={a} />\n\nEnd`, "2024-11-06-a.mdx", { media });
      expect(content.trim()).toBe("<p>End</p>");
      expect(problems).toEqual([expect.stringContaining("<Code>")]);
    },
  );

  it("is shown in .md that imports it", async () => {
    const { content } = await compileOne('import a from "./a.js?raw"\n\n<Code code={a} lang="js" />', "2024-11-06-a.md", { media });
    expect(content).toBe(code);
  });
});
