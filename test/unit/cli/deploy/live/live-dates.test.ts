import { describe, expect, it } from "vitest";
import { readLiveDates } from "../../../../../src/cli/deploy/live/live-dates.ts";
import { listen, network, now } from "../../../doctor/feed-server.ts";

const etag = `"${"0a".repeat(16)}"`;
const date = "Wed, 06 Nov 2024 12:00:00 GMT";

/** The dates that are read from a site whose feed has these headers. */
async function datesOf(headers: Readonly<Record<string, string>>, status = 200) {
  const asked: string[] = [];
  const origin = await listen(({ headers: sent, method, url }, response) => {
    asked.push(`${method} ${url} ${sent["accept-encoding"]}`);
    response.writeHead(status, headers).end();
  });
  return { asked, dates: await readLiveDates([`${origin}/rss.xml`], network) };
}

describe("readLiveDates()", () => {
  it("requests the headers of the uncompressed feed", async () => {
    expect(await datesOf({ etag, "last-modified": date })).toEqual({
      asked: ["HEAD /rss.xml identity"],
      dates: { [etag]: Date.parse(date) },
    });
  });

  it("accepts an entity tag that the edge has weakened", async () => {
    expect((await datesOf({ etag: `W/${etag}`, "last-modified": date })).dates).toEqual({ [etag]: Date.parse(date) });
  });

  it.each([
    ["another generator", { etag: '"x"', "last-modified": date }, 200],
    ["a feed without an entity tag", { "last-modified": date }, 200],
    ["a feed without a date", { etag }, 200],
    ["a date in the future", { etag, "last-modified": new Date(now + 60_000).toUTCString() }, 200],
    ["an error", { etag, "last-modified": date }, 503],
    ["a redirect", { etag, "last-modified": date, location: "/feed.xml" }, 301],
  ])("ignores %s", async (_name, headers, status) => {
    expect((await datesOf(headers, status)).dates).toEqual({});
  });

  it("ignores a site that does not respond, and stops after 15 seconds", async () => {
    expect(await readLiveDates(["http://127.0.0.1:1/rss.xml"], network)).toEqual({});
    let time = now;
    const slow = { ...network, now: () => (time += 10_000) };
    const fetched: string[] = [];
    const fetch: typeof network.fetch = async (input) => {
      fetched.push(String(input));
      return new Response(null, { headers: { etag, "last-modified": date } });
    };
    await readLiveDates(
      Array.from({ length: 9 }, (_, index) => `https://example.com/${index}/rss.xml`),
      { ...slow, fetch },
    );
    expect(fetched.length).toBeLessThan(3);
  });
});
