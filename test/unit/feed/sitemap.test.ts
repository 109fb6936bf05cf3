import { describe, expect, it } from "vitest";
import { childOf, parseXml, type XmlElement } from "../../../src/conformance/xml/xml.ts";
import { renderSitemap, renderSitemapFile } from "../../../src/feed/sitemap.ts";
import { countSitemaps } from "../../../src/routing/sitemap-files.ts";
import { snapshotAt } from "../../../src/store/snapshot-at.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
const entries = [
  sampleEntry("later", { published: noon + 1, categories: ["Later"] }),
  sampleEntry("new", { categories: ["R&D"] }),
  sampleEntry("old", { published: noon - 2000, updated: noon + 1000, categories: ["R&D"], url: "https://news.example/a?b&c" }),
];
const snapshotOf = (now: number, all = entries) => snapshotAt({ entries: all, development: false, site: sampleSite }, now);
const snapshot = snapshotOf(noon);

function parsed(document: string): XmlElement {
  const root = parseXml(document, (rule, place, message) => {
    if (rule !== "UnknownNamespace") throw new Error(`${rule} at ${place}: ${message}`);
  });
  if (root === undefined) throw new Error("Cannot find a root element");
  expect(root.namespace).toBe(namespace);
  return root;
}

const textIn = (element: XmlElement, name: string) => childOf(element, name)?.text;
const addressesIn = (root: XmlElement) => root.children.map((child) => textIn(child, "loc"));

describe("renderSitemap()", () => {
  it("lists every page once, with its last change", () => {
    const root = parsed(renderSitemap(sampleSite, snapshot));
    expect(root.name).toBe("urlset");
    expect(root.children.map((url) => [url.name, textIn(url, "loc"), textIn(url, "lastmod")])).toEqual([
      ["url", "https://news.example/a?b&c", "2024-11-06T12:00:01.000Z"],
      ["url", "https://news.example/articles/new", "2024-11-06T12:00:00.000Z"],
      ["url", "https://news.example/", "2024-11-06T12:00:01.000Z"],
      ["url", "https://news.example/categories/r-and-d/", "2024-11-06T12:00:01.000Z"],
      ["url", "https://news.example/authors/the-desk/", "2024-11-06T12:00:01.000Z"],
      ["url", "https://news.example/feeds/", undefined],
    ]);
  });

  it("lists the front page and the list of feeds of an empty site, without dates", () => {
    const root = parsed(renderSitemap(sampleSite, snapshotOf(0)));
    expect(addressesIn(root)).toEqual(["https://news.example/", "https://news.example/feeds/"]);
    expect(root.children.map((url) => textIn(url, "lastmod"))).toEqual([undefined, undefined]);
  });

  it("lists no entry that is excluded from the sitemap or from search engines, and every other unlisted one", () => {
    const pages = [
      sampleEntry("about", { unlisted: true }),
      sampleEntry("secret", { unlisted: true, excludedFrom: "search engines" }),
      sampleEntry("thanks", { excludedFrom: "sitemap" }),
    ];
    const addresses = addressesIn(parsed(renderSitemap(sampleSite, snapshotOf(noon, pages))));
    expect(addresses.filter((address) => address?.includes("/articles/"))).toEqual(["https://news.example/articles/about"]);
    expect(countSitemaps(snapshotOf(noon, pages), 4)).toBe(1);
  });

  it("lists its files if one would be too large", () => {
    const root = parsed(renderSitemap(sampleSite, snapshot, 4));
    expect(root.name).toBe("sitemapindex");
    expect(root.children.map((child) => child.name)).toEqual(["sitemap", "sitemap"]);
    expect(addressesIn(root)).toEqual(["https://news.example/sitemap/1.xml", "https://news.example/sitemap/2.xml"]);
  });

  it.each([1, 2, 3, 4])("dates each file of %d addresses by its newest change", (size) => {
    const newest = Array.from({ length: countSitemaps(snapshot, size) }, (_, index) => {
      const { children } = parsed(renderSitemapFile(sampleSite, snapshot, index + 1, size));
      const changes = children.map((url) => textIn(url, "lastmod") ?? "");
      return changes.sort().at(-1) || undefined; // the list of feeds has no date
    });
    expect(parsed(renderSitemap(sampleSite, snapshot, size)).children.map((child) => textIn(child, "lastmod"))).toEqual(newest);
  });

  it("stays below the protocol's limits of 50,000 addresses and 50 MB, even with the longest addresses", () => {
    const many = snapshotOf(
      noon,
      Array.from({ length: 5100 }, (_, index) => sampleEntry(String(index).padStart(2000, "x"))),
    );
    const file = renderSitemapFile(sampleSite, many, 1);
    expect(countSitemaps(many)).toBe(2);
    expect(file.match(/<loc>/g)?.length).toBeLessThanOrEqual(50_000);
    expect(file.length).toBeLessThan(50_000_000);
  });
});

describe("countSitemaps()", () => {
  it.each([
    [7, 1],
    [6, 1],
    [5, 2],
    [3, 2],
    [2, 3],
    [1, 6],
  ])("splits six addresses, %d per file, into %d", (size, count) => {
    expect(countSitemaps(snapshot, size)).toBe(count);
  });
});

describe("renderSitemapFile()", () => {
  const everything = addressesIn(parsed(renderSitemap(sampleSite, snapshot)));

  it.each([1, 2, 3, 4, 5])("lists every address once in all files of %d", (size) => {
    const files = Array.from({ length: countSitemaps(snapshot, size) }, (_, index) =>
      renderSitemapFile(sampleSite, snapshot, index + 1, size),
    );
    const addresses = files.map((file) => addressesIn(parsed(file)));
    expect(addresses.flat()).toEqual(everything);
    for (const some of addresses.slice(0, -1)) expect(some).toHaveLength(size);
    expect(addresses.at(-1)?.length).toBeGreaterThan(0);
  });

  it("keeps the files of old entries when a new one appears", () => {
    const old = Array.from({ length: 9 }, (_, index) => sampleEntry(`old-${index}`, { published: noon - index }));
    const file = (all: typeof old, number: number) => renderSitemapFile(sampleSite, snapshotOf(noon + 1, all), number, 4);
    const more = [sampleEntry("newer", { published: noon + 1 }), ...old];
    expect([file(more, 1), file(more, 2)]).toEqual([file(old, 1), file(old, 2)]);
    expect(file(more, 3)).not.toBe(file(old, 3));
  });
});
