import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { deployAndPing } from "../../../../src/cli/deploy/deploy-and-ping.ts";
import { answering, type HubAnswer, startTestHub, topicsOf } from "../../../test-hub.ts";

/** The responses of a site by path: the ETag of a feed, or a status. */
type Paths = Readonly<Record<string, string | number>>;

const paths = ["/rss.xml", "/atom.xml", "/feed.json"];
const all = (answer: string | number): Paths => Object.fromEntries(paths.map((path) => [path, answer]));

/** A site on this machine, of which a deployment makes another one. */
async function deploying(before: Paths, after: Paths, answer?: HubAnswer) {
  const hub = await startTestHub(answer);
  let served = before;
  const requests: string[] = [];
  const server = createServer(({ headers, method, url = "" }, response) => {
    requests.push(`${method} ${url} ${headers["cache-control"]} ${headers["accept-encoding"]}`);
    const found = served[url];
    if (url === "/health" && typeof found === "string") response.writeHead(200).end(JSON.stringify({ version: { id: found } }));
    else if (typeof found === "string") response.writeHead(200, found === "" ? {} : { etag: found }).end();
    else response.writeHead(found ?? 404).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(close);
  onTestFinished(() => hub.close());

  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const lines: string[] = [];
  const asked: string[] = [];
  const time = { now: 0 };
  const run = (exitCode = 0, onDeploy = () => {}) =>
    deployAndPing({
      hub: hub.url,
      url,
      feeds: paths.map((path) => url + path),
      fetch: (input, init) => {
        asked.push(String(input).replace(url, ""));
        return fetch(input, init);
      },
      wait: async (milliseconds) => {
        time.now += milliseconds;
      },
      clock: () => time.now,
      print: (...printed) => lines.push(...printed.map((line) => String(line).replaceAll(hub.url, "HUB").replaceAll(url, "SITE"))),
      deploy: async () => {
        served = after;
        onDeploy();
        return exitCode;
      },
    });
  const told = () =>
    topicsOf(hub)
      .map((topic) => topic.replace(url, ""))
      .sort();
  return { asked, close, lines, requests, run, told };
}

describe("deployAndPing()", () => {
  it("pings the hub for each feed whose ETag has changed", async () => {
    const before = { "/health": "v1", "/rss.xml": '"a"', "/atom.xml": '"b"', "/feed.json": '"c"' };
    const after = { "/health": "v2", "/rss.xml": '"a2"', "/atom.xml": 'W/"b"', "/feed.json": 'W/"c2"' };
    const { lines, run, told } = await deploying(before, after);
    expect(await run()).toBe(0);
    expect(told()).toEqual(["/feed.json", "/rss.xml"]);
    expect(lines).toEqual(["Pinged HUB for 2 feeds"]);
  });

  it("pings the hub for a new feed, but not for a removed one", async () => {
    const before = { "/health": "v1", "/rss.xml": 404, "/atom.xml": '"b"', "/feed.json": '"c"' };
    const after = { "/health": "v2", "/rss.xml": '"a"', "/atom.xml": 404, "/feed.json": 410 };
    const { lines, run, told } = await deploying(before, after);
    expect(await run()).toBe(0);
    expect(told()).toEqual(["/rss.xml"]);
    expect(lines).toEqual(["Pinged HUB for 1 feed"]);
  });

  it("sends no ping if no feed has changed", async () => {
    const { lines, run, told } = await deploying({ "/health": "v1", ...all('"a"') }, { "/health": "v2", ...all('W/"a"') });
    expect(await run()).toBe(0);
    expect(told()).toEqual([]);
    expect(lines).toEqual(["No feed has changed: HUB gets no ping"]);
  });

  it("pings the hub for a feed that may have changed", async () => {
    const { run, told } = await deploying({ "/health": "v1", ...all('"a"'), "/rss.xml": 503 }, { "/health": "v2", ...all('"a"') });
    expect(await run()).toBe(0);
    expect(told()).toEqual(["/rss.xml"]);
    const bare = await deploying({ "/health": "v1", ...all("") }, { "/health": "v2", ...all("") });
    expect(await bare.run()).toBe(0);
    expect(bare.told()).toHaveLength(3);
  });

  it("pings the hub for every feed after the first deployment", async () => {
    const { lines, run, told } = await deploying({}, { "/health": "v1", ...all('"a"') });
    expect(await run()).toBe(0);
    expect(told()).toHaveLength(3);
    expect(lines).toEqual(["Pinged HUB for 3 feeds"]);
  });

  it("sends HEAD requests, to the site only", async () => {
    const { requests, run } = await deploying({ "/health": "v1", ...all('"a"') }, { "/health": "v2", ...all('"a"') });
    await run();
    const heads = paths.map((path) => `HEAD ${path} no-cache identity`);
    expect(requests.filter((request) => !request.startsWith("GET /health no-cache")).sort()).toEqual([...heads, ...heads].sort());
  });

  it("returns the exit code of a failed deployment, and sends no ping", async () => {
    const { lines, requests, run, told } = await deploying({ "/health": "v1", ...all('"a"') }, { "/health": "v2", ...all('"b"') });
    expect(await run(7)).toBe(7);
    expect(told()).toEqual([]);
    expect(lines).toEqual([]);
    expect(requests).toHaveLength(4);
  });

  it("reports that the site cannot be reached, and sends it no more requests", async () => {
    const { asked, close, lines, run, told } = await deploying({}, {});
    close();
    expect(await run()).toBe(0);
    expect(lines).toEqual([
      expect.stringMatching(/^Cannot reach SITE to see which feeds have changed: the connection is refused\. The hub gets no ping$/),
    ]);
    expect(new Set(asked)).toEqual(new Set(["/health"]));
    expect(told()).toEqual([]);
  });

  it("reports that the site can no longer be reached", async () => {
    const { close, lines, run, told } = await deploying({ "/health": "v1", ...all('"a"') }, {});
    expect(await run(0, close)).toBe(0);
    expect(lines).toEqual([expect.stringContaining("Cannot reach SITE")]);
    expect(told()).toEqual([]);
  });

  it("names the feeds that it cannot read", async () => {
    const after = { "/health": "v2", "/rss.xml": 403, "/atom.xml": 503, "/feed.json": '"b"' };
    const { lines, run, told } = await deploying({ "/health": "v1", ...all('"a"') }, after);
    expect(await run()).toBe(0);
    expect(told()).toEqual(["/feed.json"]);
    expect(lines).toEqual(["Cannot see whether SITE/rss.xml has changed: 403 (and 1 more)", "Pinged HUB for 1 feed"]);
  });

  it("does not treat an unreadable feed as unchanged", async () => {
    const { lines, run, told } = await deploying({ "/health": "v1", ...all('"a"') }, { "/health": "v2", ...all(403) });
    expect(await run()).toBe(0);
    expect(told()).toEqual([]);
    expect(lines).toEqual(["Cannot see whether SITE/rss.xml has changed: 403 (and 2 more)"]);
  });

  it("compares the feeds even if the new version is not visible yet", async () => {
    const { lines, run, told } = await deploying({ "/health": "v1", ...all('"a"') }, { "/health": "v1", ...all('"b"') });
    expect(await run()).toBe(0);
    expect(told()).toHaveLength(3);
    expect(lines).toEqual([
      "Cannot see the new version at SITE/health yet: the hub gets no ping for later changes",
      "Pinged HUB for 3 feeds",
    ]);
  });

  it("reports in one line that the hub is down, and keeps the exit code", async () => {
    const { lines, run } = await deploying({ "/health": "v1", ...all('"a"') }, { "/health": "v2", ...all('"b"') }, answering(503));
    expect(await run()).toBe(0);
    expect(lines).toEqual(["Cannot ping the hub for SITE/rss.xml and 2 more: 503 after 4 attempts"]);
  });

  it("retries a hub that is briefly busy", async () => {
    const answer: HubAnswer = (response, count) => response.writeHead(count <= 2 ? 503 : 204).end();
    const { lines, run, told } = await deploying({ "/health": "v1", ...all('"a"') }, { "/health": "v2", ...all('"b"') }, answer);
    expect(await run()).toBe(0);
    expect(told()).toHaveLength(5);
    expect(lines).toEqual(["Pinged HUB for 3 feeds"]);
  });
});
