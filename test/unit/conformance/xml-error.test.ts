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
    const before = document.slice(0, findBareAmpersand(document)?.offset).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    expect(findBareAmpersand(document)).toMatchObject({ line, column, reason: expect.stringContaining(quote) });
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
    ["1:12: undefined entity.", "<a>b &nbsp; c</a>", 11, 6, "XML does not define, &nbsp;:"],
    ["1:9: unclosed tag: title", "<title>abc", 10, 10, "<title> is never closed"],
    ["1:3: unmatched closing tag: p.", "<a>x</p></a>", 8, 5, "</p> closes no open element"],
    ["1:3: unexpected close tag.", "<a><b>x</a>", 11, 8, '"</a>", closes another element'],
    ['1:3: unbound namespace prefix: "dc".', "<a> <dc:x/></a>", 11, 5, 'the prefix "dc" is not declared'],
    ["1:3: disallowed character.", "<a>\u0007</a>", 4, 4, "forbids, U+0007"],
    ["1:3: malformed comment.", "<a><!-- -- --></a>", 10, 10, "malformed comment"],
  ])("explains %j in %j", (message, document, offset, column, reason) => {
    expect(explainXmlError(message, document, offset)).toMatchObject({ line: 1, column, reason: expect.stringContaining(reason) });
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
