import { describe, expect, it } from "vitest";
import { drawn } from "./drawn.ts";

// What the conversions change in text.
const converted =
  ":::tip\nWords ~a~ {++new++} ==b== {{< youtube abc >}}\n:::\n!!! note\n    c\n{: .cls}\n{% raw %}{% endraw %}\n<<< @/x\n{#- d -#}";

// CommonMark §4.5: a closing fence is indented by at most three spaces.
describe.each([
  ["backticks", "```", "    ```"],
  ["backticks and tabs", "```", "\t\t```"],
  ["four backticks", "````", "    ````"],
  ["tildes", "~~~", "     ~~~~"],
])("code between %s with an indented fence in it", (_, marks, indented) => {
  it.each([
    ["the text", "", ""],
    ["a quotation", "> ", "> "],
    ["a list item", "- ", "  "],
  ])("shows its characters in %s, and ends at the next fence", async (_, first, prefix) => {
    const lines = [`${marks}md`, indented, ...converted.split("\n"), marks, "", ":::tip", "End", ":::"];
    const content = await drawn(lines.map((line, index) => (index === 0 ? first : prefix) + line).join("\n"));
    const code = `${indented}${converted.replaceAll("\n", "")}`.replaceAll("<", "&#x3C;");
    expect(content).toContain(`<pre><code class="language-md">${code}</code></pre>`);
    expect(content).toContain("<blockquote><p><strong>Tip</strong></p><p>End</p></blockquote>");
  });

  it("may be in a directive of MyST", async () => {
    const content = await drawn(`${marks}{note}\na\n\n${indented}\n    b\n${marks}\n\nEnd`);
    expect(content).toMatch(
      /^<blockquote><p><strong>Note<\/strong><\/p><p>a<\/p><pre><code>\s*[`~]+ *b<\/code><\/pre><\/blockquote><p>End/,
    );
  });
});

it("code that ends with its list item or quotation does not hide the blocks after it", async () => {
  const tip = "<blockquote><p><strong>Tip</strong></p><p>b</p></blockquote>";
  for (const start of ["- ```\n  a", "> ```\n> a"]) expect(await drawn(`${start}\n\n:::tip\nb\n:::`)).toContain(tip);
});

it("code in MDX may end at a fence with any indentation", async () => {
  const content = await drawn("```\na\n      ```\n\n:::tip\nb ~c~ H~2~O\n:::", "mdx");
  expect(content).toBe("<pre><code>a</code></pre><blockquote><p><strong>Tip</strong></p><p>b <del>c</del> H<sub>2</sub>O</p></blockquote>");
});
