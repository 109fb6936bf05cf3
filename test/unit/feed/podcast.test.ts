import { describe, expect, it } from "vitest";
import { podcastChannel, podcastItem } from "../../../src/feed/podcast.ts";
import type { Site } from "../../../src/settings/site-settings.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

const podcast = { category: ["Technology"], explicit: false, type: "episodic" as const };

function channel(settings: Partial<NonNullable<Site["podcast"]>> = {}, site: Partial<Site> = {}): string[] {
  return podcastChannel({ ...sampleSite, ...site, podcast: { ...podcast, ...settings } });
}

describe("podcastChannel()", () => {
  it("has everything that directories ask for", () => {
    expect(channel()).toEqual([
      "<itunes:author>The desk</itunes:author>",
      '<itunes:image href="https://news.example/icon.png"/>',
      '<itunes:category text="Technology"/>',
      "<itunes:explicit>false</itunes:explicit>",
      "<itunes:type>episodic</itunes:type>",
      "<itunes:owner><itunes:name>The desk</itunes:name><itunes:email>desk@news.example</itunes:email></itunes:owner>",
    ]);
  });

  it("has every category, one within another", () => {
    expect(channel({ category: ["Society & Culture > Documentary", "TV & Film"] }).slice(2, 4)).toEqual([
      '<itunes:category text="Society &#x26; Culture"><itunes:category text="Documentary"/></itunes:category>',
      '<itunes:category text="TV &#x26; Film"/>',
    ]);
  });

  it("says what the settings say", () => {
    const xml = channel({ explicit: true, type: "serial", email: "owner@e.example" }).join("");
    expect(xml).toContain("<itunes:explicit>true</itunes:explicit><itunes:type>serial</itunes:type>");
    expect(xml).toContain("<itunes:email>owner@e.example</itunes:email>");
    expect(xml).not.toContain("desk@");
  });

  it("escapes what it is given", () => {
    const site = { author: { name: 'Ada & "Bob" <crew>', email: "a&b@e.example" }, icon: "https://e.example/a.png?b&c" };
    const name = "Ada &#x26; &#x22;Bob&#x22; &#x3C;crew&#x3E;";
    expect(channel({}, site)).toMatchObject([
      `<itunes:author>${name}</itunes:author>`,
      '<itunes:image href="https://e.example/a.png?b&#x26;c"/>',
      {},
      {},
      {},
      `<itunes:owner><itunes:name>${name}</itunes:name><itunes:email>a&#x26;b@e.example</itunes:email></itunes:owner>`,
    ]);
  });

  it("is empty where the site is no podcast", () => {
    expect(podcastChannel(sampleSite)).toEqual([]);
  });
});

const image = { url: "https://e.example/a.png", type: "image/png", length: 9 };

describe("podcastItem()", () => {
  it("has what the entry says, and no more", () => {
    expect(podcastItem(sampleEntry("a"))).toEqual({ "itunes:author": { _text: "The desk" } });
    const entry = sampleEntry("a", {
      authors: [{ name: "Ada &amp; Bob" }, { name: "Łukasz" }],
      enclosure: { url: "https://e.example/a.mp3", type: "audio/mpeg", length: 9, duration: 3723 },
      image,
      podcast: { episode: 12, season: 2, episodeType: "bonus", explicit: false },
    });
    expect(podcastItem(entry)).toEqual({
      "itunes:author": { _text: "Ada &amp;amp; Bob, Łukasz" },
      "itunes:duration": { _text: "3723" },
      "itunes:explicit": { _text: "false" },
      "itunes:episode": { _text: "12" },
      "itunes:season": { _text: "2" },
      "itunes:episodeType": { _text: "bonus" },
      "itunes:image": { _attributes: { href: "https://e.example/a.png" } },
    });
  });

  it("cuts names that are longer than directories take", () => {
    const authors = Array.from({ length: 40 }, (_, index) => ({ name: `Ada the ${index}th` }));
    const { "itunes:author": author } = podcastItem(sampleEntry("a", { authors })) as { "itunes:author": { _text: string } };
    expect(author._text).toMatch(/^Ada the 0th, .{200,243}…$/);
    const podcast = { category: ["Technology"], explicit: false, type: "episodic" as const };
    const long = "Ada ".repeat(100);
    const channel = podcastChannel({ ...sampleSite, author: { name: long }, podcast });
    for (const name of ["author", "name"]) {
      expect((new RegExp(`<itunes:${name}>(.*?)</itunes:${name}>`).exec(channel.join(""))?.[1] ?? long).length).toBeLessThanOrEqual(255);
    }
  });

  it.each([
    ["https://e.example/a.JPG", true],
    ["https://e.example/a.jpeg?w=3000", true],
    ["https://e.example/a.webp", false],
    ["https://e.example/a.png.webp", false],
    ["https://e.example/png", false],
    ["https://e.example/a?file=a.png", false],
  ])("takes %s for artwork: %s", (url, expected) => {
    expect("itunes:image" in podcastItem(sampleEntry("a", { image: { ...image, url } }))).toBe(expected);
  });
});
