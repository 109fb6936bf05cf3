import { describe, expect, it } from "vitest";
import { healthOf } from "../../../src/http/health.ts";
import { snapshotAt } from "../../../src/store/snapshot-at.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const version = { id: "v1", uploaded: Date.UTC(2024, 10, 5, 8, 0, 0, 7) };
const entries = [
  sampleEntry("soon", { published: noon + 1000, categories: ["Later"], authors: [{ name: "Zoe" }], language: "he" }),
  sampleEntry("moon", { categories: ["Sea", "Moon", "Night", "Sky"], authors: [{ name: "Ada" }, { name: "Bob" }] }),
  sampleEntry("draft", { published: noon - 500, draft: true, categories: ["Secret"], language: "fr" }),
  sampleEntry("sun", { published: noon - 1000, categories: ["Sea"], language: "ar", authors: [{ name: "Ada" }, { name: "Cem" }] }),
];
const healthAt = (now: number, development = false) => healthOf(version, snapshotAt({ entries, development, site: sampleSite }, now));

describe("healthOf()", () => {
  it("reports the version and the published content", () => {
    expect(healthAt(noon)).toEqual({
      status: "ok",
      version: { id: "v1", uploaded: "2024-11-05T08:00:00.007Z" },
      entries: 2,
      newest: {
        id: "https://news.example/articles/moon",
        url: "https://news.example/articles/moon",
        published: "2024-11-06T12:00:00.000Z",
      },
      selections: { categories: 4, authors: 3, languages: 2 },
    });
  });

  it("counts no scheduled entries or drafts, even during development", () => {
    expect(healthAt(noon, true)).toEqual(healthAt(noon));
    expect(JSON.stringify(healthAt(noon + 999, true))).not.toMatch(/soon|draft|Later|Zoe|Secret/);
    expect(healthAt(noon + 1000)).toMatchObject({
      entries: 3,
      newest: { id: "https://news.example/articles/soon" },
      selections: { categories: 5, authors: 4, languages: 3 },
    });
  });

  it("contains no authors, sources or build details", () => {
    expect(Object.keys(healthAt(noon))).toEqual(["status", "version", "entries", "newest", "selections"]);
    expect(JSON.stringify(healthAt(noon))).not.toMatch(/hash|\.md|Ada/);
  });

  it("works without entries", () => {
    expect(healthAt(0)).toMatchObject({ status: "ok", entries: 0, newest: null, selections: { categories: 0, authors: 0, languages: 0 } });
  });
});
