import { afterEach, describe, expect, it, vi } from "vitest";
import { createDevelopmentApp } from "../../src/development-app.ts";
import { developmentOrigin, developmentServer } from "../../src/http/development.ts";
import { sampleContent } from "../samples.ts";

afterEach(() => vi.unstubAllGlobals());

const server = { address: "http://127.0.0.1:8123/" };
const recordings = { "/media/ab/x y.mp3": { type: "audio/mpeg", length: 1, published: 0 } };
const site = { etag: '"1"', problems: [{ text: "a.md:1:1 error m", isError: true }], title: "One" };

/** Stubs the server of npm start; returns the paths and statuses of its responses. */
function serve(): string[] {
  const seen: string[] = [];
  vi.stubGlobal("fetch", async (url: URL, { headers }: { headers: Record<string, string> }) => {
    const [status, body] = responseTo(url.pathname, headers["if-none-match"]);
    seen.push(`${url.pathname} ${status}`);
    return new Response(body, { status, headers: { server: developmentServer, etag: site.etag } });
  });
  return seen;
}

function responseTo(path: string, known: string | undefined): [number, string | null] {
  if (path === "/_problems") return [200, JSON.stringify(site.problems)];
  if (path !== "/") return [200, `body of ${path}`];
  if (known === site.etag) return [304, null];
  return [200, JSON.stringify({ ...sampleContent([]), recordings, title: site.title, origin: developmentOrigin })];
}

const created: string[] = [];
const createApp = (content: object) => {
  created.push((content as { origin: string }).origin);
  const { title } = content as { title: string };
  return {
    fetch: (request: Request) =>
      request.url.endsWith(".xml")
        ? new Response(title, { headers: { etag: '"x"', "content-type": "application/rss+xml", "access-control-allow-origin": "*" } })
        : new Response(`<body>${title}</body>`, {
            headers: { etag: '"x"', "content-type": "text/html", "content-security-policy": "style-src a" },
          }),
  };
};

describe("createDevelopmentApp()", () => {
  it("requests the content once per version and origin", async () => {
    const [seen, develop] = [serve(), createDevelopmentApp()];
    created.length = 0;
    const textOf = async (url: string) => (await develop(new Request(url), server, createApp))?.text();
    expect(await textOf("http://localhost:1/rss.xml")).toBe("One");
    expect(await textOf("http://localhost:1/rss.xml")).toBe("One");
    expect(await textOf("http://127.0.0.1:1/rss.xml")).toBe("One");
    Object.assign(site, { etag: '"2"', title: "Two" });
    expect(await textOf("http://127.0.0.1:1/rss.xml")).toBe("Two");
    Object.assign(site, { etag: '"1"', title: "One" });
    expect(seen).toEqual(["/ 200", "/ 304", "/ 304", "/ 200"]);
    expect(created).toEqual(["http://localhost:1", "http://127.0.0.1:1", "http://127.0.0.1:1"]);
  });

  it("adds the notice to pages only, which no cache keeps", async () => {
    serve();
    const develop = createDevelopmentApp();
    const feed = await develop(new Request("http://localhost/rss.xml"), server, createApp);
    expect([await feed?.text(), feed?.headers.get("etag")]).toEqual(["One", '"x"']);
    const page = await develop(new Request("http://localhost/"), server, createApp);
    expect(await page?.text()).toMatch(/<li>a\.md:1:1 error m<\/li>.*data-version="1"/s);
    expect([page?.headers.get("etag"), page?.headers.get("cache-control")]).toEqual([null, "no-store"]);
    expect(page?.headers.get("content-security-policy")).toMatch(/^script-src 'nonce-[\w-]+'; connect-src 'self'; style-src 'nonce-/);
  });

  it("lets the app respond to requests for recordings, which have ranges", async () => {
    serve();
    const response = await createDevelopmentApp()(new Request("http://localhost/media/ab/x%20y.mp3"), server, createApp);
    expect(await response?.text()).toContain(site.title);
  });

  it("sandboxes the files of articles like a deployment, without the notice", async () => {
    serve();
    const develop = createDevelopmentApp();
    for (const path of ["/media/ab/x.svg", "/media/ab/x.html", "/media/ab/x%20y.mp3"]) {
      const response = await develop(new Request(`http://localhost${path}`), server, createApp);
      expect([path, await response?.text()]).toEqual([path, expect.not.stringContaining("problems")]);
      if (path.endsWith("mp3")) continue; // the app adds its headers
      const headers = ["content-security-policy", "x-content-type-options", "access-control-allow-origin", "cross-origin-resource-policy"];
      expect(headers.map((name) => response?.headers.get(name))).toEqual([
        ...[expect.stringMatching(/^default-src 'none';.*; sandbox$/), "nosniff", null, "same-origin"],
      ]);
    }
  });

  it.each(["/media/ab/x.png", "/media/ab/y.mp3", "/_versions"])("passes on %s", async (path) => {
    serve();
    const response = await createDevelopmentApp()(new Request(`http://localhost${path}`), server, createApp);
    expect(await response?.text()).toBe(`body of ${path}`);
  });

  it.each([
    ["localhost", 200],
    ["drafts.localhost", 200],
    ["LOCALHOST.", 200],
    ["127.0.0.1", 200],
    ["[::1]", 200],
    ["192.168.1.7", 200],
    ["feeds.example", 200],
    ["evil.example", 421],
    ["localhost.evil.example", 421],
    ["127.0.0.1.evil.example", 421],
    ["notlocalhost", 421],
  ])("responds to %s with %i", async (host, status) => {
    serve();
    const develop = createDevelopmentApp();
    const hosts = { ...server, hosts: "feeds.example" };
    for (const path of ["/rss.xml", "/", "/_versions", "/media/ab/x.png"])
      expect((await develop(new Request(`http://${host}:8787${path}`), hosts, createApp))?.status).toBe(status);
  });

  it("forbids other origins to read a response", async () => {
    serve();
    const response = await createDevelopmentApp()(new Request("http://localhost/rss.xml"), server, createApp);
    const names = ["access-control-allow-origin", "cross-origin-resource-policy"];
    expect(names.map((name) => response?.headers.get(name))).toEqual([null, "same-origin"]);
  });

  it("does nothing without the server of npm start", async () => {
    vi.stubGlobal("fetch", async () => new Response("{}"));
    const develop = createDevelopmentApp();
    for (const path of ["/", "/_versions", "/media/a"])
      expect(await develop(new Request(`http://localhost${path}`), server, createApp)).toBeUndefined();
  });
});
