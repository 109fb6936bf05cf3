import { describe, expect, it } from "vitest";
import { examineDocument } from "../../../src/doctor/examine-document.ts";
import { examineSite } from "../../../src/doctor/examine-site.ts";
import { complaints, goodAtom, goodJson, goodRss, item, network, now } from "./feed-server.ts";

const url = "https://news.example/feed.xml";
const examine = (text: string) => examineDocument(new TextEncoder().encode(text), url, now).findings;
const found = (text: string, check: string) => examine(text).find((finding) => finding.check === check);

describe("examineDocument() shows further places of a broken rule", () => {
  const withIn = (...elements: readonly string[]) => goodRss(url, item("a").replace("</item>", `\n${elements.join("\n")}</item>`));

  it.each([
    ["one place", withIn("<foo/>"), "/rss/channel/item/foo: foo"],
    ["two elements", withIn("<foo/>", "<bar/>"), "/rss/channel/item/foo: foo; also line 4, /rss/channel/item/bar"],
    [
      "other elements first",
      withIn("<foo/>", "<foo/>", "<foo/>", "<foo/>", "<bar/>", "<baz/>"),
      "/rss/channel/item/foo[1]: foo; also line 7, /rss/channel/item/bar; line 8, /rss/channel/item/baz; line 4, /rss/channel/item/foo[2]; …",
    ],
  ])("%s", (_name, text, evidence) => {
    expect(found(text, "UndefinedElement")?.evidence).toBe(evidence);
  });

  it("within HTML, with their own lines", () => {
    const text = goodRss(url, item("a") + item("b")).replaceAll("<description>&lt;p&gt;", '<description>\n\n&lt;img src="/a.png"&gt;');
    expect(found(text, "ContainsRelRef")).toMatchObject({
      location: { line: 4 },
      evidence: "/rss/channel/item[1]/description <img> src: /a.png; also line 6, /rss/channel/item[2]/description <img> src",
    });
  });

  it.each([
    ["<script>a</script>\n\n<iframe src='https://a.example/'></iframe>", "SecurityRisk", "<script>; also line 4, <iframe>"],
    ["<a href='/x'>x</a>\n<a href='/y'>y</a>", "ContainsRelRef", "<a> href: /x; also line 3, /y"],
    ["<a href='/x'>x</a>\n<a href='/x'>y</a>", "ContainsRelRef", "<a> href: /x"],
  ])("and further faults in the same place: %j", (html, check, evidence) => {
    const found = examine(goodRss(url, item("a").replace("&lt;p&gt;", html.replaceAll("<", "&lt;")))).find((each) => each.check === check);
    expect(found?.evidence?.endsWith(evidence)).toBe(true);
    expect(found?.message.includes("in the same place")).toBe(!evidence.includes("also"));
  });

  it("and further elements of HTML in other places", () => {
    const html = (name: string, ...tags: readonly string[]) =>
      item(name).replace("&lt;p&gt;", tags.map((tag) => `&lt;${tag}&gt;&lt;/${tag}&gt;`).join(""));
    const text = goodRss(url, html("a", "script") + html("b", "script", "iframe"));
    expect(found(text, "SecurityRisk")?.evidence).toBe(
      "/rss/channel/item[1]/description: <script>; also line 2, /rss/channel/item[2]/description: <iframe>; line 2, /rss/channel/item[2]/description",
    );
  });

  it("of JSON Feed", () => {
    const text = goodJson(url)
      .replace('"items"', '"tags":1,"items"')
      .replace(/"url":"[^"]*"/, '"url":"a","title":1');
    const twice = text.replace('"items":[', '"items":[{"id":"b","content_text":"x","title":2,"url":"https://news.example/b"},');
    expect(found(twice, "JSON Feed 1.1 title")?.evidence).toBe("$.items[0].title: 2; also $.items[1].title");
  });

  it("and still knows the topic of the first", () => {
    const text = goodRss(url)
      .replace("</title>", "</title><generator>Hugo</generator>")
      .replace(/<title>About a<\/title>/, "<title/>");
    const entry = "<entry><id>https://news.example/b</id></entry>";
    const atom = goodAtom(url).replace("</title>", "</title><generator>Hugo</generator>").replace("<entry>", `${entry}<entry>`);
    expect(found(text, "NotBlank")?.systemAdvice).toMatch(/^In Hugo: /);
    expect(found(atom, "MissingElement")?.systemAdvice).toContain("title in the front matter of the page");
  });

  it("and counts ampersands", () => {
    const one = goodRss(url, item("Q & A").replace("/Q & A</link>", "/a</link>").replace("/Q & A</guid>", "/a</guid>"));
    expect(found(one, "well-formed")?.evidence).toBe('line 2: a bare ampersand in "About Q & A": write &amp;');
    expect(found(goodRss(url, item("Q & A")), "well-formed")?.evidence).toMatch(/"About Q & A", the first of 3: write &amp;$/);
    expect(found(goodRss(url, item("& ".repeat(2000))), "well-formed")?.evidence).toMatch(/, the first of many: write/);
  });
});

describe("examineDocument() puts a text into its right place", () => {
  const author = "<author>Ann</author>";
  const itunes = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"';

  it.each([
    ["the name of an author", author, "<author><name>Ann</name></author>"],
    ["a name with an ampersand", author.replace("Ann", "Ann &amp; Bo"), "<author><name>…</name></author>"],
    ["a contributor", "<contributor>Ann</contributor>", "<contributor><name>Ann</name></contributor>"],
    ["a category", "<category>tea</category>", '<category term="tea"/>'],
  ])("%s of Atom", (_name, element, right) => {
    expect(found(goodAtom(url).replace("</title>", `</title>${element}`), "UnexpectedText")?.advice).toBe(`Write ${right}`);
  });

  it.each([
    ["a picture", "<image>https://news.example/a.png</image>", "<image><url>https://news.example/a.png</url></image>"],
    ["an hour", "<skipHours>5</skipHours>", "<skipHours><hour>5</hour></skipHours>"],
    ["a category of podcasts", "<itunes:category>Arts</itunes:category>", '<itunes:category text="Arts"/>'],
    ["an owner", "<itunes:owner>Ann</itunes:owner>", "<itunes:owner><itunes:name>Ann</itunes:name></itunes:owner>"],
    ["an address", "<itunes:owner>a@b.example</itunes:owner>", "<itunes:owner><itunes:email>a@b.example</itunes:email></itunes:owner>"],
    ["an author of Atom", "<atom:author>Ann</atom:author>", "<atom:author><atom:name>Ann</atom:name></atom:author>"],
  ])("%s of RSS", (_name, element, right) => {
    expect(found(goodRss(url, undefined, element).replace("<rss", `<rss ${itunes}`), "UnexpectedText")?.advice).toBe(`Write ${right}`);
  });

  it.each([
    ["<itunes:image>https://a.example/1.jpg</itunes:image>", '<itunes:image href="https://a.example/1.jpg"/>'],
    ["<itunes:image href=''> https://a.example/1.jpg </itunes:image>", '<itunes:image href="https://a.example/1.jpg"/>'],
    ["<itunes:image>cover</itunes:image>", '<itunes:image href="…"/>'],
    ["<media:content>https://a.example/1.jpg</media:content>", '<media:content url="https://a.example/1.jpg"/>'],
    [
      "<media:content medium='image'>https://a.example/1.jpg?a=1&amp;b=2</media:content>",
      '<media:content url="https://a.example/1.jpg?a=1&amp;b=2" medium="image"/>',
    ],
    ["<media:content>https://a.example/1.jpg<media:title>A</media:title></media:content>", '<media:content url="https://a.example/1.jpg">'],
    ["<media:player>https://a.example/1</media:player>", '<media:player url="https://a.example/1"/>'],
    ["<item><enclosure>https://a.example/1.mp3</enclosure></item>", '<enclosure url="https://a.example/1.mp3"/>'],
    [
      "<item><enclosure length='1' type='audio/mpeg'>https://a.example/1.mp3</enclosure></item>",
      '<enclosure url="https://a.example/1.mp3" length="1" type="audio/mpeg"/>',
    ],
    ["<xhtml:meta name='robots'>noindex</xhtml:meta>", '<xhtml:meta content="noindex" name="robots"/>'],
    ["<feedburner:info>https://a.example/</feedburner:info>", '<feedburner:info uri="https://a.example/"/>'],
  ])("%s, which belongs into an attribute", (element, right) => {
    const namespaces = `${itunes} xmlns:media="http://search.yahoo.com/mrss/" xmlns:xhtml="http://www.w3.org/1999/xhtml" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"`;
    expect(found(goodRss(url, undefined, element).replace("<rss", `<rss ${namespaces}`), "UnexpectedText")?.advice).toBe(`Write ${right}`);
  });

  it.each([
    ["<media:content>of a film<media:title>A</media:title></media:content>", "Remove the text from <media:content>"],
    ["<media:content url='https://a.example/1'>A</media:content>", "Remove the text from <media:content>: its attributes say everything"],
    ["<media:group>https://a.example/1</media:group>", "Remove the text between the elements of <media:group>"],
  ])("but not %s", (element, advice) => {
    const document = goodRss(url, undefined, element).replace("<rss", '<rss xmlns:media="http://search.yahoo.com/mrss/"');
    expect(found(document, "UnexpectedText")?.advice).toContain(advice);
  });

  it("also that of a thumbnail", () => {
    const thumbnail = "<media:thumbnail width='10'>https://a.example/1.jpg</media:thumbnail>";
    const document = goodRss(url, undefined, thumbnail).replace("<rss", '<rss xmlns:media="http://search.yahoo.com/mrss/"');
    expect(found(document, "MissingAttribute")?.advice).toBe('Write <media:thumbnail url="https://a.example/1.jpg" width="10"/>');
  });

  it("also an address with the other attributes", () => {
    const link = "<link rel='related'>https://news.example/?a&amp;b</link>";
    const advice = 'Write <link href="https://news.example/?a&amp;b" rel="related"/>';
    expect(found(goodAtom(url).replace("</title>", `</title>${link}`), "MissingHref")?.advice).toBe(advice);
  });

  it("also an address", () => {
    const link = "<link>https://news.example/</link>";
    const advice = 'Write <link href="https://news.example/"/>';
    expect(found(goodAtom(url).replace("</title>", `</title>${link}`), "MissingHref")?.advice).toBe(advice);
  });

  it.each([
    ["beside the name", "<author>by <name>Ann</name></author>", "Remove the text between the elements of <author>"],
    ["after a term", '<category term="tea">tea</category>', "Remove the text from <category>: its attributes say everything"],
    [
      "that is a byte order mark",
      "<author>\uFEFF<name>Ann</name></author>",
      "Remove the invisible character between the elements of <author>",
    ],
  ])("but not one %s", (_name, element, advice) => {
    expect(found(goodAtom(url).replace("</title>", `</title>${element}`), "UnexpectedText")?.advice).toContain(advice);
  });
});

describe("examineDocument() reports", () => {
  it.each([
    ["a day that is skipped twice", "<skipDays><day>Monday</day><day>Monday</day></skipDays>", "error DuplicateValue"],
    ["an hour that is skipped twice", "<skipHours><hour>1</hour><hour>01</hour></skipHours>", "error DuplicateValue"],
    ["white space in explicit", "<itunes:explicit> true </itunes:explicit>", "error InvalidTrueFalse"],
  ])("%s", (_name, elements, expected) => {
    const text = goodRss(url, undefined, elements).replace("<rss", '<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"');
    expect(complaints(examine(text)).filter((line) => line.startsWith("error"))).toEqual([expected]);
  });

  it.each([
    ["one", "<entry><title/></entry>", "Its only entry is empty: readers have nothing to show"],
    ["several", "<entry><title/></entry><entry/>", "All its 2 entries are empty: readers have nothing to show"],
    ["none", "", "The feed has no entries"],
  ])("empty entries of Atom: %s", (_name, entries, message) => {
    expect(found(goodAtom(url).replace(/<entry>.*<\/entry>/s, entries), "entries")?.message).toBe(message);
  });

  it("names the rules and the archive of the format", () => {
    expect(found(goodJson(url), "rules")?.message).toBe("It follows the rules of JSON Feed 1.1");
    expect(found(goodRss(url), "rules")?.message).toBe("It follows the rules of the W3C feed validator");
    expect(found(goodJson(url, "x".repeat(100_000)), "size")?.advice).toContain("next_url");
    expect(found(goodRss(url).replace('version="2.0"', 'version="0.92"'), "readable")?.message).toMatch(/^RSS 0\.92, 2 entries/);
  });
});

describe("examineSite() requests no feed of a server that limits requests", () => {
  it("and says so", async () => {
    const links = ["a", "b", "c"].map((name) => `<link rel="alternate" type="application/rss+xml" href="/${name}.xml">`).join("");
    const asked: string[] = [];
    const fake: typeof fetch = async (input) => {
      const { pathname } = new URL(String(input));
      asked.push(pathname);
      return pathname === "/" ? new Response(`<html>${links}`) : new Response("", { status: 429, headers: { "retry-after": "120" } });
    };
    const { feeds } = await examineSite("https://news.example/", { ...network, fetch: fake });
    expect(asked).toEqual(["/", "/a.xml"]);
    expect(feeds.map(({ findings }) => complaints(findings))).toEqual([
      ["error reachable"],
      ["warning rate limit"],
      ["warning rate limit"],
    ]);
    expect(feeds[1]?.findings[0]).toMatchObject({
      message: "Not checked: the server limits requests (429), so this feed was not requested",
      advice: "Try again in 2 minutes",
    });
  });
});

describe("examineDocument() reports messages of PHP within a feed", () => {
  const warning = '<br />\n<b>Warning</b>:  Undefined array key "a" in <b>/a.php</b> on line <b>3</b><br />\n';
  const notice = "\nPHP Notice:  Undefined variable: x in /a.php on line 8\n";
  const between = (text: string) => goodRss(url, item("a") + text + item("b"));

  it.each([
    ["between items", between(warning), '"Warning: Undefined array key \\"a\\" in /a.php on line 3"'],
    ["as text", between(notice), '"PHP Notice: Undefined variable: x in /a.php on line 8"'],
    ["in a description", between("").replace("<description>&lt;", `<description>${warning}&lt;`), '"Warning: '],
    ["that link to the manual", between(warning.replace("Undefined", "[<a href='f'>f</a>]: Undefined")), '"Warning: [f]: Undefined'],
    ["several times", between(warning + notice + warning), '"Warning: '],
    ["a thousand times and more", between(warning.repeat(1500)), '"Warning: '],
    [
      "after a CDATA section with another",
      between(
        `<item><title>c</title><description><![CDATA[${notice}]]></description><guid>https://a.example/c</guid><pubDate>Wed, 06 Nov 2024 12:00:00 GMT</pubDate></item>${warning}`,
      ),
      '"Warning: ',
    ],
    ["in Atom", goodAtom(url).replace("<entry>", `${warning}<entry>`), '"Warning: '],
  ])("%s", (_name, text, evidence) => {
    expect(complaints(examine(text))).toEqual(["error well-formed"]);
    expect(found(text, "well-formed")).toMatchObject({
      evidence: expect.stringContaining(evidence),
      location: { line: expect.any(Number) },
    });
  });

  it("and the other faults of the feed", () => {
    expect(complaints(examine(between(`${warning}<foo/>`)))).toEqual(["error well-formed", "error UndefinedElement"]);
    expect(found(between(`${warning}<foo/>`), "UndefinedElement")).toMatchObject({
      evidence: "/rss/channel/foo: foo",
      location: { line: 4, column: 1 },
    });
  });

  it.each([
    ["in a CDATA section", goodRss(url).replace("<description>&lt;p&gt;", `<description><![CDATA[${warning}]]>&lt;p&gt;`)],
    ["that an entry quotes", goodRss(url).replace("&lt;p&gt;", `&lt;p&gt;${notice}`)],
    [
      "in XHTML",
      goodAtom(url).replace(
        /<content.*<\/content>/s,
        `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${warning}</div></content>`,
      ),
    ],
  ])("but not %s", (_name, text) => {
    expect(complaints(examine(text))).not.toContain("error well-formed");
  });

  it("instead of a feed", () => {
    const fatal = "<br />\n<b>Fatal error</b>:  Uncaught Error: Call to undefined function f() in /a.php:3\n";
    expect(examine(fatal)).toMatchObject([
      {
        check: "readable",
        message: 'It is not a feed: it is a message of PHP: "Fatal error: Uncaught Error: Call to undefined function f() in /a.php:3"',
        advice: expect.stringContaining("display_errors"),
      },
    ]);
  });
});

describe("examineDocument() reports metadata after an entry", () => {
  it.each([
    ["RSS", "MisplacedItem", goodRss(url).replace("</channel>", "<category>Late</category></channel>"), ["warning MisplacedItem"]],
    ["RSS, but no unknown element", "UndefinedElement", goodRss(url).replace("</channel>", "<foo/></channel>"), ["error UndefinedElement"]],
    ["Atom, but no unknown element", "UndefinedElement", goodAtom(url).replace("</feed>", "<foo/></feed>"), ["error UndefinedElement"]],
  ])("of %s", (_name, check, text, expected) => {
    expect(complaints(examine(text))).toEqual(expected);
    expect(found(text, check)).toBeDefined();
  });
});

describe("examineDocument() judges HTML in a description", () => {
  it.each([
    ["0.91", true],
    ["0.92", false],
    ["2.0", false],
  ])("of RSS %s", (version, isReported) => {
    const finding = found(goodRss(url).replace('version="2.0"', `version="${version}"`), "ContainsHTML");
    expect(finding !== undefined).toBe(isReported);
  });
});
