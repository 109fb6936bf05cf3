import { describe, expect, it } from "vitest";
import type { CompiledEntry } from "../../../src/model/entry.ts";
import { emptyFiles, readContent, writeContent } from "../../../src/store/content-files.ts";
import type { StoredContent, StoredEntry } from "../../../src/store/stored-content.ts";
import { sampleContent, sampleEntry, sampleSite } from "../../samples.ts";

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
const contentOf = (entries: readonly StoredEntry[]): StoredContent => ({
  ...sampleContent([], { redirects: { moved: { "/a": "/b" }, gone: ["/c"] } }),
  entries,
  chunks: ["zero"],
});
const encode = (text: string) => new TextEncoder().encode(text);
const parse = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));
const documents = { '"a1"': encode("<rss/> 🐟"), '"b2"': encode(""), '"c3"': encode("{}") };
const older = { chunk: "older", published: [noon, noon - hour], expiring: [[noon - hour, noon + hour]] as const };
const all = { ...contentOf(newest), older };

describe("readContent()", () => {
  it.each([
    ["everything", { ...all, documents }],
    ["no older entries", { ...contentOf(newest), documents }],
    ["entries whose contents lie elsewhere", { ...contentOf([...newest, placed("a"), placed("b")]), documents }],
    ["no documents", { ...all, documents: {} }],
    ["no entries", { ...contentOf([]), documents: {} }],
  ])("restores the files of writeContent(): %s", (_criterion, content) => {
    expect(readContent(writeContent(content))).toEqual(content);
  });

  it("reads compiled content as it is", () => {
    const read = readContent({ ...emptyFiles, index: encode(JSON.stringify(contentOf(newest))) });
    expect(read.entries).toEqual(newest);
  });

  it("keeps a byte order mark that a content begins with", () => {
    const [entry = sampleEntry("x")] = newest;
    const content = contentOf([{ ...entry, content: "\uFEFFA" }, entry]);
    expect(readContent(writeContent(content)).entries).toEqual(content.entries);
  });

  it("rejects contents that do not match the index", () => {
    const written = writeContent(all);
    const { length } = written.contents;
    for (const contents of [encode(""), written.contents.slice(1), encode(`${new TextDecoder().decode(written.contents)}!`)])
      expect(() => readContent({ ...written, contents })).toThrow(
        `Cannot use the contents: they have ${contents.length} bytes instead of ${length}`,
      );
  });

  it("rejects documents that do not match the index", () => {
    const written = writeContent({ ...all, documents });
    expect(() => readContent({ ...written, documents: encode("") })).toThrow("Cannot use the documents: they have 0 bytes instead of 13");
  });
});

describe("writeContent()", () => {
  it("omits the default values of an entry", () => {
    const [, plain] = parse(writeContent(all).index).entries;
    const { content, hash, path, published, source, summary, title } = newest[1] as CompiledEntry;
    expect(plain).toEqual({ length: encode(content).length, hash, path, published, source, summary, title });
  });

  it("keeps contents in the index during development, since requests change their lengths", () => {
    const { index, ...others } = writeContent({ ...contentOf(newest), development: true });
    expect(parse(index).entries).toEqual(JSON.parse(JSON.stringify(newest)));
    expect(others).toEqual(emptyFiles);
  });
});
