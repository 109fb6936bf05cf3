import { describe, expect, it } from "vitest";
import type { CompiledEntry } from "../../../src/model/entry.ts";
import type { Site } from "../../../src/settings/site-settings.ts";
import { appUnderTest } from "../../app-under-test.ts";
import { addressesAt, documentsAt } from "../../property/every-document.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const podcast: NonNullable<Site["podcast"]> = { category: ["Arts"], email: "pod@news.example", explicit: false, type: "episodic" };
const selections: Site["selections"] = { "categories/notes": { listed: true, content: "summary" } };
const site: Site = { ...sampleSite, limit: 4, hub: "https://hub.example/", podcast, selections };

// The newest entries are in both categories; the categories have archives.
const entries = Array.from({ length: 9 }, (_, index) =>
  sampleEntry(`e${index}`, {
    published: noon - index,
    categories: ["Sea", "Notes"],
    content: `<p>First ${index}.</p><p>Second.</p>`,
    hash: `hash ${index}`,
    ...(index === 1 && { title: "", summary: "" }), // Atom shows its day
  }),
);

/** Returns the documents with another ETag, and those with other bytes, after a change. */
async function changesOf(change: { readonly site?: Partial<Site>; readonly newest?: Partial<CompiledEntry> }) {
  const after: Site = { ...site, ...change.site };
  const [newest, ...others] = entries as [CompiledEntry, ...CompiledEntry[]];
  const edited = change.newest === undefined ? entries : [{ ...newest, ...change.newest, hash: "edited" }, ...others];
  const current = await documentsOf(edited, after);
  const common = [...current].flatMap(([path, document]) => {
    const before = old.get(path);
    return before === undefined ? [] : [{ path, before, document }];
  });
  return {
    tags: common.filter(({ before, document }) => before.etag !== document.etag).map(({ path }) => path),
    bytes: common.filter(({ before, document }) => before.text !== document.text).map(({ path }) => path),
  };
}

async function documentsOf(all: readonly CompiledEntry[], of: Site) {
  const documents = await documentsAt(appUnderTest({ entries: all, site: of }), addressesAt(all, of, noon));
  return new Map(documents.map((document) => [document.path, document]));
}

const old = await documentsOf(entries, site);

const exactly: Readonly<Record<string, Parameters<typeof changesOf>[0]>> = {
  "the limit of one selection": { site: { selections: { "categories/notes": { listed: true, content: "summary", limit: 2 } } } },
  "the content of one selection": { site: { selections: {} } },
  "the content of a selection and of the site": { site: { content: "summary", selections: {} } },
  "the identity of one selection": {
    site: { selections: { "categories/notes": { listed: true, content: "summary", guid: "917393e3-1b1e-5cef-ace4-edaa54e1f810" } } },
  },
  "a category of the podcast": { site: { podcast: { ...podcast, category: ["Arts > Design"] } } },
  "the new address of the podcast": { site: { podcast: { ...podcast, newFeedUrl: "https://new.example/rss.xml" } } },
  "the footer": { site: { footer: "<p>Reply</p>" } },
  "the hub": { site: { hub: "https://other.example/" } },
  "a setting of caches": { site: { maxAge: 60 } },
  compression: { site: { gzip: false } },
};

describe("the ETag", () => {
  it.each(Object.entries(exactly))("changes with %s in exactly the documents whose bytes change", async (_name, change) => {
    const { bytes, tags } = await changesOf(change);
    expect(tags).toEqual(bytes);
  });

  it("depends on a paragraph that no summary shows only in complete texts", async () => {
    const { bytes, tags } = await changesOf({ newest: { content: "<p>First 0.</p><p>Edited.</p>" } });
    expect(bytes).toEqual(expect.arrayContaining(["/rss.xml", "/categories/sea/atom.xml", "/articles/e0"]));
    expect(tags.filter((path) => path.startsWith("/categories/notes/") || path === "/" || path === "/articles/e1")).toEqual([]);
    expect(tags.filter((path) => !bytes.includes(path))).toEqual([]);
  });

  it("keeps lists of addresses when a title changes, and changes them with a date", async () => {
    const lists = ["/feeds/", "/opml.xml", "/sitemap.xml"];
    const { tags } = await changesOf({ newest: { title: "T" } });
    expect(tags.filter((path) => lists.includes(path))).toEqual([]);
    const dated = await changesOf({ newest: { updated: noon + 9e9 } });
    expect(dated.tags).toEqual(expect.arrayContaining(["/opml.xml", "/sitemap.xml"]));
  });

  const everySetting: Partial<Site> = {
    ...{ title: "T", description: "D", copyright: "C", footer: "F", language: "de", timezone: "Pacific/Kiritimati" },
    ...{ author: { name: "A" }, idBase: "https://old.example", icon: "https://e.example/i.png", favicon: "https://e.example/f.png" },
    ...{ limit: 3, content: "summary", hub: "https://other.example/", maxAge: 60, slugs: { Sea: "ocean" } },
    ...{ selections: { "categories/sea": { listed: false } }, podcast: { ...podcast, explicit: true } },
  };

  it.each(Object.entries(everySetting))("changes with the setting %s wherever the bytes do", async (key, value) => {
    const { bytes, tags } = await changesOf({ site: { [key]: value } });
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.filter((path) => !tags.includes(path))).toEqual([]);
  });

  const everyField: Partial<CompiledEntry> = {
    ...{ id: "urn:x", externalUrl: "https://ext.example/", title: "T", summary: "S", published: noon + 1, updated: noon + 9e9 },
    ...{ authors: [{ name: "A", url: "https://a.example/" }], language: "ar", direction: "rtl", content: "<p>C</p>" },
    image: { url: "https://news.example/media/ab/a.png", type: "image/png", length: 1, alt: "A" },
    enclosure: { url: "https://news.example/media/ab/a.mp3", type: "audio/mpeg", length: 1, title: "Hear" },
    podcast: { episode: 3 },
  };

  it.each(Object.entries(everyField))("changes with the field %s of an entry wherever the bytes do", async (key, value) => {
    const { bytes, tags } = await changesOf({ newest: { [key]: value } });
    expect(bytes.length).toBeGreaterThan(0);
    expect(bytes.filter((path) => !tags.includes(path))).toEqual([]);
  });
});
