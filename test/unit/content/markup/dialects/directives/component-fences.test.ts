import { expect, it } from "vitest";
import { convertComponentFences } from "../../../../../../src/content/markup/dialects/directives/component-fences.ts";
import { compileOne } from "../../../sample.ts";

it.each([
  ["```component VPCard\ntitle: A\nlink: /a\n```", '<VPCard title="A" link="/a" />\n\n\n'],
  ["> ~~~component VPCard\n> title: 'A \"b\" <c>'\n> ~~~", '> <VPCard title="A &quot;b&quot; &lt;c&gt;" />\n>\n>'],
  ["- x\n\n  ````component VPCard\n  desc: >\n    a\n    b\n  ````", '- x\n\n  <VPCard desc="a b " />\n\n\n\n'],
  ['```component VPCard\n{"title": "A"}\n```', '<VPCard title="A" />\n\n'],
  ["```component VPBanner\ntitle: A\nactions:\n  - text: b\n```", '<VPBanner title="A" data-lost="" />\n\n\n\n'],
  ["```component A\na: b\n```\n```component C\nd: e\n```", '<A a="b" />\n\n\n<C d="e" />\n\n'],
])("convertComponentFences() converts %j", (text, expected) => {
  expect(convertComponentFences(text)).toBe(expected);
});

it.each([
  "```component\ntitle: A\n```",
  "```component VPCard\nwords\n```",
  "```component VPCard\ntitle: [a\n```",
  "```component VPCard\n- title: A\n```",
  "```component VPCard\nactions:\n  - b\n```",
  "```component VPCard\ntitle: A",
  "```component my card\ntitle: A\n```",
  "<pre>\n```component VPCard\ntitle: A\n```\n</pre>",
  "<!--\n```component VPCard\ntitle: A\n```\n-->",
  "````md\n```component VPCard\ntitle: A\n```\n````",
  `\`\`\`component VPCard\ntitle: ${"a".repeat(1000)}\n\`\`\``,
])("convertComponentFences() keeps %j", (text) => {
  expect(convertComponentFences(text)).toBe(text);
});

it("shows the words and links of components in fences, and reports the others", async () => {
  const { content, problems } = await compileOne(
    "a\n\n```component VPBanner\ntitle: A\ndesc: b\nlink: https://e.org/\nactions:\n  - c\n```\n\nd",
  );
  expect(content.trim()).toBe('<p>a</p>\n<p><a href="https://e.org/"><strong>A</strong></a><br>b</p>\n<p>d</p>');
  expect(problems).toEqual([expect.stringContaining(":3:1 warning Cannot keep <VPBanner>")]);
});
