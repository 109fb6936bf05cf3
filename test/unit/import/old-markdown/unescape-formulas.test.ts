import { expect, it } from "vitest";
import { hexo } from "../../../../src/import/generators/hexo.ts";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { jekyll } from "../../../../src/import/generators/jekyll.ts";
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

// The formulas that Jekyll 4.3 publishes.
it.each([
  [
    String.raw`The set $$ \\{ x\_1, 2 \\} $$ and $a\_1$ and $\\{ x\_2 \\}$.`,
    String.raw`The set $$ \\{ x\_1, 2 \\} $$ and $a_1$ and $\{ x_2 \}$.`,
  ],
  [String.raw`$\\{ x\_1 \\} \\\\ y$`, String.raw`$\{ x_1 \} \\ y$`],
  ["$$\n\\\\{ x\\_1 \\\\}\n$$", "$$\n\\\\{ x\\_1 \\\\}\n$$"],
  [String.raw`Of $P(A \| B)$ and $\\|x\\|$.`, String.raw`Of $P(A | B)$ and $\|x\|$.`],
  ["a | b\n--|--\n$P(A \\| B)$ | c", "a | b\n--|--\n$P(A \\| B)$ | c"],
])("writes the TeX between single dollars of Jekyll without escapes: %j", (text, expected) => {
  const { markdown } = open(jekyll, { "_config.yml": "title: A", "_posts/2024-01-02-a.md": text });
  expect(new OldMarkdown(markdown).toCommonMark("a.md", text, {})).toBe(expected);
});

it("writes the TeX of Hexo without escapes", () => {
  const { markdown } = open(hexo, { "_config.yml": "new_post_name: :title.md", "source/_posts/a.md": "A" });
  expect(new OldMarkdown(markdown).toCommonMark("a.md", String.raw`$$ \\{ x\_1 \\} $$`, {})).toBe(String.raw`$$ \{ x_1 \} $$`);
});
