import { describe, expect, it } from "vitest";
import { allPaths } from "../../../src/routing/all-paths.ts";
import { PathRegistry } from "../../../src/routing/path-registry.ts";
import { compileRedirects } from "../../../src/routing/redirects.ts";
import { siteSchema } from "../../../src/settings/site-settings.ts";
import { snapshotAt } from "../../../src/store/snapshot-at.ts";
import { appUnderTest } from "../../app-under-test.ts";
import { hostileArticles, hostileRedirects, hostileTexts } from "../../hostile-site.ts";
import { sampleSite } from "../../samples.ts";
import { compileAll } from "../content/sample.ts";

const settings = siteSchema.parse({
  title: 'A\r\nSet-Cookie: stolen=1; "site"',
  url: "https://news.example",
  author: { name: 'The\r\ndesk"', url: 'https://desk.example/">\r\n<x' },
  hub: 'https://hub.example/>; rel="self", <https://evil.example/?a="b"',
  copyright: "©\r\n\r\nus",
});
const site = { ...sampleSite, ...settings, limit: 4, idBase: sampleSite.url, icon: sampleSite.icon, favicon: sampleSite.favicon };
const { entries } = await compileAll(hostileArticles(), { site });
const reports = { redirect: () => {}, removed: () => {} };
const redirects = compileRedirects(hostileRedirects, "", { registry: new PathRegistry([]), reports, url: site.url });
const { app, get, logged, time } = appUnderTest({ entries, site, redirects });
const snapshot = snapshotAt({ entries, development: false, site }, time.now);
const paths = [...allPaths(site, snapshot), ...entries.flatMap(({ aliases }) => aliases), ...Object.keys(redirects.moved).map(encodeURI)];

// RFC 8288 §3, in the form of formatLinks().
const linkHeader = /^<[^<>"\s]+>; rel="[a-z-]+"(?:; type="[a-z/+-]+")?(?:, <[^<>"\s]+>; rel="[a-z-]+"(?:; type="[a-z/+-]+")?)*$/;
const known =
  /^(?:access-control-(?:allow-origin|expose-headers)|cache-control|content-(?:length|security-policy|type)|cross-origin-resource-policy|etag|last-modified|link|location|referrer-policy|vary|x-content-type-options)$/;

describe("a site with header injection in its texts", () => {
  it("compiles", () => {
    expect(entries).toHaveLength(2 * hostileTexts.length);
    expect(Object.keys(redirects.moved).length).toBeGreaterThan(2 * hostileTexts.length);
    expect(paths.length).toBeGreaterThan(400);
  });

  it("responds to all addresses with only the intended headers, in plain ASCII", async () => {
    for (const path of paths) {
      const { headers, status } = await get(path);
      expect([200, 301, ...(/^\/from/.test(path) ? [404] : [])], path).toContain(status); // where the route does not exist
      for (const [name, value] of headers) {
        expect(name, path).toMatch(known);
        expect(value, path).toMatch(/^[ -~]+$/);
        if (name === "link") expect(value, path).toMatch(linkHeader);
      }
    }
    expect(logged).toEqual([]);
  });

  it("redirects only to the targets of its settings", async () => {
    const origins = new Set<string>();
    for (const path of paths) {
      const location = (await get(path)).headers.get("location");
      if (location === null) continue;
      expect(new URL(location).href, path).toBe(location);
      origins.add(new URL(location).origin);
    }
    expect([...origins].sort()).toEqual([site.url, "https://shop.example"]);
  });

  it("links only to itself and its hub", async () => {
    const link = (await get("/atom.xml")).headers.get("link") ?? "";
    const targets = [...link.matchAll(/<([^>]*)>; rel="([a-z-]+)"/g)].map(([, href = "", rel]) => `${rel} ${new URL(href).origin}`);
    expect(targets.sort()).toEqual(
      ["alternate", "alternate", "prev-archive", "self"]
        .map((rel) => `${rel} ${site.url}`)
        .concat("hub https://hub.example")
        .sort(),
    );
  });

  it("does not show it in an error page", async () => {
    for (const text of hostileTexts) {
      const response = await app.request(`${site.url}/nothing/${encodeURIComponent(text)}`);
      expect(response.status).toBe(404);
      expect(await response.text()).not.toMatch(/evil|stolen=1[^;]/);
    }
  });
});
