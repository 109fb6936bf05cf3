import { describe, expect, it } from "vitest";
import { awkwardEntries, renderSamples, sampleEntry } from "../../samples.ts";

const jsonFeed = (...entries: Parameters<typeof renderSamples>[0]) => JSON.parse(renderSamples(entries).json);

describe("renderJsonFeed()", () => {
  it("declares version 1.1 first", () => {
    expect(Object.entries(jsonFeed())[0]).toEqual(["version", "https://jsonfeed.org/version/1.1"]);
  });

  it("has the feed's authors, language, icons and addresses", () => {
    expect(jsonFeed()).toMatchObject({
      home_page_url: "https://news.example/",
      feed_url: "https://news.example/feed.json",
      authors: [{ name: "The desk", url: "https://news.example/about" }],
      language: "en",
      icon: "https://news.example/icon.png",
      favicon: "https://news.example/favicon.ico",
      items: [],
    });
  });

  it("has the pictures of authors", () => {
    const [image, url] = ["https://ada.example/a.png", "https://ada.example/"];
    const { items } = jsonFeed(sampleEntry("ada", { authors: [{ name: "Ada", url, image, email: "ada@example.com" }] }));
    expect(items[0]).toMatchObject({ authors: [{ name: "Ada", url, avatar: image }] });
    expect(JSON.stringify(items)).not.toContain("ada@example.com");
  });

  it("has every field of an entry, and no e-mail address", () => {
    const [types, greeting, dinner] = jsonFeed(...awkwardEntries).items;
    expect(types).toMatchObject({
      id: "https://news.example/articles/types",
      title: 'Vec<T> & &amp; "x" ]]> 🐟',
      authors: [{ name: "Ada & Bob <crew>" }, { name: "Łukasz 🐟", url: "https://ada.example/?a=1&b=2" }],
      tags: ["R&D", 'a < b > "c"', "C++", "日本語"],
      date_published: "2024-11-06T12:05:00.000Z",
      date_modified: "2024-11-07T08:00:01.000Z",
    });
    expect(greeting).toMatchObject({ language: "ar" });
    expect(types).not.toHaveProperty("language");
    expect(jsonFeed(sampleEntry("a", { language: "yue" })).items[0]).toMatchObject({ language: "zh-yue" });
    expect(dinner).toMatchObject({
      image: "https://news.example/media/ab12/fish.png?a=1&b=2",
      attachments: [
        {
          url: "https://news.example/media/cd34/talk.mp3",
          mime_type: "audio/mpeg",
          title: 'A "talk" <live> & more',
          size_in_bytes: 4_321_000,
          duration_in_seconds: 3723,
        },
      ],
    });
    expect(renderSamples(awkwardEntries).json).not.toContain("@news.example");
  });

  it("omits missing fields", () => {
    expect(Object.keys(jsonFeed(sampleEntry("a", { title: "", summary: "" })).items[0])).toEqual([
      "id",
      "content_html",
      "url",
      "date_modified",
      "date_published",
      "authors",
    ]);
  });
});
