import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestHarness } from "wrangler";
import { formats } from "../../src/model/format.ts";
import { pagePolicy, pagePolicyInMarkup } from "../../src/pages/page-policy.ts";
import { writeTestSite } from "./test-site.ts";

// Cloudflare serves an export as the static assets of a Worker without code.
const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const awkward = ["/old moon", "/ü", "/a%3Fb", "/a%23b", "/100%25", "/a,b;c=d&e@f", "/%252A", "/old/", "/moon.html", "/%E2%9C%93"];
const site = {
  settings: 'limit = 1\nredirects = { "/away" = "https://elsewhere.example/:splat", "/q%3Fx" = "/feeds/", "/soon" = "/articles/later" }',
  articles: {
    "2024-11-06-moon.md": `---\ntags: [Sea]\naliases: ${JSON.stringify(awkward)}\n---\n# Moon\n\n[Drawing](drawing.svg)`,
    "2024-11-07-v1.2.md": "---\ntags: [Sea]\npermalink: /notes/v1.2\naliases: [/v1]\n---\n# Version 1.2",
    "2024-11-08-worker.md": "---\npermalink: /_worker.js\n---\n# Worker",
    "2024-11-08-feed.md": "---\npermalink: /notes/feed.json\n---\n# No feed",
    "2024-11-08-help.md": "---\npermalink: /help/rss.xml\n---\n# Help",
    "2024-11-08-accents.md": "---\npermalink: /hélp/ä b/atom.xml\n---\n# Accents",
    "2024-11-08-selection.md": "---\npermalink: /categories/none/feed.json\n---\n# No category",
    "2024-11-09-talk.md": "---\npermalink: /wiki/Talk:x*\naliases: [/talk]\n---\n# Talk",
    "2099-01-01-later.md": "# Later",
    "drawing.svg": drawing,
  },
};

const source = writeTestSite(site);
const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
const server = createTestHarness({ root: folder, workers: [{ configPath: join(folder, "wrangler.toml") }] });
let origin: URL;

beforeAll(async () => {
  const program = resolve(import.meta.dirname, "../../src/cli/run.js");
  await promisify(execFile)(process.execPath, [program, "export", join(folder, "public")], { cwd: source });
  const guide = readFileSync(resolve(import.meta.dirname, "../../docs/exporting.md"), "utf8");
  writeFileSync(join(folder, "wrangler.toml"), /```toml\n([^`]*)```/.exec(guide)?.[1] ?? "");
  origin = (await server.listen()).url;
}, 120_000);
afterAll(async () => {
  await server.close();
  for (const each of [source, folder]) rmSync(each, { recursive: true, force: true });
});

const get = (path: string) => fetch(new URL(path, origin), { redirect: "manual" });
const redirectOf = async (path: string) => {
  const { headers, status } = await get(path);
  return [status, headers.get("location")];
};

describe("a static host with an export", () => {
  it.each(["/", "/articles/moon", "/rss.xml", "/categories/sea/atom.xml", "/archive/1/feed.json", "/opml.xml", "/icon.png", "/nothing"])(
    "sends one value of each header from %s",
    async (path) => {
      const { headers } = await get(path);
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
      expect(headers.get("content-security-policy")).toBe(pagePolicy);
    },
  );

  it("sends feeds with their media types, at every depth", async () => {
    for (const { contentType, path } of formats) {
      for (const place of ["", "/categories/sea", "/archive/1", "/categories/sea/archive/1"]) {
        const { headers, status } = await get(place + path);
        expect([place, status, headers.get("content-type")]).toEqual([place, 200, contentType]);
      }
    }
  });

  const pages = ["/", "/articles/moon", "/feeds/", "/categories/sea/", "/notes/v1.2", "/_worker.js", "/wiki/Talk:x*", "/nothing"];
  const likeFeeds = ["/notes/feed.json", "/help/rss.xml", "/hélp/ä%20b/atom.xml", "/categories/none/feed.json"];
  it.each([...pages, ...likeFeeds])("sends the page %s with the policy in its markup", async (path) => {
    const response = await fetch(new URL(path, origin)); // Cloudflare redirects to its own spelling of a path
    expect(response.status).toBe(path === "/nothing" ? 404 : 200);
    expect(response.headers.get("content-type")).toMatch(/^text\/html(?:; charset=utf-8)?$/);
    const [head = ""] = (await response.text()).split("<style>");
    expect(head).toContain(`<meta http-equiv="Content-Security-Policy" content="${pagePolicyInMarkup.replaceAll("'", "&#39;")}"/>`);
  });

  it("sends files of articles only with a policy that blocks scripts", async () => {
    const [path = ""] = /\/media\/[^"]+\/drawing\.svg/.exec(await (await get("/articles/moon")).text()) ?? [];
    const { headers } = await get(path);
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox",
    );
    expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(headers.get("access-control-allow-origin")).toBe("*");
  });

  it.each(awkward)("redirects %s, but no similar path", async (alias) => {
    const path = new URL(alias.replace(/\?/g, "%3F"), origin).pathname;
    expect(await redirectOf(path)).toEqual([301, "/articles/moon"]);
    expect((await fetch(new URL(`${path.replace(/\/$/, "")}x`, origin))).status).toBe(404);
  });

  it.each([
    ["/v1", [301, "/notes/v1.2"]],
    ["/talk", [301, "/wiki/Talk%3Ax*"]],
    ["/away", [301, "https://elsewhere.example/:splat"]],
    ["/v1?x=1&y", [301, "/notes/v1.2?x=1&y"]],
    ["/away?resource=acct:a@b", [301, "https://elsewhere.example/:splat?resource=acct:a@b"]],
    ["/q%3Fx", [301, "/feeds/"]],
    ["/q", [404, null]],
    ["/a", [404, null]],
    ["/soon", [404, null]],
    ["/articles/later", [404, null]],
  ])("responds to %s like the Worker", async (path, expected) => {
    expect(await redirectOf(path)).toEqual(expected);
  });

  it("finds a page at the target of each redirect", async () => {
    expect((await get("/wiki/Talk%3Ax*")).status).toBe(200);
  });

  it("has one redirect for each line", () => {
    const lines = readFileSync(join(folder, "public/_redirects"), "utf8").trimEnd().split("\n");
    expect(lines).toHaveLength(awkward.length + 4);
    for (const line of lines) expect(line).toMatch(/^\/[!-~]+ (?:\/|https:\/\/elsewhere)[!-~]* 301$/);
  });
});
