import { describe, expect, it } from "vitest";
import { EntryUrls } from "../../../src/feed-parser/entry-urls.ts";
import { parseFeedDocument } from "../../../src/feed-parser/parse-feed.ts";
import { pageEntry } from "../../../src/import/web-page.ts";
import { wordpressEntries } from "../../../src/import/wordpress/wordpress-export.ts";
import { all, inChunks } from "../import/chunks.ts";
import { imported, placeAll } from "../import/imported.ts";

const long = `https://a.example/${"x".repeat(70_000)}`;
const tooLong = /"https:\/\/a\.example\/x{82}…": it has 70,018 characters, and the limit is 65,536$/;

describe("EntryUrls", () => {
  it.each([
    [" https://a.example/x ", undefined, "https://a.example/x", undefined],
    ["/x", "https://a.example/y", "https://a.example/x", undefined],
    ["", "https://a.example/", undefined, undefined],
    [undefined, "https://a.example/", undefined, undefined],
    ["/x", undefined, undefined, '"/x": it is relative, and the source does not say to which address'],
    ["ftp://a.example/x", undefined, undefined, '"ftp://a.example/x": it begins with "ftp:", and only http: and https: are supported'],
    ["https://a b/", undefined, undefined, '"https://a b/": it is not a valid URL'],
  ])("resolves %j against %j to %j", (reference, base, expected, fault) => {
    const urls = new EntryUrls();
    expect(urls.read("picture", reference, base)).toBe(expected);
    expect(urls.notes).toEqual(fault === undefined ? [] : [`Cannot keep the URL of its picture, ${fault}`]);
  });
});

describe("an entry with dropped URLs", () => {
  const notesOf = (document: string) => parseFeedDocument(document, undefined).entries.map(({ notes }) => notes);

  it("reports each of them in RSS, and uses the next file", () => {
    const rss = `<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel><title>T</title>
      <item><title>A</title><link>gopher://a.example/</link><enclosure url="${long}" type="audio/mpeg" length="1"/><itunes:image href="data:,x"/></item>
      <item><title>B</title><enclosure url="ftp://a.example/1.mp3" length="1"/><enclosure url="https://a.example/2.mp3" length="2"/><enclosure url="https://a.example/3.mp3" length="3"/></item></channel></rss>`;
    expect(notesOf(rss)).toEqual([
      [
        expect.stringMatching(/URL of its page, "gopher:/),
        expect.stringMatching(tooLong),
        expect.stringMatching(/URL of its picture, "data:,x"/),
      ],
      [
        expect.stringMatching(/URL of its enclosure, "ftp:/),
        expect.stringMatching(/3 enclosures: only one .*dropped: "https:\/\/a\.example\/3\.mp3"$/),
      ],
    ]);
    expect(parseFeedDocument(rss, undefined).entries[1]?.enclosure).toMatchObject({ url: "https://a.example/2.mp3", length: 2 });
  });

  it("reports each of them in Atom", () => {
    const links = `<link href="mailto:a@a.example"/><link rel="enclosure" href="${long}"/>`;
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:f</id><title>T</title><entry><id>urn:1</id><title>A</title>${links}</entry></feed>`;
    expect(notesOf(atom)).toEqual([[expect.stringMatching(/URL of its page, "mailto:/), expect.stringMatching(tooLong)]]);
  });

  it("reports each of them in JSON Feed", () => {
    const item = { id: "1", title: "A", url: "//", image: "x:y", banner_image: "https://a.example/b.png", attachments: [{ url: long }] };
    const json = JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "T", items: [item] });
    expect(notesOf(json)).toEqual([
      [
        expect.stringMatching(/URL of its page, "\/\/"/),
        expect.stringMatching(/URL of its picture, "x:y"/),
        expect.stringMatching(tooLong),
      ],
    ]);
    expect(parseFeedDocument(json, undefined).entries[0]?.image).toEqual({ url: "https://a.example/b.png" });
  });

  it("reports each of them in a WordPress export", async () => {
    const meta = `<wp:postmeta><wp:meta_key>enclosure</wp:meta_key><wp:meta_value>/a.mp3\n12\naudio/mpeg</wp:meta_value></wp:postmeta>`;
    const item = `<item><title>A</title><link>javascript:x</link><guid>1</guid>${meta}</item>`;
    const wxr = `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel>${item}</channel></rss>`;
    const [entry] = await all(wordpressEntries(inChunks(wxr, 1000), () => {}));
    expect(entry?.notes).toEqual([expect.stringMatching(/URL of its page/), expect.stringMatching(/URL of its enclosure, "\/a\.mp3"/)]);
  });

  it("reports each of them in a web page", () => {
    const text = "<p>Lorem ipsum dolor sit amet, consectetur.</p>".repeat(30);
    const head = '<link rel="canonical" href="app:1"><meta property="og:image" content="data:,x">';
    expect(pageEntry(`<!doctype html><title>A</title>${head}<article>${text}</article>`, undefined).notes).toEqual([
      expect.stringMatching(/URL of its page, "app:1"/),
      expect.stringMatching(/URL of its picture, "data:,x"/),
    ]);
  });

  it("reports the URL of an author", async () => {
    const [placed] = await placeAll([imported({ authors: [{ name: "Ada", url: "javascript:x" }] })]);
    expect(placed).toMatchObject({ notes: [expect.stringMatching(/URL of its author Ada, "javascript:x"/)] });
  });
});
