import { describe, expect, it } from "vitest";
import { SlowHosts } from "../../../src/network/slow-hosts.ts";

const url = "https://news.example/feed.xml?a=b#c";

describe("SlowHosts", () => {
  it.each([
    [{ url }, 5000, undefined, "GET /feed.xml?a=b took 5.0 s"],
    [{ url, method: "HEAD" }, 8120, undefined, "HEAD /feed.xml?a=b took 8.1 s"],
    [{ url, headers: { "if-none-match": '"a"' } }, 6000, undefined, 'GET /feed.xml?a=b with if-none-match: "a" took 6.0 s'],
    [{ url }, 20_000, { reason: "no answer within 20 s", isTimeout: true }, "GET /feed.xml?a=b got no answer within 20 s"],
    [
      { url },
      20_000,
      { reason: "the response was not complete within 20 s", isTimeout: true },
      "GET /feed.xml?a=b got no response that was complete within 20 s",
    ],
    [
      { url },
      9000,
      { reason: "the server closed the connection", isTimeout: false },
      "GET /feed.xml?a=b took 9.0 s (the server closed the connection)",
    ],
    [{ url }, 100, { reason: "no answer within 0.1 s", isTimeout: true }, "GET /feed.xml?a=b got no answer within 0.1 s"],
    [{ url }, 4999, undefined, undefined],
    [{ url }, 100, { reason: "the connection is refused", isTimeout: false }, undefined],
  ])("records %j after %i ms", (request, milliseconds, failure, reason) => {
    const hosts = new SlowHosts();
    hosts.record(request, milliseconds, failure);
    expect(hosts.find("https://www.news.example/other")).toEqual(reason === undefined ? undefined : { host: "news.example", reason });
    expect(hosts.find("https://other.example/")).toBeUndefined();
  });

  it("keeps the first slow request of a host", () => {
    const hosts = new SlowHosts();
    hosts.record({ url: "https://www.news.example/a" }, 6000);
    hosts.record({ url: "https://news.example/b" }, 9000);
    expect(hosts.find(url)?.reason).toBe("GET /a took 6.0 s");
  });
});
