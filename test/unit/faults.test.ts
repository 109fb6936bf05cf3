import { describe, expect, it, vi } from "vitest";
import { createBundledStore } from "../../src/store/bundled-store.ts";
import type { EntryStore } from "../../src/store/entry-store.ts";
import { appUnderTest } from "../app-under-test.ts";
import { documents, feedDocuments, largeSite, mannersSite } from "../manners-site.ts";

const { entries, site } = mannersSite;
const working = () => createBundledStore({ entries, development: false, site });
const paths = documents.filter(({ of }) => of !== largeSite).map(({ path }) => path);
const feeds = feedDocuments.map(({ path }) => path);
const secret = "connection to db-7.internal refused";
const down = async () => Promise.reject(new Error(secret));

/** Expects a response that is safe for readers and caches, and reveals nothing to attackers. */
async function expectUnavailable(response: Response): Promise<void> {
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("60");
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  for (const name of ["etag", "last-modified", "link"]) expect(response.headers.get(name)).toBeNull();
  expect(await response.text()).not.toMatch(/db-7|TypeError|<rss|<feed|"items"/);
}

type Content = (content: string, count: number) => unknown;

/** A store that transforms its contents; the first content of a request has number 1. */
function spoiling(content: Content): EntryStore {
  const store = working();
  let count = 0;
  const contents: EntryStore["contents"] = async (entries) => {
    const found = await store.contents(entries);
    return (await Promise.all(found.map(async (text) => content(text, ++count)))) as string[];
  };
  return { ...store, contents };
}

type Load = EntryStore["snapshot"];

const withSnapshot = (load: (snapshot: Load) => Load): EntryStore => {
  const store = working();
  return { ...store, snapshot: load(store.snapshot) };
};

const broken: Readonly<Record<string, () => EntryStore>> = {
  "that is down": () => ({ snapshot: down, contents: down }),
  "that throws at once": () =>
    withSnapshot(() => () => {
      throw new Error(secret);
    }),
};

describe.each(Object.entries(broken))("a store %s", (_kind, store) => {
  it("causes a 503 at every address, and never an empty feed", async () => {
    const { get, logged } = appUnderTest({ ...mannersSite, store: store() });
    for (const path of [...paths, "/nope", "/moved", "/health"]) await expectUnavailable(await get(path));
    expect(logged).toHaveLength(paths.length + 3);
    for (const record of logged) expect(record).toMatchObject({ level: "error", method: "GET" });
  });
});

const spoiled: Readonly<Record<string, Content>> = {
  "fails at the first entry": down,
  "fails half-way": (content, count) => (count === 3 ? down() : content),
  "fails at the last entry": (content, count) => (count === 4 ? down() : content),
};

describe.each(Object.entries(spoiled))("a store whose content %s", (_kind, content) => {
  it.each(["/rss.xml", "/atom.xml", "/feed.json"])("causes a 503 for %s, and never a partial document", async (path) => {
    await expectUnavailable(await appUnderTest({ ...mannersSite, store: spoiling(content) }).get(path));
    await expectUnavailable(await appUnderTest({ ...mannersSite, store: spoiling(content) }).get(path, { "accept-encoding": "gzip" }));
  });
});

describe("a store that fails sometimes", () => {
  it("is not cached: the next response is complete", async () => {
    const expected = appUnderTest(mannersSite);
    for (let failing = 1; failing <= 4; failing++) {
      const { get } = appUnderTest({ ...mannersSite, store: spoiling((content, count) => (count === failing ? down() : content)) });
      for (const path of ["/rss.xml", "/atom.xml", "/feed.json"]) {
        const [first, second] = [await get(path), await get(path)];
        expect([path, second.status, await second.text()]).toEqual([path, 200, await (await expected.get(path)).text()]);
        if (path === "/rss.xml") await expectUnavailable(first);
      }
    }
  });

  it("still serves 304s, which need no content", async () => {
    const { get } = appUnderTest({ ...mannersSite, store: { ...working(), contents: down } });
    for (const path of feeds) {
      const etag = (await appUnderTest(mannersSite).get(path)).headers.get("etag") ?? "";
      expect((await get(path, { "if-none-match": etag })).status).toBe(304);
    }
  });
});

describe("a store that cannot read its older entries", () => {
  it("causes a 503 where they are needed, and serves its feeds", async () => {
    const { get } = appUnderTest({
      ...mannersSite,
      store: withSnapshot((load) => async (now) => ({ ...(await load(now)), complete: down })),
    });
    for (const path of ["/", "/feeds/", "/opml.xml", "/sitemap.xml", "/health", "/nope"]) await expectUnavailable(await get(path));
    for (const path of ["/rss.xml", "/atom.xml", "/feed.json", "/robots.txt"]) expect((await get(path)).status).toBe(200);
  });
});

describe("a slow store", () => {
  it("delays only requests that need it, and serves those completely", async () => {
    const { promise: opened, resolve: open } = Promise.withResolvers<void>();
    const store = working();
    const slow: EntryStore = { ...store, contents: async (entries) => opened.then(() => store.contents(entries)) };
    const { get } = appUnderTest({ ...mannersSite, store: slow });
    const waiting = [get("/rss.xml"), get("/rss.xml"), get("/articles/e1")];
    const answered = vi.fn();
    for (const answer of waiting) void answer.then(answered);
    const etag = (await appUnderTest(mannersSite).get("/rss.xml")).headers.get("etag") ?? "";
    expect((await get("/rss.xml", { "if-none-match": etag })).status).toBe(304);
    expect((await get("/")).status).toBe(200);
    expect(answered).not.toHaveBeenCalled();
    open();
    const [one, other] = await Promise.all(waiting);
    expect(await one?.text()).toBe(await (await appUnderTest(mannersSite).get("/rss.xml")).text());
    expect(other?.status).toBe(200);
  });
});

describe("a document that cannot be rendered", () => {
  const unrenderable = [{ ...entries[0], updated: Number.NaN }, ...entries.slice(1)] as typeof entries;

  it.each(["/rss.xml", "/atom.xml", "/feed.json", "/sitemap.xml"])("causes a 500 for %s that is not cached", async (path) => {
    const { get, logged } = appUnderTest({ ...mannersSite, entries: unrenderable });
    for (const headers of [{}, { "accept-encoding": "gzip" }]) {
      const response = await get(path, headers);
      expect(response.status).toBe(500);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("etag")).toBeNull();
      expect(await response.text()).not.toMatch(/RangeError|Invalid|<rss|<feed|<urlset|"items"/);
    }
    expect(logged).toHaveLength(2);
  });

  it("does not affect other documents", async () => {
    const { get } = appUnderTest({ ...mannersSite, entries: unrenderable });
    for (const path of ["/archive/1/rss.xml", "/categories/%E6%97%A5%E6%9C%AC%E8%AA%9E/feed.json", "/robots.txt"])
      expect((await get(path)).status).toBe(200);
  });
});
