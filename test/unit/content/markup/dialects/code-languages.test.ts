import { expect, it } from "vitest";
import { drawn } from "./drawn.ts";

it.each([
  ["rust,hide_lines=1", "b\nc\nd\n"],
  ["rust,hide_lines=1-2 4", "c\n"],
  ["rust,linenos,hide_lines=2", "a\nc\nd\n"],
  ["rust,hide_lines=9", "a\nb\nc\nd\n"],
  ["rust,hl_lines=1", "a\nb\nc\nd\n"],
  ["rust,linenos 1-2", "a\nb\nc\nd\n"],
])("convertCodeLanguages() hides the lines of %j that Zola hides", async (info, code) => {
  expect(await drawn(`\`\`\`${info}\na\nb\nc\nd\n\`\`\``)).toBe(
    `<pre><code class="language-rust">${code.replaceAll("\n", "")}</code></pre>`,
  );
});
