import { describe, expect, it } from "vitest";
import type { Snapshot } from "../../../src/model/snapshot.ts";
import { snapshotAt } from "../../../src/store/snapshot-at.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";
import { compileAll, site } from "../content/sample.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const ada = { name: "Ada" };
const entries = [
  sampleEntry("later", { published: noon + 5000, categories: ["Later"], authors: [{ name: "Zoe" }], language: "he" }),
  sampleEntry("soon", { published: noon + 1000, categories: ["Sea"], language: "ar", aliases: ["/was/soon"] }),
  sampleEntry("moon", { published: noon, categories: ["Sea", "abc", "日本語"], authors: [ada, { name: "bob" }], aliases: ["/%C3%BC%20b"] }),
  sampleEntry("draft", { published: noon - 500, draft: true, categories: ["Secret"], authors: [{ name: "Eve" }], language: "fr" }),
  sampleEntry("sun", { published: noon - 1000, categories: ["Sea"], authors: [ada], path: "/%E6%97%A5" }),
];

const at = (now: number, development = false) => snapshotAt({ entries, development, site: sampleSite }, now);
const sources = (list: readonly { readonly source: string }[] | undefined) => list?.map(({ source }) => source.replace(".md", ""));
const contents = ({ selections }: Snapshot) =>
  Object.fromEntries([...selections].map(([key, { entries: selected }]) => [key, sources(selected)]));

describe("snapshotAt()", () => {
  it("selects only visible entries, newest first", () => {
    expect(contents(at(noon))).toEqual({
      "": ["moon", "sun"],
      "/categories/abc": ["moon"],
      "/categories/sea": ["moon", "sun"],
      "/categories/日本語": ["moon"],
      "/authors/ada": ["moon", "sun"],
      "/authors/bob": ["moon"],
    });
  });

  it("selects a scheduled entry from its instant on, with its new categories and authors", () => {
    expect([...at(noon + 4999).selections.keys()].join()).not.toMatch(/later|zoe/);
    expect(contents(at(noon + 5000))).toMatchObject({ "/categories/later": ["later"], "/authors/zoe": ["later"] });
    expect(contents(at(noon + 1000))["/categories/sea"]).toEqual(["soon", "moon", "sun"]);
  });

  it("removes an entry at its expiry, with the categories that only it had", () => {
    const brief = sampleEntry("brief", { published: noon - 500, expires: noon + 2000, categories: ["Brief"] });
    const snapshot = (now: number) =>
      snapshotAt({ entries: [...entries.slice(0, 3), brief, ...entries.slice(3)], development: false, site: sampleSite }, now);
    expect(contents(snapshot(noon + 1999))).toMatchObject({ "": ["soon", "moon", "brief", "sun"], "/categories/brief": ["brief"] });
    expect(snapshot(noon + 1999)).toMatchObject({ since: noon + 1000, until: noon + 2000 });
    expect(contents(snapshot(noon + 2000))[""]).toEqual(["soon", "moon", "sun"]);
    expect(snapshot(noon + 2000).selections.has("/categories/brief")).toBe(false);
    expect(snapshot(noon + 2000).byPath.has(brief.path)).toBe(false);
    expect(snapshot(noon + 2000)).toMatchObject({ since: noon + 2000, until: noon + 5000 });
    expect(snapshot(noon - 600)).toMatchObject({ since: noon - 1000, until: noon - 500 });
  });

  it("never shows an entry that expires before its publication", () => {
    const never = sampleEntry("never", { published: noon, expires: noon - 1 });
    for (const now of [noon - 2, noon, noon + 1])
      expect(snapshotAt({ entries: [never], development: false, site: sampleSite }, now).entries).toEqual([]);
  });

  it("selects languages if there are several, without those of drafts", () => {
    const languages = (now: number) => [...at(now).selections.keys()].filter((key) => key.startsWith("/languages/"));
    expect(languages(noon)).toEqual([]);
    expect(languages(noon + 1000)).toEqual(["/languages/ar", "/languages/en"]);
    expect(contents(at(noon + 1000))).toMatchObject({ "/languages/ar": ["soon"], "/languages/en": ["moon", "sun"] });
    expect(languages(noon + 5000)).toEqual(["/languages/ar", "/languages/en", "/languages/he"]);
  });

  it("sorts the whole site first, then categories, authors and languages, each by name without case", () => {
    expect([...at(noon + 5000).selections.values()].map(({ selection }) => selection.name)).toEqual([
      "",
      "abc",
      "Later",
      "Sea",
      "日本語",
      "Ada",
      "bob",
      "The desk",
      "Zoe",
      "ar",
      "en",
      "he",
    ]);
  });

  it("sorts selections independently of the order of terms in entries", () => {
    const turned = entries.map((entry) => ({
      ...entry,
      categories: [...entry.categories].reverse(),
      authors: [...entry.authors].reverse(),
    }));
    const snapshot = snapshotAt({ entries: turned, development: false, site: sampleSite }, noon + 5000);
    expect([...snapshot.selections.keys()]).toEqual([...at(noon + 5000).selections.keys()]);
  });

  it("indexes decoded addresses, and keeps encoded ones in selections", () => {
    const { byPath, selections } = at(noon);
    expect([...byPath].map(([key, { source }]) => [key, source])).toEqual([
      ["/articles/moon", "moon.md"],
      ["/ü b", "moon.md"],
      ["/日", "sun.md"],
    ]);
    expect(selections.get("/categories/日本語")?.selection.path).toBe("/categories/%E6%97%A5%E6%9C%AC%E8%AA%9E");
  });

  it("contains each entry once in a selection, even if it repeats an author", async () => {
    const text = "---\ndate: 2024-11-06\nauthors: [Ada, ADA]\ntags: [Sea, sea]\n---\nText";
    const compiled = await compileAll({ "a.md": text });
    const snapshot = snapshotAt({ entries: compiled.entries, development: false, site }, noon);
    expect(contents(snapshot)).toEqual({ "": ["a"], "/categories/sea": ["a"], "/authors/ada": ["a"] });
  });

  it("contains the whole site's selection if the site is empty", () => {
    const snapshot = at(0);
    expect(contents(snapshot)).toEqual({ "": [] });
    expect(snapshot).toMatchObject({ since: 0, until: noon - 1000, entries: [] });
    expect(snapshotAt({ entries: [], development: true, site: sampleSite }, noon)).toMatchObject({
      since: 0,
      until: Number.POSITIVE_INFINITY,
      unpublished: [],
      unlisted: [],
    });
  });

  it("ends when the next entry is due, ignoring drafts", () => {
    expect([noon - 1001, noon - 501, noon, noon + 1000, noon + 5000].map((now) => at(now).until - noon)).toEqual([
      -1000,
      0,
      1000,
      5000,
      Number.POSITIVE_INFINITY,
    ]);
    expect(at(noon + 999).since).toBe(noon);
  });

  it("lists unpublished entries during development, soonest first, without selecting them", () => {
    expect(sources(at(noon, true).unpublished)).toEqual(["draft", "soon", "later"]);
    expect(at(noon).unpublished).toEqual([]);
    expect(contents(at(noon, true))).toEqual(contents(at(noon)));
  });

  it("computes its selections once", () => {
    const snapshot = at(noon);
    expect(snapshot.selections).toBe(snapshot.selections);
    expect(snapshot.byPath).toBe(snapshot.byPath);
  });
});
