import { describe, expect, it } from "vitest";
import { faultOfRule, redirectRules, renderRedirects } from "../../../src/static-host/redirects-file.ts";
import { snapshotAt } from "../../../src/store/snapshot-at.ts";
import { snapshotOfAll } from "../../../src/store/snapshot-of-all.ts";
import { hostileArticles, hostileTexts } from "../../hostile-site.ts";
import { sampleEntry, sampleSite } from "../../samples.ts";
import { compileAll } from "../content/sample.ts";

const site = sampleSite;
const noRedirects = { moved: {}, gone: [] };
const now = Date.UTC(2025, 0, 1);

describe("redirectRules()", () => {
  const later = sampleEntry("later", { published: Date.UTC(2030, 0, 1), aliases: ["/soon"] });
  const moon = sampleEntry("moon", { aliases: ["/old/moon", "/%C3%BC"] });
  const snapshot = snapshotAt({ entries: [later, moon], site, development: false }, now);
  const rulesOf = (moved: Readonly<Record<string, string>>, gone: readonly string[] = []) =>
    redirectRules(site, { moved, gone }, snapshot).filter(({ from }) => !moon.aliases.includes(from));

  it("lists aliases, except those of unpublished entries", () => {
    expect(redirectRules(site, noRedirects, snapshot)).toEqual([
      { from: "/old/moon", to: moon.path },
      { from: "/%C3%BC", to: moon.path },
    ]);
  });

  it.each([
    ["to a page", { "/a": "/feeds/" }, [{ from: "/a", to: "/feeds/" }]],
    ["elsewhere", { "/a": "https://x.example/:splat?a#b" }, [{ from: "/a", to: "https://x.example/:splat?a#b" }]],
    ["to an alias", { "/a": "/old/moon" }, [{ from: "/a", to: moon.path }]],
    ["to what is not published", { "/a": later.path }, []],
    ["to nothing", { "/a": "/nothing" }, []],
    // Keys are decoded: a ? or # that was encoded is still no end of the path.
    ["from what has a question mark", { "/articles/moon?x": "/feeds/" }, [{ from: "/articles/moon%3Fx", to: "/feeds/" }]],
    ["from what has a number sign", { "/articles/moon#x": "/feeds/" }, [{ from: "/articles/moon%23x", to: "/feeds/" }]],
    ["from what has a percent sign and a space", { "/100% a": "/feeds/" }, [{ from: "/100%25%20a", to: "/feeds/" }]],
  ])("lists a redirect %s with the Worker's target", (_name, redirects: Record<string, string>, expected) => {
    expect(rulesOf(redirects)).toEqual(expected);
  });

  it("lists an alias once, and none that would depend on its query", async () => {
    const moon = "---\ndate: 2024-01-01\naliases: ['/old?id=1', '/own?x=1', '/own?x=2']\n---\nText";
    const { entries } = await compileAll(
      { "moon.md": moon, "sun.md": "---\ndate: 2024-01-02\naliases: ['/old?id=2']\n---\nText" },
      { site },
    );
    expect(redirectRules(site, noRedirects, snapshotOfAll(entries, site))).toEqual([{ from: "/own", to: "/articles/moon" }]);
  });

  it("lists nothing for removed addresses", () => {
    expect(rulesOf({ "/a": "/feeds/" }, ["/a"])).toEqual([]);
  });

  it("escapes characters in targets that hosts would interpret", () => {
    const talk = sampleEntry("talk", { path: "/wiki/Talk:moon*", url: `${site.url}/wiki/Talk:moon*`, aliases: ["/talk"] });
    expect(redirectRules(site, noRedirects, snapshotOfAll([talk], site))).toEqual([{ from: "/talk", to: "/wiki/Talk%3Amoon*" }]);
  });
});

describe("faultOfRule()", () => {
  it.each([
    ["/*", /match other addresses/],
    ["/b/*", /match other addresses/],
    ["/b*", /match other addresses/],
    ["/:x", /match other addresses/],
    ["/wiki/Talk:Moon", /match other addresses/],
    ["/12:30", /match other addresses/],
    ["/%2A", /match other addresses/],
    ["/%2a", /match other addresses/],
    ["/%3Ax", /match other addresses/],
    ["/b/:splat", /match other addresses/],
    ["https://evil.example/*", /do not support this path/],
    ["//evil.example/x", /do not support this path/],
    ["/a//b", /do not support this path/],
    ["/a%0A/b", /do not support this path/],
    ["/a%0d", /do not support this path/],
    ["/a%00", /do not support this path/],
    ["/a%5Cb", /do not support this path/],
    ["/a%C2%85b", /do not support this path/],
    ["/%ff", /do not support this path/],
    ["/", /do not support this path/],
    ["", /do not support this path/],
    ["/a b", /cannot be written/],
    ["/a\u3000b", /cannot be written/],
  ])("rejects %s", (from, expected) => {
    expect(faultOfRule({ from, to: "/t" })).toMatch(expected);
    expect(() => renderRedirects([{ from, to: "/t" }])).toThrow("Cannot export the redirect of");
  });

  it("rejects a line that is too long for Cloudflare", () => {
    expect(faultOfRule({ from: `/${"a".repeat(1992)}`, to: "/t" })).toBeUndefined();
    expect(faultOfRule({ from: `/${"a".repeat(1993)}`, to: "/t" })).toMatch(/longer than 2000/);
  });

  it.each(["//evil.example/x", "/a 200", "/a\n/* /b", "/ü", ""])("rejects the target %j", (to) => {
    expect(faultOfRule({ from: "/a", to })).toBe("it cannot be written into _redirects");
  });

  it.each(["/a", "/a/", "/%C3%BC", "/a%20b", "/a%23b", "/a%3Fb=c", "/a,b;c=d&e@f!g'(h)", "/%252A", "/#".replace("#", "%23"), "/a.html"])(
    "accepts %s",
    (from) => {
      expect(faultOfRule({ from, to: "/t" })).toBeUndefined();
    },
  );
});

describe("renderRedirects()", () => {
  it("writes one line per rule, for any article name", async () => {
    const { entries } = await compileAll(hostileArticles(), { site });
    const moved = Object.fromEntries(hostileTexts.map((text, index) => [`/r${index}-${text}`, `https://shop.example/${index}`]));
    const rules = redirectRules(site, { moved, gone: [] }, snapshotOfAll(entries, site));
    expect(rules.length).toBeGreaterThan(1.5 * hostileTexts.length);
    const safe = rules.filter((rule) => faultOfRule(rule) === undefined);
    expect(safe.length).toBeGreaterThan(10);
    const lines = renderRedirects(safe).split("\n");
    expect(lines.pop()).toBe("");
    expect(lines).toHaveLength(safe.length);
    for (const line of lines) expect(line).toMatch(/^\/[^\s*:#?/][^\s*:#?]* (?:\/[^\s:/][^\s:]*|https:\/\/shop\.example\/\d+) 301$/);
  });
});
