import { describe, expect, it, vi } from "vitest";
import { createBundledStore } from "../../../src/store/bundled-store.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const first = sampleEntry("first", { published: noon - 2000 });
const twin = sampleEntry("twin", { published: noon - 2000 });
const second = sampleEntry("second", { published: noon - 1000, aliases: ["/old%20place"] });
const scheduled = sampleEntry("scheduled", { published: noon + 1000, aliases: ["/soon"] });
const later = sampleEntry("later", { published: noon + 5000 });
const draft = sampleEntry("draft", { published: noon - 5000, draft: true });
const entries = [later, scheduled, second, first, twin, draft];

const slugs = (list: readonly { readonly path: string }[]) => list.map(({ path }) => path.slice("/articles/".length));

describe("createBundledStore()", () => {
  const store = createBundledStore({ entries, development: false, site: sampleSite });

  it("shows what is published, newest first", async () => {
    expect(slugs((await store.edition(noon)).entries)).toEqual(["second", "first", "twin"]);
  });

  it("shows a scheduled entry at its instant and not a millisecond before", async () => {
    expect(slugs((await store.edition(noon + 999)).entries)).not.toContain("scheduled");
    expect(slugs((await store.edition(noon + 1000)).entries)[0]).toBe("scheduled");
  });

  it("knows the boundaries on either side", async () => {
    expect(await store.edition(noon)).toMatchObject({ since: noon - 1000, until: noon + 1000 });
    expect(await store.edition(noon + 1000)).toMatchObject({ since: noon + 1000, until: noon + 5000 });
    expect(await store.edition(noon + 5000)).toMatchObject({ since: noon + 5000, until: Number.POSITIVE_INFINITY });
    expect(await store.edition(0)).toMatchObject({ entries: [], since: 0, until: noon - 2000 });
  });

  it("gives the same edition for as long as it lasts", async () => {
    expect(await store.edition(noon + 1)).toBe(await store.edition(noon + 998));
    expect(await store.edition(noon + 1)).not.toBe(await store.edition(noon + 1000));
  });

  it("follows a clock that goes backwards", async () => {
    await store.edition(noon + 6000);
    expect(slugs((await store.edition(noon)).entries)).toEqual(["second", "first", "twin"]);
  });

  it("finds entries by path and by alias, decoded, and no scheduled one", async () => {
    const { byPath } = await store.edition(noon);
    expect(byPath.get("/articles/second")).toBe(second);
    expect(byPath.get("/old place")).toBe(second);
    expect(byPath.get("/articles/scheduled")).toBeUndefined();
    expect(byPath.get("/soon")).toBeUndefined();
  });

  it("never shows a draft, and tells of what is to come only while developing", async () => {
    expect((await store.edition(noon)).unpublished).toEqual([]);
    const edition = await createBundledStore({ entries, development: true, site: sampleSite }).edition(noon);
    expect(slugs(edition.unpublished)).toEqual(["draft", "scheduled", "later"]);
    expect(slugs(edition.entries)).toEqual(["second", "first", "twin"]);
  });

  it("gives an entry's content", async () => {
    expect(await store.contents([second, first])).toEqual([second.content, first.content]);
    await expect(store.contents([first, { ...first, id: "unknown" }])).rejects.toThrow("Cannot find the content of unknown");
  });
});

describe("createBundledStore(), of a site whose older contents lie in chunks,", () => {
  const placed = (slug: string, ...place: [number, number, number]) => {
    const { content: _, ...entry } = sampleEntry(slug);
    return { ...entry, place };
  };
  const bundled = sampleEntry("bundled");
  const stored = [bundled, placed("c", 1, 0, 3), placed("b", 0, 3, 6), placed("a", 0, 0, 3)];
  const chunks = ["zero", "one"];
  const storeOf = (readChunk?: (name: string) => Promise<string>) =>
    createBundledStore({ entries: stored, chunks, development: false, site: sampleSite }, readChunk);
  const text = async (name: string) => (name === "zero" ? "aaabbb" : "ccc");

  it("gives contents in the order asked for, and reads a chunk once", async () => {
    const readChunk = vi.fn(text);
    expect(await storeOf(readChunk).contents([...stored].reverse())).toEqual(["aaa", "bbb", "ccc", bundled.content]);
    expect(readChunk.mock.calls.map(([name]) => name).sort()).toEqual(["one", "zero"]);
  });

  it("reads nothing for what it holds, nor for an edition", async () => {
    const readChunk = vi.fn(text);
    const store = storeOf(readChunk);
    await store.edition(noon);
    expect(await store.contents([bundled])).toEqual([bundled.content]);
    expect(readChunk).not.toHaveBeenCalled();
  });

  it("rejects where one of the chunks cannot be read, whatever the others say", async () => {
    const store = storeOf((name) => (name === "one" ? Promise.reject(new Error("down")) : text(name)));
    await expect(store.contents(stored)).rejects.toThrow("down");
    expect(await store.contents(stored.slice(2))).toEqual(["bbb", "aaa"]);
    await expect(storeOf().contents(stored)).rejects.toThrow(/no static assets/);
  });
});
