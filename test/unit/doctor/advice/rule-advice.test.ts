import { describe, expect, it } from "vitest";
import { elementInText } from "../../../../src/conformance/elements/text.ts";
import { RULES } from "../../../../src/conformance/rules/rules.ts";
import { severityOf } from "../../../../src/conformance/severity.ts";
import { notEnglish, noZone } from "../../../../src/conformance/values/rfc822-date.ts";
import { adviceFor } from "../../../../src/doctor/advice/rule-advice.ts";

describe("adviceFor()", () => {
  it.each([...RULES, "JSON Feed 1.1 date_published" as const])("has a sentence for %s", (rule) => {
    expect(adviceFor(rule)).toMatch(/^[A-Z].{10,}[^.\s]$/);
  });

  it("names the field of a JSON Feed", () => {
    expect(adviceFor("JSON Feed 1.1 date_published")).toContain("date_published");
  });

  it.each(["3412: https://git.example/r/1", "My first post", "2026-11-19 12:00:00", "Caf\u00E9 \u{1F375}", "https:///a b"])(
    "does not advise to encode the id %j, which is no URI with that either",
    (id) => {
      expect(adviceFor("InvalidUriChar", id, "/feed/entry/id")).toBe(
        `${adviceFor("InvalidFullLink")}: readers show an entry again if its id changes`,
      );
      expect(adviceFor("InvalidUriChar", id, "/feed/id")).toBe(adviceFor("InvalidFullLink"));
      expect(adviceFor("InvalidUriChar", id, "/feed/entry/link")).toMatch(/^Percent-encode/);
    },
  );

  it.each(["https://a.example/a b", "https://a.example/caf\u00E9 b"])("advises to encode the id %j", (id) => {
    expect(adviceFor("InvalidUriChar", id, "/feed/entry[2]/id")).toMatch(/^Percent-encode .*: readers show/);
    expect(adviceFor("InvalidUriChar", id, "/feed/entry[2]/id").includes("outside ASCII")).toBe(id.includes("\u00E9"));
  });

  it.each([
    ["JSON Feed 1.1 id", "5", 'Write it as a string: "5"'],
    ["JSON Feed 1.1 id", "missing", 'Write id like this: "id": "https://example.com/tea"'],
    ["JSON Feed 1.1 size_in_bytes", "-5", 'Write size_in_bytes like this: "size_in_bytes": 1024'],
    [
      "JSON Feed 1.1 url",
      '"https://example.com/ö" contains "ö": write https://example.com/%C3%B6',
      "Write url in ASCII: https://example.com/%C3%B6",
    ],
    ["InvalidUriChar", "{{ post.url }}", "Let the generator fill in {{ post.url }}: the template was published as it is"],
    [
      "InvalidFullLink",
      "https://a.example/<%= post.slug %>/",
      "Let the generator fill in <%= post.slug %>: the template was published as it is",
    ],
    [
      "InvalidRFC2822Date",
      "{{ post.date | rfc822 }}",
      "Let the generator fill in {{ post.date | rfc822 }}: the template was published as it is",
    ],
    ["InvalidUriChar", "https://a.example/{a} b", "Percent-encode spaces and other characters that a URL must not contain"],
    ["MissingElement", "title", "Add the element"],
    ["InvalidURLAttribute", "https://a.example/my episode 1.mp3", "Percent-encode spaces: https://a.example/my%20episode%201.mp3"],
    ["InvalidFullLink", "https://a.example/my page", "Percent-encode spaces: https://a.example/my%20page"],
    ["InvalidNamespace", 'xmlns="http://a.example/", and RSS has no namespace', "Remove xmlns from <rss>"],
    [
      "ReservedPrefix",
      "dc is declared as https://a.example/, and not as http://b.example/",
      'Write xmlns:dc="http://b.example/", or another prefix for a namespace of your own: readers ignore elements of another namespace',
    ],
    ["BadXmlVersion", "1.1", 'Write version="1.0" in the XML declaration'],
    ["MissingEncoding", "the XML declaration names no encoding", 'Write encoding="utf-8" in the XML declaration, and everything in UTF-8'],
    ["ObscureEncoding", 'encoding="l1"', 'Write encoding="utf-8" in the XML declaration, and everything in UTF-8'],
    ["InvalidRFC3339Date", "2024-11-06 12:00", "Write an existing date in this format: 2024-11-06T12:00:00Z"],
    ["InvalidRFC2822Date", "6.11.2024", "Write an existing date in this format: Wed, 06 Nov 2024 12:00:00 GMT"],
    [
      "InvalidRFC2822Date",
      `mer, 06 Nov 2024 12:00:00 GMT: mer${notEnglish}`,
      "Write the names of days and months in English: Wed, 06 Nov 2024 12:00:00 GMT",
    ],
    ["InvalidRFC2822Date", `Wed, 06 Nov 2024 12:00:00 CET: CET${noZone}`, "Write the zone as an offset, such as +0100, or the time in GMT"],
    [
      "HtmlFragment",
      "xhtml:div, as application/xhtml+xml",
      'Write type="xhtml", and put the XHTML into one <div xmlns="http://www.w3.org/1999/xhtml">',
    ],
    ["HtmlFragment", "a part of a page, as text/html", 'Write type="html" for a piece of HTML: text/html means a complete document'],
    ["UnknownNamespace", "https://a.example/, and not http://a.example/", "Write it exactly as specified: http://a.example/"],
  ] as const)("returns for %s with %j", (rule, message, advice) => {
    expect(adviceFor(rule, message)).toBe(advice);
  });

  it.each([
    ["MissingElement", "author, in the entry or in the feed", "/feed/entry[1]", "Add <author> with a <name> to <entry>, or to <feed>"],
    ["ContainsHTML", "&amp in plain text", "/feed/entry[1]/link", "Escape every character once in the attribute title of <link>"],
    ["InvalidContact", "a(at)b.example", "/rss/channel/webMaster", "Write an address and a name: mail@example.com (Ada)"],
    ["InvalidContact", "a(at)b.example", "/rss/channel/managingEditor", "Write mail@example.com (Name), or only the name, in dc:creator"],
    ["InvalidContact", "a(at)b.example", "/rss/channel/itunes:owner/itunes:email", "Write an e-mail address alone: mail@example.com"],
    ["UndefinedElement", elementInText, "/rss/channel/itunes:summary", "Write plain text without elements into <itunes:summary>"],
    ["MissingRealName", "a@b.example", "/rss/channel/webMaster", "Write a name after the address: mail@example.com (Ada)"],
    ["MissingRealName", "a@b.example", "/rss/channel/item/author", "Write mail@example.com (Name), or only the name, in dc:creator"],
    ["MissingAttribute", "url", "/rss/channel/item[2]/enclosure", "Add the attribute url to <enclosure>"],
    ["MissingAttribute", "length and type", "/rss/channel/item[2]/enclosure", "Add the attributes length and type to <enclosure>"],
    ["UndefinedElement", "pubdate", "/rss/channel/item/pubdate", "Write <pubDate> instead of <pubdate>: XML distinguishes capital letters"],
    ["UndefinedElement", "Title", "/feed/entry/Title", "Write <title> instead of <Title>: XML distinguishes capital letters"],
    ["UndefinedElement", "title", "/rss/channel/image/link/title", "Remove <title>, or check its name and its position"],
    ["UndefinedElement", "media:Title", "/rss/channel/media:Title", "Remove <media:Title>, or check its name and its position"],
    ["MissingElement", "title", "/feed/entry[3]", "Add <title> to <entry>"],
    [
      "UnexpectedAttribute",
      "foo",
      "/rss/channel/item[2]/media:content[2]",
      "Remove the attribute foo from <media:content>, or check its name",
    ],
    ["UndefinedElement", "titel", "/rss/channel/titel", "Remove <titel>, or check its name and its position"],
    ["UndefinedElement", elementInText, "/rss/channel/title", "Write plain text without elements into <title>"],
    [
      "UndefinedElement",
      "HTML that is not escaped",
      "/rss/channel/item/description",
      "Escape the HTML in <description> (&lt;p&gt;), or put it into <![CDATA[ … ]]>: readers ignore elements in it",
    ],
    [
      "MissingItunesElement",
      "itunes:image",
      "/rss/channel",
      "Write what directories require: itunes:category, itunes:explicit and itunes:image",
    ],
    [
      "MissingItunesElement",
      "language",
      "/rss/channel",
      "Write what directories require: language (xml:lang in Atom), itunes:category, itunes:explicit and itunes:image",
    ],
    ["NotBlank", "term", "/feed/entry/category", "Fill in the attribute term of <category>, or omit <category>"],
    ["NotBlank", "empty", "/feed/entry/summary", "Fill in <summary>, or omit it if the format does not require it"],
    ["DuplicateElement", "a second <link>", "/rss/channel/link[2]", "Write <link> once"],
    ["SchemeNotIANARegistered", "post:1", "/rss/channel/item/guid", 'Write isPermaLink="false", and keep the guids of published items'],
    ["InvalidURN", "urn:1", "/feed/entry[2]/id", "Write a URN as in RFC 8141: readers show an entry again if its id changes"],
    ["InvalidURN", "urn:1", "/feed/id", "Write a URN as in RFC 8141"],
    ["UnexpectedAttribute", "rel", "/rss/channel/link[2]", "Write <atom:link> instead of <link>: the link of RSS has no attributes"],
    ["UnexpectedText", "a.png", "/rss/channel/itunes:image/text()", "Remove the text from <itunes:image>: its attributes say everything"],
    [
      "MissingItunesEmail",
      "no itunes:email",
      "/rss/channel/itunes:owner",
      "Add itunes:email to itunes:owner if a directory asks for it: Apple no longer needs its address, and others verify the owner with it",
    ],
    ["RFC 8259 §4", "x", "$.title (2)", "Write $.title once: readers use one of the values, and drop the other"],
  ] as const)("names the element of %s", (rule, message, place, advice) => {
    expect(adviceFor(rule, message, place)).toBe(advice);
  });

  it("never advises to publish an e-mail address for Apple", () => {
    expect(adviceFor("MissingItunesEmail")).toMatch(/Apple no longer needs its address/);
  });

  it("never advises to keep an error", () => {
    const errors = RULES.filter((rule) => severityOf(rule) === "error");
    expect(errors.filter((rule) => /\b(?:leave|keep|ignore) (?:it|them)\b/i.test(adviceFor(rule)))).toEqual([]);
  });
});
