import { describe, expect, it } from "vitest";
import { readLiveVersion, waitForNewVersion } from "../../../../../src/cli/deploy/live/live-version.ts";

const url = "https://news.example";
const health = (id: string) => () => Response.json({ status: "ok", version: { id } });
const down = () => {
  throw new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") });
};

/** Creates a site that gives these responses and then repeats the last one. Only waiting moves its clock. */
function siteThat(...answers: readonly (() => Response)[]) {
  const time = { now: 5_000_000 };
  const asked: { url: string; cacheControl: string | null }[] = [];
  const options = {
    fetch: async (input: string | URL | Request, init?: RequestInit) => {
      asked.push({ url: String(input), cacheControl: new Headers(init?.headers).get("cache-control") });
      return (answers[asked.length - 1] ?? answers.at(-1) ?? down)();
    },
    wait: async (milliseconds: number) => {
      time.now += milliseconds;
    },
    clock: () => time.now,
  };
  return { asked, options, time };
}

describe("readLiveVersion()", () => {
  it("bypasses caches", async () => {
    const { asked, options } = siteThat(health("v1"));
    expect(await readLiveVersion(url, options.fetch)).toEqual({ id: "v1" });
    expect(asked).toEqual([{ url: "https://news.example/health", cacheControl: "no-cache" }]);
  });

  it.each([
    ["no such page", () => new Response('{"version":{"id":"v1"}}', { status: 404 })],
    ["a page of another kind", () => new Response("<p>Hello")],
    ["other JSON", () => Response.json(null)],
    ["no id", () => Response.json({ version: {} })],
    ["an empty id", () => Response.json({ version: { id: "" } })],
    ["an id that is none", () => Response.json({ version: { id: 7 } })],
  ])("returns no version for %s", async (_, answer) => {
    expect(await readLiveVersion(url, siteThat(answer).options.fetch)).toEqual({});
  });

  it("reports why the site cannot be reached", async () => {
    expect(await readLiveVersion(url, siteThat(down).options.fetch)).toEqual({ error: "connect ECONNREFUSED" });
  });
});

describe("waitForNewVersion()", () => {
  it("waits until a new version responds three times in a row", async () => {
    const { asked, options, time } = siteThat(...["v1", "v1", "v2", "v1", "v2", "v2", "v2", "v3"].map(health));
    expect(await waitForNewVersion(url, { id: "v1" }, options)).toEqual({ id: "v2", isNew: true });
    expect(asked).toHaveLength(7);
    expect(time.now).toBe(5_006_000);
  });

  it("accepts the first version of a new site", async () => {
    const { options } = siteThat(down, () => new Response(null, { status: 404 }), health("v1"));
    expect(await waitForNewVersion(url, { error: "no such host" }, options)).toEqual({ id: "v1", isNew: true });
  });

  it("stops waiting after half a minute", async () => {
    const { options, time } = siteThat(health("v1"));
    expect(await waitForNewVersion(url, { id: "v1" }, options)).toEqual({ id: "v1", isNew: false });
    expect(time.now).toBe(5_030_000);
  });

  it("reports why the site cannot be reached", async () => {
    const { options, time } = siteThat(health("v1"), down);
    expect(await waitForNewVersion(url, { id: "v1" }, options)).toEqual({ error: "connect ECONNREFUSED", isNew: false });
    expect(time.now).toBe(5_030_000);
  });
});
