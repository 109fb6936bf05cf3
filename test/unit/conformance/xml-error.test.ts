import { describe, expect, it } from "vitest";
import { checkDocument } from "../../../src/conformance/check.ts";
import { explainXmlError, findBareAmpersand } from "../../../src/conformance/xml/xml-error.ts";
import { readFeedLinks } from "../../../src/doctor/live-site/feed-links.ts";

describe("findBareAmpersand()", () => {
  it.each([
    ["<a>\n\n<b>Q & A</b></a>", 3, '"Q & A"'],
    ["<a href='?a=1&b=2'/>", 1, "a=1&b=2"],
    ["<a>Q&T;\nR&#;</a>", 1, "Q&T;"],
    ["<a>&nbsp;\nR&#;</a>", 2, "R&#;"],
    ["<a>R&D; what we learned</a>", 1, "R&D; what we learned"],
    ["<a>S&P;500</a>", 1, "S&P;500"],
    ["<a>Tom &Jerry;</a>", 1, "Tom &Jerry;"],
    ["<a>&copyright; &ü;</a>", 1, "&copyright; &ü;"],
    ["<a>&amp; &</a>", 1, "&amp; &"],
    ["<![CDATA[&]]><!-- & --><?x & ?>\n& x", 2, '"& x"'],
  ])("finds the bare ampersand in %j", (document, line, quote) => {
    const before = document.slice(0, findBareAmpersand(document)?.offset).split("\n");
    const column = (before.at(-1)?.length ?? 0) + 1;
    expect(findBareAmpersand(document)).toMatchObject({ line, column, reason: expect.stringContaining(quote) });
  });

  it.each([
    "",
    "<a>&amp;&#38;&#x26;&eacute;&Nbsp;&semi;&fjlig;&Afr;</a>",
    "<!DOCTYPE a [<!ENTITY D 'x'>]><a>R&D;</a>",
    "<![CDATA[&]]>",
    "<!-- & -->",
    "<!-- &",
    "<?x & ?>",
    "a &",
    "a &#",
    "<![CDATA[ &",
  ])("finds no bare ampersand in %j", (document) => {
    expect(findBareAmpersand(document)).toBeUndefined();
  });
});

describe("explainXmlError()", () => {
  it.each([
    ["1:12: undefined entity.", "<a>b &nbsp; c</a>", 11, 6, "XML does not define, &nbsp;:"],
    ["1:9: unclosed tag: title", "<title>abc", 10, 10, "<title> is never closed"],
    ["1:3: unmatched closing tag: p.", "<a>x</p></a>", 8, 5, "</p> closes no open element"],
    ["1:3: unexpected close tag.", "<a><b>x</a>", 11, 8, '"</a>", closes another element'],
    ['1:3: unbound namespace prefix: "dc".', "<a> <dc:x/></a>", 11, 5, 'the prefix "dc" is not declared'],
    ["1:3: disallowed character.", "<a>\u0007</a>", 4, 4, "forbids, U+0007"],
    ["1:3: malformed comment.", "<a><!-- -- --></a>", 10, 4, "a comment that contains --"],
  ])("explains %j in %j", (message, document, offset, column, reason) => {
    expect(explainXmlError(message, document, offset)).toMatchObject({ line: 1, column, reason: expect.stringContaining(reason) });
  });
});

describe("readFeedLinks() explains the cause of", () => {
  const mistakeIn = (title: string) => readFeedLinks(`<rss version="2.0">\n<title>${title}</title>\n</rss>`).mistake;

  it.each([
    ["a tag that is not finished", "a <b bold", 10, 'the tag "<b bold" has no >'],
    ["a name of a tag that is not finished", "a <b", 10, 'the tag "<b" has no >'],
    ["a quotation mark that is missing", '<a href="x>y</a>', 8, "a < in an attribute of the tag '<a href=\"x>y':"],
    ["a < in an attribute", '<a b="<"/>', 8, "it has to be written as &lt;"],
    ["an attribute of a script", '<a @click="x"/>', 8, 'the character "@"'],
    ["a value without quotation marks", "<a b=1>x</a>", 8, "without quotation marks"],
    ["a long value without quotation marks", `<a b="${"x".repeat(100)}" c=1>x</a>`, 8, "without quotation marks"],
    ["typographic quotation marks", "<a b=\u201C1\u201D>x</a>", 8, "a typographic quotation mark"],
    ["a closing quotation mark that is missing", '<a href="/x rel="self"/>', 8, "the value of href has no closing quotation mark"],
    ["a single one that is missing", "<a b='1' href='/x rel='self'/>", 8, "the value of href has no closing quotation mark"],
    ["one that is missing before an empty value", '<a b="/x c="" />', 8, "the value of b has no closing quotation mark"],
    ["attributes without a space", '<a b="1"c="2"/>', 8, "no space between two attributes"],
    ["a reference to a control", "ab&#8;", 10, "a reference to a character that XML forbids, &#8;"],
    ["a hexadecimal reference to a control", "&#x1F;", 8, "XML forbids, &#x1F;"],
    ["a reference beyond Unicode", "&#99999999;", 8, "a reference to no character"],
    ["the end of a CDATA section without its beginning", "a]]>b", 9, "]]> outside a CDATA section"],
    ["two hyphens in a comment", "<!-- a -- b -->", 8, "a comment that contains --"],
    ["an end tag without a name", "</>", 8, "an end tag without a name"],
    ["a space in an end tag", "</ x>", 8, "an end tag that is malformed"],
    ["a document type", "<!DOCTYPE html>", 8, "a document type declaration within the feed"],
    ["a known prefix", "<dc:x/>", 8, 'add xmlns:dc="http://purl.org/dc/elements/1.1/"'],
    ["a CDATA section without an end", "<![CDATA[<p>a", 8, "a CDATA section begins here, and no ]]> ends it"],
    ["a comment without an end", "<!-- a", 8, "a comment begins here, and no --> ends it"],
    ["an instruction without an end", "<?x echo", 8, "an instruction begins here, and no ?> ends it"],
    ["a character", "a\u0007", 9, "a character that XML forbids, U+0007"],
  ])("%s", (_name, title, column, reason) => {
    expect(mistakeIn(title)).toMatchObject({ line: 2, column, reason: expect.stringContaining(reason) });
  });

  it.each([
    [
      "a second declaration",
      '<?xml version="1.0"?>\n<?xml version="1.0"?><rss/>',
      2,
      "it is the second one",
      "Write the XML declaration once",
    ],
    ["a declaration in capital letters", '<?XML version="1.0"?><rss/>', 1, 'in capital letters, "<?XML"', "as the first characters"],
    ["attributes without a space", '<rss a="1"b="2"/>', 1, "no space between", "Write a space between two attributes"],
  ])("%s, with its remedy", (_name, document, line, reason, advice) => {
    const mistake = readFeedLinks(document).mistake;
    expect(mistake).toMatchObject({ line, reason: expect.stringContaining(reason), advice: expect.stringContaining(advice) });
  });

  it.each(["<?xml version=1.0?>", '<?xml encoding="utf-8"?>', '<?xml version="1.0" encoding="utf 8"?>'])(
    "the declaration %j",
    (declaration) => {
      expect(readFeedLinks(`${declaration}<rss/>`).mistake).toMatchObject({
        line: 1,
        column: 1,
        reason: expect.stringContaining("an XML declaration that is malformed"),
        advice: expect.stringContaining("<?xml version="),
      });
    },
  );

  it("a document that is cut off within a CDATA section", () => {
    expect(readFeedLinks("<rss><title><![CDATA[a <b>").mistake?.reason).toMatch(/^the document ends, .* cut off/);
  });
});

describe("checkDocument() names the line", () => {
  const rss = (title: string, start = "") =>
    `${start}<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0">\n<channel>\n<title>${title}</title>\n<link>https://example.com/</link>\n</channel>\n</rss>`;

  it.each([
    ["of an ampersand", rss("Q & A"), /^line 4: a bare ampersand in "Q & A"/],
    ["of an ampersand after blank lines", rss("Q & A", "\n\n"), /^line 6: a bare ampersand/],
    ["of an undefined entity", rss("a&nbsp;b"), /^line 4: an entity/],
    ["of the first error", rss("a</titel>\n & b"), /^line 4: <\/titel> closes no open element/],
  ])("%s", (_name, document, message) => {
    const error = checkDocument("rss", document, "https://example.com/").find(({ rule }) => rule === "SAXError");
    expect(error?.message).toMatch(message);
  });

  it("of an element", () => {
    const violations = checkDocument("rss", rss("A &amp;lt; B", "\n"), "https://example.com/");
    expect(violations.find(({ rule }) => rule === "ContainsHTML")).toMatchObject({ line: 5 });
    expect(violations.find(({ rule }) => rule === "WPBlankLine")).not.toHaveProperty("line");
  });

  it.each([
    ["1:9: unclosed tag: title", "<title>abc", /^Find out why it ends early/],
    ["1:9: unexpected end", "<title>abc<", /^Find out why it ends early/],
    ["1:3: unmatched closing tag: p.", "<a>x</p></a>", /^Close each element/],
    ["1:3: unexpected close tag.", "<a><b>x</a>", /^Close each element/],
  ])("does not advise to escape if that does not help: %s", (message, document, advice) => {
    expect(explainXmlError(message, document, document.length).advice).toMatch(advice);
  });
});
