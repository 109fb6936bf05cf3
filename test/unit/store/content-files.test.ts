import { describe, expect, it } from "vitest";
import type { CompiledEntry } from "../../../src/content/compile-entry.ts";
import { noOthers, readContent, writeContent } from "../../../src/store/content-files.ts";
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
const encode = (text: string) => new TextEncoder().encode(text);
const parse = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));
const documents = { '"a1"': encode("<rss/> 🐟"), '"b2"': encode(""), '"c3"': encode("{}") };
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
    expect(read.documents).toEqual({});
  });

  it("reads compiled content as it is", () => {
    const read = readContent({ ...noOthers, index: encode(JSON.stringify(contentOf(newest))) });
    expect(read.entries).toEqual(newest);
  });

  it("gives back the documents", () => expect(readContent(writeContent({ ...all, documents })).documents).toEqual(documents));

  it("does not take documents that are not those of the index", () => {
    const written = writeContent({ ...all, documents });
    expect(() => readContent({ ...written, documents: encode("") })).toThrow("Cannot use the documents: they have 0 bytes, and not 13");
  });

  it("does not take contents that are not those of the index", () => {
    const written = writeContent(all);
    const { length } = written.contents;
    for (const contents of [encode(""), written.contents.slice(1), encode(`${new TextDecoder().decode(written.contents)}!`)])
      expect(() => readContent({ ...written, contents })).toThrow(
        `Cannot use the contents: they have ${contents.length} bytes, and not ${length}`,
      );
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
    const read = readContent({ ...writeContent(all), older: encode("unreadable") });
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
    const [, plain] = parse(writeContent(all).index).entries;
    const { content, hash, path, published, source, summary, title } = newest[1] as CompiledEntry;
    expect(plain).toEqual({ length: encode(content).length, hash, path, published, source, summary, title });
  });

  it("leaves contents in the index while developing, where a request changes their lengths", () => {
    const { index, ...others } = writeContent({ ...contentOf(newest), development: true });
    expect(parse(index).entries).toEqual(JSON.parse(JSON.stringify(newest)));
    expect(others).toEqual(noOthers);
  });
});
