import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Agent, interceptors, request } from "undici";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createBundledStore } from "../../src/store/bundled-store.ts";
import type { EntryStore } from "../../src/store/entry-store.ts";
import { appUnderTest } from "../app-under-test.ts";
import { sampleEntry, sampleSite } from "../samples.ts";

// The edge cache does not run on this machine. An independent cache, which also implements RFC 9111, shows how caches interpret our
// headers. The app and the cache read one clock, which the tests set.
const noon = Date.UTC(2024, 10, 6, 12);
const old = sampleEntry("old", { published: noon - 60_000 });
const scheduled = sampleEntry("scheduled", { published: noon + 5_000_000 });

let close = () => {};

async function cached(store: EntryStore) {
  const { app, time } = appUnderTest({ store });
  const answered: { method: string; path: string; status: number }[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const { method = "GET", url = "/" } = incoming;
    const response = await app.request(`https://news.example${url}`, { method, headers: incoming.headers as Record<string, string> });
    answered.push({ method, path: url, status: response.status });
    const date = new Date(time.now).toUTCString();
    outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), date });
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const dispatcher = new Agent({ keepAliveTimeout: 10 }).compose(interceptors.cache({ type: "shared" }));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const { port } = server.address() as AddressInfo;
  const get = async (path: string) => {
    const { statusCode, headers, body } = await request(`http://127.0.0.1:${port}${path}`, { dispatcher });
    return { status: statusCode, headers, body: await body.text() };
  };
  const at = (now: number) => {
    time.now = now;
    vi.setSystemTime(now);
  };
  at(noon);
  return { answered, at, get };
}

/** Waits for the cache's revalidation in the background. */
const settled = (answered: readonly unknown[], count: number) => vi.waitFor(() => expect(answered).toHaveLength(count));

beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterEach(() => {
  vi.useRealTimers();
  close();
});

const store = () => createBundledStore({ entries: [old, scheduled], development: false, site: sampleSite });

const failWith = (store: EntryStore, answer: () => Promise<never>) => {
  vi.spyOn(store, "snapshot").mockImplementation(answer);
};

const faults: Readonly<Record<string, (store: EntryStore) => void>> = {
  "is down": (store) => failWith(store, () => Promise.reject(new Error("down"))),
};

describe.each(["/rss.xml", "/atom.xml", "/feed.json", "/"])("a cache in front of %s", (path) => {
  it("does not run the app while the response is fresh", async () => {
    const { answered, at, get } = await cached(store());
    const first = await get(path);
    at(noon + 3_599_000);
    expect((await get(path)).body).toBe(first.body);
    expect(answered).toEqual([{ method: "GET", path, status: 200 }]);
  });

  it("serves a stale response, and revalidates it with a 304 in the background", async () => {
    const { answered, at, get } = await cached(store());
    const first = await get(path);
    at(noon + 3_700_000);
    expect((await get(path)).body).toBe(first.body);
    await settled(answered, 2);
    expect(answered[1]).toEqual({ method: "GET", path, status: 304 });
    expect((await get(path)).body).toBe(first.body);
    expect(answered).toHaveLength(2);
  });

  it("shows a scheduled entry exactly when it is due", async () => {
    const { answered, at, get } = await cached(store());
    for (const before of [0, 3_700_000, 4_000_000, 4_999_000]) {
      at(noon + before);
      const seen = answered.length;
      expect((await get(path)).body).not.toContain("scheduled");
      if (before === 3_700_000) await settled(answered, seen + 1);
    }
    at(scheduled.published);
    expect((await get(path)).body).toContain("scheduled");
    expect(answered.at(-1)).toEqual({ method: "GET", path, status: 200 });
  });

  it.each(Object.entries(faults))("serves the last good response while the store %s, and a new one afterwards", async (_kind, fail) => {
    const working = store();
    const { answered, at, get } = await cached(working);
    const first = await get(path);
    fail(working);
    at(noon + 8_000_000); // past fresh, past stale-while-revalidate and past the next publication
    for (let poll = 1; poll <= 3; poll++) {
      expect(await get(path)).toMatchObject({ status: 200, body: first.body });
      expect(answered.slice(1)).toEqual(Array(poll).fill({ method: "GET", path, status: 503 }));
    }
    vi.restoreAllMocks();
    expect(await get(path)).toMatchObject({ status: 200, body: expect.stringContaining("scheduled") });
  });

  it("passes the 503 on without storing it if there is no good response", async () => {
    const working = store();
    const { answered, get } = await cached(working);
    vi.spyOn(working, "snapshot").mockRejectedValueOnce(new Error("down"));
    expect(await get(path)).toMatchObject({ status: 503, headers: { "retry-after": "60" } });
    expect((await get(path)).status).toBe(200);
    expect(answered).toHaveLength(2);
  });
});

describe.each(["/rss.xml", "/atom.xml", "/feed.json"])("a cache in front of %s", (path) => {
  it("serves the last good response while the content of an entry cannot be read", async () => {
    const working = store();
    const { answered, at, get } = await cached(working);
    const first = await get(path);
    vi.spyOn(working, "contents").mockImplementation(async (entries) =>
      Promise.all(entries.map(async ({ id }) => (id === scheduled.id ? Promise.reject(new Error("down")) : "<p>Text.</p>"))),
    );
    at(noon + 8_000_000);
    expect(await get(path)).toMatchObject({ status: 200, body: first.body });
    expect(answered.at(-1)).toEqual({ method: "GET", path, status: 503 });
  });
});

describe("a cache in front of a scheduled entry's own page", () => {
  it("drops its 404 when the entry appears", async () => {
    const { at, get } = await cached(store());
    expect((await get("/articles/scheduled")).status).toBe(404);
    at(noon + 4_999_000);
    expect((await get("/articles/scheduled")).status).toBe(404);
    at(scheduled.published);
    expect((await get("/articles/scheduled")).status).toBe(200);
  });
});
