import { describe, expect, it, onTestFinished, vi } from "vitest";
import { type PingOptions, pingAll } from "../../../src/websub/ping.ts";
import { answering, type HubAnswer, startTestHub, topicsOf } from "../../test-hub.ts";

const topic = "https://news.example/categories/r%26d/rss.xml";

/** Starts a hub. Its pings do not wait, but record the waiting times. */
async function pinging(answer?: HubAnswer) {
  const hub = await startTestHub(answer);
  onTestFinished(() => hub.close());
  const waits: number[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  const ping = (topics: readonly string[] = [topic], options: Partial<PingOptions> = {}, url = hub.url) =>
    pingAll(url, topics, { fetch, wait, attempts: 4, ...options });
  return { hub, ping, waits };
}

const topics = (count: number) => Array.from({ length: count }, (_, index) => `https://news.example/${index}/rss.xml`);

describe("pingAll()", () => {
  it("posts a form with one topic", async () => {
    const { hub, ping } = await pinging();
    expect(await ping()).toEqual([{ topic, ok: true, status: 204, attempts: 1 }]);
    expect(hub.received).toEqual([
      {
        method: "POST",
        path: "/",
        contentType: "application/x-www-form-urlencoded",
        body: "hub.mode=publish&hub.url=https%3A%2F%2Fnews.example%2Fcategories%2Fr%2526d%2Frss.xml",
      },
    ]);
  });

  it.each([200, 202, 299])("treats %i as success", async (status) => {
    const { ping } = await pinging(answering(status));
    expect(await ping()).toEqual([{ topic, ok: true, status, attempts: 1 }]);
  });

  it("pings every topic once, with a concurrency of four, and returns the results in order", async () => {
    const held: (() => void)[] = [];
    const { hub, ping } = await pinging((response, count) => {
      held.push(() => response.writeHead(204).end());
      // Responds only once four requests are waiting, or all remaining ones.
      if (held.length === 4 || count === 10) for (const answer of held.splice(0).reverse()) answer();
    });
    expect((await ping(topics(10))).map((result) => [result.topic, result.ok])).toEqual(topics(10).map((one) => [one, true]));
    expect(topicsOf(hub).sort()).toEqual(topics(10));
    expect(hub.busiest()).toBe(4);
  });

  it("sends nothing without topics", async () => {
    const { hub, ping } = await pinging();
    expect(await ping([])).toEqual([]);
    expect(hub.received).toEqual([]);
  });

  it.each([408, 429, 500, 503, 599])("retries after %i, and waits longer each time", async (status) => {
    const { ping, waits } = await pinging((response, count) => response.writeHead(count < 4 ? status : 204).end());
    expect(await ping()).toEqual([{ topic, ok: true, status: 204, attempts: 4 }]);
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it("stops after the maximum number of attempts", async () => {
    const { hub, ping, waits } = await pinging(answering(500));
    expect(await ping([topic], { attempts: 3 })).toEqual([{ topic, ok: false, status: 500, error: "500", attempts: 3 }]);
    expect(hub.received).toHaveLength(3);
    expect(waits).toHaveLength(2);
  });

  it.each([400, 401, 403, 404, 410, 422])("does not retry after %i", async (status) => {
    const { hub, ping } = await pinging(answering(status));
    expect(await ping()).toEqual([{ topic, ok: false, status, error: String(status), attempts: 1 }]);
    expect(hub.received).toHaveLength(1);
  });

  it.each([
    ["7", 7000],
    ["0", 1000],
    ["86400", 30_000],
    ["99999999999999999999", 30_000],
    ["Wed, 06 Nov 2024 12:00:00 GMT", 1000],
    ["-5", 1000],
    ["1.5", 1000],
  ])("waits as long as Retry-After: %s demands, up to a limit", async (value, expected) => {
    const { ping, waits } = await pinging(answering(503, { "retry-after": value }));
    await ping([topic], { attempts: 2 });
    expect(waits).toEqual([expected]);
  });

  it("retries if the hub closes the connection", async () => {
    const { ping } = await pinging((response, count) => (count === 1 ? response.destroy() : response.writeHead(204).end()));
    expect(await ping()).toEqual([{ topic, ok: true, status: 204, attempts: 2 }]);
  });

  it("retries if the hub does not respond", async () => {
    const { hub, ping } = await pinging(() => {});
    const results = await ping([topic], { attempts: 2, timeout: 50 });
    expect(results).toEqual([{ topic, ok: false, error: "no answer within 0.05 s", attempts: 2 }]);
    expect(hub.received).toHaveLength(2);
  });

  it("waits at most ten seconds for a response", async () => {
    const timeout = vi.spyOn(AbortSignal, "timeout");
    onTestFinished(() => timeout.mockRestore());
    const { ping } = await pinging();
    await ping();
    expect(timeout.mock.calls).toEqual([[10_000]]);
  });

  it("reports why a hub cannot be reached", async () => {
    const { hub, ping } = await pinging();
    await hub.close();
    const [result] = await ping();
    expect(result).toEqual({ topic, ok: false, error: "the connection is refused", attempts: 4 });
  });

  it.each(["nonsense", "mailto:hub@example.com"])("never throws, not even for the hub %s", async (url) => {
    const { ping } = await pinging();
    expect(await ping([topic], {}, url)).toEqual([{ topic, ok: false, error: expect.any(String), attempts: 4 }]);
  });

  describe("on a redirect", () => {
    it.each([307, 308])("follows %i with the same form", async (status) => {
      const { hub, ping } = await pinging((response, count) =>
        count === 1 ? response.writeHead(status, { location: "/new?a=1" }).end() : response.writeHead(202).end(),
      );
      expect(await ping()).toEqual([{ topic, ok: true, status: 202, attempts: 1 }]);
      const [first, second] = hub.received;
      expect(second).toEqual({ ...first, path: "/new?a=1" });
    });

    it.each([301, 302, 303])("does not treat %i as success: it turns the ping into a GET", async (status) => {
      const { hub, ping } = await pinging((response, count) =>
        count === 1 ? response.writeHead(status, { location: "https://hub.example/" }).end() : response.writeHead(200).end(),
      );
      const error = `${status} redirects to https://hub.example/, which a ping cannot follow; name the hub's own address`;
      expect(await ping()).toEqual([{ topic, ok: false, status, error, attempts: 1 }]);
      expect(hub.received).toHaveLength(1);
    });

    it("follows a limited number of redirects", async () => {
      const { hub, ping } = await pinging(answering(307, { location: "/again" }));
      expect(await ping()).toMatchObject([{ ok: false, status: 307, attempts: 1 }]);
      expect(hub.received).toHaveLength(4);
    });

    it.each([307, 301])("does not follow a %i without a location", async (status) => {
      const { hub, ping } = await pinging(answering(status));
      expect(await ping()).toEqual([{ topic, ok: false, status, error: String(status), attempts: 1 }]);
      expect(hub.received).toHaveLength(1);
    });

    it("does not follow an invalid URL", async () => {
      const { ping } = await pinging(answering(307, { location: "http://[" }));
      expect(await ping()).toMatchObject([{ ok: false }]);
    });
  });

  describe("when the hub itself is the reason", () => {
    it.each([429, 502, 503, 504])("skips the remaining topics after %i", async (status) => {
      const { hub, ping } = await pinging(answering(status));
      const results = await ping(topics(10), { attempts: 2 });
      expect(results.map(({ attempts }) => attempts)).toEqual([2, 2, 2, 2, 0, 0, 0, 0, 0, 0]);
      expect(results[9]).toEqual({ topic: topics(10)[9], ok: false, status, error: String(status), attempts: 0 });
      expect(hub.received).toHaveLength(8);
    });

    it("skips the remaining topics after a redirect that a ping cannot follow", async () => {
      const { hub, ping } = await pinging(answering(301, { location: "https://hub.example/" }));
      expect((await ping(topics(10))).filter(({ attempts }) => attempts > 0)).toHaveLength(4);
      expect(hub.received).toHaveLength(4);
    });

    it("skips the remaining topics if the hub is unreachable", async () => {
      const { hub, ping, waits } = await pinging();
      await hub.close();
      expect((await ping(topics(10))).filter(({ attempts }) => attempts > 0)).toHaveLength(4);
      expect(waits).toHaveLength(12);
    });

    it.each([404, 500])("still pings the others after %i for one", async (status) => {
      const { ping } = await pinging((response, _, body) => response.writeHead(body.includes("%2F0%2F") ? status : 204).end());
      expect((await ping(topics(10), { attempts: 2 })).map(({ ok }) => ok)).toEqual([false, ...Array(9).fill(true)]);
    });
  });
});
