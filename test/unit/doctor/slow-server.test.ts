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
    expect(requests).toBe(3);
    expect(slow(findings)).toMatchObject({
      message: expect.stringContaining('slow: GET /feed.xml with if-none-match: "a" took 8.0 s;'),
      evidence: expect.stringMatching(/: HEAD, compression/),
    });
  });

  it("that has a broken feed", async () => {
    const { findings, requests } = await examine([8], rss.slice(0, -50));
    expect(requests).toBe(1);
    expect(findings.map(({ check }) => check)).toEqual(["well-formed", "response time"]);
  });

  it("that has a page", async () => {
    const { findings, requests } = await examine([8], "<!doctype html><title>News</title>", "https://news.example/");
    expect(requests).toBe(1);
    expect(findings.map(({ message }) => message).join()).toMatch(
      /addresses were not tried, because the server is slow: GET \/ took 8\.0 s/,
    );
  });

  /** Examines a feed whose server does not answer some requests, or hangs up after some time. */
  async function examineHanging(
    isHanging: (url: string, init: RequestInit) => boolean,
    body = rss,
    error = "TimeoutError",
    given = network,
  ) {
    let [time, hanging] = [network.now(), 0];
    const fake: typeof fetch = async (input, init = {}) => {
      if (isHanging(String(input), init)) {
        hanging++;
        time += 20_000;
        throw Object.assign(new DOMException("The operation timed out", error), error === "TimeoutError" ? {} : { cause: { code: error } });
      }
      return new Response(body, { headers: { "content-type": "application/rss+xml", etag: '"a"', "last-modified": modified } });
    };
    const { feeds } = await examineSite("https://news.example/feed.xml", { ...given, fetch: fake, now: () => time });
    return { hanging, findings: feeds.flatMap((feed) => feed.findings) };
  }

  const modified = "Wed, 06 Nov 2024 12:00:00 GMT";
  const header = (name: string) => (_url: string, init: RequestInit) => new Headers(init.headers).has(name);

  const isHead = (_url: string, { method }: RequestInit) => method === "HEAD";

  it.each([
    ["HEAD", isHead, "HEAD", /^It gets no complete response: no answer within 2 s$/],
    ["If-None-Match", header("if-none-match"), "If-None-Match", /^It gets no complete response: no answer within 2 s; readers send/],
    ["If-Modified-Since", header("if-modified-since"), "If-Modified-Since", /^It gets no complete response: no answer within 2 s/],
    ["a query", (url: string) => url.includes("?"), "query", /^A request with an unknown parameter gets no complete response/],
    ["robots.txt", (url: string) => url.endsWith("robots.txt"), "robots.txt", /^It gets no complete response: no answer within 2 s; some/],
  ])("but does not call a server slow that does not answer %s", async (_name, isHanging, check, message) => {
    const { findings } = await examineHanging(isHanging);
    expect(slow(findings)).toBeUndefined();
    expect(findings.find((finding) => finding.check === check)?.message).toMatch(message);
    const made = ["compression", "two fetches", "freshness"];
    expect(findings.map((finding) => finding.check)).toEqual(expect.arrayContaining(made));
  });

  it("and gives less time to further requests of a special kind", async () => {
    const patient = { ...network, timeoutMs: 20_000 };
    const { findings } = await examineHanging((url, init) => isHead(url, init) || url.includes("?"), rss, "TimeoutError", patient);
    expect(findings.find(({ check }) => check === "HEAD")?.message).toContain("within 20 s");
    expect(findings.find(({ check }) => check === "query")?.message).toContain("within 5 s");
  });

  it.each([
    ["HEAD", isHead, "HEAD /feed.xml got no answer", /: HEAD, compression/],
    ["If-None-Match", header("if-none-match"), 'with if-none-match: "a" got no', /: If-None-Match, If-Modified-Since, both of them, HEAD/],
    ["robots.txt", (url: string) => url.endsWith("robots.txt"), "GET /robots.txt got", /: robots.txt, two fetches$/],
  ])("that answers nothing after %s", async (_name, isFirst, message, evidence) => {
    let isOver = false;
    const { findings, hanging } = await examineHanging((url, init) => {
      isOver ||= isFirst(url, init);
      return isOver;
    });
    expect(hanging).toBe(2);
    expect(slow(findings)).toMatchObject({
      severity: "warning",
      message: expect.stringContaining(message),
      evidence: expect.stringMatching(evidence),
    });
    expect(findings.filter(({ message: text }) => /no (?:complete response|answer)|Cannot check/.test(text))).toEqual([slow(findings)]);
  });

  it("that hangs up late, without a second attempt", async () => {
    const { findings, hanging } = await examineHanging(isHead, rss, "ECONNRESET");
    expect(hanging).toBe(1);
    expect(slow(findings)).toBeUndefined();
    expect(findings.find(({ check }) => check === "HEAD")?.message).toBe("It gets no complete response: the server closed the connection");
  });

  it("that has two hubs", async () => {
    const hubs = ["a", "b"].map((name) => `<atom:link rel="hub" href="https://hub.example/${name}"/>`).join("");
    const { findings, hanging } = await examineHanging((url) => url.includes("hub."), goodRss("https://news.example/feed.xml", "", hubs));
    expect(hanging).toBe(1);
    expect(findings.filter(({ check }) => check === "hub")).toMatchObject([
      { severity: "warning", message: "It does not answer", evidence: "https://hub.example/a" },
      {
        severity: "note",
        message: expect.stringMatching(/^Cannot check it: .* hub\.example is slow \(GET \/a got no answer within 2 s\)$/),
      },
    ]);
    expect(slow(findings)).toBeUndefined();
  });

  it("that has an archive", async () => {
    const archive = '<atom:link rel="prev-archive" href="https://news.example/feed-1.xml"/>';
    let isOver = false;
    const { findings, hanging } = await examineHanging(
      (url, init) => {
        isOver ||= isHead(url, init);
        return isOver;
      },
      goodRss("https://news.example/feed.xml", "", archive),
    );
    expect(hanging).toBe(2);
    expect(findings.at(-1)).toMatchObject({
      check: "archive",
      severity: "note",
      message: expect.stringContaining("it was not requested, because news.example is slow"),
    });
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
      ["is slow", 6, false, /^Not checked: news\.example is slow \(GET \/a\.xml took 6\.0 s\), so this feed was not requested$/],
      [
        "never answers",
        20,
        true,
        /^Not checked: news\.example is slow \(GET \/a\.xml got no answer within 2 s\), so this feed was not requested$/,
      ],
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

    it("and examines those of a slow page", async () => {
      const { feeds } = await examinePage(links("/a.xml"), (url) => (isPage(url) ? 8 : 0));
      expect(feeds.flat().map(({ check }) => check)).toEqual(expect.arrayContaining(["rules", "If-None-Match", "two fetches"]));
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
      expect(discovery[0]?.message).toMatch(
        /the usual addresses were not tried, because the server is slow: GET \/feed\/ got no answer within 2 s/,
      );
    });
  });

  it("and runs all checks otherwise", async () => {
    const { findings } = await examine([1], rss);
    expect(slow(findings)).toBeUndefined();
    expect(findings.map(({ check }) => check)).toContain("two fetches");
  });
});
