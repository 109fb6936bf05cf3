import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDocument } from "../judge.ts";
import { siteUrl, startTestSite, type TestSite } from "./test-site.ts";
import { askAt, sendTo } from "./wire.ts";

// The first articles are scheduled. There are so many that the text of one is next to the Worker.
const text = "word ".repeat(20_000);
const article = (title: string) => `# ${title}\n\n${text}\n\n${title} ends.`;
const years = Array.from({ length: 9 }, (_, index) => 2024 - index);

let site: TestSite;
let paths: string[];
let documents: string;

beforeAll(async () => {
  site = await startTestSite({
    settings: "limit = 2",
    articles: {
      ...Object.fromEntries([2091, 2090, 2089, 2088, 2087].map((year) => [`${year}-01-01-later-${year}.md`, article(`Later ${year}`)])),
      ...Object.fromEntries(years.map((year) => [`${year}-01-01-post-${year}.md`, article(`Post ${year}`)])),
      "2023-06-01-draft.md": `---\ndraft: true\n---\n${article("Drafty")}`,
    },
  });
  documents = join(site.folder, "build/public/_contents");
  paths = readdirSync(documents).map((file) => `/_contents/${file}`);
}, 120_000);
afterAll(() => site.close());

const textOf = (name: string) => readFileSync(join(documents, name), "utf8");
const ask = (method: string, path: string) =>
  sendTo(site.origin, `${method} ${path} HTTP/1.1\r\nhost: news.example\r\nconnection: close\r\n\r\n`);
const get = (path: string) => askAt(site.origin, path);

// This test comes first, because the Worker caches what it has read.
describe("a large site whose static assets fail", () => {
  it("serves the feeds of the whole site, and 503 for documents that need older entries", async () => {
    const name = readdirSync(documents).find((each) => textOf(each).includes('"path":"/articles/post-2018"')) ?? "";
    const file = join(documents, name);
    const whole = readFileSync(file, "utf8");
    for (const broken of ["[]", whole.slice(0, -5)]) {
      writeFileSync(file, broken);
      for (const path of ["/rss.xml", "/atom.xml", "/feed.json", "/robots.txt"])
        expect([path, (await get(path)).status]).toEqual([path, 200]);
      for (const path of ["/", "/archive/3/", "/sitemap.xml", "/articles/post-2024"])
        expect([path, (await get(path)).status]).toEqual([path, 503]);
    }
    writeFileSync(file, whole);
    expect((await get("/archive/3/")).status).toBe(200);
  });

  it("responds with 503 if a text is incomplete, and serves the rest as usual", async () => {
    const name = readdirSync(documents).find((each) => textOf(each).includes("Post 2018 ends")) ?? "";
    const file = join(documents, name);
    const whole = readFileSync(file, "utf8");
    for (const broken of [`${whole.slice(0, -5)}WRONG`, whole.slice(0, 1000), ""]) {
      writeFileSync(file, broken);
      const { body, headers, status } = await get("/articles/post-2018");
      expect([status, headers["cache-control"], headers["etag"]]).toEqual([503, "no-store", undefined]);
      expect(/ends|_contents/.test(body.toString())).toBe(false);
    }
    rmSync(file);
    for (const path of ["/archive/3/rss.xml", "/archive/3/atom.xml", "/archive/3/feed.json"]) expect((await get(path)).status).toBe(503);
    for (const path of ["/rss.xml", "/", "/archive/3/", "/sitemap.xml"]) expect((await get(path)).status).toBe(200);
    writeFileSync(file, whole);
    expect((await get("/archive/3/rss.xml")).body.includes("Post 2018 ends")).toBe(true);
  });
});

describe("a large site", () => {
  it("stores texts next to the Worker, also of scheduled entries, but not of drafts", () => {
    const beside = readdirSync(documents).map(textOf);
    expect(beside.length).toBeGreaterThan(8);
    expect(["Later 2087 ends", "Drafty"].map((part) => beside.join().includes(part))).toEqual([true, false]);
    const code = readdirSync(site.bundle)
      .map((file) => readFileSync(join(site.bundle, file), "utf8"))
      .join();
    expect(["Later 2091 ends", "Later 2087 ends", "Post 2016 ends", "Drafty"].map((part) => code.includes(part))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ["rss", "/archive/1/rss.xml", 2016],
    ["atom", "/archive/4/atom.xml", 2019],
    ["json", "/feed.json", 2024],
  ] as const)("serves %s that obeys every rule, with its texts: %s", async (format, path, year) => {
    const { body, status } = await get(path);
    expect(status).toBe(200);
    expect(body.toString().includes(`Post ${year} ends`)).toBe(true);
    expect(body.toString().includes("Later")).toBe(false);
    expect(checkDocument(format, body.toString(), siteUrl + path, Date.now())).toEqual([]);
  });

  it("serves the page of every entry with its text", async () => {
    for (const year of years)
      expect([year, (await get(`/articles/post-${year}`)).body.includes(`Post ${year} ends`)]).toEqual([year, true]);
  });

  it("never serves a chunk of texts, in any spelling of its path", async () => {
    const spellings = (path: string) => [
      path,
      `${path}?x`,
      `${path}#x`,
      `${path}/`,
      `/${path}`,
      `//${path}`,
      `/.${path}`,
      `/x/..${path}`,
      `/media/..${path}`,
      `/media/%2e%2e${path}`,
      path.replaceAll("/", "//"),
      path.replaceAll("/", "\\"),
      path.replaceAll("/", "%2f"),
      path.replace(/\/(?=[^/]*$)/, "%2F"),
      path.replace("_", "%5f"),
      path.replace("_", "%5F"),
      path.replace("_", "%255f"),
      path.replace("_contents", "%5f%63%6f%6e%74%65%6e%74%73"),
      path.replace("_contents", "_Contents"),
      path.replace("_contents", "_contents/."),
      path.replace("_contents", "_contents/../_contents"),
      path.replace("_contents", "_contents;x"),
      path.replace(".txt", "%2etxt"),
      path.replace(".txt", ""),
      path.replace(".txt", ".html"),
      path.toUpperCase(),
      site.origin + path,
      `http://assets.local${path}`,
    ];
    expect(paths.length).toBeGreaterThan(8);
    for (const spelling of [...spellings(paths[0] ?? ""), ...paths, "/_contents", "/_contents/", "/%5fcontents/"]) {
      for (const method of ["GET", "HEAD", "POST"]) {
        const received = await ask(method, spelling);
        expect([spelling, received.slice(0, 60)]).toEqual([spelling, expect.stringMatching(/^HTTP\/1\.1 (?:307|400|404|405) /)]);
        expect([spelling, /ends|word word|"path"/.test(received)]).toEqual([spelling, false]);
        // The assets redirect another spelling of an existing path to that path, which the Worker serves.
        const location = /^location: (.*)\r$/im.exec(received)?.[1];
        if (location !== undefined) expect(await ask("GET", location)).toMatch(/^HTTP\/1\.1 404 /);
      }
    }
  });
});
