import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../../src/build/build.ts";
import type { BuildOptions } from "../../../src/build/build-options.ts";
import { describeBuild } from "../../../src/build/describe-build.ts";
import { writeBuild } from "../../../src/build/write-build.ts";
import { formatDiagnostic } from "../../../src/model/diagnostic.ts";
import { createBundledStore } from "../../../src/store/bundled-store.ts";
import { chunkPath } from "../../../src/store/stored-content.ts";
import { builtContent } from "../../built-content.ts";
import { makeFolder, png, settings } from "../cli/sample-folder.ts";

const now = Date.UTC(2025, 0, 1);
const moon = "---\ndate: 2024-11-06\n---\n# Moon\n\n![A moon](moon.png)";
const files = { "wrangler.toml": settings, "articles/moon.md": moon, "articles/moon.png": png };

function options(folder: string, more: Partial<BuildOptions> = {}): BuildOptions {
  return { config: join(folder, "wrangler.toml"), environment: "", purpose: "compile", now, ...more };
}

async function buildOf(contents: Readonly<Record<string, string | Uint8Array>>, more: Partial<BuildOptions> = {}) {
  const folder = makeFolder(contents);
  const result = await build(options(folder, more));
  return { ...result, folder, told: result.problems.map((problem) => formatDiagnostic(problem).replaceAll(`${folder}/`, "")) };
}

describe("build()", () => {
  it.each([
    ["de", { tag: "de", subscribe: "Abonnieren" }],
    ["pt-BR", { tag: "pt", subscribe: "Assinar" }],
    ["sw", { tag: "en", subscribe: "Subscribe" }],
  ])("includes only the page words of the language %s", async (language, expected) => {
    const { content } = await buildOf({ ...files, "wrangler.toml": `${settings}language = "${language}"\n` });
    expect(content?.site.words).toMatchObject(expected);
    expect(JSON.stringify(content)).not.toContain("S’abonner");
  });

  it("publishes a text that an episode names as its transcript as a file, not as an article", async () => {
    const episode = "---\ndate: 2024-11-06\ntranscript: ep-transcript.txt\n---\n# Talk";
    const { content, media, told } = await buildOf({
      "wrangler.toml": settings,
      "articles/ep.md": episode,
      "articles/ep-transcript.txt": "Ada: hello",
    });
    expect(told).toEqual([]);
    expect(content?.entries.map(({ podcast }) => podcast?.transcripts)).toEqual([
      [{ url: expect.stringMatching(/\/media\/[0-9a-f]{20}\/ep-transcript\.txt$/), type: "text/plain" }],
    ]);
    expect([...(media?.published.values() ?? [])]).toEqual(["ep-transcript.txt"]);
  });

  it("reports no missing file at an address that the settings redirect", async () => {
    const article = "---\ndate: 2024-11-06\n---\n# Moon\n\n[Map](/map.pdf), [plan](/plan.pdf)";
    const redirects = '[vars.SITE.redirects]\n"/map.pdf" = "https://maps.example/map.pdf"\n';
    const { told } = await buildOf({ "wrangler.toml": settings + redirects, "articles/moon.md": article });
    expect(told).toEqual([expect.stringMatching(/^articles\/moon\.md:6:\d+ warning Cannot find the file "\/plan\.pdf"/)]);
  });

  it("compiles the links of the footer to articles", async () => {
    const footer = "footer = '[Moon](moon.md), [Sea](moon.md#sea)'\n";
    const { content, told } = await buildOf({ ...files, "wrangler.toml": settings + footer });
    expect(content?.site.footer.match(/href="[^"]*"/g)).toEqual([
      expect.stringMatching(/\/moon"$/),
      expect.stringMatching(/\/moon#moon-sea"$/),
    ]);
    expect(told).toEqual([
      expect.stringMatching(/^wrangler\.toml:\d+:1 warning Cannot find the anchor of "moon\.md#sea" in articles\/moon\.md/),
    ]);
  });

  it("compiles the articles next to wrangler.toml", async () => {
    const { content, told } = await buildOf(files);
    expect(told).toEqual([]);
    expect(content).toMatchObject({
      development: false,
      site: {
        url: "https://example.com",
        idBase: "https://example.com",
        maxAge: 3600,
        icon: "https://example.com/icon.png",
        favicon: "https://example.com/favicon.ico",
      },
      entries: [{ source: "moon.md", title: "Moon", id: "https://example.com/articles/moon" }],
    });
    expect(content?.entries[0]?.content).toMatch(
      /^<p><img src="https:\/\/example\.com\/media\/[0-9a-f]{20}\/moon\.png" alt="A moon" width="1" height="1"><\/p>$/,
    );
    expect(content?.code).toEqual({ feeds: expect.stringMatching(/^[0-9a-f]{32}$/), pages: expect.stringMatching(/^[0-9a-f]{32}$/) });
  });

  it("returns the same content for the same input", async () => {
    expect(JSON.stringify((await buildOf(files)).content)).toBe(JSON.stringify((await buildOf(files)).content));
  });

  it("keeps the settings as written, including idBase", async () => {
    const { content } = await buildOf({ ...files, "wrangler.toml": `${settings}idBase = "https://first.example"` });
    expect(content?.site.idBase).toBe("https://first.example");
    expect(content?.settings).toContain('"idBase":"https://first.example"');
  });

  it("uses a placeholder for the origin during development", async () => {
    const { content } = await buildOf(files, { purpose: "start" });
    expect(content).toMatchObject({
      development: true,
      site: { url: "http://development.invalid", idBase: "https://example.com", maxAge: 0 },
      entries: [{ id: "https://example.com/articles/moon", url: "http://development.invalid/articles/moon" }],
    });
  });

  it("needs the site's address only for a deployment", async () => {
    const noUrl = { ...files, "wrangler.toml": settings.replace("https://example.com", "") };
    const { content, told } = await buildOf(noUrl, { purpose: "deploy" });
    expect(content).toBeUndefined();
    expect(told).toEqual([
      'wrangler.toml:3:1 error Cannot deploy without SITE.url: set it to where the site will be, such as url = "https://example.com", or run npm run deploy, which finds it',
    ]);
    expect((await buildOf(noUrl, { purpose: "export" })).told).toEqual([
      'wrangler.toml:3:1 error Cannot export without SITE.url: set it to where the site will be, such as url = "https://example.com", or give it as --url https://example.com',
    ]);
    expect((await buildOf(noUrl)).content).toBeDefined();
    expect((await buildOf(files, { purpose: "deploy" })).content).toBeDefined();
  });

  it("serves a file of an unknown type that an article links to, without a warning", async () => {
    const linking = `${moon} [settings](server.cnf) [paper](<my paper.org>)`;
    const attachments = { "articles/server.cnf": "a = 1", "articles/other.cnf": "b = 1", "articles/my paper.org": "* Paper" };
    const { content, media, told } = await buildOf({ ...files, ...attachments, "articles/moon.md": linking });
    expect(content?.entries[0]?.content).toMatch(/<a href="[^"]*\/media\/\w+\/server\.cnf">/);
    expect([...(media?.published.values() ?? [])]).toEqual(expect.arrayContaining(["server.cnf", "my paper.org"]));
    expect(told).toEqual([expect.stringMatching(/^articles\/other\.cnf:1:1 warning Left out: [^(]*$/)]);
  });

  it("finds the picture of the author in the articles folder", async () => {
    const written = (image: string) => settings.replace(/author = .*/, `author = { name = "Ada", image = "${image}" }`);
    const { content, told } = await buildOf({ ...files, "wrangler.toml": written("moon.png") });
    expect(told).toEqual([]);
    expect(content?.site.author.image).toMatch(/\/media\/[0-9a-f]{20}\/moon\.png$/);
    const missing = await buildOf({ ...files, "wrangler.toml": written("ada.png") });
    const line = written("").slice(0, written("").indexOf("author =")).split("\n").length;
    expect(missing.told).toEqual([
      expect.stringMatching(
        `^wrangler\\.toml:${line}:\\d+ error Cannot find SITE\\.author\\.image "ada\\.png": it is neither a URL nor a file`,
      ),
    ]);
  });

  it("finds icons in the articles folder", async () => {
    const { content, told } = await buildOf({ ...files, "wrangler.toml": `${settings}icon = "moon.png"\nfavicon = "/articles/moon.png"` });
    expect(told).toEqual([]);
    expect(content?.site.icon).toMatch(/\/media\/[0-9a-f]{20}\/moon\.png$/);
    expect(content?.site.favicon).toBe(content?.site.icon);
    const remote = await buildOf({ ...files, "wrangler.toml": `${settings}icon = "https://cdn.example/i.png"` });
    expect(remote.content?.site.icon).toBe("https://cdn.example/i.png");
  });

  it.each([
    ["https://cdn.example/ü 🐟.png", "https://cdn.example/%C3%BC%20%F0%9F%90%9F.png"],
    ["HTTPS://CDN.example/i\\r\\nSet-Cookie: a=b\\n.png", "https://cdn.example/iSet-Cookie:%20a=b.png"],
    ['https://cdn.example/\\u0000\\"><x>.png', "https://cdn.example/%00%22%3E%3Cx%3E.png"],
  ])("makes the icon address %s safe for a header", async (written, url) => {
    const { content, told } = await buildOf({ ...files, "wrangler.toml": `${settings}icon = "${written}"\nfavicon = "${written}"` });
    expect(told).toEqual([]);
    expect([content?.site.icon, content?.site.favicon]).toEqual([url, url]);
  });

  it("rejects an icon with an invalid URL", async () => {
    const { told } = await buildOf({ ...files, "wrangler.toml": `${settings}favicon = "https://[x/i.png"` });
    expect(told).toEqual(['wrangler.toml:5:1 error Cannot use SITE.favicon "https://[x/i.png": it is not a URL']);
  });

  it.each(["sun.png", "../moon.png", "/etc/icon.png"])("rejects the icon %s", async (icon) => {
    const { told } = await buildOf({ ...files, "wrangler.toml": `${settings}icon = "${icon}"`, "moon.png": png });
    expect(told).toEqual([`wrangler.toml:5:1 error Cannot find SITE.icon "${icon}": it is neither a URL nor a file in articles/`]);
  });

  it.each([
    ["empty", { "articles/.keep": "" }],
    ["full of drafts", { "articles/a.md": "---\ndraft: true\n---\nText" }],
  ])("warns of an articles folder that is %s", async (_, articles) => {
    const { content, told } = await buildOf({ "wrangler.toml": settings, ...articles });
    expect(content?.entries).toEqual([]);
    expect(told).toEqual(["articles/:1:1 warning Cannot find any article to publish; the feeds will be empty"]);
  });

  it("warns once of a link to a draft", async () => {
    const draft = { "articles/draft.md": "---\ndate: 2024-01-01\ndraft: true\n---\nText" };
    const { told } = await buildOf({ ...files, ...draft, "articles/a.md": "---\ndate: 2024-01-01\n---\n[d](/articles/draft)" });
    expect(told).toEqual([expect.stringContaining('Cannot follow the link to "/articles/draft": it is a draft')]);
  });

  it("counts unlisted articles, and warns if there are no others", async () => {
    const about = { "articles/about.md": "---\nfeed: false\n---\n# About" };
    const both = await buildOf({ ...files, ...about });
    expect(describeBuild(both, now)).toEqual(["Compiled 2 articles (0 scheduled, 0 drafts, 1 unlisted); 0 errors, 0 warnings"]);
    const { told } = await buildOf({ "wrangler.toml": settings, ...about });
    expect(told).toEqual([
      "articles/:1:1 warning Cannot find any article for the feeds: all articles are unlisted; the feeds will be empty",
    ]);
  });

  it("rejects a site without an articles folder, since an empty feed would replace the real one", async () => {
    const { content, told } = await buildOf({ "wrangler.toml": settings });
    expect(content).toBeUndefined();
    expect(told).toEqual([
      "articles/:1:1 error Cannot find the folder articles: create it next to wrangler.toml, or run the command in the folder of your site",
    ]);
  });

  it("reports the problems of files and articles at once, in order", async () => {
    const { content, told } = await buildOf({
      ...files,
      "articles/a.md": Buffer.from([0xff]),
      "articles/b.md": "",
      "articles/c.md": "---\ntitel: x\n---\nText",
      "articles/moon.txt": "---\ndate: 2024-11-06\n---\nText",
    });
    expect(content).toBeUndefined();
    expect(told).toEqual([
      expect.stringMatching(/^articles\/a\.md:1:1 error Cannot read this character/),
      expect.stringMatching(/^articles\/b\.md:1:1 error Cannot compile an empty file/),
      expect.stringMatching(/^articles\/c\.md:1:1 error Cannot find a date/),
      expect.stringMatching(/^articles\/c\.md:2:1 warning Cannot use key "titel"/),
      expect.stringMatching(/^articles\/moon\.txt:1:1 error Cannot use the address \/articles\/moon/),
    ]);
  });

  it("stops at unusable settings", async () => {
    const { content, told } = await buildOf({ ...files, "wrangler.toml": "[vars.SITE]\n" });
    expect(content).toBeUndefined();
    expect(told).toHaveLength(2);
  });

  it("publishes a picture of a draft during development only", async () => {
    const draft = { ...files, "articles/moon.md": moon.replace("---\n", "---\ndraft: true\n") };
    expect((await buildOf(draft)).media?.published.size).toBe(0);
    expect((await buildOf(draft, { purpose: "start" })).media?.published.size).toBe(1);
  });

  it("ignores names that start with _ or .", async () => {
    const { content, told } = await buildOf({ ...files, "articles/_a.md": "", "articles/.b/c.md": "", "articles/_moon.png": png });
    expect(told).toEqual([]);
    expect(content?.entries).toHaveLength(1);
  });

  it("reports a file that is too large for Cloudflare at the line that names it", async () => {
    const huge = Buffer.alloc(26 * 1024 * 1024);
    const talk = "---\ndate: 2024-11-06\nenclosure: huge.png\n---\nText";
    const { content, told } = await buildOf({
      "wrangler.toml": `${settings}icon = "huge.png"`,
      "articles/talk.md": talk,
      "articles/huge.png": huge,
    });
    expect(content).toBeUndefined();
    const fault = `Cannot publish "huge.png": it has 26.0 MiB (${huge.length} bytes) and Cloudflare serves no file of more than 25 MiB`;
    expect([...told].sort()).toEqual([
      `articles/talk.md:3:12 error ${fault}; put it on another host and give its URL with its length`,
      `wrangler.toml:5:1 error ${fault}; make SITE.icon a smaller picture`,
    ]);
  });

  it("rejects documents that are too large for readers", async () => {
    const long = `Moon\n\n${"moon ".repeat(380_000)}`;
    const names = ["2024-11-06-a.txt", "2024-11-06-b.txt", "2024-11-06-c.txt"];
    const articles = Object.fromEntries(names.map((name) => [`articles/${name}`, long]));
    const { told } = await buildOf({ "wrangler.toml": `${settings}[assets]\nbinding = "ASSETS"\nrun_worker_first = true\n`, ...articles });
    expect(told).toHaveLength(3);
    for (const problem of told) expect(problem).toMatch(/error Cannot serve 3 entries from here on as .*: \d{7} bytes.*lower SITE\.limit$/);
  });
});

describe("writeBuild()", () => {
  it("writes the content, the icons and the media, and removes files of an earlier build", async () => {
    const { content, media, folder } = await buildOf(files);
    if (content === undefined || media === undefined) throw new Error("Cannot find what was built");
    const target = join(folder, "build");
    mkdirSync(join(target, "public"), { recursive: true });
    writeFileSync(join(target, "public/old.png"), "");
    await writeBuild(target, content, media, now);

    expect(builtContent(target)).toMatchObject(JSON.parse(JSON.stringify(content)));
    expect(readdirSync(target).sort()).toEqual(["content", "public"]);
    expect(readdirSync(join(target, "public")).sort()).toEqual(["_headers", "favicon.ico", "favicon.svg", "icon.png", "media"]);
    for (const path of media.published.keys()) expect(readFileSync(join(target, "public", path))).toEqual(png);
    const headers = readFileSync(join(target, "public/_headers"), "utf8");
    expect(headers).toContain("/media/*\n  Cache-Control: public, max-age=31536000, immutable");
    expect(headers).toMatch(/Content-Security-Policy: default-src 'none'.*media-src 'self'.*sandbox/);
  });

  it("keeps the last build unchanged if a file cannot be read or written", async () => {
    const { content, media, folder } = await buildOf(files);
    if (content === undefined || media === undefined) throw new Error("Cannot find what was built");
    const target = join(folder, "build");
    await writeBuild(target, content, media, now);
    const before = readdirSync(target, { recursive: true }).sort();
    const renamed = { ...content, site: { ...content.site, title: "Renamed" } };
    rmSync(join(folder, "articles/moon.png"));
    await expect(writeBuild(target, renamed, media, now)).rejects.toThrow("Cannot read moon.png: it is not there any more");
    expect(readdirSync(target, { recursive: true }).sort()).toEqual(before);
    expect(builtContent(target).site.title).toBe(content.site.title);
  });

  it("writes the older contents of a large site to chunks that the Worker can read", async () => {
    const long = Array.from({ length: 9 }, (_, index) => [
      `articles/2024-11-0${index + 1}-e${index}.md`,
      `e${index} ${"word ".repeat(20_000)}`,
    ]);
    const assets = '[assets]\nbinding = "ASSETS"\nrun_worker_first = ["/_contents/*"]\n';
    const { content, media, folder } = await buildOf({ "wrangler.toml": `${settings}limit = 1\n${assets}`, ...Object.fromEntries(long) });
    if (content === undefined || media === undefined) throw new Error("Cannot find what was built");
    await writeBuild(join(folder, "build"), content, media, now);
    const stored = builtContent(join(folder, "build"));
    const read = async (name: string) => readFileSync(join(folder, "build/public", chunkPath(name)), "utf8");
    const store = createBundledStore(stored, read);
    expect(readdirSync(join(folder, "build/public/_contents"))).toHaveLength((stored.chunks?.length ?? 0) + 1);
    expect(stored.chunks).toHaveLength(8);
    expect(await store.contents(content.entries)).toEqual(content.entries.map((entry) => entry.content));
  });

  it("omits the default favicon if the site has its own", async () => {
    const { content, media, folder } = await buildOf({
      ...files,
      "articles/own.png": png,
      "wrangler.toml": files["wrangler.toml"].replace("[vars.SITE]", '[vars.SITE]\nfavicon = "own.png"'),
    });
    if (content === undefined || media === undefined) throw new Error("Cannot find what was built");
    await writeBuild(join(folder, "build"), content, media, now);
    expect(readdirSync(join(folder, "build/public")).sort()).toEqual(["_headers", "favicon.svg", "icon.png", "media"]);
  });

  it("writes media with any name", async () => {
    const { content, media, folder } = await buildOf({
      ...files,
      "articles/a b%/月#.png": png,
      "articles/moon.md": `${moon}\n![](<a b%25/月%23.png>)`,
    });
    if (content === undefined || media === undefined) throw new Error("Cannot find what was built");
    await writeBuild(join(folder, "build"), content, media, now);
    expect([...media.published.keys()].every((path) => existsSync(join(folder, "build/public", path)))).toBe(true);
    expect(media.published.size).toBe(2);
  });
});

describe("describeBuild()", () => {
  it("counts the compiled articles", async () => {
    const result = await buildOf(
      {
        ...files,
        "articles/draft.md": "---\ndraft: true\nmood: x\n---\nText",
        "articles/later.md": "---\ndate: 2025-06-01\n---\nText",
      },
      { purpose: "start" },
    );
    expect(describeBuild(result, now)).toEqual([
      'articles/draft.md:3:1 warning Cannot use key "mood": it is not known',
      "Compiled 3 articles (1 scheduled, 1 draft); 0 errors, 1 warning",
    ]);
  });

  it("reports that nothing was compiled", async () => {
    const result = await buildOf({ ...files, "articles/moon.md": "Text" });
    expect(describeBuild(result, now)).toEqual([
      expect.stringMatching(/^articles\/moon\.md:1:1 error /),
      "Nothing compiled; 1 error, 0 warnings",
    ]);
  });
});
