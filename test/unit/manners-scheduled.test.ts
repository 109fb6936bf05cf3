import { describe, expect, it } from "vitest";
import type { AppOptions } from "../app-under-test.ts";
import { appUnderTest } from "../app-under-test.ts";
import { addresses, largeSite, mannersSite } from "../manners-site.ts";
import { sampleEntry, sampleSite } from "../samples.ts";

const noon = Date.UTC(2024, 10, 6, 12);

const secret = sampleEntry("secret", {
  published: noon + 600_000,
  title: "The Secret",
  categories: ["Treasure", "Deep Sea"],
  authors: [{ name: "Zoë" }, { name: "Ada" }],
  language: "fr",
  aliases: ["/secret/alias"],
});

interface Schedule {
  readonly before: AppOptions;
  readonly scheduled: typeof secret;
  /** The addresses that exist from the instant on. */
  readonly appearing: readonly string[];
}

const everyFile = (path: string) => ["/", "/rss.xml", "/atom.xml", "/feed.json"].map((file) => path + file);

const schedules: Readonly<Record<string, Schedule>> = {
  "an entry of a new category, author and language that fills an archive page": {
    before: {
      ...mannersSite,
      redirects: { gone: ["/gone"], moved: { "/to/secret": "/articles/secret#x", "/to/treasure": "/tag/treasure" } },
    },
    scheduled: secret,
    appearing: [
      "/articles/secret",
      "/articles/secret/",
      "/secret/alias",
      "/to/secret",
      "/to/treasure",
      "/tag/Treasure/feed/",
      "/tags/treasure",
      "/feeds/treasure.rss.xml",
      "/author/Zo%C3%AB/atom.xml",
      ...["/categories/treasure", "/authors/zo%C3%AB", "/languages/fr", "/archive/5"].flatMap(everyFile),
    ],
  },
  "the first entry": {
    before: { site: mannersSite.site, entries: [] },
    scheduled: secret,
    appearing: ["/articles/secret", ...["/categories/treasure", "/categories/deep-sea", "/authors/ada"].flatMap(everyFile)],
  },
  "the first entry in a second language": {
    before: { entries: [sampleEntry("one", { published: noon - 1000 })] },
    scheduled: secret,
    appearing: ["/articles/secret", ...["/languages/en", "/languages/fr"].flatMap(everyFile)],
  },
  "an entry that makes the sitemap two files": {
    before: { entries: largeSite.entries.slice(0, 4997) },
    scheduled: { ...secret, categories: [], authors: [sampleSite.author], language: "en" },
    appearing: ["/articles/secret", "/sitemap/1.xml"],
  },
};

const everywhere = [
  ...new Set([...addresses.map(({ path }) => path), "/articles/%73ecret", "/articles", "/archive/", "/categories/treasure"]),
];
const requests: readonly Record<string, string>[] = [{}, { "accept-encoding": "gzip" }, { "if-none-match": "*" }];

/** The parts of a response, without its lifetime, which ends with the schedule in any case. */
async function told(response: Response) {
  const { "cache-control": lifetime, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, bytes: Buffer.from(await response.arrayBuffer()).toString("latin1") };
}

describe.each(Object.entries(schedules))("%s, before its instant,", (_name, { appearing, before, scheduled }) => {
  const entries = [scheduled, ...(before.entries ?? [])];
  const paths = [...everywhere, ...appearing];

  it("changes no response of the site", async () => {
    const [without, withIt] = [appUnderTest(before), appUnderTest({ ...before, entries })];
    for (const now of [noon, scheduled.published - 1]) {
      without.time.now = now;
      withIt.time.now = now;
      for (const path of paths) {
        for (const headers of requests)
          expect({ path, ...(await told(await withIt.get(path, headers))) }).toEqual({
            path,
            ...(await told(await without.get(path, headers))),
          });
      }
    }
    expect(withIt.logged).toEqual([]);
  });

  it("appears with no word in any response", async () => {
    const { get } = appUnderTest({ ...before, entries });
    for (const path of everywhere) {
      const response = await get(path);
      expect(`${JSON.stringify([...response.headers])}${await response.text()}`).not.toMatch(/secret|treasure|zo(?:ë|%C3%AB)|fran[çc]ais/i);
    }
  });

  it("has no address", async () => {
    const { get, time } = appUnderTest({ ...before, entries });
    const statuses = async () => Promise.all(appearing.map(async (path) => (await get(path)).status));
    expect(new Set(await statuses())).toEqual(new Set([404]));
    time.now = scheduled.published;
    expect((await statuses()).filter((status) => status !== 200 && status !== 301)).toEqual([]);
  });

  it("changes every document that shows it at its instant, and their validators", async () => {
    const { get, time } = appUnderTest({ ...before, entries });
    const changing = ["/", "/rss.xml", "/atom.xml", "/feed.json", "/feeds/", "/opml.xml", "/sitemap.xml"];
    const validators = async () =>
      Promise.all(
        changing.map(async (path) => {
          const { headers } = await get(path);
          return { path, tag: headers.get("etag"), date: headers.get("last-modified") };
        }),
      );
    const earlier = await validators();
    time.now = scheduled.published;
    for (const [index, { date, tag }] of (await validators()).entries()) {
      expect(tag).not.toBe(earlier[index]?.tag);
      expect(Date.parse(date ?? "")).toBeGreaterThan(Date.parse(earlier[index]?.date ?? ""));
    }
  });
});

describe("an entry, before its instant,", () => {
  it("limits the lifetime of every cacheable response", async () => {
    const { get, time } = appUnderTest({ ...mannersSite, entries: [secret, ...mannersSite.entries] });
    time.now = secret.published - 100_500;
    for (const { kept, method, of, path } of addresses) {
      if (kept !== "until it changes" || of !== mannersSite) continue;
      const lifetime = (await get(path, {}, method)).headers.get("cache-control");
      expect([path, lifetime]).toEqual([path, "public, max-age=100, stale-while-revalidate=0, stale-if-error=604800"]);
    }
  });
});
