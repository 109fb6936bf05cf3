import { describe, expect, it } from "vitest";
import { appUnderTest } from "../app-under-test.ts";
import { documents, feedDocuments, feedFiles, mannersSite, selections } from "../manners-site.ts";
import { sampleEntry, sampleSite } from "../samples.ts";

const { hub, url: origin } = mannersSite.site;
const files = Object.values(feedFiles);
const { get } = appUnderTest(mannersSite);

interface Link {
  readonly href: string;
  readonly rel: string;
  readonly type?: string;
}

/** Parses a Link header (RFC 8288 §3). */
function linksIn(header: string | null): Link[] {
  return [...(header ?? "").matchAll(/<([^>]*)>((?:; [a-z]+="[^"]*")+)(?:, |$)/g)].map(([, href = "", parameters = ""]) => ({
    href,
    rel: "",
    ...Object.fromEntries([...parameters.matchAll(/; ([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
  }));
}

const hrefs = (links: readonly Link[], rel: string) => links.filter((link) => link.rel === rel).map(({ href }) => href);

const attributes = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, value = ""]) => value.replaceAll("&amp;", "&"));

/** Returns the addresses of the site that a document links to. */
async function leadsTo(path: string): Promise<string[]> {
  const response = await get(path);
  const text = await response.text();
  const found = [
    ...attributes(text, /<(?:a|link)\b[^>]* href="([^"]*)"/g),
    ...attributes(text, / (?:xmlUrl|htmlUrl)="([^"]*)"/g),
    ...attributes(text, /<loc>([^<]*)<\/loc>/g),
    ...attributes(text, /^Sitemap: (.*)$/gm),
    ...linksIn(response.headers.get("link")).map(({ href }) => href),
  ];
  return found
    .filter((href) => href.startsWith(origin) && !/\/(?:favicon\.ico|icon\.png)$/.test(href))
    .map((href) => href.slice(origin.length));
}

// WebSub §4, RFC 5005 §4, RFC 8288.
describe("the Link header of a feed", () => {
  it.each(feedDocuments)("names the feed and its related documents: $kind", async ({ path }) => {
    const response = await get(path);
    const links = linksIn(response.headers.get("link"));
    const file = files.map(([file]) => file).find((file) => path.endsWith(file)) ?? "";
    const isArchive = path.includes("/archive/");
    expect(links.map(({ href }) => URL.parse(href)?.href)).toEqual(links.map(({ href }) => href));
    expect(hrefs(links, "self")).toEqual([origin + path]);
    expect(hrefs(links, "hub")).toEqual(isArchive ? [] : [hub]);
    expect(hrefs(links, "current")).toEqual(isArchive ? [origin + path.replace(/\/archive\/\d+/, "")] : []);
    const others = files.filter(([other]) => other !== file);
    expect(links.filter(({ rel }) => rel === "alternate")).toEqual(
      others.map(([other, type]) => ({ href: origin + path.replace(file, other), rel: "alternate", type: type.replace(/;.*/, "") })),
    );
    expect(
      new Set(links.map(({ rel }) => rel)).difference(new Set(["self", "hub", "current", "alternate", "prev-archive", "next-archive"])),
    ).toEqual(new Set());
  });

  it.each(feedDocuments)("agrees with the document: $kind", async ({ path }) => {
    const response = await get(path);
    const links = linksIn(response.headers.get("link"));
    const text = await response.text();
    const inside = (rel: string) => attributes(text, new RegExp(`<(?:atom:)?link (?=[^>]*rel="${rel}")[^>]*href="([^"]*)"`, "g"));
    if (path.endsWith(".json")) {
      const feed = JSON.parse(text) as { feed_url: string; next_url?: string; hubs?: { url: string }[] };
      expect([feed.feed_url]).toEqual(hrefs(links, "self"));
      expect((feed.hubs ?? []).map(({ url }) => url)).toEqual(hrefs(links, "hub"));
      expect(feed.next_url).toBe(hrefs(links, "prev-archive")[0]);
    } else {
      for (const rel of ["self", "hub", "current", "prev-archive", "next-archive"]) expect(inside(rel)).toEqual(hrefs(links, rel));
    }
  });

  it.each(files)("links from a feed to its oldest page, and back: %s", async (file, type) => {
    for (const selection of selections) {
      const follow = async (from: string, rel: string): Promise<string[]> => {
        const response = await get(from);
        expect([response.status, response.headers.get("content-type")]).toEqual([200, type]);
        const [next] = hrefs(linksIn(response.headers.get("link")), rel);
        return next === undefined ? [from] : [from, ...(await follow(next.slice(origin.length), rel))];
      };
      const back = await follow(selection + file, "prev-archive");
      const pages = selection === "" ? [4, 3, 2, 1] : [2, 1];
      expect(back).toEqual([selection + file, ...pages.map((page) => `${selection}/archive/${page}${file}`)]);
      expect(await follow(back.at(-1) ?? "", "next-archive")).toEqual(back.slice(1).reverse());
    }
  });

  it("names no hub without a setting", async () => {
    const { hub: _, ...site } = mannersSite.site;
    const without = appUnderTest({ ...mannersSite, site });
    for (const { path } of feedDocuments) {
      const response = await without.get(path);
      expect(response.headers.get("link")).not.toMatch(/hub/);
      expect(await response.text()).not.toMatch(/rel="hub"|"hubs"/);
    }
  });

  it("is sent only for feeds and pages", async () => {
    for (const { of, path, type } of documents.filter((document) => !feedDocuments.includes(document))) {
      const link = (await appUnderTest(of).get(path)).headers.get("link");
      if (type?.startsWith("text/html")) expect(link).toMatch(/^(?:<[^>]+>; rel="alternate"; type="[^"]+"(?:, |$)){3,6}$/);
      else expect(link).toBeNull();
    }
  });
});

describe("a page", () => {
  const pages = documents.filter(({ type }) => type?.startsWith("text/html"));

  // Readers look for these links at the address of a page.
  it.each(pages)("links its feeds, those of its own selection first: $kind", async ({ path }) => {
    const own = selections.findLast((selection) => path.startsWith(`${selection}/`)) ?? "";
    const expected = [...new Set([own, ""])].flatMap((selection) =>
      files.map(([file, type]) => [origin + selection + file, type.replace(/;.*/, "")]),
    );
    const tags = (await (await get(path)).text()).match(/<link rel="alternate"[^>]*>/g) ?? [];
    expect(tags.map((tag) => [/href="([^"]*)"/.exec(tag)?.[1], /type="([^"]*)"/.exec(tag)?.[1]])).toEqual(expected);
    const titles = tags.map((tag) => /title="([^"]+)"/.exec(tag)?.[1]);
    expect(new Set(titles).size).toBe(expected.length);
    expect(titles).not.toContain(undefined);
  });

  it.each(pages)("declares its own address as the canonical one: $kind", async ({ path }) => {
    expect(attributes(await (await get(path)).text(), /<link rel="canonical" href="([^"]*)"/g)).toEqual([origin + path]);
  });
});

describe("the complete lists of the site:", () => {
  it("the OPML has every feed once, with its page", async () => {
    const text = await (await get("/opml.xml")).text();
    expect(attributes(text, / xmlUrl="([^"]*)"/g).sort()).toEqual(selections.map((path) => `${origin}${path}/rss.xml`).sort());
    expect(attributes(text, / htmlUrl="([^"]*)"/g).sort()).toEqual(selections.map((path) => `${origin}${path}/`).sort());
  });

  it("the list of feeds has every feed in every format", async () => {
    const listed = new Set(await leadsTo("/feeds/"));
    for (const path of selections.flatMap((selection) => [`${selection}/`, ...files.map(([file]) => selection + file)]))
      expect(listed).toContain(path);
  });

  it("the sitemap has every entry and the page of every selection once", async () => {
    const expected = [...mannersSite.entries.map(({ path }) => path), ...selections.map((path) => `${path}/`), "/feeds/"];
    expect((await leadsTo("/sitemap.xml")).sort()).toEqual(expected.sort());
  });

  it("the front page and robots.txt link to every address, without broken links", async () => {
    const seen = new Set(["/", "/robots.txt"]);
    for (const path of seen) {
      const response = await get(path);
      expect([path, response.status]).toEqual([path, 200]);
      for (const next of await leadsTo(path)) seen.add(next);
    }
    const expected = documents.filter(({ of }) => of === mannersSite).map(({ path }) => path);
    expect(expected.filter((path) => !seen.has(path))).toEqual([]);
  });

  it("/health counts every entry", async () => {
    expect(await (await get("/health")).json()).toMatchObject({ entries: 12, selections: { categories: 2, authors: 2, languages: 2 } });
  });
});

describe("a legacy path of a term", () => {
  // docs/moving.md: the term in any spelling.
  it.each([
    ["Web Dev", "/categories/web-dev"],
    ["R&D", "/categories/r-and-d"],
    ["C", "/categories/c"],
    ["C++", "/categories/c-plus-plus"],
    ["C#", "/categories/c-sharp"],
    [".NET", "/categories/dotnet"],
    ["日本語", "/categories/%E6%97%A5%E6%9C%AC%E8%AA%9E"],
  ])("redirects %s to %s", async (name, path) => {
    const categories = ["Web Dev", "R&D", "C", "C++", "C#", ".NET", "日本語"];
    const { get } = appUnderTest({ entries: [sampleEntry("one", { categories })], site: { ...sampleSite, slugs: { ".NET": "dotnet" } } });
    for (const spelling of [name, name.toLowerCase()]) {
      const term = encodeURIComponent(spelling);
      const answers = [await get(`/tag/${term}/`), await get(`/category/${term}/feed/`), await get(`/feeds/${term}.atom.xml`)];
      const expected = [`${path}/`, `${path}/rss.xml`, `${path}/atom.xml`].map((path) => origin + path);
      expect(answers.map(({ headers }) => headers.get("location"))).toEqual(expected);
    }
  });
});
