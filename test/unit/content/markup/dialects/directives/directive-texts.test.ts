import { expect, it } from "vitest";
import { drawn } from "../drawn.ts";

it.each([
  ["$a = \\int_0^1 L\\,dx$", "<code>a = \\int_0^1 L\\,dx</code>"],
  ["$\\{a, b\\}$", "<code>\\{a, b\\}</code>"],
  ["$a*b*c$", "<code>a*b*c</code>"],
  ["H~2~O and CO~2~", "H<sub>2</sub>O and CO<sub>2</sub>"],
  ["![](notes/night sky.png)", '<img src="https://example.com/media/cd/night%20sky.png" alt="">'],
  ["![x](moon.png =30x20)", '<img src="https://example.com/media/ab/moon.png" alt="x" width="30" height="20">'],
  ["{++added++}", "<ins>added</ins>"],
  ["a<img src=https://e.com/a/b=c.png>", 'a<img src="https://e.com/a/b=c.png" alt="">'],
])("prepares the text of directives in fences as that of the article: %s", async (text, html) => {
  for (const directive of ["note", "exercise", "prf:theorem", "dropdown", "tab-item"])
    expect(await drawn(`\`\`\`{${directive}}\n${text}\n\`\`\``)).toContain(`<p>${html}</p>`);
  expect(await drawn(`:::{note}\n\`\`\`{tip}\n${text}\n\`\`\`\n:::`)).toContain(`<p>${html}</p>`);
  expect(await drawn(`\`\`\`{figure} https://e.com/a.png\n\n${text}\n\`\`\``)).toContain(`<figcaption>${html}</figcaption>`);
});

it("keeps the lines of a displayed formula in a directive", async () => {
  expect(await drawn("```{note}\n$$\na \\\\\nb\n$$\n```")).toContain("<pre><code>a \\\\b</code></pre>");
});

it("converts inline footnotes in a directive", async () => {
  expect(await drawn("```{note}\na^[An inline note here.]\n```")).toContain("<p>An inline note here.");
  expect(await drawn("```{note}\na^[An inline note here.]\n```")).not.toContain("^[");
});

it.each(["code-block} py", "code-cell} py", "mermaid}", "math}", "python}"])("does not change the code of {%s", async (name) => {
  const code = "$a*b*c$ H~2~O {++d++} ^[An inline note.] \\\\";
  expect(await drawn(`\`\`\`{${name}\n${code}\n\`\`\``)).toContain(`>${code}</code></pre>`);
});

it("removes the comments of MyST from a text whose only directive is in a fence", async () => {
  expect(await drawn("```{note}\na\n```\n\n% b\n\nc")).toBe("<blockquote><p><strong>Note</strong></p><p>a</p></blockquote><p>c</p>");
});

it("labels the formula of a text whose only directive is in a fence", async () => {
  expect(await drawn("```{note}\na\n```\n\n$$\nb\n$$ (c)")).toContain('id="moon-c"');
});
