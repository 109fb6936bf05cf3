import { replaceInvalidCharacters } from "../../src/base/invalid-characters.ts";
import { anyCharacter } from "../any-character.ts";
import fc from "../fast-check.ts";

// Texts that have broken feeds, and parts of them.
const hostile = [
  "]]>",
  "<![CDATA[",
  "&amp;amp;",
  "&lt;b&gt;",
  "&nbsp",
  "&notit;",
  "&#7;",
  "&#x80;",
  "&#xD800;",
  "&#xFFFE;",
  "&#x110000;",
  "&#0;",
  "\u0000",
  "\u0007",
  "\u000B",
  "\u001F",
  "\u0085",
  "\u00A0",
  "\u200B",
  "\u2028",
  "\u2029",
  "\uFEFF",
  "\uFFFD",
  "\uFFFE",
  "\uFFFF",
  "\uD800",
  "\uDC00",
  "\u202E",
  "\u2066",
  "\u2069",
  "🐟",
  "👩‍👩‍👧‍👦",
  "مرحبا",
  "İıßﬁ",
  "e\u0301\u0323",
  "Z\u0351\u0343\u0363".repeat(20),
  "__proto__",
  "constructor",
  "toString",
  "$&",
  "$1",
  "%s",
  "{{ x }}",
  "{% raw %}",
  "<script>alert(1)</script>",
  "<svg onload=alert(1)>",
  "<math><mtext></form><form><mglyph><style></math>",
  '<img src=x onerror="alert(1)">',
  '<a href="java\tscript:alert(1)">',
  "<iframe src=//evil.example>",
  "<p><p>",
  "</p>",
  "<table><td>x",
  "<!--",
  "-->",
  "<!--more-->",
  "<?xml version='1.0'?>",
  "<!DOCTYPE html>",
  "<base href=//evil.example/>",
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  "<template><p>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<style>*{}</style>",
  '<p style="background:url(x)">',
  "<video controls src=a.mp4><source src=b.mp4>",
  "<input type=checkbox checked>",
  "<select><option>x",
  "<textarea></p>",
  "<title></title>",
  "# Heading",
  "## Two\n",
  "- [x] task",
  "| a | b |\n|---|--:|\n| 1 | 2 |",
  "```js\nlet a = '<b>';\n```",
  "[^1]\n\n[^1]: note",
  "[a](b.md#c)",
  "![p](p.png)",
  "[x](<//evil.example>)",
  "[y](#z)",
  "<details open><summary>s",
  "Advertisement",
  "\n\n",
  "\r\n",
  "---\n",
  "+++\n",
  "$",
  "\\",
  "`",
  "*_~",
];

// Long and deeply nested texts reveal code with quadratic time or deep recursion.
const large = [
  "x".repeat(5000),
  "<b>".repeat(200),
  "<div>".repeat(300),
  "> ".repeat(100),
  "[".repeat(200),
  "- ".repeat(60),
  "*a ".repeat(300),
  "&amp;".repeat(500),
  "🐟".repeat(800),
  "]]>".repeat(300),
];

/** Text of any characters, including lone surrogates, with texts that often break software. */
export const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 50, arbitrary: fc.constantFrom(...hostile) },
      {
        weight: 10,
        arbitrary: fc.tuple(fc.constantFrom(...hostile), fc.integer({ min: 2, max: 4 })).map(([piece, times]) => piece.repeat(times)),
      },
      { weight: 30, arbitrary: fc.string({ unit: anyCharacter, maxLength: 12 }) },
      { weight: 30, arbitrary: fc.lorem({ maxCount: 4 }) },
      { weight: 1, arbitrary: fc.constantFrom(...large) },
    ),
    { maxLength: 14 },
  )
  .map((pieces) => pieces.join(""));

/** Text of allowed characters only, which a document returns unchanged. */
export const goodText: fc.Arbitrary<string> = anyText.map(cleaned);

/** Such text on one line, for titles and names. */
export const plainText: fc.Arbitrary<string> = goodText.map(onOneLine);

/** Such a line with visible characters. */
export const someText: fc.Arbitrary<string> = plainText.map((text) => text || "–");

/** Replaces the characters of a text that are not allowed in feeds. */
export function cleaned(text: string): string {
  return replaceInvalidCharacters(text, () => {});
}

/** Replaces each run of white space in a text with one space. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
