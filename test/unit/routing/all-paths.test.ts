import { describe, expect, it } from "vitest";
import { allPaths } from "../../../src/routing/all-paths.ts";
import { snapshotAt } from "../../../src/store/snapshot-at.ts";
import { appUnderTest } from "../../app-under-test.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

const now = Date.UTC(2024, 10, 6, 12);
const site = { ...sampleSite, limit: 3 };
const entries = Array.from({ length: 8 }, (_, index) =>
  sampleEntry(`e${index}`, {
    published: now - index * 60_000 + (index === 0 ? 120_000 : 0),
    categories: index % 2 === 0 ? ["R&D"] : ["日本語"],
    language: index % 3 === 0 ? "de" : "en",
    authors: [{ name: index < 4 ? "Ada" : "Bob" }],
  }),
);

describe("allPaths()", () => {
  const addresses = allPaths(site, snapshotAt({ entries, site, development: false }, now));

  it("contains no duplicates, and every path exists", async () => {
    const { get } = appUnderTest({ entries, site });
    expect(new Set(addresses).size).toBe(addresses.length);
    for (const path of addresses) expect([path, (await get(path)).status]).toEqual([path, 200]);
  });

  it("contains every linked path, and nothing unpublished", async () => {
    const { get } = appUnderTest({ entries, site });
    const linked = new Set<string>();
    for (const path of addresses) {
      const text = await (await get(path)).text();
      for (const [, url = ""] of text.matchAll(/(?:href|Url)="https:\/\/news\.example(\/[^"#?]*)"/g)) linked.add(url);
    }
    const assets = ["/about", "/favicon.ico", "/icon.png"]; // the author's own page, and static assets
    expect([...linked].filter((path) => !addresses.includes(path) && !assets.includes(path))).toEqual([]);
    expect(addresses).not.toContain("/articles/e0");
  });
});
