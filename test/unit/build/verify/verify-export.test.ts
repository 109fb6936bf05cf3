import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../../../src/build/build.ts";
import type { BuildPurpose } from "../../../../src/model/build-purpose.ts";
import { maxPagesLikeFeeds } from "../../../../src/static-host/headers-file.ts";
import { makeFolder, settings } from "../../cli/sample-folder.ts";

const now = Date.UTC(2025, 0, 1);
const long = "n".repeat(300);

/** Returns the problems of an export, without the name of the folder and the advice. */
async function faultsOf(articles: Readonly<Record<string, string>>, more = "", purpose: BuildPurpose = "export") {
  const files = Object.fromEntries(Object.entries(articles).map(([name, text]) => [`articles/${name}`, text]));
  const folder = makeFolder({ "wrangler.toml": settings + more, ...files });
  const options = { environment: "", purpose, now };
  const { content, problems } = await build({
    ...options,
    config: join(folder, "wrangler.toml"),
  });
  const lines = problems.map(({ file, line, message }) => `${file.replace(`${folder}/`, "")}:${line} ${message}`);
  return { isCompiled: content !== undefined, lines, severities: new Set(problems.map(({ severity }) => severity)) };
}

const article = (...frontMatter: readonly string[]) => `---\ndate: 2024-11-06\n${frontMatter.join("\n")}\n---\nText`;

describe("verifyExport()", () => {
  it.each([
    [
      "an alias",
      { "a.md": article('aliases: ["/*"]') },
      "",
      /^articles\/a\.md:3 Cannot export the redirect of \/\*: in _redirects \* and :/,
    ],
    ["an alias by another name", { "a.md": article('redirect_from: "/:x"') }, "", /^articles\/a\.md:3 Cannot .* of \/:x: /],
    ["an encoded alias", { "a.md": article('aliases: ["/b/%2A"]') }, "", /^articles\/a\.md:3 Cannot .* of \/b\/%2A: /],
    ["a redirect", { "a.md": article() }, '[vars.SITE.redirects]\n"/b/*" = "/feeds/"', /^wrangler\.toml:6 Cannot .* of \/b\/\*: /],
    [
      "a slug",
      { "a.md": article(`slug: ${long}`) },
      "",
      /^articles\/a\.md:3 Cannot export \/articles\/n+…: .* 305 bytes, and the limit is 255/,
    ],
    ["a permalink", { "a.md": article(`url: /${long}/`) }, "", /^articles\/a\.md:3 Cannot export \/n+…: .* 300 bytes/],
    [
      "a category",
      { "a.md": article(`tags: [${long}]`) },
      "",
      /^articles\/a\.md:3 Cannot export \/categories\/n+…: .* slugs in \[vars\.SITE\]$/,
    ],
    ["an author", { "a.md": article(`author: ${"日".repeat(90)}`) }, "", /^articles\/a\.md:3 Cannot export \/authors\/.*: .* 270 bytes/],
    [
      "a slug of the settings",
      { "a.md": article("tags: [C]") },
      `slugs = { C = "${long}" }`,
      /^articles\/a\.md:3 Cannot export \/categories/,
    ],
    ["an address without a name", { "a.md": article("permalink: /.//evil.example/") }, "", /^articles\/a\.md:3 Cannot export \/\/evil/],
    [
      "a page for what is missing",
      { "a.md": article("slug: '404'") },
      "",
      /^articles\/a\.md:3 Cannot export \/articles\/404: static hosts show/,
    ],
    [
      "a file of another page",
      { "a.md": article("permalink: /feeds/index") },
      "",
      /^articles\/a\.md:3 Cannot .* the same file as \/feeds\//,
    ],
    [
      "a page below the file of a feed",
      { "a.md": article("permalink: /rss.xml/") },
      "",
      /^articles\/a\.md:3 Cannot .*: it would need a folder and a file of one name, with \/rss\.xml; give it another slug/,
    ],
    [
      "a page below the file of another page",
      { "a.md": article("permalink: /x.html"), "b.md": article("permalink: /x.html/y") },
      "",
      /^articles\/[ab]\.md:3 Cannot .*: it would need a folder and a file of one name, with \/x\.html/,
    ],
    [
      "a page at the address of a feed, with a wildcard",
      { "a.md": article("permalink: /*/rss.xml") },
      "",
      /^articles\/a\.md:3 Cannot .*: hosts would serve this page as a feed/,
    ],
    ["what is scheduled", { "a.md": "---\ndate: 2999-01-01\naliases: /*\n---\nText" }, "", /^articles\/a\.md:3 Cannot export/],
  ])("names the file and the line of %s", async (_name, articles, more, expected) => {
    const { isCompiled, lines } = await faultsOf(articles, more);
    const faults = lines.filter((line) => !line.includes("Cannot keep the dots")); // a warning
    expect([isCompiled, faults]).toEqual([false, [expect.stringMatching(expected)]]);
  });

  it.each([
    ["/articles/a.html", "it would be the same file as /articles/a;"],
    ["/articles/a/index.html", "it would be the same file as /articles/a;"],
    ["/articles/a%2ehtml", "it would be the same file as /articles/a;"],
    ["/index.html", "it would be the same file as /;"],
    ["/index", "it would be the same file as /;"],
    ["/feeds/index.html", "it would be the same file as /feeds/;"],
    ["/404", "it would be the same file as /404.html;"],
  ])("rejects an alias that would replace another page: %s", async (alias, reason) => {
    const { lines } = await faultsOf({ "a.md": article(), "guest.md": article(`aliases: ["${alias}"]`) });
    expect(lines).toEqual([expect.stringMatching(/^articles\/guest\.md:3 Cannot export the redirect of \//)]);
    expect(lines[0]).toContain(reason);
  });

  it("rejects a redirect of the settings that would replace a page", async () => {
    const { lines } = await faultsOf({ "a.md": article() }, '[vars.SITE.redirects]\n"/articles/a.html" = "/feeds/"');
    expect(lines).toEqual([expect.stringMatching(/^wrangler\.toml:6 Cannot export .* the same file as \/articles\/a;/)]);
  });

  it("accepts an alias for another spelling of the page itself, unless hosts would redirect in a loop", async () => {
    const own = article("permalink: /x", 'aliases: ["/x.html", "/x/index.html"]');
    expect((await faultsOf({ "a.md": own })).lines).toEqual([]);
    const { lines } = await faultsOf({ "a.md": article("permalink: /x.html", "aliases: [/x]") });
    expect(lines).toEqual([expect.stringMatching(/^articles\/a\.md:4 Cannot export the redirect of \/x: /)]);
  });

  it("reports two articles with one file at the article that chose its address, and two with one address once", async () => {
    const later = { "z.md": "---\ndate: 2023-01-01\n---\nText" };
    expect((await faultsOf({ ...later, "a.md": article("permalink: /articles/z.html") })).lines).toEqual([
      expect.stringMatching(/^articles\/a\.md:3 Cannot export \/articles\/z\.html: it would be the same file as \/articles\/z;/),
    ]);
    const { lines } = await faultsOf({ "z.md": article("permalink: /articles/%61"), "a.md": "---\ndate: 2023-01-01\n---\nText" });
    expect(lines).toEqual([expect.stringMatching(/^articles\/z\.md:3 Cannot use the address \/articles\/%61: articles\/a\.md has it/)]);
  });

  it("names the setting of the site's own author", async () => {
    const { lines } = await faultsOf({ "a.md": article() }, "");
    expect(lines).toEqual([]);
    const folder = makeFolder({
      "wrangler.toml": settings.replace(/author = .*/, `author = { name = "${long}" }`),
      "articles/a.md": article(),
    });
    const config = join(folder, "wrangler.toml");
    const { problems } = await build({ config, environment: "", purpose: "export", now });
    expect(problems).toEqual([
      expect.objectContaining({ file: config, line: 4, message: expect.stringMatching(/^Cannot export \/authors\/n/) }),
    ]);
  });

  it("only warns if nothing is exported, and reports nothing in a deployment", async () => {
    const articles = { "a.md": article('aliases: ["/*"]', `tags: [${long}]`) };
    const checked = await faultsOf(articles, "", "check");
    expect([checked.isCompiled, checked.lines.length, [...checked.severities]]).toEqual([true, 2, ["warning"]]);
    expect((await faultsOf(articles, "", "deploy")).lines).toEqual([]);
  });

  it("reports more redirects than Cloudflare reads", async () => {
    const aliases = (start: number, length: number) =>
      `aliases: ${JSON.stringify(Array.from({ length }, (_, index) => `/old/${start + index}`))}`;
    const articles = { "a.md": article(aliases(0, 1000)), "b.md": article(aliases(1000, 1000)), "c.md": article(aliases(2000, 1)) };
    const { lines } = await faultsOf(articles);
    expect(lines).toEqual([expect.stringMatching(/^wrangler\.toml:1 Cannot export 2001 aliases and redirects: Cloudflare reads 2000/)]);
  });

  it("accepts rules that hosts accept", async () => {
    const names = ["Zürich & more", "C++", "日本語", "a".repeat(255)];
    const { isCompiled, lines } = await faultsOf({
      "a.md": article(
        'aliases: ["/old one", "/ü", "/a%3Fb", "/x,y;z=1", "/p.php"]',
        `tags: ${JSON.stringify(names)}`,
        `slug: ${"s".repeat(250)}`,
      ),
      "b.md": article("permalink: /_worker.js"),
      "c.md": article("permalink: /wiki/Talk:x"),
    });
    expect([isCompiled, lines]).toEqual([true, []]);
  });

  it("reports pages at feed-like addresses that do not fit into _headers", async () => {
    const names = Array.from({ length: 90 }, (_, index) => String(index).padStart(2, "0"));
    const { lines } = await faultsOf(Object.fromEntries(names.map((name) => [`${name}.md`, article(`permalink: /${name}/rss.xml`)])));
    expect(lines.length).toBe(90 - maxPagesLikeFeeds);
    expect(lines[0]).toContain("hosts would serve this page as a feed, and _headers cannot prevent it; give it another slug or permalink");
  });
});
