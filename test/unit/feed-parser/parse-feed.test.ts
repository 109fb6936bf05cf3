import { describe, expect, it } from "vitest";
import { parseFeedDocument } from "../../../src/feed-parser/parse-feed.ts";
import { compileImported } from "../import/imported.ts";

const rss = (items: string, channel = "") =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>T</title><link>https://old.example/</link><description>D</description>${channel}${items}</channel></rss>`;

describe("RSS 2.0", () => {
  it("is parsed with all its fields", () => {
    const [entry] = parseFeedDocument(
      rss(`<item><title>A &lt;b&gt;big&lt;/b&gt; Q&amp;amp;A</title><link>/2024/moon/</link><guid isPermaLink="false"> tag:x,2024:1 </guid>
        <pubDate>Tue, 02 Jan 2024 03:04:05 EST</pubDate><atom:updated>2024-02-02T00:00:00Z</atom:updated><dc:creator>Ada</dc:creator>
        <category>Sky</category><category>Q&amp;amp;A</category><description>&lt;p&gt;Short &amp;amp; sweet</description>
        <content:encoded><![CDATA[<p>a ]]]]><![CDATA[> b</p>]]></content:encoded>
        <enclosure url="/a.mp3" length="12" type="audio/mpeg"/><enclosure url="/b.mp3" length="1" type="audio/mpeg"/>
        <itunes:duration>1:02</itunes:duration><itunes:episode>3</itunes:episode><itunes:image href="https://old.example/i.jpg"/></item>`),
      undefined,
    ).entries;
    expect(entry).toMatchObject({
      id: "tag:x,2024:1",
      title: "A big Q&A",
      link: "https://old.example/2024/moon/",
      published: "Tue, 02 Jan 2024 03:04:05 EST",
      updated: "2024-02-02T00:00:00Z",
      authors: [{ name: "Ada" }],
      categories: ["Sky", "Q&A"],
      summary: "Short & sweet",
      content: "<p>a ]]> b</p>",
      image: { url: "https://old.example/i.jpg" },
      enclosure: { url: "https://old.example/a.mp3", type: "audio/mpeg", length: 12, duration: 62 },
      podcast: { episode: 3 },
      notes: ['It has 2 enclosures: only one was kept, since Broadsheet supports one per entry; dropped: "/b.mp3"'],
    });
  });

  it("uses the entry's own page as its address, not the linked page", () => {
    const item = "<item><link>https://elsewhere.example/x</link><guid>https://www.old.example/2024/sun</guid></item>";
    expect(parseFeedDocument(rss(item), undefined).entries[0]?.link).toBe("https://www.old.example/2024/sun");
  });

  it("ignores the portrait of an author", () => {
    const item = '<item><title>A</title><media:content url="https://1.gravatar.com/avatar/x" medium="image"/></item>';
    expect(parseFeedDocument(rss(item), undefined).entries[0]?.image).toBeUndefined();
  });

  it("resolves references in its content against xml:base or the entry's page", async () => {
    const item = (base: string, slug: string) =>
      `<item${base}><title>${slug}</title><link>https://old.example/2024/${slug}</link><pubDate>2024-01-0${slug.length}T00:00:00Z</pubDate><description>&lt;a href="x"&gt;x&lt;/a&gt;</description></item>`;
    const { entries } = parseFeedDocument(rss(item(' xml:base="https://cdn.example/q/"', "sun") + item("", "moon")), undefined);
    expect((await compileImported(entries)).map(({ content }) => content)).toEqual([
      '<a href="https://old.example/2024/x">x</a>',
      '<a href="https://cdn.example/q/x">x</a>',
    ]);
  });

  it("reports the location of a syntax error", () => {
    const { entries, notes } = parseFeedDocument(rss("<item><title>A & B</title></item>"), undefined);
    expect(entries).toMatchObject([{ title: "A & B" }]);
    expect(notes).toEqual([expect.stringContaining("Some of it may be missing: it is not well-formed XML (line 1:")]);
    expect(() => parseFeedDocument(rss("<item><title>B").slice(0, -17), undefined)).toThrow(/^Cannot find entries: .*\(line 1:\d+: /);
  });
});

describe("RSS 1.0", () => {
  it("is parsed, with rdf:about as the id", () => {
    const { entries } = parseFeedDocument(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="http://x.example/"><title>t</title><link>http://x.example/</link><description>d</description></channel><item rdf:about="http://x.example/1"><title>A &amp; b</title><link>http://x.example/1</link><dc:date>2004-01-01T00:00+01:00</dc:date><dc:subject>Sky</dc:subject><dc:creator>Bob</dc:creator><description>Text</description></item></rdf:RDF>`,
      undefined,
    );
    const about = "http://x.example/1";
    const rest = { published: "2004-01-01T00:00+01:00", categories: ["Sky"], authors: [{ name: "Bob" }], content: "Text" };
    expect(entries).toMatchObject([{ id: about, link: about, title: "A & b", ...rest }]);
  });
});

describe("RSS 1.0 with a list of its items", () => {
  const rdf = (list: string, ...items: readonly string[]) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="http://x.example/"><title>t</title><link>http://x.example/</link><description>d</description><items><rdf:Seq>${list}</rdf:Seq></items></channel>${items.map((id) => `<item rdf:about="${id}"><title>${id}</title><link>http://x.example/${id}</link></item>`).join("")}</rdf:RDF>`;

  it.each([
    ["that is complete", '<rdf:li rdf:resource="1"/><rdf:li rdf:resource="2"/>', ["1", "2"]],
    ["that lacks one", '<rdf:li rdf:resource="1"/>', ["1", "2"]],
    ["that is empty", "", ["1", "2"]],
    ["of items with one id", '<rdf:li rdf:resource="1"/>', ["1", "1"]],
    ["of an item that there is not", '<rdf:li rdf:resource="3"/>', ["1"]],
  ])("%s, has all its items", (_name, list, items) => {
    const { entries, notes } = parseFeedDocument(rdf(list, ...items), undefined);
    expect(entries.map(({ id }) => id)).toEqual(items);
    expect(notes).toEqual([]);
  });
});

describe("Atom", () => {
  const atom = (entries: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://old.example/blog/" xml:lang="de"><id>urn:f</id><title>T</title><author><name>Ada</name><uri>https://ada.example/</uri><email>ada@ada.example</email></author><link rel="prev-archive" href="2023.atom"/>${entries}</feed>`;

  it("is parsed with all text types, its bases, and the feed's defaults", () => {
    const { entries, next } = parseFeedDocument(
      atom(`<entry xml:base="sub/" xml:lang="fr"><id>urn:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Hi <b>you</b> &amp; me</div></title><published>2024-01-01T00:00:00+02:00</published><updated>2024-01-02T00:00:00Z</updated><link href="p1"/><content type="xhtml" xml:base="deep/"><div xmlns="http://www.w3.org/1999/xhtml"><p>A &lt; <em>c</em></p></div></content><category term="s" label="Sky"/></entry>
        <entry><id>urn:2</id><title>plain &lt;b&gt;</title><updated>2024-01-03T00:00:00Z</updated><link href="p2"/><content>x &lt; y</content></entry>
        <entry><id>urn:3</id><title type="html">&lt;i&gt;T&lt;/i&gt; &amp;amp;</title><updated>2024-01-03T00:00:00Z</updated><content src="/a.html" type="text/html"/></entry>`),
      "https://feeds.example/all.atom",
    );
    expect(next).toBe("https://feeds.example/2023.atom");
    expect(entries).toMatchObject([
      {
        title: "Hi you & me",
        link: "https://old.example/blog/sub/p1",
        base: "https://old.example/blog/sub/deep/",
        content: "<p>A &lt; <em>c</em></p>",
        language: "fr",
        categories: ["Sky"],
        published: "2024-01-01T00:00:00+02:00",
        authors: [{ name: "Ada", url: "https://ada.example/", email: "ada@ada.example" }],
      },
      { title: "plain <b>", content: "<p>x &lt; y</p>", language: "de", published: "2024-01-03T00:00:00Z" },
      { title: "T &", notes: ["Its content is not in the feed but at /a.html: copy it from there"] },
    ]);
  });
});

describe("a Blogger backup", () => {
  const blogger = (id: number, kind: string) =>
    `<entry><id>urn:${id}</id><title>T</title><updated>2014-03-09T08:00:00Z</updated><category scheme="http://www.blogger.com/atom/ns#" term="Kaffee"/><category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${kind}"/><content type="html">x</content></entry>`;

  it("has posts and unlisted pages; its other entries are counted", () => {
    const kinds = ["settings", "template", "settings", "post", "page", "comment"];
    const xml = `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:f</id><title>T</title>${kinds.map((kind, id) => blogger(id, kind)).join("")}</feed>`;
    const { entries, notes } = parseFeedDocument(xml, undefined);
    expect(entries.map(({ categories, id, unlisted = false }) => ({ categories, id, unlisted }))).toEqual([
      { categories: ["Kaffee"], id: "urn:3", unlisted: false },
      { categories: ["Kaffee"], id: "urn:4", unlisted: true },
    ]);
    expect(notes).toEqual(["Skipped, since they are not articles: 2 × settings, 1 × template, 1 × comment"]);
  });
});

describe("JSON Feed", () => {
  it("is parsed, with the next document of its archive", () => {
    const feed = {
      version: "https://jsonfeed.org/version/1.1",
      title: "T",
      home_page_url: "https://old.example/",
      next_url: "?page=2",
      language: "de",
      items: [
        { id: 7, url: "/moon", content_text: "a < b", tags: ["x"], date_published: "2024-01-01T00:00:00Z", authors: [{ name: "Ada" }] },
      ],
    };
    const { entries, next } = parseFeedDocument(JSON.stringify(feed), "https://old.example/feed.json");
    expect(next).toBe("https://old.example/feed.json?page=2");
    const [link, content] = ["https://old.example/moon", "<p>a &lt; b</p>"];
    expect(entries).toMatchObject([{ id: "7", link, content, language: "de", categories: ["x"], authors: [{ name: "Ada" }] }]);
  });
});

describe("a JSON Feed about RSS", () => {
  it("is parsed as JSON", () => {
    const content = 'It begins so:\n <rss version="2.0"><channel><title>x</title>';
    const text = JSON.stringify(
      { version: "https://jsonfeed.org/version/1.1", title: "T", items: [{ id: "a", content_html: content }] },
      null,
      2,
    );
    expect(parseFeedDocument(text, undefined).entries).toMatchObject([{ id: "a", content }]);
  });
});

describe("a document that is not a feed", () => {
  it.each([
    ["<!doctype html><title>x</title>", "it is a web page"],
    ["{}", "Cannot find entries"],
    ["", "Cannot find entries"],
  ])("is refused: %s", (text, reason) => {
    expect(() => parseFeedDocument(text, undefined)).toThrow(reason);
  });
});

describe("an entry in which nothing can be read", () => {
  const left = (missing: number, count: number) =>
    `Left out ${missing} of its ${count} entries: they are empty, or not in the form of the format`;

  it("is reported in a JSON Feed", () => {
    const items = [5, { id: "1", content_text: "a" }, "s", null, [], {}, { foo: 1 }, [{ id: "2" }]];
    const { entries, notes } = parseFeedDocument(JSON.stringify({ version: "https://jsonfeed.org/version/1.1", items }), undefined);
    expect(entries).toMatchObject([{ id: "1" }]);
    expect(notes).toEqual([left(7, 8)]);
  });

  it.each([
    ["RSS", rss("<item/><item>text</item><item><title>A</title></item>")],
    ["Atom", '<feed xmlns="http://www.w3.org/2005/Atom"><entry/><entry>text</entry><entry><title>A</title></entry></feed>'],
    [
      "Atom with a prefix",
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry/><a:entry/><a:entry><a:title>A</a:title></a:entry></a:feed>',
    ],
  ])("is reported in %s", (_, xml) => {
    const { entries, notes } = parseFeedDocument(xml, undefined);
    expect(entries).toMatchObject([{ title: "A" }]);
    expect(notes).toEqual([left(2, 3)]);
  });

  it("is not confused with an element of the same name in an entry", () => {
    const { notes } = parseFeedDocument(rss('<item><title>A</title><x:item xmlns:x="urn:x"><x:entry/></x:item></item>'), undefined);
    expect(notes).toEqual([]);
  });
});
