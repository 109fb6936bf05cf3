import { expect, it } from "vitest";
import { unwrapMdxBlocks } from "../../../../../../src/content/markup/dialects/directives/mdx-blocks.ts";
import { drawn } from "../drawn.ts";

it.each([
  ["a\n\n```mdx-code-block\n<b>c</b>\n```\n\nd", "a\n\n\n<b>c</b>\n\n\nd"],
  ["> ~~~~ mdx-code-block\n> b\n> ~~~~", ">\n> b\n>"],
  ["````mdx-code-block\n```js\na\n```\n````", "\n```js\na\n```\n"],
  ["````md\n```mdx-code-block\na\n```\n````", "````md\n```mdx-code-block\na\n```\n````"],
  ["```mdx-code-block\nunclosed", "```mdx-code-block\nunclosed"],
  ["```mdx\na\n```\n\n`mdx-code-block`", "```mdx\na\n```\n\n`mdx-code-block`"],
])("unwrapMdxBlocks(%j)", (text, unwrapped) => {
  expect(unwrapMdxBlocks(text)).toBe(unwrapped);
});

it("reads the fences of Docusaurus as MDX, also in .md with imports", async () => {
  const start = '```mdx-code-block\nimport Tabs from "@theme/Tabs";\n\n<Tabs>\n<TabItem value="a" label="A">\n```';
  const text = `${start}\n\n*b*\n\n\`\`\`mdx-code-block\n</TabItem>\n</Tabs>\n\`\`\``;
  for (const markup of ["md", "mdx"]) expect(await drawn(text, markup)).toBe("<p><strong>A</strong></p><p><em>b</em></p>");
  expect(await drawn("```mdx-code-block\n<b>a</b>\n```")).toContain("<pre><code");
});
