import { describe, expect, it } from "vitest";
import { checkDocument } from "../../../src/conformance/check.ts";
import { RULES } from "../../../src/conformance/rules/rules.ts";
import type { Violation } from "../../../src/conformance/rules/violation.ts";
import { atomBreaks, atomUrl, furtherAtomBreaks, goodAtom } from "./atom-documents.ts";
import { type Break, breakDocument } from "./broken-documents.ts";
import { extensionBreaks, goodExtensions, rssWith } from "./extension-documents.ts";
import { htmlBreaks } from "./html-fragments.ts";
import { breakJsonFeed, goodJsonFeed, jsonBreaks, jsonUrl } from "./json-feed-documents.ts";
import { furtherBreaks, goodPodcast, goodRss, podcastBreaks, rssBreaks, rssUrl } from "./rss-documents.ts";

const NOW = Date.UTC(2024, 10, 7);

const foreign = 'xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:source="http://source.scripting.com/"';

const archivePages = goodAtom.replace(
  '<link rel="self"',
  '<fh:archive/><link rel="current" href="https://example.com/now"/><link rel="prev-archive" href="https://example.com/1"/><link rel="self"',
);

describe("checkDocument() accepts a valid document", () => {
  it.each([
    ["rss", goodRss, rssUrl],
    ["rss", goodPodcast, rssUrl],
    ["rss", goodRss.replace("Ada Lovelace", ""), rssUrl], // WordPress after the deletion of the author
    ["rss", goodRss.replace("Ada Lovelace", "<![CDATA[]]>").replace("<ttl>", "<category></category><ttl>"), rssUrl],
    ["rss", goodRss.replace(/<item>[\s\S]*<\/item>/, ""), rssUrl],
    ["rss", goodRss.replace("<rss", `<rss ${foreign}`).replace("<guid", '<yt:videoId x="1">3</yt:videoId><guid source:x="1"'), rssUrl],
    ["rss", goodRss.replace("</pubDate>", "</pubDate>\u00A0").replace("<ttl>", "<!--\uFEFF--><ttl>"), rssUrl],
    [
      "rss",
      goodRss.replace(/<pubDate>([^<]*)<\/pubDate>(?=\s*<author)/, "<dc:date>2024-11-05</dc:date><dc:date>2024-11-06</dc:date>"),
      rssUrl,
    ],
    ["rss", goodRss.replace(/<pubDate>[^<]*<\/pubDate>/, "<dc:date>2024-11</dc:date><atom:id>https://example.com/</atom:id>"), rssUrl],
    [
      "atom",
      goodAtom.replace("<feed", '<feed xml:base="https://example.com/base"').replace('href="https://example.com/tea', 'href="tea'),
      atomUrl,
    ],
    [
      "atom",
      goodAtom
        .replace("<feed", '<feed xml:base="https://example.com/base"')
        .replace(/href=(["'])https:\/\/example\.com\/#top/, "href=$1#top"),
      atomUrl,
    ],
    ["atom", goodAtom, atomUrl],
    ["atom", goodAtom.replace("<feed", `<feed xml:base="${atomUrl}"`), atomUrl],
    ...[" ", "\n", "\n<![CDATA[]]>\n"].flatMap((space) => [
      ["atom", goodAtom.replace(/(<summary type="html">)[^<]*/, `$1${space}`), atomUrl] as const,
      ["atom", goodAtom.replace(/(<content) type="html">[^<]*/, `$1>${space}`), atomUrl] as const,
      ["atom", goodAtom.replace('term="sea"', 'term=" "'), atomUrl] as const,
    ]),
    ["atom", archivePages, atomUrl],
    ["atom", goodAtom.replace(/<entry>[\s\S]*<\/entry>/, ""), atomUrl],
    ...["ada@b\u00fccher.example (Ada)", "a@ex_ample.com(Ada)", "mailto:a@example.com (Ada (the editor))"].map(
      (author) => ["rss", goodRss.replace(/<author>[^<]*/, `<author>${author}`), rssUrl] as const,
    ),
    ["json", goodJsonFeed, jsonUrl],
  ] as const)("of %s", (format, document, url) => {
    expect(checkDocument(format, document, url, NOW)).toEqual([]);
  });
});

describe("checkDocument() accepts an extension", () => {
  it.each(goodExtensions)("of the %s: %s", (owner, elements) => {
    expect(checkDocument("rss", rssWith(owner, elements), rssUrl, NOW)).toEqual([]);
  });
});

describe("checkDocument() reports the broken rule", () => {
  it.each(extensionBreaks)("%s in the %s: %s", (rule, owner, elements) => {
    expect(rulesOf(checkDocument("rss", rssWith(owner, elements), rssUrl, NOW))).toEqual([rule]);
  });

  it.each(label(rssBreaks))("rss %s", (_label, [rule, from, to]) => {
    expect(rulesOf(checkDocument("rss", breakDocument(goodRss, from, to), rssUrl, NOW))).toEqual([rule]);
  });

  it.each(label(furtherBreaks))("rss %s, among others", (_label, [rule, from, to]) => {
    expect(rulesOf(checkDocument("rss", breakDocument(goodRss, from, to), rssUrl, NOW))).toContain(rule);
  });

  it.each(label(podcastBreaks))("podcast %s", (_label, [rule, from, to]) => {
    expect(rulesOf(checkDocument("rss", breakDocument(goodPodcast, from, to), rssUrl, NOW))).toEqual([rule]);
  });

  it.each(label(atomBreaks))("atom %s", (_label, [rule, from, to]) => {
    expect(rulesOf(checkDocument("atom", breakDocument(goodAtom, from, to), atomUrl, NOW))).toEqual([rule]);
  });

  it.each(label(furtherAtomBreaks))("atom %s, and not also an unknown root element", (_label, [rule, from, to]) => {
    const rules = rulesOf(checkDocument("atom", breakDocument(goodAtom, from, to), atomUrl, NOW));
    expect([rules.includes(rule), rules.includes("UndefinedElement")]).toEqual([true, false]);
  });

  it.each(jsonBreaks.map((brk) => [`${brk[0]}: ${JSON.stringify(brk[2])}`, brk] as const))("json %s", (_label, brk) => {
    expect(rulesOf(checkDocument("json", breakJsonFeed(brk), jsonUrl, NOW))).toEqual([brk[0]]);
  });

  it.each([
    ["JSON Feed 1.1 syntax", "{"],
    ["JSON Feed 1.1 syntax", `\uFEFF${goodJsonFeed}`],
    ["JSON Feed 1.1 syntax", "[]"],
    ["JSON Feed 1.1 version", goodJsonFeed.replace(/^{("version":"[^"]*"),("title":"[^"]*")/, "{$2,$1")],
    ["ValidatorLimit", goodJsonFeed.replace("Hello", "a".repeat(5_000_000))],
  ])("json %s", (rule, document) => {
    expect(rulesOf(checkDocument("json", document, jsonUrl, NOW))).toEqual([rule]);
  });

  it("atom for a document that is not a feed", () => {
    expect(rulesOf(checkDocument("atom", goodRss, rssUrl, NOW))).toContain("UndefinedElement");
    expect(rulesOf(checkDocument("rss", goodAtom, atomUrl, NOW))).toContain("RSS 2.0");
    const inNamespace = breakDocument(goodRss, ' version="2.0"', ' version="2.0" xmlns="http://backend.userland.com/rss2"');
    expect(rulesOf(checkDocument("rss", inNamespace, rssUrl, NOW))).toContain("InvalidNamespace");
  });

  it("has a failing case for every rule", () => {
    const broken = new Set(
      [
        ...rssBreaks,
        ...furtherBreaks,
        ...podcastBreaks,
        ...atomBreaks,
        ...furtherAtomBreaks,
        ...jsonBreaks,
        ...htmlBreaks,
        ...extensionBreaks,
        ["RFC 8259 §4"] as const, // has a test of its own
      ].map(([rule]) => rule),
    );
    expect(RULES.filter((rule) => !broken.has(rule))).toEqual([]);
  });

  it("reports each repeated key of JSON", () => {
    const twice = goodJsonFeed.replace('"items"', '"title":"Again","items"').replace('"id"', '"tags":[],"tags":["a","a"],"id"');
    const found = checkDocument("json", twice, jsonUrl, NOW).map(({ place, rule, severity }) => [severity, rule, place]);
    expect(found).toEqual([
      ["warning", "RFC 8259 §4", "$.title (2)"],
      ["warning", "RFC 8259 §4", "$.items[0].tags (2)"],
    ]);
  });

  it("does not report a key of JSON that only looks repeated", () => {
    const alike = goodJsonFeed.replace('"items"', '"_x":{"a.b":1,"a":{"b":2},"c":[{"b":1},{"b":1}]},"items"');
    expect(checkDocument("json", alike, jsonUrl, NOW)).toEqual([]);
  });

  it("locates one of several elements by its namespace declaration", () => {
    const document = breakDocument(
      goodRss,
      "<item>",
      '<item xmlns:a="http://www.w3.org/2005/Atom" xmlns:h="http://www.w3.org/1999/xhtml">',
    );
    expect(checkDocument("rss", document, rssUrl, NOW)).toMatchObject([
      { rule: "NonstdPrefix", place: "/rss/channel/item[1]", line: expect.any(Number) },
      { rule: "NonstdPrefix", place: "/rss/channel/item[1]", line: expect.any(Number) },
    ]);
  });

  it.each([
    [/<\?xml[^>]*>\s*/, "there is no XML declaration, which names the encoding"],
    [/ encoding="[^"]*"/, "the XML declaration names no encoding"],
  ])("says where the encoding is missing: without %s", (part, message) => {
    expect(checkDocument("rss", goodRss.replace(part, ""), rssUrl)).toMatchObject([{ rule: "MissingEncoding", message }]);
  });

  it.each([
    ["<width>144</width>", "<width>145</width>", "InvalidWidth", "/rss/channel/image/width: 145"],
    ["<width>144</width>", "<width/>", "InvalidWidth", "/rss/channel/image/width: empty"],
    ["<height>400</height>", "<height>401</height>", "InvalidHeight", "/rss/channel/image/height: 401"],
  ])("reports the size of an image at its element: %s as %s", (right, wrong, rule, expected) => {
    const [found] = checkDocument("rss", goodRss.replace(right, wrong), rssUrl, NOW);
    expect([found?.rule, `${found?.place}: ${found?.message}`]).toEqual([rule, expected]);
  });

  it.each([
    ["<author>a@example.com (Ada)</author><dc:creator>Ada</dc:creator><dc:creator>Bob</dc:creator>", ["dc:creator[1]", "dc:creator[2]"]],
    ["<dc:creator>Ada</dc:creator><dc:creator>Bob</dc:creator><author>a@example.com (Ada)</author>", ["author"]],
    ["<category>a</category><dc:subject>a</dc:subject><category>b</category>", ["dc:subject", "category[2]"]],
    ["<category>a</category><category>b</category>", []],
    ["<dc:subject>a</dc:subject><dc:creator>Ada</dc:creator>", []],
  ])("reports each element that repeats one of another namespace: %s", (elements, places) => {
    const document = rssWith("channel", `<item><title>A</title><guid isPermaLink="false">tag:a.example,2024:1</guid>${elements}</item>`);
    const found = checkDocument("rss", document, rssUrl, NOW).filter(({ rule }) => rule === "DuplicateItemSemantics");
    expect(found.map(({ place }) => place.split("/item[1]/")[1])).toEqual(places);
  });

  it("reports an element of the channel that repeats one of another namespace", () => {
    const document = goodRss.replace("<language>en</language>", "<dc:language>en</dc:language><language>en</language>");
    expect(checkDocument("rss", document, rssUrl, NOW)).toMatchObject([{ rule: "DuplicateSemantics", place: "/rss/channel/language" }]);
  });

  it("reports the location", () => {
    const document = breakDocument(goodRss, "<title>مرحبا بالعالم</title>", "<title/>");
    expect(checkDocument("rss", document, rssUrl)).toMatchObject([{ rule: "NotBlank", place: "/rss/channel/item[2]/title" }]);
  });
});

function label(breaks: readonly Break[]) {
  return breaks.map((brk) => [`${brk[0]}: ${brk[2].slice(0, 80)}`, brk] as const);
}

function rulesOf(violations: readonly Violation[]): string[] {
  return [...new Set(violations.map(({ rule }) => rule))];
}

describe("checkDocument() names", () => {
  it("both attributes that an enclosure lacks", () => {
    const document = goodRss.replace(' length="0" type="audio/mpeg"', "");
    expect(checkDocument("rss", document, rssUrl, NOW)).toMatchObject([{ rule: "MissingAttribute", message: "length and type" }]);
  });

  it.each([
    ["https://example.com/größe", 'contains "ö": write https://example.com/gr%C3%B6%C3%9Fe'],
    ["https://grün.example/", 'contains "ü": write https://xn--grn-ioa.example/'],
    ["https://example.com/日本", 'contains "日": write https://example.com/%E6%97%A5%E6%9C%AC'],
    ["https://example.com/\u{1F600}", 'contains "\u{1F600}": write https://example.com/%F0%9F%98%80'],
    ["/größe", '"/größe"'],
    ["https://example.com/a b", '"https://example.com/a b"'],
  ])("the right form of the address %s in JSON Feed", (url, message) => {
    const document = breakJsonFeed(["JSON Feed 1.1 url", "item", { url }]);
    expect(checkDocument("json", document, jsonUrl, NOW)).toMatchObject([
      { rule: "JSON Feed 1.1 url", severity: "error", message: expect.stringContaining(message) },
    ]);
  });

  it.each(["2024-11-05t12:00:00z", "2024-11-05T12:00:00z", "2024-11-05t12:00:00+01:00"])("no fault of the date %s in JSON Feed", (date) => {
    const document = breakJsonFeed(["JSON Feed 1.1 date_published", "item", { date_published: date }]);
    expect(checkDocument("json", document, jsonUrl, NOW)).toEqual([]);
  });
});
