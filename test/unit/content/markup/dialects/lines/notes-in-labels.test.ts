import { describe, expect, it } from "vitest";
import { moveNotesFromLabels } from "../../../../../../src/content/markup/dialects/lines/notes-in-labels.ts";
import { drawn } from "../drawn.ts";

const definitions = "\n\n[^1]: Note.\n[^b]: Other.\n\n[img]: https://e.org/a.png";

describe("moveNotesFromLabels()", () => {
  it.each([
    ["![A caption.[^1]](a.png)", "![A caption.](a.png)[^1]"],
    ["![A [^1] and b [^b]](a.png (T))", "![A  and b](a.png (T))[^1][^b]"],
    ["![[^1]](a.png)", "![](a.png)[^1]"],
    ["![x[^1]][img]", "![x][img][^1]"],
    ["[text [^1]](https://e.org/a_(b))", "[text](https://e.org/a_(b))[^1]"],
    ["[![A[^1]](a.png)](https://e.org/)", "[![A](a.png)](https://e.org/)[^1]"],
    ["![two\nlines[^1]](a.png)", "![two\nlines](a.png)[^1]"],
  ])("moves the references of %j", (text, expected) => {
    expect(moveNotesFromLabels(text + definitions)).toBe(expected + definitions);
  });

  it.each([
    "`![a[^1]](a.png)`",
    "[a[^2]](b)",
    "[a[^1]][b]",
    "[a][^1](b)",
    "a[^1](b)",
    "[^1]",
    "[[^1]](b)",
    "[a\n\nb[^1]](c)",
    "x[i] ^ [^1]",
  ])("keeps %j", (text) => {
    expect(moveNotesFromLabels(text + definitions)).toBe(text + definitions);
  });

  it.each(["md", "mdx"])("keeps a picture in .%s", async (markup) => {
    expect(await drawn("![A[^1]](https://e.org/a.png)\n\n[^1]: Note.", markup)).toMatch(
      /^<p><img src="https:\/\/e.org\/a.png" alt="A"><sup>/,
    );
  });
});
