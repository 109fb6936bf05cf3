import { describe, expect, it } from "vitest";
import { verifyOwnLinks } from "../../../../src/build/verify/verify-own-links.ts";
import { formatDiagnostic } from "../../../../src/model/diagnostic.ts";
import { sampleEntry, sampleSite } from "../../../samples.ts";

const others = [
  sampleEntry("scheduled", { published: Date.UTC(2091, 0, 1), aliases: ["/was/scheduled"], categories: ["Later"] }),
  sampleEntry("expired", { expires: Date.UTC(2024, 6, 1), published: Date.UTC(2024, 0, 1) }),
];
const advice = "write the article, remove the link, or add a redirect to SITE.redirects";

/** @param articles the paths to which each article links, one on each line */
function check(articles: readonly (readonly string[])[]) {
  const entries = [sampleEntry("a0"), ...others];
  const links = articles.flatMap((paths, index) =>
    paths.map((path, line) => ({ file: `articles/a${index}.md`, line: line + 1, column: 3, path })),
  );
  const redirects = { moved: { "/moved": "/" }, gone: ["/gone"] };
  return verifyOwnLinks(sampleSite, redirects, entries, links, ["/articles/caf%C3%A9"]).map(formatDiagnostic);
}

describe("verifyOwnLinks()", () => {
  it("accepts every path of the site, and ignores files and other sites", () => {
    const served = ["/", "/rss.xml", "/feeds/", "/icon.png", "/health", "/media/ab/x.png", "/articles/scheduled", "/was/scheduled"];
    const more = ["/articles/expired/", "/moved", "/gone", "/categories/later/", "/category/later/feed/", "/a.zip", "/articles/a0"];
    expect(check([[...served, ...more]])).toEqual([]);
  });

  it("accepts the path of a draft, which has a warning already", () => {
    expect(check([["/articles/caf%C3%A9", "/articles/caf%C3%A9/", "/articles/caf%C3%A9.html"]])).toEqual([]);
    expect(check([["/articles/caf%C3%A9s"]])).toHaveLength(1);
  });

  it("warns at each link", () => {
    expect(check([["/2019/lost/", "/", "/caf%C3%A9.html", "/2019/lost/"], ["/"], ["/b"]])).toEqual([
      `articles/a0.md:1:3 warning Cannot find "/2019/lost/" on this site: ${advice}`,
      `articles/a0.md:3:3 warning Cannot find "/café.html" on this site: ${advice}`,
      `articles/a0.md:4:3 warning Cannot find "/2019/lost/" on this site: ${advice}`,
      `articles/a2.md:1:3 warning Cannot find "/b" on this site: ${advice}`,
    ]);
  });

  it("warns once for many articles", () => {
    const lines = check(Array.from({ length: 11 }, (_, index) => [`/lost/${index}/`, "/b"]));
    expect(lines).toEqual([`articles/a0.md:1:3 warning Cannot find "/lost/0/" on this site: ${advice} (and in 10 more files)`]);
    expect(check(Array.from({ length: 10 }, (_, index) => [`/lost/${index}/`]))).toHaveLength(10);
  });

  it("lists the first hundred links of an article", () => {
    const lines = check([Array.from({ length: 120 }, (_, index) => `/lost/${index}/`)]);
    expect(lines).toHaveLength(100);
    expect(lines.at(-1)).toContain("(and 20 more warnings in this file)");
  });
});
