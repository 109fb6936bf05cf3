import { describe, expect, it } from "vitest";
import { digest } from "../../../src/base/digest.ts";
import { chunkContents, chunkLimits, countBundled, countUnbundledContents } from "../../../src/store/chunk-contents.ts";
import { deserializeOlder } from "../../../src/store/serialized-entry.ts";
import { sampleContent, sampleEntry, sampleSite } from "../../samples.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const limits = { bundled: 25, chunk: 25 };
const entryOf = (name: string, length = 10) => sampleEntry(name, { content: name.padEnd(length, ".") });
const contentOf = (entries: readonly ReturnType<typeof entryOf>[], limit = 1) => sampleContent(entries, { site: { ...sampleSite, limit } });
const names = ["g", "f", "e", "d", "c", "b", "a"]; // newest first

describe("chunkContents()", () => {
  it("does not change a small site", async () => {
    const content = contentOf(names.slice(0, 2).map((name) => entryOf(name)));
    expect(await chunkContents(content, noon, limits)).toEqual({ stored: content, chunks: [] });
    expect(await chunkContents(contentOf([]), noon, limits)).toMatchObject({ chunks: [] });
  });

  it("bundles the newest and chunks the others, oldest first, without loss", async () => {
    const content = contentOf(names.map((name) => entryOf(name)));
    const { chunks, older, stored } = await chunkContents(content, noon, limits);
    const entries = [...stored.entries, ...deserializeOlder(older?.text ?? "", sampleSite)];
    expect(chunks.map(({ text }) => text)).toEqual(["a.........b.........", "c.........d.........", "e........."]);
    expect(stored.chunks).toEqual(chunks.map(({ name }) => name));
    expect(chunks.map(({ entries }) => entries.map(({ source }) => source))).toEqual([["a.md", "b.md"], ["c.md", "d.md"], ["e.md"]]);
    expect(stored.entries).toHaveLength(2);
    expect(entries.map((entry) => ("place" in entry ? entry.place : entry.content))).toEqual([
      "g.........",
      "f.........",
      [2, 0, 10],
      [1, 10, 20],
      [1, 0, 10],
      [0, 10, 20],
      [0, 0, 10],
    ]);
    for (const entry of entries) expect("place" in entry && "content" in entry).toBe(false);
    expect(stored.older?.published).toEqual(entries.slice(2).map(({ published }) => published));
    expect(entries.map(({ hash, id }) => [id, hash])).toEqual(content.entries.map(({ hash, id }) => [id, hash]));
  });

  it("bundles the entries of two feeds, some without contents", async () => {
    const content = contentOf(
      names.map((name) => entryOf(name)),
      2,
    );
    const { chunks, older, stored } = await chunkContents(content, noon, limits);
    expect(chunks).toHaveLength(3);
    expect(stored.entries.map((entry) => "place" in entry)).toEqual([false, false, true, true]);
    expect(deserializeOlder(older?.text ?? "", sampleSite)).toHaveLength(3);
    const scheduled = content.entries.map((entry, index) => (index < 2 ? { ...entry, published: noon + 1 } : entry));
    expect((await chunkContents({ ...content, entries: scheduled }, noon, limits)).stored.entries).toHaveLength(6);
    const few = await chunkContents({ ...content, site: { ...sampleSite, limit: 4 } }, noon, limits);
    expect(few.older).toBeUndefined();
    expect(few.stored.older).toBeUndefined();
    expect(few.stored.entries).toHaveLength(names.length);
  });

  it("bundles the entries of two feeds, however many others are newer", async () => {
    const pages = ["j", "i", "h"].map((name) => ({ ...entryOf(name), unlisted: true as const }));
    const { older, stored } = await chunkContents(contentOf([...pages, ...names.map((name) => entryOf(name))]), noon, limits);
    expect(stored.entries.filter(({ unlisted }) => unlisted !== true)).toHaveLength(2);
    expect(older).toBeDefined();
    expect(stored.older?.others).toBeUndefined();
    const { stored: reversed } = await chunkContents(contentOf([...names.map((name) => entryOf(name)), ...pages]), noon, limits);
    expect(reversed.older).toMatchObject({ published: { length: 5 }, others: pages.map(({ published }) => published) });
  });

  it("names a chunk by its text", async () => {
    const { chunks, older, stored } = await chunkContents(contentOf(names.map((name) => entryOf(name))), noon, limits);
    for (const { name, text = "" } of [...chunks, older ?? { name: "" }]) expect(name).toBe(await digest(text));
    expect(stored.older?.chunk).toBe(older?.name);
  });

  it("changes only the last chunk for a new entry", async () => {
    const chunksOf = async (list: readonly string[]) => {
      const { stored } = await chunkContents(contentOf(list.map((name) => entryOf(name))), noon, limits);
      return stored.chunks ?? [];
    };
    const [before, after] = [await chunksOf(names), await chunksOf(["h", ...names])];
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after[2]).not.toBe(before[2]);
  });

  it("puts a content that is too long for a chunk into its own chunk", async () => {
    const { chunks } = await chunkContents(contentOf([entryOf("c", 40), entryOf("b", 40), entryOf("a")]), noon, limits);
    expect(chunks.map(({ text }) => text?.length)).toEqual([10, 40, 40]);
  });

  it("counts and cuts in UTF-16 code units", async () => {
    const entries = ["🐟🐟", "ü", "\uFEFF月"].map((content, index) => sampleEntry(`e${index}`, { content }));
    const { chunks, older } = await chunkContents(contentOf(entries, 0), noon, { bundled: 0, chunk: 100 });
    const [{ text = "" } = {}] = chunks;
    expect(
      deserializeOlder(older?.text ?? "", sampleSite).map((entry) => "place" in entry && text.slice(entry.place[1], entry.place[2])),
    ).toEqual(["🐟🐟", "ü", "\uFEFF月"]);
  });
});

describe("chunkContents() with cached contents", () => {
  const content = contentOf(names.map((name) => entryOf(name)));

  it("computes only the chunks that are not cached, and reads no other content", async () => {
    const plain = await chunkContents(content, noon, limits);
    const looked: string[] = [];
    const watched = content.entries.map(({ content: text, ...fields }) => {
      const get = () => {
        looked.push(fields.source);
        return text;
      };
      return Object.defineProperty(fields, "content", { get, enumerable: true }) as unknown as ReturnType<typeof entryOf>;
    });
    const known = await chunkContents({ ...content, entries: watched }, noon, limits, {
      formOf: ({ id }) => {
        const { content: text, ...fields } = content.entries.find((entry) => entry.id === id) ?? entryOf("x");
        return { fields, length: text.length };
      },
      nameOf: (entries) => plain.chunks.find((chunk, index) => index !== 1 && chunk.entries[0]?.id === entries[0]?.id)?.name,
    });
    expect(looked).toEqual(["c.md", "d.md"]);
    expect(known.chunks.map(({ name }) => name)).toEqual(plain.chunks.map(({ name }) => name));
    expect(known.chunks.map(({ text }) => text)).toEqual([undefined, plain.chunks[1]?.text, undefined]);
    expect(JSON.stringify(known.stored)).toBe(JSON.stringify(plain.stored));
  });
});

describe("countBundled()", () => {
  it.each([
    [[10, 10], 20, 2],
    [[10, 11], 20, 1],
    [[21, 1], 20, 0],
    [[], 0, 0],
  ])("returns for lengths %j within %i: %i, since a short content does not jump the queue", (lengths, limit, count) => {
    expect(countBundled(lengths, limit)).toBe(count);
  });
});

describe("countUnbundledContents()", () => {
  it("counts the contents that do not fit into the Worker", () => {
    expect(countUnbundledContents([10, chunkLimits.bundled - 10])).toBe(0);
    expect(countUnbundledContents([10, chunkLimits.bundled, 1])).toBe(2);
  });
});
