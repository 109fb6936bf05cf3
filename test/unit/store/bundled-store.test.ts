import { describe, expect, it } from "vitest";
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
    expect(await store.content(first)).toBe(first.content);
    await expect(store.content({ ...first, id: "unknown" })).rejects.toThrow("Cannot find the content of unknown");
  });
});
