import { describe, expect, it } from "vitest";
import { feedDocument } from "../../../src/feed/feed-document.ts";
import { renderRss } from "../../../src/feed/rss.ts";
import { rss as format } from "../../../src/model/format.ts";
import { categorySelection, wholeSite } from "../../../src/model/selection.ts";
import { renderSamples, sampleEntry, sampleSite } from "../../samples.ts";

const rss = (...entries: Parameters<typeof renderSamples>[0]) => renderSamples(entries).rss;

describe("renderRss()", () => {
  it("marks an id as a permalink only if it equals the address", () => {
    expect(rss(sampleEntry("a"))).toContain('<guid isPermaLink="true">https://news.example/articles/a</guid>');
    expect(rss(sampleEntry("a", { id: "https://news.example/articles/A" }))).toContain('<guid isPermaLink="false">');
  });

  it("writes the summary, as HTML, before the content", () => {
    expect(rss(sampleEntry("a", { summary: "5 < 6", content: "<p>c</p>" }))).toMatch(
      /<description><!\[CDATA\[5 &lt; 6\]\]><\/description>\s*<content:encoded><!\[CDATA\[<p>c<\/p>\]\]><\/content:encoded>/,
    );
  });

  it("writes the content as the description without a summary", () => {
    const document = rss(sampleEntry("a", { summary: "", content: "<p>c</p>" }));
    expect(document).toContain("<description><![CDATA[<p>c</p>]]></description>");
    expect(document).not.toContain("content:encoded>");
  });

  it("omits a missing title", () => {
    expect(rss(sampleEntry("a", { title: "" })).split("<item>")[1]).not.toContain("<title>");
  });

  it("lists every author, but never in <author>", () => {
    const document = rss(sampleEntry("a", { authors: [{ name: "Ada", email: "ada@e.example" }, { name: "Bob" }] }));
    expect(document.match(/<dc:creator>[^<]*/g)).toEqual(["<dc:creator>Ada", "<dc:creator>Bob"]);
    expect(document).not.toContain("<author>");
  });

  it("writes the update time of an updated entry", () => {
    const published = Date.UTC(2024, 10, 6);
    expect(rss(sampleEntry("a", { published }))).not.toContain("atom:updated");
    expect(rss(sampleEntry("a", { published, updated: published + 1000 }))).toContain(
      "<atom:updated>2024-11-06T00:00:01.000Z</atom:updated>",
    );
  });

  it("writes an entry's language if it is not the feed's", () => {
    expect(rss(sampleEntry("a", { language: "ar" }))).toContain("<dc:language>ar</dc:language>");
    expect(rss(sampleEntry("a"))).not.toContain("dc:language");
    expect(rss(sampleEntry("a", { language: "yue" }))).toContain("<dc:language>zh-yue</dc:language>"); // W3C validator: InvalidLanguage
    expect(rss(sampleEntry("a", { language: "tok" }))).toContain("<dc:language>und</dc:language>");
  });

  it("describes pictures and recordings with Media RSS", () => {
    const image = { url: "https://news.example/a.png?b&c", type: "image/png", length: 9, width: 4, height: 3 };
    const enclosure = { url: "https://news.example/a.mp3", type: "audio/mpeg", length: 0, duration: 62 };
    const document = rss(sampleEntry("a", { image, enclosure }));
    for (const element of [
      '<enclosure url="https://news.example/a.mp3" length="0" type="audio/mpeg"/>',
      '<media:thumbnail url="https://news.example/a.png?b&amp;c" width="4" height="3"/>',
    ])
      expect(document).toContain(element);
    expect(rss(sampleEntry("a"))).not.toContain("<media:");
  });

  it("writes no podcast elements if the site is not a podcast", () => {
    expect(rss(sampleEntry("a", { podcast: { episode: 1 } }))).not.toContain("itunes");
  });

  it("writes the elements of an episode if the site is a podcast", () => {
    const podcast = { category: ["Technology"], explicit: false, type: "episodic" as const };
    const entry = sampleEntry("a", { authors: [{ name: "Ada &amp; Bob" }], podcast: { episode: 1 } });
    const item = renderSamples([entry], { ...sampleSite, podcast }).rss.split("<item>")[1];
    expect(item).toContain("<dc:creator>Ada &#x26;amp; Bob</dc:creator>");
    expect(item).not.toContain("itunes:author"); // readers would list each author twice
    expect(item).toContain("<itunes:episode>1</itunes:episode>");
  });

  // @rowanmanning/feed-parser decodes no numeric references in URLs.
  it("escapes URLs with named references, and other texts with hexadecimal ones", () => {
    const podcast = { category: ["Technology"], explicit: false, type: "episodic" as const, newFeedUrl: "https://new.example/?a&b" };
    const entry = sampleEntry("a", { title: "A & B", id: "https://old.example/?a&b", externalUrl: "https://other.example/?a&b" });
    const document = renderSamples([entry], { ...sampleSite, icon: "https://news.example/icon.png?a&b", podcast }).rss;
    for (const element of [
      "<title>A &#x26; B</title>",
      "<link>https://other.example/?a&amp;b</link>",
      '<guid isPermaLink="false">https://old.example/?a&amp;b</guid>',
      "<url>https://news.example/icon.png?a&amp;b</url>",
      "<itunes:new-feed-url>https://new.example/?a&amp;b</itunes:new-feed-url>",
    ])
      expect(document).toContain(element);
  });

  it("writes the time to live in minutes, and omits less than one", () => {
    expect(rss()).toContain("<ttl>60</ttl>");
    expect(renderSamples([], { ...sampleSite, maxAge: 60 }).rss).toContain("<ttl>1</ttl>");
    expect(renderSamples([], { ...sampleSite, maxAge: 59 }).rss).not.toContain("<ttl>");
  });

  // RFC 5005 §4, WebSub §4.
  it("links to the archive and the hub, and marks an archive page", () => {
    const site = { ...sampleSite, hub: "https://hub.example/?a&b" };
    const page = { selection: wholeSite, entries: [sampleEntry("a")], archivePages: 2 };
    const newest = renderRss(feedDocument(site, page, format, page.entries));
    expect(newest).toContain('<atom:link rel="hub" href="https://hub.example/?a&amp;b"/>');
    expect(newest).toContain('<atom:link rel="prev-archive" href="https://news.example/archive/2/rss.xml"/>');
    expect(newest).not.toMatch(/fh:|itunes:/);
    const archive = renderRss(feedDocument(site, { ...page, number: 1 }, format, page.entries));
    expect(archive).toMatch(/^<rss version="2\.0"[^>]* xmlns:fh="http:\/\/purl\.org\/syndication\/history\/1\.0"/m);
    expect(archive.match(/<fh:archive\/>/g)).toHaveLength(1);
  });

  it("writes the identity and the new address of a podcast that is a category", () => {
    const podcast = { category: ["Technology"], explicit: false, type: "episodic" as const, guid: "917393e3-1b1e-5cef-ace4-edaa54e1f810" };
    const show = { listed: true, guid: "ead4c236-bf58-58c6-a2c6-a6b28d128cb6", newFeedUrl: "https://new.example/show.xml" };
    const site = { ...sampleSite, podcast, selections: { "categories/show": show } };
    const page = { selection: categorySelection("Show", site), entries: [], archivePages: 0 };
    const document = renderRss(feedDocument(site, page, format, []));
    expect(document).toContain("<podcast:guid>ead4c236-bf58-58c6-a2c6-a6b28d128cb6</podcast:guid>");
    expect(document).toContain("<itunes:new-feed-url>https://new.example/show.xml</itunes:new-feed-url>");
  });

  it("declares the podcast namespace if the site is a podcast", () => {
    const podcast = { category: ["Technology"], explicit: false, type: "episodic" as const };
    expect(renderSamples([], { ...sampleSite, podcast }).rss).toContain('xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"');
  });
});
