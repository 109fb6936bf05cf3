import { describe, expect, it } from "vitest";
import { examineDocument } from "../../../src/doctor/examine-document.ts";
import { complaints, goodAtom, goodJson, goodRss, item, now } from "./feed-server.ts";

const url = "https://news.example/feed.xml";
const examine = (text: string | Uint8Array, address: string | undefined = url) =>
  examineDocument(typeof text === "string" ? new TextEncoder().encode(text) : text, address, now);

describe("examineDocument() locates faults", () => {
  const undated = (name: string) => item(name).replace(/<pubDate>.*<\/pubDate>/, "");
  const withoutId = (name: string) => item(name).replace(/<guid>.*<\/guid>/, "");
  const atomEntry = (from: string, to: string) => goodAtom(url).replace(/(<entry>.*)$/, (entry) => entry.replace(from, to));

  it.each([
    ["a picture", '<img alt="" src="a.png">', "ContainsRelRef", 'src="a.png'],
    ["a picture after a text with its address", 'a.png\n<img alt="" src="a.png">', "ContainsRelRef", 'src="a.png'],
    ["a replacement character", "<p>a\uFFFD</p>", "BadCharacters", "\uFFFD"],
    ["a script", "<script>x()</script>", "SecurityRisk", "<script"],
    ["an attribute of a script", '<p onclick="x()">a</p>', "SecurityRiskAttr", "onclick"],
    ["an address with an ampersand", '<a href="/a?b=1&amp;c=2">a</a>', "ContainsRelRef", "/a?b=1&amp;c=2"],
  ])("locates %s in the HTML of an entry", (_name, html, rule, where) => {
    const lines = `<p>One</p>\n<p>Two</p>\n<p>Three</p>\n${html}\n<p>Four</p>`;
    const escaped = lines.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    const inItem = (content: string) =>
      goodRss(url, item("a") + item("b").replace(/(<description>).*?(?=<\/description>)/, `$1\n${content}`));
    for (const text of [inItem(`<![CDATA[${lines}]]>`), inItem(escaped)]) {
      const found = examine(text).findings.find(({ check }) => check === rule);
      const start = text.indexOf("Three");
      const [first = -1] = [where, where.replaceAll("&", "&amp;").replaceAll("<", "&lt;")]
        .map((form) => text.indexOf(form, start))
        .filter((at) => at >= 0);
      expect(found?.location?.line).toBe(text.slice(0, first).split("\n").length);
    }
  });

  it.each([
    ["a guid that is missing", goodRss(url, `${item("a")}\n${withoutId("b")}`), "ids", "\n<item>", 'entry 2, "About b"'],
    ["an empty guid", goodRss(url, item("a").replace(/<guid>[^<]*/, "\n<guid>")), "ids", "\n<guid>", 'entry 1, "About a"'],
    ["a date that is missing", goodRss(url, `${item("a")}\n${undated("b")}`), "dates", "\n<item>", 'entry 2, "About b"'],
    [
      "the first of many",
      goodRss(url, `\n${undated("a").repeat(5)}`),
      "dates",
      "\n<item>",
      /"About a"; entry 2, .*; entry 3, "About a"; …$/,
    ],
    [
      "a date in the future",
      goodRss(url, item("a") + item("b", "Fri, 08 Nov 2030 12:00:00 GMT").replace("<pubDate>", "\n<pubDate>")),
      "dates",
      "\n<pubDate>",
      'entry 2, "About b": Fri, 08 Nov 2030 12:00:00 GMT',
    ],
    ["a date of 1970", goodRss(url, item("a", "Thu, 01 Jan 1970 00:00:00 GMT")), "dates", "<rss", ": Thu, 01 Jan 1970"],
    ["an id of Atom that is missing", goodAtom(url).replace(/<entry>\s*<id>[^<]*<\/id>/, "\n<entry>"), "ids", "\n<entry>", "entry 1"],
    ["a date of Atom in the future", atomEntry("<updated>2024", "\n<updated>2030"), "dates", "\n<updated>", ": 2030"],
  ])("locates %s, and names the entry", (_name, text, check, where, evidence) => {
    const found = examine(text).findings.find((finding) => finding.check === check && finding.severity !== "ok");
    expect(found?.location?.line).toBe(text.slice(0, text.indexOf(where) + 1).split("\n").length);
    expect(found?.evidence).toMatch(evidence);
  });

  const atomWith = (elements: string) => goodAtom(url).replace(/<updated>2024[^<]*<\/updated>(?=<author>)/, elements);
  const dated = (elements: string) => goodRss(url, item("a").replace(/<pubDate>.*<\/pubDate>/, elements));
  const jsonItem = (...members: readonly string[]) => goodJson(url).replace(/"date_published":"[^"]*"/, members.join(","));
  const old = "1970-01-01T00:00:00Z";
  const local = "http://localhost:1313/a";
  const linked = (elements: string) => goodRss(url, item("a").replace(/<link>.*<\/guid>/, elements));

  it.each([
    ["an update after an unreadable date", atomWith(`<published>Invalid date</published>¶<updated>${old}</updated>`), "dates", old],
    ["an update after an empty date", atomWith(`<published/>¶<updated>${old}</updated>`), "dates", old],
    ["an update in CDATA", atomWith(`<published>soon</published>¶<updated><![CDATA[ ${old} ]]></updated>`), "dates", old],
    ["an update in the future", atomWith("<published>soon</published>¶<updated>2030-01-01T00:00:00Z</updated>"), "dates", "2030-01-01T"],
    ["a dc:date after an empty pubDate", dated(`<pubDate> </pubDate>¶<dc:date>${old}</dc:date>`), "dates", old],
    ["the second dc:date after an empty one", dated(`<dc:date/>¶<dc:date>${old}</dc:date>`), "dates", old],
    [
      "dcterms:modified after an unreadable pubDate",
      dated(`<pubDate>soon</pubDate>¶<t:modified xmlns:t="http://purl.org/dc/terms/">${old}</t:modified>`),
      "dates",
      old,
    ],
    ["an update in JSON Feed", jsonItem('"date_published":"soon"', `"date_modified":¶"${old}"`), "dates", old],
    ["the last of two dates in JSON Feed", jsonItem('"date_published":"2024-11-06T12:00:00Z"', `"date_published":¶"${old}"`), "dates", old],
    ["a guid with the only address", linked(`<link/>¶<guid>${local}</guid>`), "private links", local],
    [
      "an enclosure",
      linked(`<link>https://news.example/a</link><guid>https://news.example/a</guid>¶<enclosure url="${local}" length="1" type="a/b"/>`),
      "private links",
      local,
    ],
    [
      "the second link of Atom",
      atomEntry("<author>", `<link href="https://news.example/a"/><link rel="edit" href="${local}"/>¶<link href="${local}"/><author>`),
      "private links",
      local,
    ],
    [
      "a relative link with a base of its own",
      atomEntry("<author>", '<link rel="edit" href="/x"/>¶<link href="/a"/><author>')
        .replace("<id>https://news.example/a", "<id>tag:news.example,2024:a")
        .replace("<feed", '<feed xml:base="http://localhost:1313/"'),
      "private links",
      local,
    ],
    ["an attachment", jsonItem(`"attachments":[{"url":¶"${local}"},{"url":"https://news.example/b"}]`), "private links", local],
    [
      "the second id, and not that of a source or of the feed",
      goodAtom(url).replace(/<entry>.*<\/entry>/, (entry) => {
        const id = "https://news.example/";
        const same = entry.replace(`<id>${id}a`, `<id>${id}`);
        return `${same.replace("<author>", `<source><id>${id}</id></source><author>`)}${same.replace("<id>", "¶<id>")}`;
      }),
      "ids",
      "https://news.example/",
    ],
    ["the second id in CDATA", goodRss(url, `${item("a")}${item("a").replace(/<guid>([^<]*)/, "¶<guid><![CDATA[ $1 ]]>")}`), "ids", "/a"],
    [
      "the wrong one of two self links",
      goodRss(url).replace(/<atom:link [^>]*>/, (link) => `¶${link.replace(url, "https://old.example/")}${link}`),
      "self link",
      "https://old.example/",
    ],
  ])("locates %s, whose value it shows", (_name, marked, check, value) => {
    const text = marked.replace("¶", "");
    const before = marked.slice(0, marked.indexOf("¶")).split("\n");
    const found = examine(text).findings.find((finding) => finding.check === check && finding.severity !== "ok");
    expect(found?.evidence).toContain(value);
    expect(found?.location).toEqual({ line: before.length, column: (before.at(-1) ?? "").length + 1 });
  });

  it("locates text between elements where it is", () => {
    const text = goodRss(url).replace("</channel>", "\n\nb\n</channel>");
    const line = text.slice(0, text.indexOf("\nb\n")).split("\n").length + 1;
    expect(examine(text).findings.find(({ check }) => check === "UnexpectedText")).toMatchObject({
      location: { line, column: 1 },
      evidence: "/rss/channel/text(): b",
      advice: "Remove the text between the elements of <channel>",
    });
  });

  it("locates entries of JSON Feed", () => {
    const text = JSON.stringify({ ...JSON.parse(goodJson(url)), items: [{ url: "https://a.example/", content_text: "x" }] }, null, 1);
    const line = text.slice(0, text.indexOf('"items": [')).split("\n").length + 1;
    const { findings } = examine(text);
    for (const name of ["ids", "dates"]) {
      expect(findings.find(({ check }) => check === name)).toMatchObject({ location: { line }, evidence: "entry 1" });
    }
  });

  const json = (change: object) => JSON.stringify({ ...JSON.parse(goodJson(url)), ...change }, null, 1);
  const lineOf = (text: string, where: string) => text.slice(0, text.indexOf(where)).split("\n").length;

  it.each([
    ["an address of the feed that differs", json({ feed_url: "https://b.example/" }), "self link", '"feed_url"'],
    ["a wrong version", json({ version: "1.1" }), "JSON Feed 1.1 version", '"version"'],
    ["a later version", json({ version: "https://jsonfeed.org/version/2" }), "JSON Feed 1.1 version", '"version"'],
    [
      "a lone surrogate",
      json({ items: [{ id: "a", url: "https://a.example/", content_text: "\uD800" }] }),
      "BadCharacters",
      '"content_text"',
    ],
    ["single quotation marks", json({}).replace('"News"', "'News'"), "well-formed", '"title"'],
  ])("locates %s in JSON Feed", (_name, text, check, where) => {
    expect(examine(text).findings.find((finding) => finding.check === check)?.location?.line).toBe(lineOf(text, where));
  });

  it.each([
    ["no version", json({ version: undefined }), ["error JSON Feed 1.1 version"]],
    ["a version that does not exist", json({ version: "https://jsonfeed.org/version/2" }), ["error JSON Feed 1.1 version"]],
    ["the first version", json({ version: "https://jsonfeed.org/version/1" }), ["note JSON Feed 1.1 version"]],
    [
      "items and attachments without addresses",
      json({
        items: [
          { id: "a", content_text: "x", date_published: "2024-11-06T12:00:00Z", attachments: [{ mime_type: "audio/mpeg" }] },
          { id: "b", content_text: "x", date_published: "2024-11-06T12:00:00Z" },
        ],
      }),
      ["error JSON Feed 1.1 url", "note JSON Feed 1.1 url"],
    ],
  ])("locates the faults of a JSON Feed with %s", (_name, text, expected) => {
    expect(complaints(examine(text).findings)).toEqual(expected);
  });

  it("locates an unknown encoding", () => {
    expect(examine(goodRss(url).replace("utf-8", "klingon")).findings).toMatchObject([
      { check: "charset", location: { line: 1, column: 31 }, message: "It is RSS 2.0 that cannot be decoded" },
    ]);
  });

  it("does not number entries if the parser skips one", () => {
    const { findings } = examine(goodRss(url, `<item/>${withoutId("b")}`));
    expect(findings.find(({ check }) => check === "ids")).toMatchObject({ evidence: 'entry, "About b"' });
  });

  it("reports a missing id of Atom once", () => {
    const { findings } = examine(goodAtom(url).replace(/<entry>\s*<id>[^<]*<\/id>/, "<entry>"));
    expect(complaints(findings)).toEqual(["error ids"]);
  });

  it.each([
    ["the feed", goodAtom(url).replace(/<updated>2024/, "<updated>2030"), "/feed/updated"],
    [
      "an update",
      goodAtom(url)
        .replace("<entry>", "<entry><published>2024-11-05T00:00:00Z</published>")
        .replace(/(<entry>[\s\S]*<updated>)2024/, "$12030"),
      "/feed/entry/updated",
    ],
    [
      "an update of another entry than that with such a publication",
      goodAtom(url).replace(/<entry>.*<\/entry>/, (entry) => {
        const published = entry.replace("<entry>", "<entry><published>2024-11-05T00:00:00Z</published>");
        return (
          entry.replace("<updated>2024", "<updated>2031") +
          published.replace(/news.example\/a/, "news.example/b").replace("<updated>2024", "<updated>2030")
        );
      }),
      "/feed/entry[2]/updated",
    ],
  ])("reports an implausible date of %s that is not the publication of an entry", (_name, text, place) => {
    expect(examine(text).findings.find(({ check }) => check === "ImplausibleDate")?.evidence).toContain(place);
  });

  it.each([
    [
      "RSS",
      goodRss(url, item("a", "Thu, 06 Nov 2024 12:00:00 GMT")).replace(
        "<language>",
        "<lastBuildDate>Thu, 06 Nov 2024 12:00:00 GMT</lastBuildDate><language>",
      ),
      "IncorrectDOW",
      "/rss/channel/lastBuildDate",
    ],
    [
      "Atom",
      goodAtom(url).replace("<entry>", "<entry><author><name>A</name><link/></author><generator/>"),
      "UndefinedElement",
      "/feed/entry/author[1]/link",
    ],
    [
      "JSON Feed",
      JSON.stringify({
        ...JSON.parse(goodJson(url)),
        items: [{ id: "a", url: "https://a.example/", content_text: "x", authors: [{ url: 1 }] }],
        authors: [{ url: 2 }],
      }),
      "JSON Feed 1.1 url",
      "$.items[0].authors[0].url",
    ],
  ])("names the first place in the order of %s", (_name, text, check, place) => {
    expect(examine(text).findings.find((finding) => finding.check === check)?.evidence).toContain(place);
  });
});
