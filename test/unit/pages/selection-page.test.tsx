import { describe, expect, it } from "vitest";
import type { Entry } from "../../../src/model/entry.ts";
import type { FeedPage } from "../../../src/model/feed-page.ts";
import { type Selection, wholeSite } from "../../../src/model/selection.ts";
import { selectionPage } from "../../../src/pages/selection-page.tsx";
import { stylesheet } from "../../../src/pages/stylesheet.ts";
import type { Site } from "../../../src/settings/site-settings.ts";
import { sampleEntries, sampleEntry, sampleSite } from "../../browser/sample-site.ts";

const site = sampleSite();
const entries = sampleEntries(site.url);

const homePage = (site: Site, { entries, unpublished }: { entries: readonly Entry[]; unpublished: readonly Entry[] }) =>
  selectionPage(site, { selection: wholeSite, entries, archivePages: 0 }, { unpublished });
const page = homePage(site, { entries, unpublished: [] });

function structuredData(html: string): { name?: string; blogPost?: unknown[] } {
  return JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "");
}

describe("selectionPage() of the whole site", () => {
  it("is a complete document in the site's language", () => {
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
    const links = [...page.matchAll(/<h3[^>]*><a class="u-url" href="([^"]+)">/g)].map(([, url]) => url);
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

  it("marks the language and direction of each entry", () => {
    expect(page).toContain('<article class="story h-entry" lang="ar" dir="rtl">');
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

  it("shows a greeting on an empty site", () => {
    expect(homePage(site, { entries: [], unpublished: [] })).toContain("Nothing has been published yet.");
  });

  it("contains JSON-LD of a blog and its entries", () => {
    const data = structuredData(page);
    expect(data).toMatchObject({ "@context": "https://schema.org", "@type": "Blog", name: "The Harbour Gazette" });
    expect(data.blogPost).toHaveLength(entries.length);
  });

  it("escapes all text of authors", () => {
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

  it("is in the language of the site, or in English that is marked as such", () => {
    const inLanguage = (language: string) => homePage(sampleSite(site.url, { language }), { entries, unpublished: [] });
    expect(page).toContain(">Latest</h2>");
    expect(inLanguage("sw")).toContain('<span lang="en" dir="ltr">Latest</span>');
    expect(inLanguage("de")).toContain(">Neueste Artikel</h2>");
  });

  it("loads no external resources, runs no scripts, and contains the exact style sheet", () => {
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

describe("selectionPage() of a category", () => {
  const sea: Selection = { kind: "category", name: "Sea & <Sky>", path: "/categories/sea-and-sky" };
  const of = (page: Partial<FeedPage> = {}) => selectionPage(site, { selection: sea, entries, archivePages: 0, ...page });
  const alternates = (html: string) =>
    [...html.matchAll(/<link rel="alternate"[^>]*title="([^"]+)" href="([^"]+)"/g)].map(([, ...link]) => link);

  it("has the category's name as title, and its own description", () => {
    expect(of()).toContain("<title>Sea &amp; &lt;Sky&gt; – The Harbour Gazette</title>");
    expect(of()).toContain('<meta name="description" content="The Harbour Gazette: Sea &amp; &lt;Sky&gt;"/>');
    expect(of()).toContain('<link rel="canonical" href="https://example.com/categories/sea-and-sky/"/>');
    expect(of()).toContain('<p class="kicker">Category</p><h1><bdi>Sea &amp; &lt;Sky&gt;</bdi></h1>');
    expect(of()).toContain('<a href="https://example.com/" rel="home">');
    expect(of().match(/<h1/g)).toHaveLength(1);
  });

  it("links its three feeds first, then those of the whole site", () => {
    const title = "The Harbour Gazette: Sea &amp; &lt;Sky&gt;";
    expect(alternates(of())).toEqual([
      [`${title} (RSS)`, "https://example.com/categories/sea-and-sky/rss.xml"],
      [`${title} (Atom)`, "https://example.com/categories/sea-and-sky/atom.xml"],
      [`${title} (JSON Feed)`, "https://example.com/categories/sea-and-sky/feed.json"],
      ["The Harbour Gazette (RSS)", "https://example.com/rss.xml"],
      ["The Harbour Gazette (Atom)", "https://example.com/atom.xml"],
      ["The Harbour Gazette (JSON Feed)", "https://example.com/feed.json"],
    ]);
  });

  it("lists every entry in order, without a lead and without unpublished entries", () => {
    expect([...of().matchAll(/<h3[^>]*><a class="u-url" href="([^"]+)">/g)].map(([, url]) => url)).toEqual(entries.map(({ url }) => url));
    expect(of()).not.toContain("<img");
    expect(of()).not.toContain("story lead");
  });

  it("shows the addresses of its own feeds for copying", () => {
    expect([...of().matchAll(/<input type="text" readonly="" value="([^"]+)"/g)].map(([, url]) => url)).toEqual(
      ["rss.xml", "atom.xml", "feed.json"].map((file) => `https://example.com/categories/sea-and-sky/${file}`),
    );
  });

  it("contains no JSON-LD of a blog, which belongs to the front page", () => {
    expect(of()).not.toContain("ld+json");
  });

  const links = (html: string) =>
    [...(/<nav class="pages".*?<\/nav>/s.exec(html)?.[0] ?? "").matchAll(/<a href="([^"]+)" rel="(\w+)">([^<]+)</g)].map(
      ([, ...link]) => link,
    );
  const at = (path: string) => `https://example.com/categories/sea-and-sky/${path}`;

  it.each([
    ["where everything fits", {}, []],
    ["on the first page", { archivePages: 3, older: 2 }, [[at("archive/2/"), "next", "Older articles"]]],
    [
      "on the newest archive page",
      { archivePages: 3, number: 3, older: 2 },
      [
        [at(""), "prev", "Newer articles"],
        [at("archive/2/"), "next", "Older articles"],
      ],
    ],
    [
      "on an archive page between others",
      { archivePages: 3, number: 2, older: 1 },
      [
        [at("archive/3/"), "prev", "Newer articles"],
        [at("archive/1/"), "next", "Older articles"],
      ],
    ],
    ["on the oldest archive page", { archivePages: 3, number: 1 }, [[at("archive/2/"), "prev", "Newer articles"]]],
  ])("links to newer and older pages %s", (_criterion, page, expected) => {
    expect(links(of(page))).toEqual(expected);
  });

  it("shows the number of an archive page, and links to the current feed", () => {
    const html = of({ archivePages: 3, number: 2 });
    expect(html).toContain("<title>Sea &amp; &lt;Sky&gt;, 2 – The Harbour Gazette</title>");
    expect(html).toContain(`<link rel="canonical" href="${at("archive/2/")}"/>`);
    expect(html).toMatch(/<header class="heading">.*\bPage 2\b.*?<\/header>/);
    expect(html).toContain('<h2 id="latest" class="label">From the archive</h2>');
    expect(alternates(html)).toEqual(alternates(of()));
  });
});

describe("selectionPage() of other selections", () => {
  const of = (selection: Selection, page: Partial<FeedPage> = {}) => selectionPage(site, { selection, entries, archivePages: 0, ...page });

  it("links from an author's page to the author's website", () => {
    const page = (name: string) => of({ kind: "author", name, path: "/authors/a" });
    expect(page("Ada Lovelace")).toContain('<p class="kicker">Author</p><h1><bdi>Ada Lovelace</bdi></h1>');
    expect(page("Ada Lovelace")).toContain('<p dir="ltr"><a href="https://ada.example/" rel="author">ada.example</a></p>');
    expect(page("Charles Babbage")).not.toContain('<p dir="ltr">');
  });

  it("finds the author's website in an older entry if the newest has none", () => {
    const some = [
      sampleEntry("new", { authors: [{ name: "Eve" }] }),
      sampleEntry("old", { authors: [{ name: "Eve", url: "https://eve.example/" }] }),
    ];
    expect(of({ kind: "author", name: "Eve", path: "/authors/eve" }, { entries: some })).toContain(
      'href="https://eve.example/" rel="author"',
    );
  });

  it("shows a language's own name, in its direction", () => {
    const html = of({ kind: "language", name: "ar", path: "/languages/ar" });
    expect(html).toContain('<p class="kicker">Language</p><h1><bdi lang="ar" dir="rtl">العربية</bdi></h1>');
    expect(html).toContain("<title>العربية – The Harbour Gazette</title>");
    expect(html).toContain('<html lang="en" dir="ltr">');
    expect(of({ kind: "language", name: "pt-BR", path: "/languages/pt-br" })).toContain(
      '<h1><bdi lang="pt-BR" dir="ltr">português (Brasil)</bdi></h1>',
    );
  });

  it("has a separate title for an archive page of the whole site", () => {
    const html = of(wholeSite, { archivePages: 2, number: 1 });
    expect(html).toContain("<title>Archive, 1 – The Harbour Gazette</title>");
    expect(html).toContain('<link rel="canonical" href="https://example.com/archive/1/"/>');
    expect(html).toContain('<p class="kicker">Articles</p><h1>Archive</h1>');
    expect(html.match(/<link rel="alternate"/g)).toHaveLength(3);
    expect(html).not.toContain("story lead");
  });

  it("links from the front page to the archive", () => {
    expect(of(wholeSite, { archivePages: 2, older: 1 })).toContain(
      '<a href="https://example.com/archive/1/" rel="next">Older articles</a>',
    );
    expect(of(wholeSite)).not.toContain('<nav class="pages"');
  });
});
