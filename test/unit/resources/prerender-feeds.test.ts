import { describe, expect, it } from "vitest";
import { prerenderFeeds } from "../../../src/resources/prerender-feeds.ts";
import { createBundledStore } from "../../../src/store/bundled-store.ts";
import { appUnderTest } from "../../app-under-test.ts";
import { sampleContent, sampleEntry, sampleSite } from "../../samples.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const hour = 3_600_000;
const entries = ["later", "now", "before"].map((slug, index) => sampleEntry(slug, { published: noon + (1 - index) * hour }));

describe("prerenderFeeds()", () => {
  it("renders the app's documents at that instant, with the app's ETags", async () => {
    for (const now of [noon - 2 * hour, noon, noon + 2 * hour]) {
      const { get, time } = appUnderTest({ entries });
      time.now = now;
      const answers = await Promise.all(["/rss.xml", "/atom.xml", "/feed.json"].map((path) => get(path)));
      const expected = await Promise.all(
        answers.map(async (answer) => [answer.headers.get("etag"), new Uint8Array(await answer.arrayBuffer())]),
      );
      expect(await prerenderFeeds(sampleContent(entries), now)).toEqual(Object.fromEntries(expected));
    }
  });

  it("lets the app respond without reading contents", async () => {
    const contents = async () => Promise.reject(new Error("down"));
    const store = { ...createBundledStore({ entries, development: false, site: sampleSite }), contents };
    const { get } = appUnderTest({ store, documents: await prerenderFeeds(sampleContent(entries), noon) });
    expect((await get("/rss.xml")).status).toBe(200);
    expect((await get("/articles/now")).status).toBe(503);
  });

  it("contains no unpublished entries", async () => {
    for (const document of Object.values(await prerenderFeeds(sampleContent(entries), noon)))
      expect(new TextDecoder().decode(document)).not.toContain("later");
  });

  it("does not prerender very long documents", async () => {
    const long = (length: number) => [sampleEntry("long", { published: noon, content: `<p>${"x".repeat(length)}</p>` })];
    expect(Object.keys(await prerenderFeeds(sampleContent(long(250 * 1024)), noon))).toHaveLength(3);
    expect(await prerenderFeeds(sampleContent(long(256 * 1024)), noon)).toEqual({});
  });
});
