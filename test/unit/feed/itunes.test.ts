import { describe, expect, it } from "vitest";
import { itunesChannel, itunesItem } from "../../../src/feed/itunes.ts";
import type { Site } from "../../../src/settings/site-settings.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

const podcast = { category: ["Technology"], explicit: false, type: "episodic" as const };

function channel(settings: Partial<NonNullable<Site["podcast"]>> = {}, site: Partial<Site> = {}) {
  return itunesChannel({ ...podcast, ...settings }, { ...sampleSite, ...site });
}

describe("itunesChannel()", () => {
  it("has all elements that directories require", () => {
    expect(channel()).toEqual({
      "itunes:author": "The desk",
      "itunes:image": { _attributes: { href: "https://news.example/icon.png" } },
      "itunes:category": [{ _attributes: { text: "Technology" } }],
      "itunes:explicit": false,
      "itunes:type": "episodic",
      "itunes:owner": { "itunes:name": "The desk", "itunes:email": "desk@news.example" },
    });
  });

  it("nests a subcategory in its category", () => {
    expect(channel({ category: ["Society & Culture > Documentary", "TV & Film"] })["itunes:category"]).toEqual([
      { _attributes: { text: "Society & Culture" }, "itunes:category": { _attributes: { text: "Documentary" } } },
      { _attributes: { text: "TV & Film" } },
    ]);
  });

  it("uses the settings", () => {
    expect(channel({ explicit: true, type: "serial", email: "owner@e.example" })).toMatchObject({
      "itunes:explicit": true,
      "itunes:type": "serial",
      "itunes:owner": { "itunes:email": "owner@e.example" },
    });
  });

  it("writes a move, a block and the end of the podcast", () => {
    const settings = { newFeedUrl: "https://new.example/rss.xml", block: true, complete: true };
    expect(channel(settings)).toMatchObject({
      "itunes:new-feed-url": "https://new.example/rss.xml",
      "itunes:block": "Yes",
      "itunes:complete": "Yes",
    });
    const unset = Object.keys(channel({ block: false, complete: false }));
    expect(unset).toEqual(Object.keys(channel()));
  });
});

const image = { url: "https://e.example/a.png", type: "image/png", length: 9 };

describe("itunesItem()", () => {
  it("has only the fields of the entry", () => {
    expect(itunesItem(sampleEntry("a"))).toEqual({});
    const entry = sampleEntry("a", {
      authors: [{ name: "Ada &amp; Bob" }, { name: "Łukasz" }],
      enclosure: { url: "https://e.example/a.mp3", type: "audio/mpeg", length: 9, duration: 3723 },
      image,
      podcast: { episode: 12, season: 2, episodeType: "bonus", explicit: false, episodeTitle: "The moon", block: true },
    });
    expect(itunesItem(entry)).toEqual({
      "itunes:title": "The moon",
      "itunes:duration": 3723,
      "itunes:explicit": false,
      "itunes:episode": 12,
      "itunes:season": 2,
      "itunes:episodeType": "bonus",
      "itunes:block": "Yes",
      "itunes:image": { _attributes: { href: "https://e.example/a.png" } },
    });
  });

  it("truncates names that are too long for directories", () => {
    const { "itunes:author": author, "itunes:owner": owner } = channel({}, { author: { name: "Ada ".repeat(100) } });
    expect(author).toMatch(/^Ada .{200,251}…$/);
    expect(owner).toEqual({ "itunes:name": author });
  });

  it.each([
    ["https://e.example/a.JPG", true],
    ["https://e.example/a.jpeg?w=3000", true],
    ["https://e.example/a.webp", false],
    ["https://e.example/a.png.webp", false],
    ["https://e.example/png", false],
    ["https://e.example/a?file=a.png", false],
  ])("accepts %s as artwork: %s", (url, expected) => {
    expect("itunes:image" in itunesItem(sampleEntry("a", { image: { ...image, url } }))).toBe(expected);
  });
});
