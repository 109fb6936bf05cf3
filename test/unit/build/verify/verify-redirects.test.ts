import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../../../src/build/build.ts";
import { verifyRedirects } from "../../../../src/build/verify/verify-redirects.ts";
import { formatDiagnostic } from "../../../../src/model/diagnostic.ts";
import { sampleEntry, sampleSite } from "../../../samples.ts";
import { makeFolder, settings } from "../../cli/sample-folder.ts";

const site = { ...sampleSite, limit: 2 };
const entries = [
  sampleEntry("scheduled", { published: Date.UTC(2091, 0, 1), aliases: ["/was/scheduled"], categories: ["Later"] }),
  sampleEntry("moon", { aliases: ["/old/moon"], categories: ["R&D"] }),
  sampleEntry("star", { published: Date.UTC(2024, 0, 1), language: "ar" }),
  sampleEntry("draft", { draft: true, published: Date.UTC(2023, 0, 1) }),
];

/** The problems of a redirect to an address. */
function problemsOf(to: string, gone: readonly string[] = []): string[] {
  const locationOf = (path: readonly string[]) => ({ file: path.join(), line: 7, column: 3 });
  return verifyRedirects(site, { moved: { "/a": to }, gone }, entries, { "/a": to }, locationOf).map(formatDiagnostic);
}

describe("verifyRedirects()", () => {
  it.each([
    "/",
    "/rss.xml",
    "/feeds/#categories",
    "/opml.xml",
    "/health",
    "/media/ab/moon.png?x",
    "/articles/moon",
    "/articles/moon/?a=b#c",
    "/articles/m%6Fon",
    "/old/moon",
    "/articles/scheduled",
    "/was/scheduled",
    "/categories/later/feed.json",
    "/categories/r-and-d",
    "/languages/ar/",
    "/archive/1/",
    "/feed/atom",
    "/category/r-and-d/feed/",
    "https://elsewhere.example/nope",
  ])("accepts the target %s", (to) => {
    expect(problemsOf(to)).toEqual([]);
  });

  it.each([
    ["/nope", "/nope"],
    ["/articles/mooon?x#y", "/articles/mooon"],
    ["/articles/draft", "/articles/draft"],
    ["/categories/lake/", "/categories/lake/"],
    ["/archive/9/", "/archive/9/"],
    ["/category/lake/feed/", "/category/lake/feed/"],
    ["/%ff", "/%ff"],
    ["/constructor", "/constructor"],
  ])("warns about %s, at the line of the redirect", (to, path) => {
    expect(problemsOf(to)).toEqual([
      `redirects,/a:7:3 warning Cannot find ${path}, to which /a redirects: there is no such article, feed or page`,
    ]);
  });

  it("warns about a redirect to a removed address", () => {
    expect(problemsOf("/gone", ["/gone"])).toEqual([expect.stringMatching(/^redirects,\/a:7:3 warning Cannot .*\/gone/)]);
  });

  it("reports nothing without redirects", () => {
    expect(verifyRedirects(site, { moved: {}, gone: [] }, [], {}, () => ({ file: "", line: 1, column: 1 }))).toEqual([]);
  });
});

describe("build() and redirects", () => {
  it("locates a redirect without a target in the settings, in any spelling", async () => {
    const folder = makeFolder({
      "wrangler.toml": `${settings}[vars.SITE.redirects]\n"/a" = "/articles/moon"\n"/b/" = "/nope"\n"/%C3%BC" = "/nope"\n"/c" = "/nope"\n`,
      "articles/moon.md": "---\ndate: 2024-11-06\n---\nText",
    });
    const options = { environment: "", purpose: "compile" as const, now: Date.UTC(2025, 0, 1) };
    const { content, problems } = await build({ config: join(folder, "wrangler.toml"), ...options });
    expect(content?.redirects.moved["/a"]).toBe("/articles/moon");
    expect(problems.map(formatDiagnostic).map((problem) => problem.slice(folder.length + 1))).toEqual([
      expect.stringMatching(/^wrangler\.toml:7:1 warning Cannot find \/nope/),
      expect.stringMatching(/^wrangler\.toml:8:1 warning Cannot find \/nope/),
      expect.stringMatching(/^wrangler\.toml:9:1 warning Cannot find \/nope/),
    ]);
  });

  it("rejects a redirect from the address of an article, at its line", async () => {
    const folder = makeFolder({
      "wrangler.toml": `${settings}[vars.SITE.redirects]\n"/articles/moon/" = "/"\n`,
      "articles/moon.md": "---\ndate: 2024-11-06\n---\nText",
      "articles/_removed.txt": "# gone\r\n/articles/sun\r\n/articles/moon\r\n",
    });
    const options = { environment: "", purpose: "compile" as const, now: Date.UTC(2025, 0, 1) };
    const { content, problems } = await build({ config: join(folder, "wrangler.toml"), ...options });
    expect(content).toBeUndefined();
    expect(problems.map(formatDiagnostic).map((problem) => problem.replace(`${folder}/`, ""))).toEqual([
      "wrangler.toml:6:1 error Cannot redirect /articles/moon/: articles/moon.md has that address",
      "articles/_removed.txt:3:1 error Cannot list /articles/moon as removed: articles/moon.md uses that address; remove one of them",
    ]);
  });
});
