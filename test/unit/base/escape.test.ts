import { describe, expect, it } from "vitest";
import { escapeAtomText, escapeMarkup, escapeRssText, escapeText } from "../../../src/base/escape.ts";

describe.each([
  ["escapeMarkup()", escapeMarkup, `&amp;&lt;&gt;&quot;'`],
  ["escapeText()", escapeText, `&amp;&lt;&gt;"'`],
  ["escapeRssText()", escapeRssText, `&#x26;&#x3C;&gt;"'`],
  ["escapeAtomText()", escapeAtomText, `&amp;&lt;&gt;"'`],
])("%s", (_name, escapeWith, expected) => {
  it("escapes every special character of XML", () => {
    expect(escapeWith(`&<>"'`)).toBe(expected);
    expect(escapeWith(`&<>"'&<>"'`)).toBe(expected + expected);
  });
});

describe("escapeAtomText()", () => {
  it.each([
    ["AT&T", "AT&#x26;T"],
    ["a &amp; b", "a &#x26;amp; b"],
    ["&#60;", "&#x26;#60;"],
    ["R & D <3", "R &amp; D &lt;3"],
    ["a &; b", "a &amp;; b"],
  ])("writes %s as %s", (text, expected) => {
    expect(escapeAtomText(text)).toBe(expected);
  });
});
