import { describe, expect, it } from "vitest";
import { codeEnd, codeStart, isIndentation } from "../../../../../src/content/markup/code/find-code.ts";
import { KnownLines } from "../../../../../src/content/markup/code/known-lines.ts";

/** Returns the pieces of a text that are code, or only the start of code, without the indentation of text. */
function codeIn(text: string): string[] {
  const found: string[] = [];
  const starts = new RegExp(codeStart, "gm");
  for (let start = starts.exec(text); start !== null; start = starts.exec(text)) {
    starts.lastIndex = codeEnd(text, start.index, start[0]);
    const piece = text.slice(start.index, starts.lastIndex);
    if (piece !== start[0] || !isIndentation(piece)) found.push(piece);
  }
  return found;
}

describe("codeEnd()", () => {
  it.each([
    ["a fence of backticks", "a\n", "```js\nb\n```", "\nc"],
    ["a fence of tildes with a language", "a\n", "~~~ js\nb\n~~~", "\nc"],
    ["a fence of tildes with a backtick behind it", "a\n", "~~~ js`\nb\n\nc\n~~~", "\nd"],
    ["a longer fence, past a shorter one", "a\n", "````\n```\nb\n````", "\nc"],
    ["a fence that a longer one closes", "a\n", "```\nb\n````", "\nc"],
    ["a fence with the other fence in it", "a\n", "~~~\n```\nb\n~~~", "\nc"],
    ["a fence in an item of a list", "a\n", "- ```\n  b\n  ```", "\nc"],
    ["a fence far from its item's sign", "a\n", "-  ```\n   b\n   ```", "\nc"],
    ["a fence in a numbered item", "a\n", "1. ```\n   b\n\n   c\n   ```", "\nd"],
    ["a fence in an item with a larger number", "a\n\n", "12) ~~~\n    b\n    ~~~", "\nc"],
    ["a fence in a quotation", "a\n", "> ```\n> b\n> ```", "\nc"],
    ["a fence at the beginning", "", "```\nb\n```", "\nc"],
    ["a fence that nothing closes", "a\n", "```\nb\n\nc", ""],
    ["a fence past one indented by four spaces", "a\n", "```\n    ```\nb\n   ```", "\nc"],
    ["a fence past one indented by a tab", "a\n", "~~~\n\t~~~\nb\n~~~", "\nc"],
    ["an indented fence past one indented by more", "a\n", "  ````\n     ````\nb\n````", "\nc"],
    ["a fence in an item past one indented by more", "a\n", "- ```\n      ```\n  b\n  ```", "\nc"],
    ["a fence in a quotation past one indented by more", "a\n", "> ```\n>     ```\n> b\n> ```", "\nc"],
    ["a fence that ends with its item", "a\n\n", "- ```\n  b", "\nc"],
    ["a fence that ends with its quotation", "a\n\n", "> ~~~\n> b", "\nc"],
    ["a fence in a footnote", "[^1]: ", "```js\n    b\n\n    c\n    ```", "\nd"],
    ["a fence in an item of an item", "- - ", "```js\n    b\n\n    c\n    ```", "\nd"],
    ["a fence in HTML", "<div>\n", "  ```\n      ```\n  b\n  ```", "\n</div>"],
    ["a span", "a ", "`b`", " c"],
    ["a span over two lines", "a ", "`b\nc`", " d"],
    ["a span with a backtick in it", "a ", "``b ` c``", " d"],
    ["a span of three backticks", "a ", "```b```", " c\n\nd"],
    ["a span of three backticks that begins a line", "", "```a```", " b\n\nc"],
    ["an element", "a ", "<pre>`b\n\nc</pre>", " d"],
    ["keys", "a ", "<kbd>b</kbd>", " d"],
    ["an element with attributes, and space in its end", "a ", "<code class=x>b</code\n>", " d"],
    ["an element whose end is in capitals", "a ", "<script>b</SCRIPT>", " d"],
    ["an element that nothing closes", "a ", "<style>b\n\nc", ""],
    ["a comment", "a ", "<!-- b -- </pre>\n\nc -->", " d"],
    ["a comment that nothing closes", "a ", "<!-- b\n\nc", ""],
    ["indented lines", "a\n\n", "    b\n    c", "\nd"],
    ["lines indented by a tab", "a\n\n", "\tb\n\tc", "\nd"],
    ["indented lines at the beginning", "", "    b", "\nc"],
    ["indented lines behind an empty first one", "\n", "    b", "\nc"],
    ["indented lines with empty ones between them", "a\n\n", "    b\n\n \t\n    c", "\nd"],
    ["indented lines before one indented by less", "a\n\n", "    b", "\n   c"],
    ["indented lines at the end", "a\n\n", "    b\n", ""],
    ["indented lines below a paragraph behind a list", "- a\n\nb\n\n", "    c", "\nd"],
    ["indented lines below a dash between words", "a - b\n\n", "    c", "\nd"],
    ["indented lines below a dash between indented words", " a - b\n\n", "    c", "\nd"],
    ["indented lines below a list item with more indentation", "   - a\n\n", "    b", "\nc"],
    ["indented lines below a heading", "# a\n", "    b", "\nc"],
    ["indented lines in a quotation", "> a\n>\n", ">     b\n>     c", "\n> d"],
    ["indented lines that begin a quotation", "", ">     b", "\n> c"],
    ["indented lines in a quotation that ends", "a\n\n", ">     b", "\nc"],
    ["indented lines with a fence in a quotation", "", ">     ```\n>     b", "\n> c"],
    ["indented lines with a comment in a quotation", "", ">     <!-- b", "\n> c"],
    ["indented lines in a nested quotation", "> a\n>\n", "> >     b", "\n> c"],
    ["lines indented by tabs in a quotation", "> a\n>\n", ">\t\tb", "\n> c"],
    ["indented lines in a list item", "- a\n\n", "      b", "\n  c"],
    ["indented lines in a numbered item", "10. a\n\n", "        b", "\n    c"],
    ["indented lines after the sign of an item", "", "-     b", "\n- c"],
    ["indented lines in an item of an item", "- a\n  1. b\n\n", "         c", "\n- d"],
    ["indented lines in an item in a quotation", "> - a\n>\n", ">       b", "\n> - c"],
    ["indented lines in a footnote", "[^1]: a\n\n", "        b", "\n    c"],
    ["indented lines in a definition", "a\n: b\n\n", "      c", "\n  d"],
    ["indented lines in an admonition", "!!! note\n", "        b", "\n    c"],
    ["indented lines below a word of one letter", "A moon\n\n", "    b", "\nc"],
    ["indented lines below a number without a dot", "12 moons\n\n", "    b", "\nc"],
    ["indented lines below a word with a dot", " St. Malo\n\n", "    b", "\nc"],
    ["indented lines below a number with its dot inside", " 1.5 moons\n\n", "    b", "\nc"],
  ])("finds the end of %s", (_, before, code, after) => {
    expect(codeIn(before + code + after)).toEqual([code]);
  });

  it("lets any fence close code in MDX", () => {
    const text = "```\na\n        ```\nb";
    expect(codeEnd(text, 0, "```", new KnownLines(text, "mdx"))).toBe(text.indexOf("\nb"));
  });

  it.each([
    ["a dash", "- a"],
    ["a star", "* a"],
    ["a plus sign", "+ a"],
    ["a number", "1. a"],
    ["a number of two digits", "12) a"],
    ["an indented dash", " - a"],
    ["an indented number", " 1. a"],
    ["a dash with an indented paragraph below it", "- a\n\n  b"],
  ])("treats indented lines as part of a list item that begins with %s", (_, item) => {
    expect(codeIn(`${item}\n\n    b\n    c\n`)).toEqual([]);
  });

  it.each([
    ["a backtick without another", "a ` b", ["`"]],
    ["backticks without as many others", "a `` b ` c", ["``", "`"]],
    ["an indented fence in a paragraph", "a\n    ```js\n\nb `c` d", ["    ```", "`c`"]],
    ["an indented fence of tildes in a paragraph", "a\n    ~~~\n\nb `c` d", ["    ~~~", "`c`"]],
    ["a backtick with another in the next paragraph", "a `b\n \nc` d", ["`", "`"]],
  ])("finds nothing more than the start of %s", (_, text, expected) => {
    expect(codeIn(text)).toEqual(expected);
  });

  it.each([
    ["an indented line", "  ```a``` b\n    c"],
    ["a quotation", "> ```a``` b"],
    ["an item of a list", "- ```a``` b"],
    ["a numbered item", "1. ```a``` b"],
  ])("finds in %s only the code span of three backticks at its start", (_, text) => {
    expect(codeIn(text)).toEqual([text.slice(0, text.indexOf(" b"))]);
  });

  it.each([
    "a <prefix>b</prefix>",
    "a\n    b",
    "a < !-- b",
    "a > b",
    "> a\n>     b",
    "> a\n    b",
    "> - a\n        b",
    "- a\n\n     b",
    "1. a\n\n      b",
    ">\tb",
    "[^1]: a\n\n       b",
    "!!! note\n       b",
    "<div>\n    b\n</div>",
    "> <div>\n>     b\n> </div>",
  ])("finds no code in %j", (text) => {
    expect(codeIn(text)).toEqual([]);
  });
});
