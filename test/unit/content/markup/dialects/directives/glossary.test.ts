import { expect, it } from "vitest";
import { glossaryLines } from "../../../../../../src/content/markup/dialects/directives/glossary.ts";
import { drawn } from "../drawn.ts";

const [ebb, flood] = ["<dt>Ebb</dt><dd>It *goes*.</dd>", "<dt>Flood</dt><dt>High tide</dt><dd>It comesin.</dd>"];
const list = `<dl>${ebb.replace("*goes*", "<em>goes</em>")}${flood}</dl>`;

it.each([
  ["```{glossary}\nEbb\n  It *goes*.\n\nFlood\nHigh tide\n  It comes\n  in.\n```", list],
  [":::{glossary}\n:sorted:\n\nEbb\n    It *goes*.\n\nFlood\nHigh tide\n      It comes\n      in.\n:::", list],
  ["> ```{glossary}\n> Ebb\n> \tIt *goes*.\n>\n> Flood\n> High tide\n>  It comes\n>  in.\n> ```", `<blockquote>${list}</blockquote>`],
  ["```{glossary}\nEbb\n: It *goes*.\n\nFlood\nHigh tide\n  It comes\n  in.\n```", list],
  ["```{glossary}\nEbb\n  A\n\n  B\n```", "<dl><dt>Ebb</dt><dd><p>A</p><p>B</p></dd></dl>"],
  ["```{glossary}\nEbb\n  A\nFlood\n  B **c**\n```", "<ul><li>Ebb<br>A</li><li>Flood<br>B <strong>c</strong></li></ul>"],
  [
    "```{glossary}\nWhat is the ebb of the sea, in a sentence?:\n  A\n```",
    "<ul><li>What is the ebb of the sea, in a sentence?:<br>A</li></ul>",
  ],
  ["```{glossary}\nEbb\n\nFlood\n```", "<p>Ebb</p><p>Flood</p>"],
  ["```{glossary}\n- a\n- b\n```", "<ul><li>a</li><li>b</li></ul>"],
  [
    "````{glossary}\nEbb\n  ```{note}\n  A\n  ```\n````",
    "<ul><li>Ebb<blockquote><p><strong>Note</strong></p><p>A</p></blockquote></li></ul>",
  ],
])("converts the glossary %j", async (text, html) => {
  expect(await drawn(text)).toBe(html);
});

it("glossaryLines() keeps the number of lines", () => {
  for (const text of ["A\n  b", "A\n  b\nC\n  d\n", "\n  b\nA", "A\nB\n\n  c", ""])
    expect(glossaryLines(text.split("\n"), "")).toHaveLength(text.split("\n").length);
});
