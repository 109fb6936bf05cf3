import { describe, expect, it } from "vitest";
import { examineSite } from "../../../src/doctor/examine-site.ts";
import { goodRss, network } from "./feed-server.ts";

/** Examines a site whose responses take a number of seconds each, the first ones and then the others. */
async function examine(seconds: readonly number[], body: string, url = "https://news.example/feed.xml") {
  let [time, requests] = [network.now(), 0];
  const fake: typeof fetch = async () => {
    time += 1000 * (seconds[requests] ?? seconds.at(-1) ?? 0);
    requests++;
    return new Response(body, { headers: { "content-type": "application/rss+xml", etag: '"a"' } });
  };
  const { feeds, findings } = await examineSite(url, { ...network, fetch: fake, now: () => time });
  return { requests, findings: [...findings, ...feeds.flatMap((feed) => feed.findings)] };
}

describe("examineSite() waits once for a slow server", () => {
  const rss = goodRss("https://news.example/feed.xml");
  const slow = (findings: readonly { readonly check: string }[]) => findings.find(({ check }) => check === "response time");

  it("that has a feed", async () => {
    const { findings, requests } = await examine([8], rss);
    expect(requests).toBe(1);
    expect(slow(findings)).toMatchObject({
      severity: "warning",
      message: expect.stringContaining("8.0 s"),
      evidence: expect.stringMatching(/agents, If-None-Match.*HEAD, compression, query, robots.txt, two fetches$/),
    });
    expect(findings.map(({ check }) => check)).toEqual(expect.arrayContaining(["reachable", "rules", "ids", "freshness"]));
  });

  it("and notes one that is not quick", async () => {
    const { findings } = await examine([4], rss);
    expect(slow(findings)).toMatchObject({ severity: "note", message: "The server is not quick: a response took 4.0 s" });
    expect(slow(findings)).not.toHaveProperty("evidence");
    expect(slow((await examine([1.9], rss)).findings)).toBeUndefined();
  });

  it("that becomes slow", async () => {
    const { findings, requests } = await examine([0, 0, 8], rss);
    expect(requests).toBe(4); // one more, to see whether only that request is slow
    expect(slow(findings)).toMatchObject({ evidence: expect.stringMatching(/: HEAD, compression/) });
  });

  it("that has a broken feed", async () => {
    const { findings, requests } = await examine([8], rss.slice(0, -50));
    expect(requests).toBe(1);
    expect(findings.map(({ check }) => check)).toEqual(["well-formed", "response time"]);
  });

  it("that has a page", async () => {
    const { findings, requests } = await examine([8], "<!doctype html><title>News</title>", "https://news.example/");
    expect(requests).toBe(1);
    expect(findings.map(({ message }) => message).join()).toMatch(/addresses were not tried, because the server is slow: 8\.0 s/);
  });

  it("but runs all checks if only one kind of request is slow", async () => {
    let time = network.now();
    const fake: typeof fetch = async (_input, init) => {
      if (init?.method === "HEAD") {
        time += 20_000;
        throw new DOMException("The operation timed out", "TimeoutError");
      }
      return new Response(rss, { headers: { "content-type": "application/rss+xml", etag: '"a"' } });
    };
    const { feeds } = await examineSite("https://news.example/feed.xml", { ...network, fetch: fake, now: () => time });
    const findings = feeds.flatMap((feed) => feed.findings);
    expect(slow(findings)).toBeUndefined();
    expect(findings.map(({ check }) => check)).toEqual(expect.arrayContaining(["compression", "query", "two fetches"]));
    expect(findings.find(({ check }) => check === "HEAD")).toMatchObject({
      severity: "warning",
      message: "It gets no complete response: no answer within 2 s",
    });
  });

  it("and only twice for different requests that are slow", async () => {
    let [time, waits] = [network.now(), 0];
    const fake: typeof fetch = async (_input, init) => {
      const { "if-none-match": tag, "user-agent": agent } = { ...init?.headers } as Record<string, string>;
      if (tag !== undefined || agent?.startsWith("Mozilla") || init?.method === "HEAD") {
        time += 8000;
        waits++;
      }
      return new Response(rss, { headers: { "content-type": "application/rss+xml", etag: '"a"' } });
    };
    const { feeds } = await examineSite("https://news.example/feed.xml", { ...network, fetch: fake, now: () => time });
    expect(waits).toBe(3);
    expect(slow(feeds.flatMap((feed) => feed.findings))).toMatchObject({ evidence: expect.stringMatching(/: compression, query/) });
  });

  describe("of several feeds", () => {
    const links = (...urls: readonly string[]) =>
      urls.map((url) => `<link rel="alternate" type="application/rss+xml" href="${url}">`).join("");
    const page = (html: string) => `<!doctype html><title>News</title>${html}`;

    /** Examines a page with feeds; returns the URLs that were requested, and the findings about each feed. */
    async function examinePage(html: string, secondsOf: (url: string) => number, lost: (url: string) => boolean = () => false) {
      let time = network.now();
      const asked: string[] = [];
      const fake: typeof fetch = async (input) => {
        const url = String(input);
        asked.push(url);
        time += 1000 * secondsOf(url);
        if (lost(url)) throw new DOMException("The operation timed out", "TimeoutError");
        if (new URL(url).pathname === "/") return new Response(page(html), { headers: { "content-type": "text/html" } });
        return new Response(rss, { headers: { "content-type": "application/rss+xml", etag: '"a"' } });
      };
      const report = await examineSite("https://news.example/", { ...network, fetch: fake, now: () => time });
      return { asked, discovery: report.findings, feeds: report.feeds.map(({ findings }) => findings) };
    }

    const isPage = (url: string) => new URL(url).pathname === "/";

    it.each([
      ["is slow", 6, false, /^Not checked: news\.example is slow \(a response took 6\.0 s\), so this feed was not requested$/],
      ["never answers", 20, true, /^Not checked: news\.example is slow \(no answer within 2 s\), so this feed was not requested$/],
    ])("that %s", async (_name, seconds, isLost, message) => {
      const html = links("/a.xml", "https://www.news.example/b.xml", "https://other.example/c.xml");
      const isOwn = (url: string) => /news\.example\/[ab]\.xml/.test(url);
      const { asked, feeds } = await examinePage(
        html,
        (url) => (isOwn(url) ? seconds : 0),
        (url) => isLost && isOwn(url),
      );
      expect(asked.filter(isOwn)).toEqual(["https://news.example/a.xml"]);
      expect(feeds[1]).toMatchObject([{ check: "response time", severity: "warning", message: expect.stringMatching(message) }]);
      expect(feeds[2]?.map(({ check }) => check)).toContain("two fetches");
    });

    it("and examines all of them otherwise", async () => {
      const { feeds } = await examinePage(links("/a.xml", "/b.xml"), () => 4);
      expect(feeds.map((findings) => findings.some(({ check }) => check === "rules"))).toEqual([true, true]);
    });

    it("at the usual addresses", async () => {
      const { asked, discovery } = await examinePage(
        "",
        (url) => (isPage(url) ? 0 : 20),
        (url) => !isPage(url),
      );
      expect(asked).toHaveLength(2);
      expect(discovery[0]?.message).toMatch(/the usual addresses were not tried, because the server is slow: 20\.0 s/);
    });
  });

  it("and runs all checks otherwise", async () => {
    const { findings } = await examine([1], rss);
    expect(slow(findings)).toBeUndefined();
    expect(findings.map(({ check }) => check)).toContain("two fetches");
  });
});
