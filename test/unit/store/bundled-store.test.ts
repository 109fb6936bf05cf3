import { describe, expect, it, vi } from "vitest";
import type { Site } from "../../../src/settings/site-settings.ts";
import { createBundledStore } from "../../../src/store/bundled-store.ts";
import { chunkContents } from "../../../src/store/chunk-contents.ts";
import type { EntryStore } from "../../../src/store/entry-store.ts";
import { serializeOlder } from "../../../src/store/serialized-entry.ts";
import { sampleContent, sampleEntry, sampleSite } from "../../samples.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const first = sampleEntry("first", { published: noon - 2000 });
const twin = sampleEntry("twin", { published: noon - 2000 });
const second = sampleEntry("second", { published: noon - 1000, aliases: ["/old%20place"] });
const scheduled = sampleEntry("scheduled", { published: noon + 1000, aliases: ["/soon"] });
const later = sampleEntry("later", { published: noon + 5000 });
const draft = sampleEntry("draft", { published: noon - 5000, draft: true });
const entries = [later, scheduled, second, first, twin, draft];

const slugs = (list: readonly { readonly path: string }[]) => list.map(({ path }) => path.slice("/articles/".length));

const complete = async (store: EntryStore, now: number) => (await store.snapshot(now)).complete();

describe("createBundledStore() with older entries in a chunk", () => {
  const site: Site = { ...sampleSite, limit: 1, selections: { "categories/links": { listed: false } } };
  const published = [3000, 2000, 1000, -1000, -2000, -3000, -4000, -5000];
  const all = [
    ...published.flatMap((offset, index) => [
      sampleEntry(`post${index}`, { published: noon + offset }),
      sampleEntry(`link${index}`, { published: noon + offset - 250, categories: ["Links"] }),
      sampleEntry(`page${index}`, { published: noon + offset - 500, unlisted: true, expires: noon + offset + 4600 }),
    ]),
    sampleEntry("about", { published: 0, unlisted: true }),
  ];

  it.each([-4999, -1, 0, 500, 999, 1000, 2750, 2999, 9999])(
    "counts the entries of the site's feed like a small site, at %i ms",
    async (offset) => {
      const { chunks, older, stored } = await chunkContents(sampleContent(all, { site }), noon, { bundled: 0, chunk: 1 });
      const texts = new Map([...chunks, ...(older === undefined ? [] : [older])].map(({ name, text = "" }) => [name, text]));
      expect(older).toBeDefined();
      const large = createBundledStore(stored, async (name) => texts.get(name) ?? "");
      const small = createBundledStore({ entries: all, development: false, site });
      const [expected, partial] = [await small.snapshot(noon + offset), await large.snapshot(noon + offset)];
      const { count, newest, since, until } = expected;
      expect(partial).toMatchObject({ count, since, until });
      expect(partial.newest[0]?.id).toBe(newest[0]?.id);
      expect((await partial.complete()).entries.map(({ id }) => id)).toEqual((await expected.complete()).entries.map(({ id }) => id));
    },
  );
});

describe("createBundledStore()", () => {
  const store = createBundledStore({ entries, development: false, site: sampleSite });

  it("shows what is published, newest first", async () => {
    expect(slugs((await complete(store, noon)).entries)).toEqual(["second", "first", "twin"]);
  });

  it("shows a scheduled entry exactly at its instant", async () => {
    expect(slugs((await complete(store, noon + 999)).entries)).not.toContain("scheduled");
    expect(slugs((await complete(store, noon + 1000)).entries)[0]).toBe("scheduled");
  });

  it("contains the boundaries before and after", async () => {
    expect(await store.snapshot(noon)).toMatchObject({ since: noon - 1000, until: noon + 1000 });
    expect(await store.snapshot(noon + 1000)).toMatchObject({ since: noon + 1000, until: noon + 5000 });
    expect(await store.snapshot(noon + 5000)).toMatchObject({ since: noon + 5000, until: Number.POSITIVE_INFINITY });
    expect(await store.snapshot(0)).toMatchObject({ entries: [], since: 0, until: noon - 2000 });
  });

  it("returns the same snapshot until its end", async () => {
    expect(await store.snapshot(noon + 1)).toBe(await store.snapshot(noon + 998));
    expect(await store.snapshot(noon + 1)).not.toBe(await store.snapshot(noon + 1000));
  });

  it("follows a clock that goes backwards", async () => {
    await store.snapshot(noon + 6000);
    expect(slugs((await complete(store, noon)).entries)).toEqual(["second", "first", "twin"]);
  });

  it("finds entries by decoded path and alias, but no scheduled ones", async () => {
    const { byPath } = await complete(store, noon);
    expect(byPath.get("/articles/second")).toBe(second);
    expect(byPath.get("/old place")).toBe(second);
    expect(byPath.get("/articles/scheduled")).toBeUndefined();
    expect(byPath.get("/soon")).toBeUndefined();
  });

  it("never shows a draft, and lists unpublished entries only during development", async () => {
    expect((await complete(store, noon)).unpublished).toEqual([]);
    const snapshot = await complete(createBundledStore({ entries, development: true, site: sampleSite }), noon);
    expect(slugs(snapshot.unpublished)).toEqual(["draft", "scheduled", "later"]);
    expect(slugs(snapshot.entries)).toEqual(["second", "first", "twin"]);
  });

  it("returns an entry's content", async () => {
    expect(await store.contents([second, first])).toEqual([second.content, first.content]);
    await expect(store.contents([first, { ...first, id: "unknown" }])).rejects.toThrow("Cannot find the content of unknown");
  });
});

describe("createBundledStore() of a large site", () => {
  const placed = (slug: string, ...place: [number, number, number]) => {
    const { content: _, ...entry } = sampleEntry(slug, { published: noon - 5000, categories: ["Sea"] });
    return { ...entry, place };
  };
  const bundled = [scheduled, second, first];
  const lying = [placed("c", 1, 0, 3), placed("b", 0, 3, 6), { ...placed("a", 0, 0, 3), expires: noon + 500 }];
  const stored = [...bundled, ...lying];
  const site = { ...sampleSite, limit: 2 };
  const texts: Readonly<Record<string, string>> = { zero: "aaabbb", one: "ccc", older: serializeOlder(lying, site) };
  const text = async (name: string) => texts[name] ?? "";
  const older = { chunk: "older", published: lying.map(({ published }) => published), expiring: [[noon - 5000, noon + 500]] as const };
  const content = { entries: bundled, older, chunks: ["zero", "one"], development: false, site };
  const storeOf = (readChunk?: (name: string) => Promise<string>, limit = 2) =>
    createBundledStore({ ...content, site: { ...site, limit } }, readChunk);
  const instants = [0, noon - 5000, noon - 1500, noon, noon + 499, noon + 500, noon + 1000, noon + 6000];

  it("returns the snapshots of all entries", async () => {
    const [store, whole] = [storeOf(text), createBundledStore({ entries: stored, development: false, site })];
    for (const now of instants) {
      const [snapshot, expected] = [await complete(store, now), await complete(whole, now)];
      expect(snapshot.entries).toEqual(expected.entries);
      expect([...snapshot.selections.keys()]).toEqual([...expected.selections.keys()]);
      expect([snapshot.count, snapshot.since, snapshot.until]).toEqual([expected.count, expected.since, expected.until]);
    }
  });

  it.each([1, 2, 3, 10])("returns the part of a snapshot that feeds of %i entries need", async (limit) => {
    const [store, whole] = [storeOf(text, limit), createBundledStore({ entries: stored, development: false, site })];
    for (const now of instants) {
      const [{ count, newest, since, until }, expected] = [await store.snapshot(now), await complete(whole, now)];
      expect([count, since, until]).toEqual([expected.count, expected.since, expected.until]);
      expect(newest.slice(0, limit)).toEqual(expected.entries.slice(0, limit));
    }
  });

  it("reads no chunk for that, unless the bundled entries are too few", async () => {
    const readChunk = vi.fn(text);
    const store = storeOf(readChunk);
    expect(slugs((await store.snapshot(noon)).newest)).toEqual(["second", "first"]);
    expect(await store.snapshot(noon + 1)).toBe(await store.snapshot(noon));
    expect(await store.contents([second])).toEqual([second.content]);
    expect(readChunk).not.toHaveBeenCalled();
    const fewer = storeOf(readChunk, 3);
    expect(slugs((await fewer.snapshot(noon)).newest)).toEqual(["second", "first", "c", "b", "a"]);
    expect(await fewer.snapshot(noon + 1)).toBe(await complete(fewer, noon));
    expect(readChunk.mock.calls).toEqual([["older"]]);
  });

  it("reads the older entries once, and again after a failure", async () => {
    const readChunk = vi.fn(text).mockRejectedValueOnce(new Error("down"));
    const store = storeOf(readChunk);
    await expect(complete(store, noon)).rejects.toThrow("down");
    expect((await complete(store, noon)).count).toBe(5);
    expect((await complete(store, 0)).count).toBe(0);
    expect(readChunk).toHaveBeenCalledTimes(2);
  });

  it("returns the same snapshot to all requests that waited for the older entries", async () => {
    const store = storeOf(text);
    const [one, other] = await Promise.all([complete(store, noon), complete(store, noon + 1)]);
    expect(other).toBe(one);
  });

  it("returns contents in the requested order, and reads a chunk once", async () => {
    const readChunk = vi.fn(text);
    expect(await storeOf(readChunk).contents([...stored].reverse())).toEqual([
      ...["aaa", "bbb", "ccc"],
      ...[first.content, second.content, scheduled.content],
    ]);
    expect(new Set(readChunk.mock.calls.map(([name]) => name))).toEqual(new Set(["older", "one", "zero"]));
    expect(readChunk.mock.calls.filter(([name]) => name !== "older")).toHaveLength(2);
  });

  it("rejects if one of the chunks cannot be read", async () => {
    const store = storeOf((name) => (name === "one" ? Promise.reject(new Error("down")) : text(name)));
    await expect(store.contents(stored)).rejects.toThrow("down");
    expect(await store.contents(lying.slice(1))).toEqual(["bbb", "aaa"]);
    await expect(storeOf().contents(stored)).rejects.toThrow(/no static assets/);
  });
});
