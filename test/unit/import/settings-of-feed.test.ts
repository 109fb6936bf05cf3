import { describe, expect, it } from "vitest";
import { parseFeedDocument } from "../../../src/feed-parser/parse-feed.ts";
import { settingsOfFeed } from "../../../src/import/offered-settings/settings-of-feed.ts";

const settingsOf = (text: string, url?: string) => settingsOfFeed(parseFeedDocument(text, url).site ?? {});

describe("settingsOfFeed()", () => {
  it("reads RSS", () => {
    const channel =
      "<title>Sun &amp;amp; Sea</title><link>https://old.example/blog/</link><description>A &lt;b&gt;short&lt;/b&gt; note</description><language>en-au</language><copyright>© Ada</copyright><managingEditor>ada@old.example (Ada)</managingEditor>";
    expect(settingsOf(`<rss version="2.0"><channel>${channel}<item><title>A</title></item></channel></rss>`)).toEqual({
      title: "Sun & Sea",
      description: "A short note",
      author: { name: "Ada", email: "ada@old.example" },
      language: "en-au",
      url: "https://old.example",
      copyright: "© Ada",
    });
  });

  it("reads Atom, with a relative home page", () => {
    const feed =
      '<title type="html">Sun &amp;amp; Sea</title><subtitle>News</subtitle><link href="/x/"/><author><name>Ada</name><uri>https://ada.example/</uri></author><entry><title>A</title><id>a</id></entry>';
    expect(settingsOf(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">${feed}</feed>`, "https://old.example/x/atom.xml")).toEqual({
      title: "Sun & Sea",
      description: "News",
      author: { name: "Ada", url: "https://ada.example/" },
      language: "ja",
      url: "https://old.example",
    });
  });

  it("reads RSS 1.0 and JSON Feed", () => {
    const rdf =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>T</title><link>https://old.example/</link><description>D</description><dc:language>de</dc:language><dc:creator>Ada</dc:creator></channel><item rdf:about="y"><title>A</title></item></rdf:RDF>';
    expect(settingsOf(rdf)).toEqual({ title: "T", description: "D", author: { name: "Ada" }, language: "de", url: "https://old.example" });
    const json = {
      version: "https://jsonfeed.org/version/1.1",
      title: "T",
      home_page_url: "https://old.example/",
      authors: [{ name: "Ada" }],
      items: [{ id: "1" }],
    };
    expect(settingsOf(JSON.stringify(json))).toMatchObject({ title: "T", author: { name: "Ada" }, url: "https://old.example" });
  });

  it.each(["https://medium.com/@ada", "https://ada.substack.com/", "https://ada.wordpress.com", "not a url"])(
    "does not offer the URL %s of a hosting service",
    (link) => {
      expect(
        settingsOf(`<rss version="2.0"><channel><title>T</title><link>${link}</link><item><title>A</title></item></channel></rss>`).url,
      ).toBeUndefined();
    },
  );
});
