import { describe, expect, it } from "vitest";
import { snapshotAt } from "../../../src/store/snapshot-at.ts";
import { changedFeeds, subscribedFeeds } from "../../../src/websub/changed-feeds.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

const now = Date.UTC(2024, 10, 6, 12);
const window = 900_000;

const entry = (age: number, ...categories: readonly string[]) =>
  sampleEntry(`${age}-${categories.join("-")}`, { published: now - age, categories, authors: [{ name: "Ada" }] });

const snapshotOf = (...entries: readonly ReturnType<typeof entry>[]) =>
  snapshotAt({ site: sampleSite, development: false, entries: [...entries].sort((a, b) => b.published - a.published) }, now);
const changed = (...entries: readonly ReturnType<typeof entry>[]) => changedFeeds(sampleSite, snapshotOf(...entries), now, window);

const feedsAt = (path: string) => ["rss.xml", "atom.xml", "feed.json"].map((file) => `https://news.example${path}/${file}`);

describe("changedFeeds()", () => {
  it("lists the feeds of the site, the categories and the authors with a new entry, in every format", () => {
    expect(changed(entry(60_000, "R&D", "日本語"))).toEqual([
      ...feedsAt(""),
      ...feedsAt("/categories/r-and-d"),
      ...feedsAt("/categories/%E6%97%A5%E6%9C%AC%E8%AA%9E"),
      ...feedsAt("/authors/ada"),
    ]);
  });

  it("lists each feed once, and omits feeds with only old entries", () => {
    expect(changed(entry(1000, "new"), entry(2000, "new"), entry(window, "old"))).toEqual([
      ...feedsAt(""),
      ...feedsAt("/categories/new"),
      ...feedsAt("/authors/ada"),
    ]);
  });

  it("looks back as far as the window, and not ahead", () => {
    expect(changed(entry(0))).not.toEqual([]);
    expect(changed(entry(window - 1))).not.toEqual([]);
    expect(changed(entry(window))).toEqual([]);
    expect(changed(entry(-1))).toEqual([]);
    expect(changedFeeds(sampleSite, snapshotOf(entry(0)), now - 1, window)).toEqual([]);
    expect(changed()).toEqual([]);
  });

  it("ignores corrections", () => {
    expect(changed({ ...entry(window * 2), updated: now - 1000 })).toEqual([]);
  });
});

describe("subscribedFeeds()", () => {
  it("lists every feed, but no archive pages", () => {
    const site = { ...sampleSite, limit: 1 };
    const snapshot = snapshotAt({ site, development: false, entries: [entry(1, "a"), entry(2, "a"), entry(3, "a")] }, now);
    expect(subscribedFeeds(site, snapshot.selections.values())).toEqual([
      ...feedsAt(""),
      ...feedsAt("/categories/a"),
      ...feedsAt("/authors/ada"),
    ]);
  });
});
