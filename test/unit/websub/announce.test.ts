import { describe, expect, it, onTestFinished } from "vitest";
import type { Entry } from "../../../src/model/entry.ts";
import type { Site } from "../../../src/settings/site-settings.ts";
import { createBundledStore } from "../../../src/store/bundled-store.ts";
import { announceScheduled } from "../../../src/websub/announce.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";
import { answering, type HubAnswer, startTestHub, topicsOf } from "../../test-hub.ts";

const now = Date.UTC(2024, 10, 6, 12);

async function announcing(
  categories: readonly string[],
  { age = 60_000, answer, fields }: { age?: number; answer?: HubAnswer; fields?: Partial<Entry> } = {},
) {
  const hub = await startTestHub(answer);
  onTestFinished(() => hub.close());
  const entries = [sampleEntry("a", { published: now - age, categories, ...fields })];
  const logged: Readonly<Record<string, unknown>>[] = [];
  const announce = (settings: Partial<Site> = { hub: hub.url }, at = now) => {
    const site = { ...sampleSite, ...settings };
    return announceScheduled({
      content: { site, entries },
      store: createBundledStore({ site, entries, development: false }),
      now: at,
      fetch,
      wait: async () => {},
      log: (record) => logged.push(record),
    });
  };
  return { announce, hub, logged };
}

const many = Array.from({ length: 30 }, (_, index) => `c${index + 10}`);

describe("announceScheduled()", () => {
  it("pings the hub, and logs one summary", async () => {
    const { announce, hub, logged } = await announcing([]);
    await announce();
    expect(topicsOf(hub)).toHaveLength(6);
    expect(new Set(topicsOf(hub).slice(0, 3))).toEqual(
      new Set(["https://news.example/rss.xml", "https://news.example/atom.xml", "https://news.example/feed.json"]),
    );
    expect(logged).toEqual([{ level: "info", message: `Pinged ${hub.url} for 6 of 6 feeds`, hub: hub.url, leftOut: [] }]);
  });

  it("covers 15 minutes, in case a tick is missed and the next one is late", async () => {
    for (const [age, count] of [
      [0, 6],
      [14 * 60_000, 6],
      [15 * 60_000, 0],
    ] as const) {
      const { announce, hub, logged } = await announcing([], { age });
      await announce();
      expect(hub.received).toHaveLength(count);
      expect(logged).toHaveLength(count === 0 ? 0 : 1);
    }
  });

  it("sends no ping for an unlisted entry, and pings only the feeds of an unlisted selection", async () => {
    const unlisted = await announcing([], { fields: { unlisted: true } });
    await unlisted.announce();
    expect([...unlisted.hub.received, ...unlisted.logged]).toEqual([]);
    const separate = await announcing(["Links", "Sea"]);
    await separate.announce({ hub: separate.hub.url, selections: { "categories/links": { listed: false } } });
    expect(topicsOf(separate.hub).map((topic) => new URL(topic).pathname.replace(/[^/]*$/, ""))).toEqual(
      Array(3).fill("/categories/links/"),
    );
  });

  it("finds a recent entry of an unlisted selection among the older entries", async () => {
    const { hub } = await announcing([]);
    const site = { ...sampleSite, hub: hub.url, selections: { "categories/links": { listed: false } } };
    const link = sampleEntry("link", { published: now - 60_000, categories: ["Links"] });
    await announceScheduled({
      content: { site, entries: [], older: { chunk: "", published: [], expiring: [], others: [link.published] } },
      store: createBundledStore({ site, entries: [link], development: false }),
      now,
      fetch,
      wait: async () => {},
      log: () => {},
    });
    expect(topicsOf(hub)).toHaveLength(3);
  });

  it("sends nothing without a hub", async () => {
    const { announce, hub, logged } = await announcing([]);
    await announce({});
    expect([...hub.received, ...logged]).toEqual([]);
  });

  it("logs each failure separately", async () => {
    const answer: HubAnswer = (response, _, body) => response.writeHead(body.endsWith("%2Frss.xml") ? 404 : 204).end();
    const { announce, hub, logged } = await announcing([], { answer });
    await announce();
    const failure = (topic: string) => ({
      level: "error",
      message: `Cannot ping the hub for ${topic}: 404`,
      hub: hub.url,
      topic,
      status: 404,
      attempts: 1,
    });
    expect(logged).toEqual([
      failure("https://news.example/rss.xml"),
      failure("https://news.example/authors/the-desk/rss.xml"),
      { level: "info", message: `Pinged ${hub.url} for 4 of 6 feeds`, hub: hub.url, leftOut: [] },
    ]);
  });

  it("pings the remaining topics at the next tick", async () => {
    const { announce, hub } = await announcing(many);
    for (const minutes of [0, 5, 10]) await announce({ hub: hub.url }, now + minutes * 60_000);
    expect(topicsOf(hub)).toHaveLength(72);
    expect(new Set(topicsOf(hub)).size).toBe(72);
  });

  it.each([204, 500])("stays within 50 requests if the hub responds %i, and logs the remaining topics", async (status) => {
    const { announce, hub, logged } = await announcing(many, { answer: answering(status) });
    await announce();
    expect(hub.received.length).toBeLessThanOrEqual(50);
    const tried = new Set(topicsOf(hub));
    expect([...tried].slice(0, 3).every((topic) => topic.lastIndexOf("/") === "https://news.example".length)).toBe(true);
    const { leftOut } = logged.at(-1) as { leftOut: string[] };
    expect(new Set([...tried, ...leftOut])).toHaveLength(96);
    expect(leftOut).toHaveLength(96 - tried.size);
    expect(logged.at(-1)).toMatchObject({ message: `Pinged ${hub.url} for ${status === 204 ? tried.size : 0} of 96 feeds` });
  });
});
