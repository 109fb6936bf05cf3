import { expect, it } from "vitest";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { OldMarkdown } from "../../../../src/import/old-markdown/old-markdown.ts";
import { open } from "../generators/in-memory-site.ts";

const passthrough = "[markup.goldmark.extensions.passthrough]\nenable = true";

it.each([
  [String.raw`The set $$ \\{ x\_1, 2 \\} $$ and $a\_1$.`, String.raw`The set $$ \{ x_1, 2 \} $$ and $a_1$.`],
  [String.raw`$$ a \\\\ b\_1 $$`, String.raw`$$ a \\ b_1 $$`],
  [String.raw`$$ a_1 \\ b $$`, String.raw`$$ a_1 \\ b $$`],
  ["`$a\\_1$` and a\\_b", "`$a\\_1$` and a\\_b"],
  ["<div>\n$a\\_1$\n</div>", "<div>\n$a\\_1$\n</div>"],
])("writes the TeX of Hugo's formulas without the escapes of Markdown: %j", (text, expected) => {
  const markdown = (config: string) => new OldMarkdown(open(hugo, { "hugo.toml": config, "content/a.md": text }).markdown);
  expect(markdown("").toCommonMark("a.md", text, {})).toBe(expected);
  expect(markdown(passthrough).toCommonMark("a.md", text, {})).toBe(text);
});
