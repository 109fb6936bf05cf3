import { describe, expect, it } from "vitest";
import { checkDocument } from "../../../src/conformance/check.ts";
import { explainXmlError, findBareAmpersand } from "../../../src/conformance/xml/xml-error.ts";

describe("findBareAmpersand()", () => {
  it.each([
    ["<a>\n\n<b>Q & A</b></a>", 3, '"Q & A"'],
    ["<a href='?a=1&b=2'/>", 1, "a=1&b=2"],
    ["<a>Q&A;\nR&#;</a>", 2, "R&#;"],
    ["<a>&amp; &</a>", 1, "&amp; &"],
    ["<![CDATA[&]]><!-- & --><?x & ?>\n&", 2, '"&"'],
  ])("finds that of %j", (document, line, quote) => {
    expect(findBareAmpersand(document)).toEqual({ line, reason: expect.stringContaining(quote) });
  });

  it.each(["", "<a>&amp;&#38;&#x26;&ü;</a>", "<![CDATA[&]]>", "<!-- & -->", "<!-- &", "<?x & ?>", "<![CDATA[ &"])(
    "finds none in %j",
    (document) => {
      expect(findBareAmpersand(document)).toBeUndefined();
    },
  );
});

describe("explainXmlError()", () => {
  it.each([
    ["4:7: undefined entity.", 4, "&#160;"],
    ["11:0: unclosed tag: title", 11, "<title> is never closed"],
    ["2:3: unmatched closing tag: p.", 2, "</p> closes no open element"],
    ['2:3: unbound namespace prefix: "dc".', 2, 'the prefix "dc" is not declared'],
    ["2:3: malformed comment.", 2, "malformed comment"],
  ])("explains %j", (message, line, reason) => {
    expect(explainXmlError(message)).toEqual({ line, reason: expect.stringContaining(reason) });
  });
});

describe("checkDocument() names the line", () => {
  const rss = (title: string, start = "") =>
    `${start}<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0">\n<channel>\n<title>${title}</title>\n<link>https://example.com/</link>\n</channel>\n</rss>`;

  it.each([
    ["of an ampersand", rss("Q & A"), /^line 4: a bare ampersand in "Q & A"/],
    ["of an ampersand after blank lines", rss("Q & A", "\n\n"), /^line 6: a bare ampersand/],
    ["of an undefined entity", rss("a&nbsp;b"), /^line 4: an entity/],
    ["of the first error", rss("a</titel>\n & b"), /^line 4: an end tag/],
  ])("%s", (_name, document, message) => {
    const error = checkDocument("rss", document, "https://example.com/").find(({ rule }) => rule === "SAXError");
    expect(error?.message).toMatch(message);
  });

  it("of an element", () => {
    const violations = checkDocument("rss", rss("A &amp;lt; B", "\n"), "https://example.com/");
    expect(violations.find(({ rule }) => rule === "ContainsHTML")).toMatchObject({ line: 5 });
    expect(violations.find(({ rule }) => rule === "WPBlankLine")).not.toHaveProperty("line");
  });
});
