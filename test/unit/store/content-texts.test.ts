import { describe, expect, it } from "vitest";
import { readContent, writeContent } from "../../../src/store/content-texts.ts";
import { editionAt } from "../../../src/store/edition-at.ts";
import type { StoredContent, StoredEntry } from "../../../src/store/stored-content.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const hour = 3_600_000;

function placed(slug: string, changes: Partial<StoredEntry> = {}): StoredEntry {
  const { content: _, ...entry } = sampleEntry(slug, changes);
  return { ...entry, place: [0, 1, 2] };
}

const newest = [
  sampleEntry("soon", { published: noon + hour, updated: noon + hour }),
  sampleEntry("plain", {
    ...{ id: `${sampleSite.idBase}/articles/plain`, published: noon - hour, updated: noon - hour, authors: [sampleSite.author] },
    ...{ language: sampleSite.language, categories: [], aliases: [], direction: "ltr" as const },
  }),
  sampleEntry("other", {
    ...{ id: "tag:other", url: "https://elsewhere.example/other", published: noon - 2 * hour, updated: noon, direction: "rtl" as const },
    ...{
      authors: [{ name: "Ada" }],
      categories: ["Sea"],
      language: "he",
      aliases: ["/was"],
      image: { url: "https://x.example/a.png", type: "", length: 0 },
    },
  }),
];
const older = [
  placed("late", { published: noon + 2 * hour }),
  placed("brief", { published: noon - 3 * hour, expires: noon + 3 * hour }),
  placed("old", { published: noon - 4 * hour }),
];
const contentOf = (entries: readonly StoredEntry[]): StoredContent => ({
  ...{ site: sampleSite, settings: "{}", development: false, fingerprint: "f", styleHash: "s", entries },
  ...{ moves: { redirects: { "/a": "/b" }, removed: ["/c"] }, chunks: ["zero"] },
});
const all = contentOf([...newest, ...older]);

describe("readContent()", () => {
  it.each([
    ["all entries", [...newest, ...older]],
    ["the newest alone", newest],
    ["older ones alone", older],
    ["none", []],
  ])("gives back what writeContent() wrote: %s", (_criterion, entries) => {
    const read = readContent(writeContent(contentOf(entries)));
    expect(read).toMatchObject({ ...contentOf([]), entries: expect.anything() });
    expect(read.entries).toEqual(entries);
  });

  it("reads compiled content as it is", () => {
    const read = readContent({ content: JSON.stringify(contentOf(newest)), older: "[]" });
    expect(read.entries).toEqual(newest);
  });

  it("gives the editions of all entries, at every instant", () => {
    const read = readContent(writeContent(all));
    for (let now = noon - 5 * hour; now <= noon + 4 * hour; now += hour / 2) {
      const [edition, expected] = [editionAt(read, now), editionAt(all, now)];
      expect([edition.count, edition.since, edition.until]).toEqual([expected.count, expected.since, expected.until]);
      for (const wanted of [0, 1, 2, 3, 10]) expect(edition.newest(wanted)).toEqual(expected.newest(wanted));
      expect(edition.entries).toEqual(expected.entries);
      expect(edition.newest(10)).toEqual(edition.entries);
    }
  });

  it("reads no older entry for the newest ones, however many there are", () => {
    const read = readContent({ ...writeContent(all), older: "unreadable" });
    const edition = editionAt(read, noon);
    expect([edition.count, edition.since, edition.until]).toEqual([4, noon - hour, noon + hour]);
    expect(edition.newest(2)).toEqual(newest.slice(1));
    expect(() => edition.newest(3)).toThrow(SyntaxError);
    expect(() => edition.entries).toThrow(SyntaxError);
  });

  it("reads the older entries once", () => {
    const read = readContent(writeContent(all));
    expect(read.entries).toBe(read.entries);
  });
});

describe("writeContent()", () => {
  it("leaves out of an entry what is as it usually is", () => {
    const [, plain] = JSON.parse(writeContent(all).content).entries;
    const { content, hash, path, published, source, summary, title } = newest[1] ?? sampleEntry("x");
    expect(plain).toEqual({ content, hash, path, published, source, summary, title });
  });
});
