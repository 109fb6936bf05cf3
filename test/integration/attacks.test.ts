import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostileArticles } from "../hostile-site.ts";
import { siteUrl, startTestSite, type TestSite } from "./test-site.ts";
import { askAt, sendTo } from "./wire.ts";

// An attacker's view of the bundle: in workerd, behind a socket.
const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const secret = (name: string) => `Nobody may read the ${name}: 6f1a-secret.`;

let site: TestSite;
beforeAll(async () => {
  site = await startTestSite({
    settings: `limit = 10
hub = 'https://hub.example/>; rel="self", <https://evil.example/'
favicon = "https://cdn.example/ü\\r\\nSet-Cookie: stolen=1"
[vars.SITE.redirects]
"/away" = "https://shop.example/a\\r\\nSet-Cookie: stolen=1"
"/moved" = "/rss.xml?a\\r\\nSet-Cookie: stolen=1"`,
    articles: {
      ...hostileArticles(),
      "2024-11-07-moon.md": "---\nimage: pixel.png\n---\n# The moon\n\n![A pixel](pixel.png)\n",
      "pixel.png": pixel,
      "draft.md": `---\ndate: 2024-11-07\ndraft: true\n---\n# A draft\n\n${secret("draft")}\n\n![x](draft.png)\n`,
      "draft.png": Buffer.concat([pixel, Buffer.from(secret("picture of a draft"))]),
      "later.md": `---\ndate: 2999-01-01\n---\n# Later\n\n${secret("entry of later")}\n`,
      "_left-out.md": secret("file that is left out"),
      ".hidden/notes.txt": secret("hidden folder"),
      "_removed.txt": "/gone # 6f1a-secret\n",
    },
  });
}, 120_000);
afterAll(() => site.close());

const ask = (path: string, headers?: Record<string, string>) => askAt(site.origin, path, headers);
const send = (lines: string) => sendTo(site.origin, lines);
// Chunks of a body (RFC 9112 §7.1) have random lengths.
const whole = (answer: string) => {
  const [head = "", ...rest] = answer.split("\r\n\r\n");
  const [, body = ""] = /transfer-encoding: chunked/i.test(head) ? [head, unchunked(rest.join("\r\n\r\n"))] : [head, rest.join("\r\n\r\n")];
  return `${head}\r\n\r\n${body}`;
};
function unchunked(body: string): string {
  const [, size = "0"] = /^([0-9a-f]+)\r\n/i.exec(body) ?? [];
  const start = size.length + 2;
  const end = start + Number.parseInt(size, 16);
  return end === start ? "" : body.slice(start, end) + unchunked(body.slice(end + 2));
}
const statusesIn = (answer: string) => [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));

// RFC 9112 §3.2: the host of a request. Invalid hosts are refused before the bundle gets the request. (The proxy of wrangler's dev
// server rewrites the scheme of the request's own host in every header, so no host here has that name.)
describe("the bundle, when a request claims another host,", () => {
  const hosts = [
    "Host: intruder.example",
    "Host: intruder.example:8080",
    "Host: a:b@intruder.example",
    "Host: any.example\r\nHost: intruder.example",
    "Host: intruder.example\r\nHost: any.example",
    "Host: any.example, intruder.example",
    "Host: any.example intruder.example",
    'Host: "><script>intruder</script>',
    "Host:",
    "Host: any.example\r\n X-Folded: intruder",
    "Host: any.example\r\nX-Forwarded-Host: intruder.example\r\nX-Forwarded-Proto: http\r\nX-Forwarded-For: intruder",
    'Host: any.example\r\nForwarded: for=intruder;host=intruder.example;proto=http\r\nForwarded: host="intruder.example"',
    "Host: any.example\r\nX-Original-URL: /gone\r\nX-Rewrite-URL: /intruder\r\nX-HTTP-Method-Override: DELETE",
  ];
  const targets = ["/rss.xml", "/", "/articles/moon", "/moved", "/nope"];

  it.each(hosts)("responds to %j as usual, or not at all", async (host) => {
    for (const path of targets) {
      const plain = await send(`GET ${path} HTTP/1.1\r\nHost: any.example\r\nConnection: close\r\n\r\n`);
      for (const target of [path, `http://intruder.example${path}`, `https://a:b@intruder.example:1${path}`]) {
        const answer = await send(`GET ${target} HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`);
        if ((statusesIn(answer)[0] ?? 400) >= 400 && !answer.includes("<!doctype")) expect(answer).not.toContain("intruder");
        else expect(whole(answer)).toBe(whole(plain));
      }
    }
  });

  // RFC 9112 §6.3, §11.2: a request in the body of another one.
  it.each([
    ["two lengths", "Content-Length: 0\r\nContent-Length: 40"],
    ["a length and chunks", "Content-Length: 40\r\nTransfer-Encoding: chunked"],
    ["chunks, and chunks that are none", "Transfer-Encoding: chunked\r\nTransfer-Encoding: x"],
    ["chunks by another name", "Transfer-Encoding: xchunked"],
    ["an invalid length", "Content-Length: +40"],
    ["a length with a space before the colon", "Content-Length : 40"],
  ])("ignores a smuggled request in a body with %s", async (_kind, header) => {
    const inner = "GET /articles/moon?evil HTTP/1.1\r\nHost: x\r\n\r\n";
    const answer = await send(`POST /rss.xml HTTP/1.1\r\nHost: news.example\r\n${header}\r\nConnection: close\r\n\r\n0\r\n\r\n${inner}`);
    expect(statusesIn(answer).length).toBeLessThanOrEqual(1);
    expect(answer).not.toContain("The moon");
    expect((await ask("/rss.xml")).status).toBe(200);
  });
});

describe("the bundle of a site with header injection in its texts", () => {
  it("sends only the intended headers, each once, for every URL of its sitemap", async () => {
    const sitemap = (await ask("/sitemap.xml")).body.toString();
    const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = ""]) => new URL(url.replaceAll("&amp;", "&")).pathname);
    expect(listed.length).toBeGreaterThan(60);
    for (const path of [...listed, "/rss.xml", "/atom.xml", "/feed.json", "/away", "/moved", "/favicon.ico", "/gone"]) {
      const answer = await send(`GET ${path} HTTP/1.1\r\nHost: any.example\r\nConnection: close\r\n\r\n`);
      const [head = ""] = answer.split("\r\n\r\n");
      const [status = "", ...headers] = head.split("\r\n");
      expect(status, path).toMatch(/^HTTP\/1\.1 (?:200 OK|301 Moved Permanently|302 Found|410 Gone)$/);
      const names = headers.map((line) => /^([A-Za-z-]+): [ -~]+$/.exec(line)?.[1]?.toLowerCase());
      expect(names, path).not.toContain(undefined);
      expect(new Set(names).size, path).toBe(names.length);
      expect(names, path).not.toContain("set-cookie");
      const [, location] = /^location: (.*)$/im.exec(head) ?? [];
      if (location !== undefined) expect([siteUrl, "https://shop.example", "https://cdn.example"]).toContain(new URL(location).origin);
      for (const [, href = "", rel] of head.matchAll(/<([^>]*)>; rel="([^"]*)"/g))
        expect(new URL(href).origin, path).toBe(rel === "hub" ? "https://hub.example" : siteUrl);
    }
  });
});

// All files in the folder of a site, and the spellings with which an attacker may request them.
describe("the source files of a site", () => {
  const tricks: Readonly<Record<string, (path: string) => string>> = {
    "by their names": (path) => `/${path}`,
    "with a slash too many": (path) => `//${path}`,
    "from here": (path) => `/./${path}`,
    "from above": (path) => `/../../${path}`,
    "from above, encoded": (path) => `/%2e%2e/%2E%2e/${path}`,
    "from above, by encoded slashes": (path) => `/..%2f..%2F${path}`,
    "from above, by backslashes": (path) => `/..\\..%5c${path}`,
    "from above, encoded twice": (path) => `/%252e%252e/${path}`,
    "from above the pictures": (path) => `/media/../${path}`,
    "from above the pictures, by an encoded slash": (path) => `/media/..%2f${path}`,
    "with their first letter encoded": (path) => `/%${path.charCodeAt(0).toString(16).padStart(2, "0")}${path.slice(1)}`,
    "with a slash at the end": (path) => `/${path}/`,
    "with a dot at the end": (path) => `/${path}.`,
    "with a NUL at the end": (path) => `/${path}%00.png`,
    "with parameters": (path) => `/${path};x.png`,
    "with a query": (path) => `/${path}?raw&import&url`,
    "in upper case": (path) => `/${path.toUpperCase()}`,
  };
  // Pictures have two names, and only the linked one is public.
  const isPublic = (path: string) => /^(?:favicon\.svg|icon\.png|media\/[0-9a-f]{20}\/pixel\.png)$/.test(path);

  it.each(Object.entries(tricks))("cannot be fetched %s", async (_kind, trick) => {
    const files = readdirSync(site.folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map(({ name, parentPath }) => join(parentPath, name).slice(site.folder.length + 1))
      .filter((path) => !/node_modules|^\.wrangler\//.test(path));
    expect(files).toEqual(
      expect.arrayContaining(["wrangler.toml", "articles/draft.md", "build/content/index.bin", "build/public/_headers"]),
    );
    const named = new Set(files.flatMap((path) => [path, path.replace(/^build\//, ""), path.replace(/^build\/public\//, "")]));
    for (const path of [...named, ".dev.vars", ".env", ".git/config", "_redirects", "_worker.js", "_routes.json", ".assetsignore"]) {
      const { body, headers, status } = await ask(encodeURI(trick(path)).replaceAll("%25", "%"));
      expect(body.toString("latin1"), path).not.toMatch(/6f1a-secret|\[vars\.SITE\]|"fingerprint"|Cross-Origin-Resource-Policy/);
      if (status === 200) expect([path, isPublic(path), headers["content-type"]]).toEqual([path, true, expect.stringMatching(/^image\//)]);
      else expect([301, 302, 307, 308, 400, 404], path).toContain(status);
      if (headers["location"] !== undefined)
        expect(String(headers["location"]), path).toMatch(/^(?:https:\/\/news\.example\/|\/(?![/\\]))/);
    }
  });

  it("are not part of public files", async () => {
    const media = join(site.folder, "build/public/media");
    const published = readdirSync(media, { recursive: true, encoding: "utf8" }).filter((path) => path.includes("/"));
    expect(published.map((path) => path.replace(/^[0-9a-f]{20}\//, ""))).toEqual(["pixel.png"]);
    expect(readFileSync(join(media, published[0] ?? "")).equals(pixel)).toBe(true);
  });
});

describe("the Content-Security-Policy of the pages", () => {
  it.each(["/", "/articles/moon", "/feeds/", "/categories/tag0-a-set-cookie-stolen-1/", "/archive/1/", "/gone", "/nope"])(
    "of %s blocks all scripts, and loads only pictures and media",
    async (path) => {
      const { body, headers } = await ask(path);
      const page = body.toString();
      const policy = new Map(
        String(headers["content-security-policy"])
          .split("; ")
          .map((directive) => [directive.split(" ")[0] ?? "", directive.split(" ").slice(1)]),
      );
      const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
      expect(Object.fromEntries(policy)).toEqual({
        "default-src": ["'none'"], // scripts, frames, fonts, connections, workers, objects and manifests among them
        "style-src": [`'sha256-${createHash("sha256").update(style).digest("base64")}'`],
        "img-src": ["'self'", "https:", "http:"],
        "media-src": ["'self'", "https:", "http:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": ["'none'"],
      });
      expect(page).not.toMatch(
        /<script(?! type="application\/ld\+json">)|<[^>]+ (?:on[a-z]+|style)=|javascript:|<(?:iframe|object|embed|base|form)\b/i,
      );
    },
  );

  it("blocks scripts in pictures of articles", async () => {
    const [picture = ""] = /\/media\/[0-9a-f]+\/pixel\.png/.exec((await ask("/articles/moon")).body.toString()) ?? [];
    expect((await ask(picture)).headers["content-security-policy"]).toMatch(/^default-src 'none'; .*; sandbox$/);
  });
});

describe("the bundle, after these requests,", () => {
  it("logs nothing", () => {
    const ofMiniflare = /^Uncaught exception: workerd\/.* Invalid URL string\.$/; // its proxy parses addresses before the Worker
    expect(site.logs().filter((message) => !ofMiniflare.test(message))).toEqual([]);
  });
});
