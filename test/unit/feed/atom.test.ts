import { describe, expect, it } from "vitest";
import { renderAtom } from "../../../src/feed/atom.ts";
import { feedDocument } from "../../../src/feed/feed-document.ts";
import { atom as format } from "../../../src/model/format.ts";
import { wholeSite } from "../../../src/model/selection.ts";
import { renderSamples, sampleEntry, sampleSite } from "../../samples.ts";

const atom = (...entries: Parameters<typeof renderSamples>[0]) => renderSamples(entries).atom;

describe("renderAtom()", () => {
  it("keeps ids unchanged", () => {
    for (const id of ["https://Old.example:443/?p=7&x", "tag:old.example,2019:7", "urn:uuid:F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6"]) {
      expect(atom(sampleEntry("a", { id }))).toContain(`<id>${id.replace("&", "&amp;")}</id>`);
    }
  });

  it("converts ids that are not IRIs to different IRIs", () => {
    const document = atom(sampleEntry("a", { id: "17" }), sampleEntry("b", { id: "a b<ü>" }));
    expect(document).toContain("<id>https://news.example/#17</id>");
    expect(document).toContain("<id>https://news.example/#a%20b%3C%C3%BC%3E</id>");
    const nearly = atom(sampleEntry("a", { id: "1 urn:a" }), sampleEntry("b", { id: "urn:a b" }));
    expect(nearly).toContain("<id>https://news.example/#1%20urn%3Aa</id>");
    expect(nearly).toContain("<id>https://news.example/#urn%3Aa%20b</id>");
  });

  // RFC 5005 §4.
  it("marks only archive pages as archive", () => {
    const page = { selection: wholeSite, entries: [sampleEntry("a")], archivePages: 2 };
    const archive = renderAtom(feedDocument(sampleSite, { ...page, number: 1 }, format, page.entries));
    expect(archive).toMatch(/^<feed [^>]*xmlns:fh="http:\/\/purl\.org\/syndication\/history\/1\.0"/m);
    expect(archive.match(/<fh:archive\/>/g)).toHaveLength(1);
    expect(renderAtom(feedDocument(sampleSite, page, format, page.entries))).not.toContain("fh:");
  });

  it("writes an author with a name in every entry", () => {
    const entries = atom(sampleEntry("a"), sampleEntry("b", { authors: [{ name: "Ada" }, { name: "Bob" }] })).split("<entry");
    expect(entries.map((entry) => entry.match(/<name>/g)?.length)).toEqual([1, 1, 2]);
  });

  it("labels an entry without a title by its text or its day", () => {
    const published = Date.UTC(2024, 10, 6);
    expect(atom(sampleEntry("a", { title: "", summary: "So & so" }))).toContain("<title>So &amp; so</title>");
    expect(atom(sampleEntry("a", { title: "", summary: "", published }))).toContain("<title>2024-11-06</title>");
  });

  it("writes titles and summaries as plain text, which every reader shows the same", () => {
    const text = '<b>Fish</b> & &amp; "chips" ]]> … ]]></title>';
    const document = atom(sampleEntry("a", { title: text, summary: text }), sampleEntry("b", { title: "…", summary: "" }));
    const escaped = '&#x3C;b&gt;Fish&#x3C;/b&gt; &#x26; &#x26;amp; "chips" ]]&gt; … ]]&gt;&#x3C;/title&gt;';
    expect(document).toContain(`<title>${escaped}</title>`);
    expect(document).toContain(`<summary>${escaped}</summary>`);
    expect(document).toContain("<title>…</title>");
    expect(document.match(/<summary/g)).toHaveLength(1);
  });

  it("writes addresses and names with named references, which every reader decodes", () => {
    const authors = [{ name: "A & B", url: "https://e.example/?a&b" }, { name: "A&amp;B" }];
    const document = atom(sampleEntry("a", { id: "urn:a?b&c", authors, categories: ["R&D"] }));
    expect(document).toContain("<id>urn:a?b&amp;c</id>");
    expect(document).toContain("<name>A &amp; B</name>");
    expect(document).toContain("<name>A&#x26;amp;B</name>"); // W3C validator: ContainsHTML
    expect(document).toContain("<uri>https://e.example/?a&amp;b</uri>");
    expect(document).toContain('<category term="R&amp;D"/>');
  });

  it("gives each entry its own language and media", () => {
    const enclosure = { url: "https://news.example/a.mp3", type: "audio/mpeg", length: 7 };
    const [, first = "", second = "", third = ""] = atom(
      sampleEntry("a"),
      sampleEntry("b", { language: "ar", enclosure }),
      sampleEntry("c"),
    ).split("<entry");
    expect(second).toMatch(/^ xml:lang="ar">/);
    expect(second).toContain('<link rel="enclosure" type="audio/mpeg" href="https://news.example/a.mp3" length="7"/>');
    expect(first + third).not.toMatch(/xml:lang|enclosure/);
    expect(atom(sampleEntry("a", { language: "yue" }))).toContain('<entry xml:lang="zh-yue">'); // W3C validator: InvalidLanguage
    expect(atom(sampleEntry("a", { language: "tok" }))).toContain('<entry xml:lang="und">');
  });

  it("does not treat an entry in the text as its own", () => {
    const content = "<p>&#x3C;entry> <code>]]>&#x3C;/entry></code></p>";
    const document = atom(
      sampleEntry("a", { title: "<entry></entry><id>x</id>", content }),
      sampleEntry("b", { id: "tag:e.example,2024:b" }),
    );
    expect(document.match(/<id>[^<]*<\/id>\n/g)).toHaveLength(3);
    expect(document).toContain("<id>tag:e.example,2024:b</id>");
  });

  it("omits the unknown length of an enclosure", () => {
    const enclosure = { url: "https://news.example/a.mp3", type: "audio/mpeg", length: 0 };
    expect(atom(sampleEntry("a", { enclosure }))).not.toContain("length=");
  });

  it("describes pictures and recordings with Media RSS", () => {
    const image = { url: "https://news.example/a.png?b&c", type: "image/png", length: 9, width: 4, height: 3 };
    const enclosure = { url: "https://news.example/a.mp3", type: "audio/mpeg", length: 7, duration: 62 };
    const document = atom(sampleEntry("a", { image, enclosure }));
    for (const element of ['<media:thumbnail url="https://news.example/a.png?b&amp;c" width="4" height="3"/>'])
      expect(document).toContain(element);
    expect(atom(sampleEntry("a"))).not.toContain("<media:");
  });

  it("has a fixed date without entries", () => {
    expect(renderSamples([], sampleSite).atom).toContain("<updated>2000-01-01T00:00:00.000Z</updated>");
  });
});
