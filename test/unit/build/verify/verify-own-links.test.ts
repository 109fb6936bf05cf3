import { describe, expect, it } from "vitest";
import { verifyOwnLinks } from "../../../../src/build/verify/verify-own-links.ts";
import { formatDiagnostic } from "../../../../src/model/diagnostic.ts";
import { sampleEntry, sampleSite } from "../../../samples.ts";

const { url } = sampleSite;
const others = [
  sampleEntry("scheduled", { published: Date.UTC(2091, 0, 1), aliases: ["/was/scheduled"], categories: ["Later"] }),
  sampleEntry("expired", { expires: Date.UTC(2024, 6, 1), published: Date.UTC(2024, 0, 1) }),
];
const advice = "write the article, remove the link, or add a redirect to SITE.redirects";

function check(contents: readonly string[], text = "") {
  const entries = contents.map((content, index) => sampleEntry(`a${index}`, { content }));
  const articles = entries.map(({ source }) => ({ source, text }));
  const redirects = { moved: { "/moved": "/" }, gone: ["/gone"] };
  return verifyOwnLinks(sampleSite, redirects, [...entries, ...others], articles, ["/articles/caf%C3%A9"]).map(formatDiagnostic);
}

const link = (path: string) => `<p><a href="${url}${path}">x</a></p>`;

describe("verifyOwnLinks()", () => {
  it("accepts every path of the site, and ignores files and other sites", () => {
    const served = [
      "",
      "/",
      "/?p=12",
      "/rss.xml",
      "/feeds/",
      "/icon.png",
      "/health",
      "/media/ab/x.png",
      "/articles/scheduled",
      "/was/scheduled",
    ];
    const more = ["/articles/expired/", "/moved", "/gone", "/categories/later/", "/category/later/feed/", "/a.zip", "/articles/a0#x"];
    expect(check([[...served, ...more].map(link).join(""), '<a href="https://other.example/gone/">x</a>', `${url}/gone/`])).toEqual([]);
  });

  it("accepts the path of a draft, which has a warning already", () => {
    expect(check(["/articles/café", "/articles/caf%C3%A9/", "/articles/caf%C3%A9.html#x"].map(link))).toEqual([]);
    expect(check([link("/articles/cafés")])).toHaveLength(1);
  });

  it("warns once for each article, at the first link", () => {
    const content = ["/2019/lost/", "/2019/lost/#x", "/caf%C3%A9.html", "/b", "/c?x"].map(link).join("");
    const { file } = { file: `articles/${sampleEntry("a0").source}` };
    expect(check([content, link("/")], "Text\n\nSee [it](/2019/lost/).")).toEqual([
      `${file}:3:10 warning Cannot find "/2019/lost/", "/café.html", "/b" and 1 other page on this site: ${advice}`,
    ]);
  });

  it("warns once for many articles", () => {
    const lines = check(Array.from({ length: 11 }, (_, index) => link(`/lost/${index}/`)));
    expect(lines).toEqual([
      `articles/${sampleEntry("a0").source}:1:1 warning Cannot find "/lost/0/" on this site: ${advice} (and in 10 more files)`,
    ]);
    expect(check(Array.from({ length: 10 }, (_, index) => link(`/lost/${index}/`)))).toHaveLength(10);
  });
});
