import { describe, expect, it } from "vitest";
import type { Resource } from "../../../src/http/resource.ts";
import type { Entry } from "../../../src/model/entry.ts";
import { formats, jsonFeed } from "../../../src/model/format.ts";
import { categorySelection, wholeSite } from "../../../src/model/selection.ts";
import { feedResource } from "../../../src/resources/feed-resource.ts";
import * as resources from "../../../src/resources/page-resources.ts";
import { createBundledStore } from "../../../src/store/bundled-store.ts";
import { snapshotAt } from "../../../src/store/snapshot-at.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";
import { wordsIn } from "../../words.ts";

const noon = Date.UTC(2024, 10, 6, 12);
const site = { ...sampleSite, limit: 2, hub: "https://hub.example/" };
const entries = [
  sampleEntry("soon", { published: noon + 1000 }),
  ...["a", "b", "c"].map((slug, index) => sampleEntry(slug, { published: noon - index, categories: ["Sea"] })),
  sampleEntry("draft", { published: noon - 9, draft: true }),
  sampleEntry("imprint", { published: noon - 10, unlisted: true }),
];
const sources = { site, code: { feeds: "f", pages: "f" }, store: createBundledStore({ entries, development: true, site }) };
const snapshot = snapshotAt({ entries, development: true, site }, noon);
const page = { selection: categorySelection("Sea", site), entries: snapshot.entries.slice(0, 2), archivePages: 2 };

const inputsOf = (resource: Resource | undefined) => JSON.stringify(resource?.etagInputs());

/** Returns all resources of a snapshot. */
function everything(from = sources, of = snapshot): Resource[] {
  const pages = [undefined, 1, 2].map((number) => ({ ...page, entries: of.entries.slice(0, 2), ...(number !== undefined && { number }) }));
  const both = pages.flatMap((each) => [each, { ...each, selection: wholeSite }]);
  return [
    ...both.flatMap((each) => formats.map((format) => feedResource(from, each, format))),
    ...both.map((each) => resources.pageResource(from, each, of)),
    ...of.entries.map((entry) => resources.entryResource(from, entry, of)),
    resources.feedsResource(from, of),
    resources.opmlResource(from, of),
    resources.sitemapResource(from, of),
    resources.robotsResource(from),
  ];
}

describe("the resources", () => {
  it("have unique paths and inputs", () => {
    const all = everything();
    expect(new Set(all.map(({ path }) => path)).size).toBe(all.length);
    expect(new Set(all.map(inputsOf)).size).toBe(all.length);
  });

  it("have equal inputs for equal sources, and different ones for different code", () => {
    expect(everything().map(inputsOf)).toEqual(everything().map(inputsOf));
    const known = new Set(everything().map(inputsOf));
    expect(everything({ ...sources, code: { feeds: "g", pages: "g" } }).filter((resource) => known.has(inputsOf(resource)))).toEqual([]);
  });

  it("have different inputs if a rendered setting changes, and equal ones if another setting changes", () => {
    const [inputs, known] = [everything().map(inputsOf), new Set(everything().map(inputsOf))];
    const hidden = { gzip: false, permalink: "/:slug", ids: "jekyll-feed" as const };
    expect(everything({ ...sources, site: { ...site, ...hidden } }).map(inputsOf)).toEqual(inputs);
    const pathsWith = (changes: Partial<typeof site>) =>
      everything({ ...sources, site: { ...site, ...changes } }).filter((resource) => !known.has(inputsOf(resource)));
    const isPage = ({ contentType }: Resource) => contentType.startsWith("text/html");
    const pages = everything()
      .filter(isPage)
      .map(({ path }) => path);
    expect(pathsWith({ limit: 7 }).map(({ path }) => path)).toEqual(pages); // the masthead links to another archive page
    expect(pathsWith({ words: wordsIn("de") }).map(({ path }) => path)).toEqual(pages);
    for (const setting of [{ title: "T" }, { icon: "https://news.example/i.png" }]) {
      const same = everything({ ...sources, site: { ...site, ...setting } }).filter((resource) => known.has(inputsOf(resource)));
      expect(same.map(({ path }) => path)).toEqual(["/robots.txt"]);
    }
  });

  it("have different inputs if the title of an entry changes, but for lists of addresses", () => {
    const edited = snapshotAt(
      { entries: entries.map((entry) => ({ ...entry, title: "Edited", hash: `${entry.hash}!` })), development: true, site },
      noon,
    );
    const known = new Set(everything().map(inputsOf));
    expect(
      everything(sources, edited)
        .filter((resource) => known.has(inputsOf(resource)))
        .map(({ path }) => path),
    ).toEqual(["/feeds/", "/opml.xml", "/sitemap.xml", "/robots.txt"]);
  });

  it("have different bytes only with different inputs", async () => {
    const later = snapshotAt({ entries, development: true, site }, noon + 1000);
    const [before, after] = [everything(), everything(sources, later)];
    for (const resource of before) {
      const same = after.find(({ path }) => path === resource.path);
      if (same === undefined || inputsOf(same) !== inputsOf(resource)) continue;
      expect([resource.path, await same.render()]).toEqual([resource.path, await resource.render()]);
    }
    expect(
      before
        .filter((resource) => inputsOf(after.find(({ path }) => path === resource.path)) !== inputsOf(resource))
        .map(({ path }) => path),
    ).toEqual(expect.arrayContaining(["/rss.xml", "/", "/feeds/", "/opml.xml", "/sitemap.xml"]));
  });
});

describe("feedResource()", () => {
  it("sends its links in a header, with the other formats", () => {
    expect(feedResource(sources, { ...page, number: 1 }, jsonFeed).link?.()).toBe(
      [
        '<https://news.example/categories/sea/archive/1/feed.json>; rel="self"',
        '<https://news.example/categories/sea/feed.json>; rel="current"',
        '<https://news.example/categories/sea/archive/2/feed.json>; rel="next-archive"',
        '<https://news.example/categories/sea/archive/1/rss.xml>; rel="alternate"; type="application/rss+xml"',
        '<https://news.example/categories/sea/archive/1/atom.xml>; rel="alternate"; type="application/atom+xml"',
      ].join(", "),
    );
    expect(feedResource(sources, page, jsonFeed).link?.()).toMatch(
      /^<[^>]+\/sea\/feed\.json>; rel="self", <https:\/\/hub\.example\/>; rel="hub", <[^>]+\/archive\/2\/feed\.json>; rel="prev-archive", </,
    );
  });

  it("changes an archive page once a newer page exists", () => {
    const parts = (archivePages: number) =>
      inputsOf(feedResource(sources, { ...page, number: 2, archivePages }, formats[0] as typeof jsonFeed));
    expect(parts(2)).not.toBe(parts(3));
    expect(parts(3)).toBe(parts(4));
  });

  it("renders the entries' content", async () => {
    const { items } = JSON.parse(await feedResource(sources, page, jsonFeed).render());
    expect(items.map(({ id, content_html }: Record<string, unknown>) => [id, content_html])).toEqual(
      page.entries.map(({ id }) => [id, entries.find((entry) => entry.id === id)?.content]),
    );
  });
});

describe("pageResource()", () => {
  it("changes if the linked pages change", () => {
    const parts = (archivePages: number, number?: number) =>
      inputsOf(resources.pageResource(sources, { ...page, archivePages, ...(number !== undefined && { number }) }, snapshot));
    expect(new Set([parts(0), parts(2), parts(3)]).size).toBe(3);
    expect(parts(2, 2)).not.toBe(parts(3, 2));
  });

  it("shows unpublished entries only on the front page", async () => {
    const render = (each: Parameters<typeof resources.pageResource>[1]) => resources.pageResource(sources, each, snapshot).render();
    expect(await render({ ...page, selection: wholeSite })).toContain("Not published yet");
    expect(await render({ ...page, selection: wholeSite, number: 1 })).not.toContain("Not published yet");
    expect(await render(page)).not.toContain("Not published yet");
  });

  it("lists unlisted entries on the front page during development", async () => {
    const deployed = snapshotAt({ entries, development: false, site }, noon);
    const front = { ...page, selection: wholeSite };
    const render = (each: Parameters<typeof resources.pageResource>[1], of = snapshot) =>
      resources.pageResource(sources, each, of).render();
    expect(await render(front)).toMatch(
      /<summary>1 unlisted page<\/summary>.*<a href="[^"]*\/imprint"[^>]*>.*<code dir="ltr">[^<]*\/imprint<\/code>/s,
    );
    const secret = sampleEntry("secret", { published: noon - 10, unlisted: true, excludedFrom: "sitemap" });
    const withSecret = snapshotAt({ entries: [...entries, secret], development: true, site }, noon);
    expect(await render(front, withSecret)).toMatch(/\/secret<\/code> not in the sitemap</);
    for (const other of [render({ ...front, number: 1 }), render(page), render(front, deployed)])
      expect(await other).not.toMatch(/unlisted page|\/imprint/);
    expect(inputsOf(resources.pageResource(sources, front, snapshot))).not.toBe(inputsOf(resources.pageResource(sources, front, deployed)));
  });
});

describe("entryResource()", () => {
  it("distinguishes drafts, scheduled and published entries", () => {
    const statusOf = (entry: Entry) => resources.entryResource(sources, entry, snapshot).etagInputs().at(-1);
    expect(snapshot.unpublished.map((entry) => [entry.source, statusOf(entry)])).toEqual([
      ["draft.md", "draft"],
      ["soon.md", "scheduled"],
    ]);
    expect(snapshot.entries.map(statusOf)).toEqual(["published", "published", "published", "published"]);
  });
});

describe("sitemapFileResource()", () => {
  it("returns a file only if the sitemap needs several", () => {
    const many = Array.from({ length: 5001 }, (_, index) => sampleEntry(String(index)));
    const large = snapshotAt({ entries: many, development: false, site }, noon);
    expect([0, 1, 2].map((number) => resources.sitemapFileResource(sources, snapshot, number))).toEqual([undefined, undefined, undefined]);
    expect([0, 1, 2, 3].map((number) => resources.sitemapFileResource(sources, large, number)?.path)).toEqual([
      undefined,
      "/sitemap/1.xml",
      "/sitemap/2.xml",
      undefined,
    ]);
  });
});

describe("robotsResource()", () => {
  it("allows all crawlers and names the sitemap", async () => {
    expect(await resources.robotsResource(sources).render()).toBe("User-agent: *\nAllow: /\n\nSitemap: https://news.example/sitemap.xml\n");
  });
});

describe("pageResource() and the other pages", () => {
  const alternates = (path: string) =>
    formats.map((format) => `<https://news.example${path}${format.path}>; rel="alternate"; type="${format.mediaType}"`);

  it("send the feeds of the page in a header: those of its selection, then those of the site", () => {
    expect(resources.pageResource(sources, page, snapshot).link?.()).toBe([...alternates("/categories/sea"), ...alternates("")].join(", "));
    expect(resources.pageResource(sources, { ...page, selection: wholeSite }, snapshot).link?.()).toBe(alternates("").join(", "));
    expect(resources.feedsResource(sources, snapshot).link?.()).toBe(alternates("").join(", "));
    for (const entry of snapshot.entries)
      expect(resources.entryResource(sources, entry, snapshot).link?.()).toBe(alternates("").join(", "));
  });

  const entryAt = (slug: string) => snapshot.entries.find(({ path }) => path === `/articles/${slug}`) as Entry;
  const neighbours = async (slug: string) => {
    const html = await resources.entryResource(sources, entryAt(slug), snapshot).render();
    return [...html.matchAll(/<a href="https:\/\/news\.example\/articles\/(\w+)" rel="(prev|next)">/g)].map(
      ([, to, rel]) => `${rel} ${to}`,
    );
  };

  it.each([
    ["a", ["prev b"]],
    ["b", ["prev c", "next a"]],
    ["c", ["next b"]],
    ["imprint", []],
  ])("link the article %s to its neighbours in the site's feed: %j", async (slug, expected) => {
    expect(await neighbours(slug)).toEqual(expected);
  });

  it("read only the content of the article", async () => {
    const read: string[] = [];
    const store = {
      ...sources.store,
      contents: async (wanted: readonly Entry[]) => {
        read.push(...wanted.map(({ path }) => path));
        return sources.store.contents(wanted);
      },
    };
    await resources.entryResource({ ...sources, store }, entryAt("b"), snapshot).render();
    expect(read).toEqual(["/articles/b"]);
  });

  it.each([
    ["title", { title: "New" }, false],
    ["address", { url: "https://news.example/new" }, false],
    ["direction", { direction: "rtl" as const }, false],
    ["text", { summary: "New", updated: noon + 1, categories: ["New"] }, true],
  ])("have different inputs if a neighbour's %s changes and they show it", (_, change, isSame) => {
    const changed = entries.map((entry) => (entry.path.endsWith("/a") ? { ...entry, ...change, hash: "new" } : entry));
    const after = snapshotAt({ entries: changed, development: true, site }, noon);
    const inputs = (slug: string, of: typeof snapshot) =>
      inputsOf(resources.entryResource(sources, of.entries.find(({ path }) => path === `/articles/${slug}`) as Entry, of));
    expect(["a", "b", "c"].map((slug) => inputs(slug, snapshot) === inputs(slug, after))).toEqual([false, isSame, true]);
  });
});
