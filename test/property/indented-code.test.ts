import type { Element, Root } from "hast";
import { toHtml as stringify } from "hast-util-to-html";
import { toString as textOf } from "hast-util-to-string";
import { describe, expect, it } from "vitest";
import { walkElements } from "../../src/content/html/walk-tree.ts";
import { parseByRemark } from "../../src/content/markup/markdown-by-remark.ts";
import { parseMarkup } from "../../src/content/markup/markup.ts";
import { removeDirectives } from "../../src/content/markup/shortcodes/remove-directives.ts";
import { replaceShortcodes } from "../../src/content/markup/shortcodes/shortcodes.ts";
import fc from "../fast-check.ts";

const context = { language: "en", locate: () => undefined, reportAtNode: () => {} };

/** Converts Markdown as an article's: the tags of other generators, then dialects. */
async function compile(text: string): Promise<Root> {
  const body = replaceShortcodes(removeDirectives(text).text, { locate: () => undefined, variables: {}, isMarkdown: true }).text;
  return parseMarkup("a.md", body, context);
}

function codeIn(tree: Root): string[] {
  const found: Element[] = [];
  walkElements(tree, (element) => {
    if (element.tagName === "pre") found.push(element);
    return undefined;
  });
  return found.map((element) => textOf(element));
}

// What the conversions before the parser look for.
const signs = fc.constantFrom(
  "$$",
  "$x_1$",
  "echo $$",
  "{% for p in site.pages %}",
  "{{ page.title }}",
  '{{< figure src="a.png" >}}',
  "{++added++}",
  "{>>note<<}",
  "{/* jsx */}",
  "%%secret%%",
  "<<< @/x",
  "<!-- start",
  "```",
  "~~~js",
  "<pre>",
  "a ` b",
  "\\(x\\)",
  "{#id .c}",
  "{: .c}",
  ":::tip",
  '!!! note "T"',
  "H~2~O ==m== x^2^",
  "[[note]] \\[ \\==",
  "::chart[a]{b=1}",
);
const code = fc.array(fc.oneof(signs, fc.constant("")), { minLength: 1, maxLength: 4 }).map((lines) => ["x", ...lines, "x"]);
const nest = fc.array(fc.constantFrom("> ", "- ", "1. ", "10) ", " > ", "* "), { maxLength: 4 });

const further = (mark: string) => (mark.includes(">") ? mark : " ".repeat(mark.length));

/** Puts lines into quotations and lists, after a first paragraph or directly. */
function within(marks: readonly string[], lines: readonly string[], isAfterText: boolean): string {
  const all = isAfterText ? ["Text:", "", ...lines] : lines;
  return all
    .map((line, index) => marks.map((mark) => (index === 0 ? mark : further(mark))).join("") + line)
    .map((line) => line.trimEnd())
    .join("\n");
}

describe("indented code", () => {
  it("is exact in any nest of quotations and lists, and changes nothing after it", async () => {
    await fc.assert(
      fc.asyncProperty(nest, code, fc.boolean(), async (marks, lines, isAfterText) => {
        const indented = lines.map((line) => (line === "" ? "" : `    ${line}`));
        const text = `${within(marks, indented, isAfterText)}\n\nA formula $x_1$, **mine**.\n`;
        const tree = await compile(text);
        expect(codeIn(tree)).toEqual([`${lines.join("\n")}\n`]);
        expect(codeIn(tree)).toEqual(codeIn(parseByRemark(text)));
        expect(stringify(tree)).toMatch(/<p>A formula <code data-formula="">x_1<\/code>, <strong>mine<\/strong>\.<\/p>$/);
      }),
    );
  });

  it("is not what continues a paragraph", async () => {
    await fc.assert(
      fc.asyncProperty(nest, fc.boolean(), async (marks, isLazy) => {
        const [first = "", second = ""] = within(marks, ["Text", "    with $x_1$ and ==mark=="], false).split("\n");
        const tree = await compile(`${first}\n${isLazy ? "    with $x_1$ and ==mark==" : second}\n`);
        expect(codeIn(tree)).toEqual([]);
        expect(stringify(tree)).toMatch(/<code data-formula="">x_1<\/code> and <mark>mark<\/mark>/);
      }),
    );
  });
});
