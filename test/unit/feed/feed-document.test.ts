import { describe, expect, it } from "vitest";
import { feedDocument, feedLinks, languageName, selectionTitle } from "../../../src/feed/feed-document.ts";
import { urlOfPage } from "../../../src/model/feed-page.ts";
import { atom, formats, jsonFeed, rss } from "../../../src/model/format.ts";
import { authorSelection, categorySelection, languageSelection, wholeSite } from "../../../src/model/selection.ts";
import { renderSamples, sampleEntry, sampleSite } from "../../samples.ts";

const sea = categorySelection("Sea & Sky", sampleSite);
const arabic = languageSelection("ar");
const empty = { entries: [], archivePages: 0 };

describe("the documents of a site in a language that validators do not know", () => {
  const site = (language: string) =>
    renderSamples([sampleEntry("a", { language }), sampleEntry("b", { language: "de" })], { ...sampleSite, language });

  it("have its form with a prefix", () => {
    const { atom, json, rss } = site("yue");
    expect(rss.match(/<(?:dc:)?language>.*?</g)).toEqual(["<language>zh-yue<", "<dc:language>de<"]);
    expect(atom.match(/xml:lang="[^"]*"/g)).toEqual(['xml:lang="zh-yue"', 'xml:lang="de"']);
    expect(json.match(/"language": "[^"]*"/g)).toEqual(['"language": "zh-yue"', '"language": "de"']);
  });

  it("have no language if it has no such form", () => {
    const { atom, json, rss } = site("tok");
    expect(rss.match(/<(?:dc:)?language>.*?</g)).toEqual(["<dc:language>de<"]);
    expect(atom.match(/xml:lang="[^"]*"/g)).toEqual(['xml:lang="de"']);
    expect(json.match(/"language": "[^"]*"/g)).toEqual(['"language": "de"']);
  });
});

describe("feedDocument()", () => {
  it("describes the whole site from the settings", () => {
    const entries = [sampleEntry("a")];
    expect(feedDocument(sampleSite, { selection: wholeSite, entries, archivePages: 0 }, atom, entries)).toEqual({
      site: sampleSite,
      title: "News & <Views>",
      description: "What is & what isn't",
      language: "en",
      id: "https://news.example/",
      homeUrl: "https://news.example/",
      feedUrl: "https://news.example/atom.xml",
      isArchive: false,
      links: {},
      updated: Date.UTC(2024, 10, 6, 12),
      entries,
    });
  });

  it("describes a selection", () => {
    expect(feedDocument(sampleSite, { selection: sea, ...empty }, rss, [])).toMatchObject({
      title: "News & <Views>: Sea & Sky",
      id: "https://news.example/categories/sea-and-sky/",
      homeUrl: "https://news.example/categories/sea-and-sky/",
      feedUrl: "https://news.example/categories/sea-and-sky/rss.xml",
      language: "en",
      isArchive: false,
    });
    expect(feedDocument(sampleSite, { selection: arabic, ...empty }, rss, [])).toMatchObject({
      title: "News & <Views>: العربية",
      language: "ar",
    });
  });

  it("has the same id in all formats and on all pages, based on idBase", () => {
    const site = { ...sampleSite, idBase: "https://first.example" };
    const ids = formats.flatMap((format) =>
      [undefined, 1, 2].map(
        (number) => feedDocument(site, { selection: sea, entries: [], archivePages: 2, ...(number && { number }) }, format, []).id,
      ),
    );
    expect(new Set(ids)).toEqual(new Set(["https://first.example/categories/sea-and-sky/"]));
  });

  it("gives archive pages their own addresses", () => {
    expect(feedDocument(sampleSite, { selection: sea, entries: [], archivePages: 3, number: 2 }, jsonFeed, [])).toMatchObject({
      homeUrl: "https://news.example/categories/sea-and-sky/archive/2/",
      feedUrl: "https://news.example/categories/sea-and-sky/archive/2/feed.json",
      isArchive: true,
    });
  });

  it("is updated at the last change of any entry", () => {
    const entries = [sampleEntry("a", { updated: 2000 }), sampleEntry("b", { updated: 3000 }), sampleEntry("c", { updated: 1000 })];
    expect(feedDocument(sampleSite, { selection: sea, entries, archivePages: 0 }, rss, entries).updated).toBe(3000);
  });

  it("has a constant update time while it is empty", () => {
    expect(feedDocument(sampleSite, { selection: wholeSite, ...empty }, rss, []).updated).toBe(Date.UTC(2000, 0, 1));
  });
});

describe("feedLinks()", () => {
  const hub = { ...sampleSite, hub: "https://hub.example/" };
  const at = (number: number) => `https://news.example/categories/sea-and-sky/archive/${number}/atom.xml`;
  const current = "https://news.example/categories/sea-and-sky/atom.xml";

  it.each([
    ["a feed that holds everything", sampleSite, undefined, 0, {}],
    ["a feed with a hub", hub, undefined, 0, { hub: "https://hub.example/" }],
    ["a feed with an archive", hub, undefined, 3, { hub: "https://hub.example/", "prev-archive": at(3) }],
    ["the newest archive page", hub, 3, 3, { current, "prev-archive": at(2) }],
    ["an archive page between others", hub, 2, 3, { current, "prev-archive": at(1), "next-archive": at(3) }],
    ["the oldest archive page", hub, 1, 3, { current, "next-archive": at(2) }],
  ])("links %s", (_criterion, site, number, archivePages, expected) => {
    const page = { selection: sea, entries: [], archivePages, ...(number !== undefined && { number }) };
    expect(feedLinks(site, page, atom)).toEqual(expected);
  });

  it.each(formats.map((format) => [format.name, format] as const))("stays within %s", (_name, format) => {
    const links = feedLinks(sampleSite, { selection: wholeSite, entries: [], archivePages: 3, number: 2 }, format);
    expect(Object.values(links).filter((url) => url.endsWith(format.path))).toHaveLength(3);
  });
});

describe("urlOfPage()", () => {
  it("joins the parts", () => {
    expect(urlOfPage(sampleSite, wholeSite, undefined, rss)).toBe("https://news.example/rss.xml");
    expect(urlOfPage(sampleSite, arabic, 7, jsonFeed)).toBe("https://news.example/languages/ar/archive/7/feed.json");
  });
});

describe("selectionTitle()", () => {
  it.each([
    [wholeSite, "News & <Views>"],
    [sea, "News & <Views>: Sea & Sky"],
    [authorSelection("Ada", sampleSite), "Ada – News & <Views>"],
    [languageSelection("pt-BR"), "News & <Views>: português (Brasil)"],
  ])("names %o", (selection, title) => {
    expect(selectionTitle(sampleSite, selection)).toBe(title);
  });
});

describe("languageName()", () => {
  it.each([
    ["de", "Deutsch"],
    ["ar", "العربية"],
    ["zh-Hans", "简体中文"],
    ["pt-BR", "português (Brasil)"],
    ["xx", "xx"],
    ["und", "und"],
    ["und-x-klingon", "und-x-klingon"],
    ["sl-rozaj", expect.stringContaining("slovenščina")],
    // Valid tags (BCP 47 §2.2.6 and §2.2.7) that Intl.DisplayNames does not support.
    ["de-x-bern", expect.any(String)],
    ["de-u-co-phonebk", expect.any(String)],
  ])("names %s in its own language", (tag, name) => {
    expect(languageName(tag)).toEqual(name);
  });
});
