import { describe, expect, it } from "vitest";
import { hideTemplates } from "../../../../../src/content/markup/code/hidden-templates.ts";
import { compileOne } from "../../sample.ts";

describe("hideTemplates()", () => {
  it.each([
    ["{`a`}", "{`1`}"],
    ["<pre>\n  {`a\n    b`}\n</pre>", "<pre>\n  {`1\n    2`}\n</pre>"],
    ["> <pre>{`a\n> b`}</pre>", "> <pre>{`1\n> 2`}</pre>"],
    ["export const a = `b\n\nc`", "export const a = `1\n2\n3`"],
    ["export const a = { b: `c`,\n\nd: [`e`] }", "export const a = { b: `1`,\n\nd: [`2`] }"],
    ["{String.raw`a\\`b`} c", "{String.raw`1`} c"],
  ])("hides the template strings of %j", (text, expected) => {
    const hidden = hideTemplates(text);
    expect(hidden?.text.replace(/\uFDE0(\d+)\uFDE1/g, (_, number: string) => String(Number(number) + 1))).toBe(expected);
    expect(hidden?.restore(hidden.text)).toBe(text);
  });

  it.each(["text", "`{` and `b`", "see (`a`), or: `b`", "\\{`a`", "```js\nconst a = {`b\n```\n\n`c`", "{`a", "{`a`} \uFDE0"])(
    "hides nothing in %j",
    (text) => {
      expect(hideTemplates(text)).toBeUndefined();
    },
  );

  it.each(["::: tip\na\n:::", "<!-- a -->", "~a~ $b$ ==c== ^d^", "a\n: b", "- [a](b c.png)\n\n# d", "\\`\\`\\`js\na\n\\`\\`\\`"])(
    "keeps %j from being converted",
    async (code) => {
      const { content, problems } = await compileOne(`export const a = \`${code}\`;\n\n<CodeBlock>{a}</CodeBlock>`, "2024-11-06-a.mdx");
      const shown = code.replaceAll("\\`", "`").replaceAll("<", "&#x3C;");
      expect({ content, problems }).toEqual({ content: `<pre><code>${shown}\n</code></pre>`, problems: [] });
    },
  );
});
