import { expect, it } from "vitest";
import { convertInlineFootnotes } from "../../../../../../src/content/markup/dialects/lines/inline-footnotes.ts";

it.each([
  "See [[price|the price note]] for more.",
  "See ![[moon.png]] and ![a [b]](c.png).",
  "See [the *x* [y]](https://e.com/a_(b)).",
  "See [a](b]c) and [d [e [f]]].",
  "See [a [b](c) d](e]f) and g.",
])("convertInlineFootnotes() converts a note with %j", (note) => {
  expect(convertInlineFootnotes(`A.^[${note}] B`)).toBe(`A.[^inline-note-1] B\n\n[^inline-note-1]: ${note}\n`);
});

it.each(["A.^[See [[price|the note] B", "A.^[See [a b\nc]] B", "grep ^[[a b] c] d", "grep x^[[a b] c]+", "A \u001B[0m ^[[1;31m b c"])(
  "convertInlineFootnotes() keeps %j",
  (text) => {
    expect(convertInlineFootnotes(text)).toBe(text);
  },
);

it("convertInlineFootnotes() takes linear time", () => {
  for (const part of ["A^[", "A^[[a](b", "A^[a [b] "])
    expect(convertInlineFootnotes(part.repeat(50_000))).toHaveLength(part.length * 50_000);
});
