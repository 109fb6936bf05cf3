import { describe, expect, it } from "vitest";
import { homePage } from "../../../src/preview/home-page.tsx";
import { stylesheet } from "../../../src/preview/stylesheet.ts";
import { sampleEntries, sampleEntry, sampleSite } from "../../browser/sample-site.ts";

const site = sampleSite();
const entries = sampleEntries(site.url);
const page = homePage(site, { entries, unpublished: [] });

function structuredData(html: string): { name?: string; blogPost?: unknown[] } {
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "");
}

describe("homePage()", () => {
  it("is a whole document in the site's language", () => {
    expect(page).toMatch(/^<!doctype html><html lang="en" dir="ltr"><head><meta charset="utf-8"\/>/);
    expect(page).toMatch(/<\/html>$/);
    expect(page).toContain("<title>The Harbour Gazette</title>");
    expect(homePage(sampleSite(site.url, { language: "he" }), { entries, unpublished: [] })).toContain('<html lang="he" dir="rtl">');
  });

  it("links every format, RSS first", () => {
    const alternates = page.match(/<link rel="alternate"[^>]*>/g);
    expect(alternates).toEqual([
      '<link rel="alternate" type="application/rss+xml" title="The Harbour Gazette (RSS)" href="https://example.com/rss.xml"/>',
      '<link rel="alternate" type="application/atom+xml" title="The Harbour Gazette (Atom)" href="https://example.com/atom.xml"/>',
      '<link rel="alternate" type="application/feed+json" title="The Harbour Gazette (JSON Feed)" href="https://example.com/feed.json"/>',
    ]);
  });

  it.each(["rss.xml", "atom.xml", "feed.json"])("shows the address of /%s for copying", (path) => {
    expect(page).toMatch(new RegExp(`<input type="text" readonly="" value="https://example.com/${path}" aria-label="[^"]+"`));
  });

  it("links every entry, in order", () => {
    const links = [...page.matchAll(/<h3><a href="([^"]+)">/g)].map(([, url]) => url);
    expect(links).toEqual(entries.map(({ url }) => url));
  });

  it("names a titleless entry by the first words of its summary, and one without a summary by its date", () => {
    expect(page).toContain(">Fog until noon, then a gull on every bollard, as if someone…</a>");
    expect(page).toContain("…had handed out numbers and none was ever called.</p>");
    expect(page).toContain(">June 1, 2023</a></h3>");
  });

  it("shows the lead's picture with its alternative text", () => {
    expect(page.match(/<img /g)).toHaveLength(1);
    expect(page).toContain('src="https://example.com/picture.svg" alt="A lighthouse at dusk" width="1200" height="800"');
  });

  it("gives each entry its own language and direction", () => {
    expect(page).toContain('<article class="story" lang="ar" dir="rtl">');
  });

  it("lists drafts and scheduled entries with a badge when there are any", () => {
    expect(page).not.toContain("Not published yet");
    const developing = homePage(site, {
      entries: [],
      unpublished: [
        sampleEntry("eels", { title: "Eels", draft: true }),
        sampleEntry("regatta", { title: "The regatta", published: Date.UTC(2031, 0, 2, 7, 30) }),
      ],
    });
    expect(developing).toContain("Not published yet");
    expect(developing).toMatch(/Eels<\/a> <strong class="badge">Draft</);
    expect(developing.replace(/<[^>]+>|\u202f/g, " ")).toMatch(/Scheduled for\s+January 2, 2031 at 8:30\s+AM GMT\+1/);
  });

  it("greets the reader of an empty site", () => {
    expect(homePage(site, { entries: [], unpublished: [] })).toContain("Nothing has been published yet.");
  });

  it("carries JSON-LD of a blog and its entries", () => {
    const data = structuredData(page);
    expect(data).toMatchObject({ "@context": "https://schema.org", "@type": "Blog", name: "The Harbour Gazette" });
    expect(data.blogPost).toHaveLength(entries.length);
  });

  it("escapes whatever an author may write", () => {
    const title = `</script><b>"&'<!--`;
    const html = homePage(sampleSite(site.url, { title, description: title, copyright: title }), {
      entries: [sampleEntry("evil", { title, summary: title, categories: [title], authors: [{ name: title }] })],
      unpublished: [],
    });
    expect(html).not.toContain("<b>");
    expect(html).not.toContain("<!--");
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(structuredData(html).name).toBe(title);
  });

  it("says in which language its own words are where the site's is another", () => {
    expect(page).not.toContain('<span lang="en"');
    expect(homePage(sampleSite(site.url, { language: "ar" }), { entries, unpublished: [] })).toContain(
      '<span lang="en" dir="ltr">Latest</span>',
    );
  });

  it("loads nothing from elsewhere, runs nothing, and carries the stylesheet byte for byte", () => {
    const urls = [...page.matchAll(/\ssrc(?:set)?="([^"]+)"/g)].map(([, url]) => url);
    expect(urls.filter((url) => !url?.startsWith(site.url))).toEqual([]);
    expect(page).not.toMatch(/rel="stylesheet"|@import|url\(|\sstyle="|\son\w+="|<form/);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toContain(`<style>${stylesheet}</style>`);
  });

  it("is the same for the same input", () => {
    expect(homePage(site, { entries, unpublished: [] })).toBe(page);
  });
});
