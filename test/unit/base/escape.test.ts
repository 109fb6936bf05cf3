import { describe, expect, it } from "vitest";
import {
  decodeReferences,
  escapeAtomText,
  escapeBareAmpersands,
  escapeMarkup,
  escapeMarkupStarts,
  escapeNumerically,
  escapeRssText,
  escapeTags,
  escapeText,
  unescapeMarkup,
} from "../../../src/base/escape.ts";

describe.each([
  ["escapeMarkup()", escapeMarkup, `&amp;&lt;&gt;&quot;'`],
  ["escapeText()", escapeText, `&amp;&lt;&gt;"'`],
  ["escapeMarkupStarts()", escapeMarkupStarts, `&amp;&lt;>"'`],
  ["escapeTags()", escapeTags, `&&lt;&gt;"'`],
  ["escapeBareAmpersands()", escapeBareAmpersands, `&amp;<>"'`],
  ["escapeNumerically()", (text: string) => escapeNumerically(text, /["<]/g), `&&#x3C;>&#x22;'`],
  ["escapeNumerically() with 10", (text: string) => escapeNumerically(text, /["<]/g, 10), `&&#60;>&#34;'`],
  ["escapeRssText()", escapeRssText, `&#x26;&#x3C;&gt;"'`],
  ["escapeAtomText()", escapeAtomText, `&amp;&lt;&gt;"'`],
])("%s", (_name, escapeWith, expected) => {
  it("escapes every special character of XML that it is for", () => {
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

describe("escapeBareAmpersands()", () => {
  it("keeps references", () => {
    expect(escapeBareAmpersands("a?b=1&c=2&amp;d&#38;e&#x26;f&")).toBe("a?b=1&amp;c=2&amp;d&#38;e&#x26;f&amp;");
  });
});

describe("unescapeMarkup()", () => {
  it.each(['<a href="x">&amp;lt;', "&lt;&quot;"])("restores %s", (text) => {
    expect(unescapeMarkup(escapeMarkup(text))).toBe(text);
  });
});

describe("decodeReferences()", () => {
  it("restores what escapeNumerically() writes", () => {
    expect(decodeReferences(escapeNumerically("it's <b> & `c`", /[&<'`]/g))).toBe("it's <b> & `c`");
  });
});
