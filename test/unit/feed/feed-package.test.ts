import { Feed, type FeedOptions, type Item } from "feed";
import { describe, expect, it } from "vitest";
import { atomTree, extension, htmlElement, plainTextElement, rssTree } from "../../../src/feed/feed-package.ts";

const options: FeedOptions = { title: "T", id: "https://e.example/", link: "https://e.example/", updated: new Date(0) };
const item: Item = { title: "t", link: "https://e.example/a", date: new Date(0) };

function library(fields: Partial<Item> = {}, settings: Partial<FeedOptions> = {}): Feed {
  const feed = new Feed({ ...options, ...settings });
  feed.addItem({ ...item, ...fields });
  return feed;
}
const rssItem = (fields: Partial<Item>) => rssTree(library(fields)).items[0];
const atomEntry = (fields: Partial<Item>) => atomTree(library(fields)).entries[0];

describe("rssTree() and atomTree()", () => {
  it("return the package's tree, with separate items", () => {
    expect(rssTree(library({}, { description: "d" }))).toMatchObject({
      channel: { title: { _text: "T" }, description: { _text: "d" } },
      items: [{ pubDate: { _text: "Thu, 01 Jan 1970 00:00:00 GMT" } }],
    });
    expect(rssTree(library()).channel).not.toHaveProperty("item");
    expect(atomTree(library())).toMatchObject({ feed: { title: "T" }, entries: [{ updated: "1970-01-01T00:00:00.000Z" }] });
    expect(atomTree(library()).feed).not.toHaveProperty("entry");
  });
});

// Each test fails once the package is corrected. Then the correction can be removed.
describe("the feed package still", () => {
  it("escapes & in URLs of RSS, so links are replaced", () => {
    expect(rssTree(library({}, { link: "https://e.example/?a&b" })).channel["link"]).toEqual({ _text: "https://e.example/?a&amp;b" });
    expect(rssItem({ link: "https://e.example/?a&b" })?.["link"]).toEqual({ _text: "https://e.example/?a&amp;b" });
  });

  it("marks every title as HTML in Atom, so titles are replaced", () => {
    expect(atomEntry({ title: "Vec<T>" })?.["title"]).toEqual({ _attributes: { type: "html" }, _cdata: "Vec<T>" });
  });

  it("writes titles of RSS as CDATA, so titles are replaced", () => {
    expect(rssItem({ title: "Vec<T>" })?.["title"]).toEqual({ _cdata: "Vec<T>" });
  });

  it("supports one kind of guid, so the guid is replaced", () => {
    expect(rssItem({ id: "https://e.example/a" })?.["guid"]).toEqual({ _attributes: { isPermaLink: false }, _text: "https://e.example/a" });
  });

  it("writes a bare name into <author>, so dc:creator is used", () => {
    expect(rssItem({ author: [{ name: "Ada" }] })?.["author"]).toEqual([{ _text: "Ada" }]);
  });

  it("omits namespaces, so root elements are extended", () => {
    const feed = library({ extensions: [extension("dc:creator", { _text: "Ada" })] });
    expect(JSON.stringify(feed.rss2())).not.toContain("xmlns:dc");
  });

  it("changes the spelling of ids in Atom and refuses other text than URLs, so ids are replaced", () => {
    expect(atomEntry({ id: "https://E.example" })?.["id"]).toBe("https://e.example/");
    expect(() => atomEntry({ id: "17" })).toThrow(TypeError);
  });

  it("guesses enclosure types in Atom, so links are replaced", () => {
    const enclosure = { url: "https://e.example/a.mp3", type: "audio/mpeg", length: 1 };
    expect(JSON.stringify(atomEntry({ enclosure })?.["link"])).toContain("image/mp3");
  });

  it("omits types of links and the language in Atom, so they are added", () => {
    const { feed } = atomTree(library({}, { language: "de" }));
    expect(feed["link"]).toEqual([{ _attributes: { rel: "alternate", href: "https://e.example/" } }]);
    expect(JSON.stringify(feed)).not.toContain("xml:lang");
  });

  it("writes JSON Feed 1, so extensions replace its keys", () => {
    const feed = library({ author: [{ name: "Ada" }, { name: "Bob" }] }, { language: "de" });
    expect(feed.json1()).toContain('"version": "https://jsonfeed.org/version/1"');
    expect(JSON.parse(feed.json1())).not.toHaveProperty("language");
    expect(JSON.parse(feed.json1()).items[0]).not.toHaveProperty("authors");
  });
});

describe("htmlElement()", () => {
  it("contains no CDATA end marker", () => {
    expect(htmlElement("<p>]]>]]></p>")).toEqual({ _cdata: "<p>]]&gt;]]&gt;</p>" });
  });
});

describe("plainTextElement()", () => {
  it("is parsed back to the text by an HTML parser", () => {
    expect(plainTextElement("a & b < c > d &amp; ]]>")).toEqual({ _cdata: "a &amp; b &lt; c &gt; d &amp;amp; ]]&gt;" });
  });
});
