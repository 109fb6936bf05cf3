import { describe, expect, it } from "vitest";
import { feedsPage } from "../../../src/pages/feeds-page.tsx";
import { snapshotAt } from "../../../src/store/snapshot-at.ts";
import { sampleEntry, sampleSite } from "../../browser/sample-site.ts";

const site = sampleSite();
const noon = Date.UTC(2024, 10, 6, 12);
const entries = [
  sampleEntry("later", { published: noon + 1, categories: ["Later"], language: "he" }),
  sampleEntry("a", { categories: ["R&D", "Harbour"], authors: [{ name: "Ada Lovelace" }] }),
  sampleEntry("b", { published: noon - 1, categories: ["Harbour"], authors: [{ name: "ليلى حداد" }], language: "ar", direction: "rtl" }),
];
const snapshotOf = (now = noon) => snapshotAt({ entries, development: false, site }, now);
const page = feedsPage(site, snapshotOf());

/** Returns the rows of a group: label, count and addresses. */
function rowsOf(html: string, id: string): (readonly unknown[])[] {
  const [, group = ""] = new RegExp(`<section class="feeds" aria-labelledby="${id}">(.*?)</section>`, "s").exec(html) ?? [];
  return [...group.matchAll(/<li>(.*?)<\/li>/gs)].map(([, row = ""]) => [
    row.match(/<bdi[^>]*>(.*?)<\/bdi>/)?.[1],
    row.match(/class="count">(.*?)</)?.[1],
    [...row.matchAll(/href="https:\/\/example\.com([^"]*)"/g)].map(([, path]) => path),
  ]);
}

const addresses = (path: string) => [`${path}/`, `${path}/rss.xml`, `${path}/atom.xml`, `${path}/feed.json`];

describe("feedsPage()", () => {
  it("is a page of the site with its own address and title", () => {
    expect(page).toContain("<title>All feeds – The Harbour Gazette</title>");
    expect(page).toContain('<link rel="canonical" href="https://example.com/feeds/"/>');
    expect(page).toContain('<meta name="description" content="All feeds of The Harbour Gazette"/>');
    expect(page.match(/<h1/g)).toHaveLength(1);
  });

  it("lists every selection with its page, the number of its entries and its three feeds", () => {
    expect(rowsOf(page, "everything")).toEqual([["The Harbour Gazette", "2 articles", addresses("")]]);
    expect(rowsOf(page, "categories")).toEqual([
      ["Harbour", "2 articles", addresses("/categories/harbour")],
      ["R&amp;D", "1 article", addresses("/categories/r-and-d")],
    ]);
    expect(rowsOf(page, "authors").map(([name]) => name)).toEqual(["Ada Lovelace", "ليلى حداد"]);
    expect(rowsOf(page, "languages")).toEqual([
      ["العربية", "1 article", addresses("/languages/ar")],
      ["English", "1 article", addresses("/languages/en")],
    ]);
  });

  it("labels each link with its feed and type", () => {
    expect(page).toContain(
      '<a href="https://example.com/categories/r-and-d/atom.xml" type="application/atom+xml" aria-label="The Harbour Gazette: R&amp;D, Atom">Atom</a>',
    );
    const labels = [...page.matchAll(/aria-label="([^"]+, (?:RSS|Atom|JSON Feed))"/g)].map(([, label]) => label);
    expect(labels).toHaveLength(snapshotOf().selections.size * 3);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it("shows names of languages in their language and direction", () => {
    expect(page).toContain('<bdi lang="ar" dir="rtl">العربية</bdi>');
    expect(page).toContain('<bdi lang="en" dir="ltr">English</bdi>');
  });

  it("links to the OPML list, and advertises the site's feeds", () => {
    expect(page).toContain('<a href="https://example.com/opml.xml">');
    expect([...page.matchAll(/<link rel="alternate"[^>]*href="([^"]+)"/g)].map(([, url]) => url)).toEqual([
      "https://example.com/rss.xml",
      "https://example.com/atom.xml",
      "https://example.com/feed.json",
    ]);
  });

  it("omits empty groups and unpublished entries", () => {
    const empty = feedsPage(site, snapshotOf(0));
    expect(rowsOf(empty, "everything")).toEqual([["The Harbour Gazette", "0 articles", addresses("")]]);
    expect(empty.match(/<section class="feeds"/g)).toHaveLength(1);
    expect(page).not.toMatch(/later|languages\/he/i);
  });

  it("counts in the digits of the site's language", () => {
    const thousands = Array.from({ length: 1234 }, (_, index) => sampleEntry(String(index)));
    const german = sampleSite(site.url, { language: "de" });
    const snapshot = snapshotAt({ entries: thousands, development: false, site: german }, noon);
    expect(rowsOf(feedsPage(german, snapshot), "everything")[0]?.[1]).toBe("1.234 Artikel");
  });

  it("escapes all text of authors", () => {
    const evil = `</a><b>"&'<!--`;
    const own = sampleSite(site.url, { title: evil });
    const snapshot = snapshotAt(
      { entries: [sampleEntry("a", { categories: [evil], authors: [{ name: evil }] })], development: false, site: own },
      noon,
    );
    const html = feedsPage(own, snapshot);
    expect(html).not.toContain("<b>");
    expect(html).not.toContain("<!--");
    expect(rowsOf(html, "categories")[0]?.[0]).toBe("&lt;/a&gt;&lt;b&gt;&quot;&amp;&#39;&lt;!--");
  });
});
