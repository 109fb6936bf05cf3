import { readFileSync } from "node:fs";
import { request as nodeRequest } from "node:http";
import { join } from "node:path";
import { Agent, interceptors, request } from "undici";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkDocument } from "../../src/conformance/check.ts";
import { siteUrl, startTestSite, type TestSite } from "./test-site.ts";

const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const start = Date.now();
const scheduled = [12, 24, 48, 96, 192].map((seconds) => ({ seconds, instant: (Math.floor(start / 1000) + seconds) * 1000 }));

let site: TestSite;

beforeAll(async () => {
  site = await startTestSite({
    settings: 'description = "From the tests"\ncopyright = "© us"\nlanguage = "en"',
    articles: {
      "2024-11-06-plain.txt": "A plain title & more\n\nOne paragraph.\n\nAdvertisement\n\nAnother one.\n",
      "2024-11-07-moon/index.md":
        "---\ntitle: 'Vec<T> & &amp; \"x\" ]]> 🐟'\ntags: [R&D, Space]\nimage: pixel.png\nauthor: {name: Ada, url: https://ada.example/}\nredirect_from: /old/moon\n---\n\n![The *moon*](pixel.png)\n\nSee [the plain one](../2024-11-06-plain.txt).[^1] <script>alert(1)</script>\n\n[^1]: A note.\n",
      "2024-11-07-moon/pixel.png": pixel,
      "2024-11-08-arabic.html": "---\ntitle: مرحبا\nlang: ar\n---\n<p>نص عربي <b>قصير</p>",
      "2024-11-09-draft/index.md": "---\ndraft: true\ntitle: Not yet\n---\n![d](secret.png)",
      "2024-11-09-draft/secret.png": Buffer.concat([pixel, Buffer.from("secret")]),
      "_left-out.md": "# Left out",
      ...Object.fromEntries(
        scheduled.map(({ seconds, instant }) => [
          `later-${seconds}.md`,
          `---\ndate: ${new Date(instant).toISOString()}\n---\n# Later ${seconds}\n\nText.\n`,
        ]),
      ),
    },
  });
}, 120_000);
afterAll(() => site.close());

const get = (path: string, init: RequestInit = {}) => fetch(new URL(path, site.origin), { redirect: "manual", ...init });

/** Returns the raw bytes of a response: `fetch` would decode them. */
function raw(
  path: string,
  method = "GET",
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = nodeRequest(new URL(path, site.origin).href, { method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk) => {
        body += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    outgoing.on("error", reject).end();
  });
}

describe("the deployed bundle", () => {
  it("contains no XML parser, no table of language names, and no function names", () => {
    const code = readFileSync(join(site.bundle, "worker.js"), "utf8");
    expect(code).not.toContain("Unexpected end"); // one of sax's messages
    expect(code).not.toContain("fullTagEmptyElement"); // an option of the package xml-js, which src/feed/xml-js replaces
    expect(code.match(/Intl\.DisplayNames/g)).toHaveLength(1); // created on demand, not at the start of the Worker
    expect(code).not.toMatch(/"name",\{value:/);
    expect(Buffer.byteLength(code)).toBeLessThan(200_000);
  });

  it.each([
    ["rss", "/rss.xml"],
    ["atom", "/atom.xml"],
    ["json", "/feed.json"],
  ] as const)("serves %s that obeys every rule", async (format, path) => {
    const response = await get(path);
    const document = await response.text();
    expect(checkDocument(format, document, siteUrl + path, Date.now())).toEqual([]);
    for (const part of ["plain", "moon", "arabic"]) expect(document).toContain(`${siteUrl}/articles/${part}`);
    expect(document).not.toMatch(/Not yet|secret|Left out|<script|Advertisement|development\.invalid/i);
  });

  it("serves pages", async () => {
    const [home, moon] = await Promise.all(["/", "/articles/moon"].map(async (path) => (await get(path)).text()));
    expect(home).toContain("A plain title &amp; more");
    expect(moon).toContain("Vec&lt;T&gt; &amp; &amp;amp; &quot;x&quot; ]]&gt; 🐟</h1>");
    expect(moon).toContain(`<a href="${siteUrl}/articles/plain">the plain one</a>`);
    expect(moon).toMatch(
      /<img class="u-photo" src="https:\/\/news\.example\/media\/[0-9a-f]{20}\/pixel\.png" alt="The moon" width="1" height="1">/,
    );
  });

  it("serves the pictures of articles as immutable, and no pictures of drafts", async () => {
    const picture = /\/media\/[0-9a-f]+\/pixel\.png/.exec(await (await get("/articles/moon")).text())?.[0] ?? "";
    const response = await get(picture);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/png");
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(Buffer.from(await response.arrayBuffer())).toEqual(pixel);
    expect((await get(picture.replace("pixel", "secret"))).status).toBe(404);
  });

  it.each(["/favicon.ico", "/favicon.svg", "/icon.png"])("serves %s", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^image\//);
    expect(response.headers.get("cache-control")).toBe("public, max-age=86400");
  });

  it.each([
    "/articles/draft",
    "/articles/later-192",
    "/_headers",
    "/content/index.bin",
    "/build/content/index.bin",
    "/articles/..%2f..%2fwrangler.toml",
    "/media/",
    "/_left-out",
  ])("does not serve %s", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toMatch(/Not yet|Later|Left out/);
  });

  it("sends no body with a 304, over the wire", async () => {
    for (const path of ["/rss.xml", "/atom.xml", "/feed.json", "/", "/articles/moon"]) {
      const full = await raw(path);
      const { etag, "last-modified": lastModified } = full.headers as Record<string, string>;
      for (const headers of [{ "if-none-match": `W/${etag}` }, { "if-modified-since": `${lastModified}` }]) {
        const answer = await raw(path, "GET", headers);
        expect([answer.status, answer.body, answer.headers["etag"]]).toEqual([304, "", etag]);
      }
      const head = await raw(path, "HEAD");
      expect([head.status, head.body, head.headers["content-length"]]).toEqual([200, "", String(Buffer.byteLength(full.body))]);
    }
  });

  it("responds with redirects, errors and preflights", async () => {
    expect((await get("/old/moon")).headers.get("location")).toBe(`${siteUrl}/articles/moon`);
    expect((await get("/rss.xml", { method: "POST" })).status).toBe(405);
    expect((await get("/rss.xml", { method: "OPTIONS" })).status).toBe(204);
  });

  it("shows a scheduled entry behind a cache exactly when it is due", async () => {
    const dispatcher = new Agent().compose(interceptors.cache({ type: "shared" }));
    const read = async () => {
      const { body } = await request(new URL("/rss.xml", site.origin).href, { dispatcher });
      return body.text();
    };
    const next = scheduled.find(({ instant }) => instant > Date.now() + 1500);
    if (next === undefined) throw new Error("Cannot test the schedule: the site took minutes to start");
    while (Date.now() < next.instant - 300) {
      expect(await read()).not.toContain(`Later ${next.seconds}`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    await new Promise((resolve) => setTimeout(resolve, next.instant - Date.now() + 50));
    expect(await read()).toContain(`<title>Later ${next.seconds}</title>`);
  });

  it("logs nothing", () => {
    expect(site.logs()).toEqual([]);
  });
});
