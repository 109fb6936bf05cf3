import { expect, it } from "vitest";
import { drawn } from "./drawn.ts";

it.each([
  ["rust,hide_lines=1", "b\nc\nd\n"],
  ["rust,hide_lines=1-2 4", "c\n"],
  ["rust,linenos,hide_lines=2", "a\nc\nd\n"],
  ["rust,hide_lines=9", "a\nb\nc\nd\n"],
  ["rust,hl_lines=1 3,hide_lines=2", "a\nc\nd\n"],
  ["rust, linenos, linenostart=7, hide_lines=3-2 4", "a\n"],
  ["rust , name=src/my main.rs , hide_lines = 2", "a\nc\nd\n"],
  ["linenos,rust,hide_lines=1", "b\nc\nd\n"],
  ["rust,hide_lines=x 1- 2-x,hl_lines=1", "a\nb\nc\nd\n"],
  ["rust,hl_lines=1", "a\nb\nc\nd\n"],
  ["rust,linenos 1-2", "a\nb\nc\nd\n"],
])("convertCodeLanguages() hides the lines of %j that Zola hides", async (info, code) => {
  expect(await drawn(`\`\`\`${info}\na\nb\nc\nd\n\`\`\``)).toBe(
    `<pre><code class="language-rust">${code.replaceAll("\n", "")}</code></pre>`,
  );
});

const note = "!!! note\n    a\n\n";
const code = "if x:\n    y";

it.each([
  ["a number", "1. one\n\n        if x:\n            y"],
  ["a bullet", "* one\n\n        if x:\n            y"],
  ["a wide bullet", "*   one\n\n        if x:\n            y"],
  ["two levels", "* one\n    * two\n\n            if x:\n                y"],
  ["tabs", "* one\n\n\t\tif x:\n\t\t    y"],
])("convertCodeLanguages() aligns the code of Python-Markdown below %s", async (_, list) => {
  expect(await drawn(note + list)).toContain(`<code>${code.replaceAll("\n", "")}`);
});

it.each([
  ["of other systems", "1. one\n\n        if x:\n            y", "<code> if x:     y"],
  ["of kramdown", "Text\n{: .b }\n\n1. one\n\n        if x:\n            y", "<code> if x:     y"],
  ["in a fence", `${note}1. one\n\n    \`\`\`\n     if x:\n         y\n    \`\`\``, "<code> if x:     y"],
  ["outside of lists", `${note}Text\n\n      if x:\n          y`, "<code>  if x:      y"],
  ["below a blank line in it", `${note}* one\n\n        a\n\n        b`, "<code>ab"],
])("convertCodeLanguages() keeps the code %s", async (_, text, expected) => {
  expect(await drawn(text)).toContain(expected);
});
