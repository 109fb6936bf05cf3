import { describe, expect, it } from "vitest";
import { convertKramdownBreaks } from "../../../../../src/content/markup/shortcodes/kramdown-breaks.ts";
import { compileOne } from "../../sample.ts";

const breaks = "\\\\";

describe("convertKramdownBreaks()", () => {
  it.each([`red,${breaks}\nblue`, `> red,${breaks}\n> blue`, `- red,${breaks}\n  blue`, `T\n: *red*${breaks}\n  blue`])(
    "writes one backslash in %j",
    (text) => {
      expect(convertKramdownBreaks(text)).toBe(text.replace(breaks, "\\"));
    },
  );

  it.each([
    `red${breaks}`,
    `red${breaks}\n\nblue`,
    `> red${breaks}\n>\n> blue`,
    `red${breaks} \nblue`,
    `red${breaks}\\\nblue`,
    "red\\\nblue",
    `\`\`\`\nred${breaks}\nblue\n\`\`\``,
    `    red${breaks}\n    blue`,
    `\`red${breaks}\nblue\``,
    `<pre>\nred${breaks}\nblue\n</pre>`,
    `| a | b ${breaks}\n|---|---|\n| c | d ${breaks}\n| e | f |`,
    `a | b ${breaks}\n--|--\nc | d`,
    `$$\na ${breaks}\nb\n$$`,
    `The $a ${breaks}\nb$ of c`,
    `\\begin{align}\na ${breaks}\nb\n\\end{align}`,
  ])("leaves %j", (text) => {
    expect(convertKramdownBreaks(text)).toBe(text);
  });
});

it.each([
  ["2024-11-06-moon.md", "layout: post\n", true],
  ["_posts/2024-11-06-moon.md", "", true],
  ["2024-11-06-moon.md", "layout: ../layouts/Post.astro\n", false],
  ["2024-11-06-moon.md", "", false],
])("an article %j with the key %j has the line break: %j", async (source, key, isBroken) => {
  const { content, summary } = await compileOne(`---\ntitle: Moon\n${key}---\n\nred,${breaks}\nblue`, source);
  expect(content).toBe(isBroken ? "<p>red,<br>\nblue</p>" : "<p>red,\\\nblue</p>");
  expect(summary).toBe(isBroken ? "red, blue" : "red,\\ blue");
});
