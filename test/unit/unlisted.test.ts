import { describe, expect, it } from "vitest";
import { allPaths } from "../../src/routing/all-paths.ts";
import type { Site } from "../../src/settings/site-settings.ts";
import { snapshotAt } from "../../src/store/snapshot-at.ts";
import { appUnderTest } from "../app-under-test.ts";
import { compileAll, now, site } from "./content/sample.ts";

const mark = "quixotic"; // in no other article

async function siteOf(articles: Readonly<Record<string, string>>, settings: Partial<Site> = {}) {
  const changed = { ...site, ...settings };
  const { entries, problems } = await compileAll(articles, { site: changed });
  const server = appUnderTest({ entries, site: changed });
  server.time.now = now;
  const paths = allPaths(changed, snapshotAt({ entries, site: changed, development: false }, now));
  const documents = new Map<string, string>();
  for (const path of [...paths, "/health"]) {
    const response = await server.get(path);
    expect([path, response.status]).toEqual([path, 200]);
    documents.set(path, await response.text());
  }
  const having = (text: string) => [...documents].filter(([, document]) => document.includes(text)).map(([path]) => path);
  return { ...server, documents, entries, having, problems };
}

const posts = Object.fromEntries(
  Array.from({ length: 7 }, (_, index) => [
    `2024-11-0${index + 1}-post.md`.replace("post", `post-${index}`),
    `---\ntitle: Post ${index}\ncategories: [Sea]\nslug: post-${index}\n---\nText`,
  ]),
);
const about = `---\ntitle: The ${mark} page\nfeed: false\ncategories: [Only ${mark}]\nauthors: [Zelda]\naliases: [/was/about]\n---\nAbout us`;

describe("an unlisted article", () => {
  it("has its page and is in the sitemap, and in no feed, list or count", async () => {
    const { documents, get, having, problems } = await siteOf({ ...posts, "pages/about.md": about }, { limit: 2 });
    expect(problems).toEqual([]);
    expect(having(mark)).toEqual(["/pages/about"]);
    expect(having("/pages/about")).toEqual(["/pages/about", "/sitemap.xml"]);
    expect(having("Zelda")).toEqual(["/pages/about"]);
    expect(JSON.parse(documents.get("/health") ?? "")).toMatchObject({ entries: 7, selections: { categories: 1, authors: 1 } });
    expect((await get("/was/about")).headers.get("location")).toBe("https://example.com/pages/about");
  });

  it("shows no date if it has none, and no links to lists that do not contain it", async () => {
    const { documents } = await siteOf({ "about.md": about });
    const page = documents.get("/about") ?? "";
    expect(page).not.toMatch(/1970|<time|datePublished|dateModified|article:(?:published|modified)|rel="(?:tag|author)"/);
    expect(page).toContain(`<p class="kicker"><span class="p-category">Only ${mark}</span></p>`);
    expect(page).toContain('<link rel="canonical" href="https://example.com/about"/>');
    expect(documents.get("/sitemap.xml")).toMatch(/<loc>https:\/\/example\.com\/about<\/loc>\s*<\/url>/);
  });

  it("is named for the site without a title, a text and a date", async () => {
    const { documents } = await siteOf({ "logo.html": '---\nfeed: false\n---\n<img src="https://cdn.example/logo.png" alt="">' });
    expect(documents.get("/logo")).toContain(`<h1 class="unseen">${site.title}</h1>`);
  });

  it("changes no byte of any feed", async () => {
    const [without, having] = [
      await siteOf(posts),
      await siteOf({ ...posts, "about.md": about.replace("feed:", "updated: 2024-12-31\nfeed:") }),
    ];
    const feeds = ({ documents }: typeof without) => [...documents].filter(([path]) => path !== "/about" && path !== "/sitemap.xml");
    expect(feeds(having)).toEqual(feeds(without));
  });

  it("appears at its date", async () => {
    const { get, time } = await siteOf({ ...posts, "about.md": about.replace("feed:", "date: 2025-02-01T12:00Z\nfeed:") });
    const at = async (instant: number) => {
      time.now = instant;
      return (await get("/articles/about")).status;
    };
    expect(await at(Date.UTC(2025, 1, 1, 11, 59, 59, 999))).toBe(404);
    expect(await at(Date.UTC(2025, 1, 1, 12))).toBe(200);
  });
});

describe("an unlisted selection", () => {
  const link = `---\ntitle: The ${mark} link\ncategories: [Links, Sea]\nauthors: [Zelda]\n---\nText`;
  const settings = { selections: { "categories/links": { listed: false } } };

  it("is the only one that contains its entries", async () => {
    const { documents, having } = await siteOf({ ...posts, "2024-12-01-link.md": link }, settings);
    expect(having(mark).sort()).toEqual([
      "/articles/link",
      "/categories/links/",
      "/categories/links/atom.xml",
      "/categories/links/feed.json",
      "/categories/links/rss.xml",
    ]);
    expect(having("/categories/links/rss.xml")).toEqual(expect.arrayContaining(["/feeds/", "/opml.xml"]));
    expect(documents.get("/articles/link")).toContain('<bdi class="p-author h-card">Zelda</bdi></span>');
    const [alternate] = /<link rel="alternate"[^>]*>/.exec(documents.get("/articles/link") ?? "") ?? [];
    expect(alternate).toContain('href="https://example.com/categories/links/rss.xml"');
    expect(/<link rel="alternate"[^>]*>/.exec(documents.get("/articles/post-0") ?? "")?.[0] ?? "").toContain(
      'href="https://example.com/rss.xml"',
    );
    expect(documents.has("/authors/zelda/")).toBe(false);
  });

  it("has pages even if it is the only language", async () => {
    const { having } = await siteOf({ "2024-12-01-link.md": link }, { selections: { "languages/en": { listed: false } } });
    expect(having(mark)).toContain("/languages/en/rss.xml");
    expect(having(mark)).not.toContain("/rss.xml");
  });
});

describe("the address of an unlisted article without a date", () => {
  it.each([
    ["about.md", "", "/about"],
    ["pages/About us.md", "", "/pages/about-us"],
    ["pages/about/index.md", "", "/pages/about"],
    ["pages/about.md", "slug: who", "/who"],
    ["pages/about.md", "permalink: /who/", "/who/"],
    ["pages/about.md", "permalink: /:slug.html", "/pages/about.html"],
  ])("%s with %j is at %s", async (source, yaml, path) => {
    for (const permalink of ["/articles/:slug", "/:year/:month/:title/"]) {
      const { entries, problems } = await compileAll(
        { [source]: `---\nfeed: false\n${yaml}\n---\nText` },
        { site: { ...site, permalink } },
      );
      expect(problems).toEqual([]);
      expect(entries).toMatchObject([{ path, id: `https://example.com${path}`, published: 0, updated: 0, unlisted: true }]);
    }
  });

  it.each([
    ["permalink: /:year/about/", "it has :year, and the article has no date; add one"],
    ["permalink: \"/{{ page.date | date: '%Y' }}/a\"", "it is a template of another generator; write the path that it makes"],
  ])("cannot contain a date: %s", async (yaml, reason) => {
    const { problems } = await compileAll({ "about.md": `---\nfeed: false\n${yaml}\n---\nText` });
    expect(problems).toEqual([expect.stringContaining(reason)]);
  });

  it("is that without a date if its date cannot be read", async () => {
    const { entries, problems } = await compileAll({ "about.md": "---\nfeed: false\ndate: 31/02/2024\n---\nText" });
    expect(entries).toMatchObject([{ published: 0, url: "https://example.com/about" }]);
    expect(problems).toEqual([expect.stringContaining("about.md:3:7 warning Cannot read date")]);
  });

  it("may have the date of its last change", async () => {
    const { entries } = await compileAll({ "about.md": "---\nfeed: false\nupdated: 2024-11-06T12:00Z\n---\nText" });
    expect(entries).toMatchObject([{ published: 0, updated: Date.UTC(2024, 10, 6, 12) }]);
  });
});

describe("an unlisted article next to others", () => {
  it("changes neither the spelling of a term nor the address of a listed one", async () => {
    const { entries, problems } = await compileAll({
      "a.md": "---\nfeed: false\ncategories: [SEA]\npermalink: /here\n---\nText",
      "b.md": "---\ndate: 2024-11-06\ncategories: [Sea]\npermalink: /here\n---\nText",
    });
    expect(entries.map(({ categories }) => categories)).toEqual([["Sea"], ["Sea"]]);
    expect(problems).toEqual([expect.stringMatching(/^articles\/a\.md:4:12 error/)]);
  });

  it("may have the address that a list of its terms would have", async () => {
    const { entries, problems } = await compileAll({ "authors/ada.md": "---\nfeed: false\nauthor: Ada\n---\nText" });
    expect(problems).toEqual([]);
    expect(entries).toMatchObject([{ path: "/authors/ada" }]);
  });

  it("does not change the instants of others", async () => {
    const dated = "---\ndate: 2024-11-06T12:00Z\n---\nText";
    const { entries } = await compileAll({ "a.md": dated.replace("\n---", "\nfeed: false\n---"), "b.md": dated });
    expect(new Set(entries.map(({ updated }) => updated))).toEqual(new Set([Date.UTC(2024, 10, 6, 12)]));
  });
});
