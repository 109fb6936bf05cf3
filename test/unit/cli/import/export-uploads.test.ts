import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { describeImport } from "../../../../src/import/import-report.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

const namespaces = 'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"';
const uploads = "https://old.example/wp-content/uploads";

function wordpress(content: string, meta = "", home = "https://old.example"): string {
  const post = `<wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date_gmt>2024-01-02 00:00:00</wp:post_date_gmt>`;
  const item = `<item><title>A</title><link>${home}/a/</link><guid>1</guid><content:encoded><![CDATA[${content}]]></content:encoded>${post}${meta}</item>`;
  return `<?xml version="1.0"?><rss version="2.0" ${namespaces}><channel><title>T</title><link>${home}</link>${item}</channel></rss>`;
}

function ghost(html: string): string {
  const post = { id: "a".repeat(24), title: "A", slug: "a", html, status: "published", published_at: "2020-01-01T00:00:00.000Z" };
  return JSON.stringify({
    db: [{ meta: { exported_on: 1 }, data: { posts: [{ ...post, feature_image: "__GHOST_URL__/content/images/f.png" }] } }],
  });
}

async function run(folder: string, source: string, isDryRun = false) {
  const articles = join(folder, "articles");
  const result = await importArticles([join(folder, source)], {
    ...{ site: sampleSite, now: Date.UTC(2025, 0), folder: articles, isDryRun },
  });
  const paths = existsSync(articles) ? readdirSync(articles, { recursive: true, withFileTypes: true }) : [];
  const files = paths.filter((entry) => entry.isFile()).map(({ name, parentPath }) => join(parentPath, name).slice(articles.length + 1));
  const [article = ""] = files.filter((path) => path.endsWith(".html"));
  return {
    copied: files.filter((path) => path !== article).sort(),
    text: article === "" ? "" : readFileSync(join(articles, article), "utf8"),
    report: describeImport(result, "articles", isDryRun).map((line) => line.replaceAll(folder, "")),
  };
}

describe("an import of an export copies the uploaded files next to it", () => {
  it.each([
    ["the file, wp-content/uploads", "old/a.xml", "old/a.xml", "old/wp-content/uploads"],
    ["the file, uploads", "old/a.xml", "old/a.xml", "old/uploads"],
    ["the folder, wp-content/uploads", "old", "old/a.xml", "old/wp-content/uploads"],
    ["the folder, with the export below", "old", "old/data/a.xml", "old/wp-content/uploads"],
    ["the folder, with both below", "old", "old/backup/a.xml", "old/backup/uploads"],
  ])("of WordPress: %s", async (_name, source, exported, at) => {
    const html = `<a href="${uploads}/2024/b.pdf#page=2"><img src="${uploads}/2024/a%20b.png"></a>`;
    const files = { [`${at}/2024/a b.png`]: "x", [`${at}/2024/b.pdf`]: "y", [`${at}/unused.png`]: "z" };
    const { copied, report, text } = await run(makeFolder({ [exported]: wordpress(html), ...files }), source);
    expect(copied).toEqual(["wp-content/uploads/2024/a b.png", "wp-content/uploads/2024/b.pdf"]);
    expect(text).toContain('<a href="/wp-content/uploads/2024/b.pdf#page=2"><img src="/wp-content/uploads/2024/a%20b.png"></a>');
    expect(report).toContain(`/${source}: Uploaded files that articles show or link to: 2 copied`);
    expect(report.join("\n")).toContain("1 entry found: 1 written to articles/, 0 already exist, 2 media files, 0 need attention");
  });

  it("of Ghost, also for the picture of an entry", async () => {
    const html =
      '<img src="__GHOST_URL__/content/images/2020/a.png" srcset="__GHOST_URL__/content/images/size/w600/2020/a.png 600w"><a href="/content/files/n.txt">n</a>';
    const files = { "old/content/images/2020/a.png": "x", "old/content/images/f.png": "f", "old/content/files/n.txt": "n" };
    const { copied, text } = await run(makeFolder({ "old/a.json": ghost(html), ...files }), "old");
    expect(copied).toEqual(["content/files/n.text", "content/images/2020/a.png", "content/images/f.png"]);
    expect(text).toContain("image: /content/images/f.png");
    expect(text).toContain('<img src="/content/images/2020/a.png" srcset="/content/images/2020/a.png 600w">');
    expect(text).toContain('<a href="/content/files/n.text">');
  });

  it.each([
    ["the original of another size", `${uploads}/a-300x200.png`, "a.png", "a.png"],
    ["that size, if it is there", `${uploads}/a-300x200.png`, "a-300x200.png", "a-300x200.png"],
    ["the address of Jetpack", "https://i0.wp.com/old.example/wp-content/uploads/a.png?w=640&amp;ssl=1", "a.png", "a.png"],
    ["another scheme and www.", "http://www.old.example/wp-content/uploads/a.png", "a.png", "a.png"],
    ["a relative address", "/wp-content/uploads/a.png", "a.png", "a.png"],
    ["a blog in a folder", "https://old.example/blog/wp-content/uploads/a.png", "a.png", "a.png"],
    ["a name that builds ignore", `${uploads}/_DSC1.jpg`, "_DSC1.jpg", "DSC1.jpg"],
    ["a name in another Unicode form", `${uploads}/caf%C3%A9.jpg`, "cafe\u0301.jpg", "caf\u00E9.jpg"],
  ])("found by %s", async (_name, reference, file, target) => {
    const folder = makeFolder({ "a.xml": wordpress(`<img src="${reference}">`), [`wp-content/uploads/${file}`]: "x" });
    const { copied, text } = await run(folder, "a.xml");
    expect(copied).toEqual([`wp-content/uploads/${target}`]);
    expect(text).toContain(`<img src="/wp-content/uploads/${encodeURI(target)}">`);
  });

  it("also recordings", async () => {
    const meta = `<wp:postmeta><wp:meta_key>enclosure</wp:meta_key><wp:meta_value>${uploads}/a.mp3\n7\naudio/mpeg</wp:meta_value></wp:postmeta>`;
    const { copied, text } = await run(makeFolder({ "a.xml": wordpress("Text", meta), "wp-content/uploads/a.mp3": "x" }), "a.xml");
    expect(copied).toEqual(["wp-content/uploads/a.mp3"]);
    expect(text).toContain("url: /wp-content/uploads/a.mp3");
  });

  it("and names those that are missing, link out of the folder, or exist with other content", async () => {
    const names = ["gone", "mine", "secret", "a"];
    const folder = makeFolder({
      "old/a.xml": wordpress(names.map((name) => `<img src="${uploads}/${name}.png">`).join("")),
      ...{ "key.png": "secret", "old/wp-content/uploads/mine.png": "x", "old/wp-content/uploads/a.png": "x" },
      ...{ "articles/wp-content/uploads/mine.png": "y", "articles/wp-content/uploads/a.png": "x" },
    });
    symlinkSync(join(folder, "key.png"), join(folder, "old/wp-content/uploads/secret.png"));
    const { copied, report, text } = await run(folder, "old/a.xml");
    expect(copied).toEqual(["wp-content/uploads/a.png", "wp-content/uploads/mine.png"]);
    expect(text.match(/src="[^"]+"/g)).toEqual([
      ...["gone", "mine", "secret"].map((name) => `src="${uploads}/${name}.png"`),
      'src="/wp-content/uploads/a.png"',
    ]);
    expect(report.slice(0, 4)).toEqual([
      "/old/a.xml: Uploaded files that articles show or link to: 0 copied, 1 already exists, 1 missing, 2 left out",
      "/old/a.xml: Not next to the export, so articles keep the old address: wp-content/uploads/gone.png",
      expect.stringMatching(/"wp-content\/uploads\/mine\.png": Left out: articles\/wp-content\/uploads\/mine\.png already exists/),
      expect.stringMatching(/"wp-content\/uploads\/secret\.png": Left out: a link leads out of the folder/),
    ]);
  });

  it("and writes nothing in a dry run, and keeps the addresses of other sites", async () => {
    const html = `<img src="${uploads}/a.png"><img src="https://other.example/wp-content/uploads/a.png">`;
    const folder = makeFolder({ "a.xml": wordpress(html), "uploads/a.png": "x" });
    const dry = await run(folder, "a.xml", true);
    expect(dry.report).toContain("/a.xml: Uploaded files that articles show or link to: 1 copied");
    expect(dry.copied).toEqual([]);
    expect((await run(folder, "a.xml")).text).toContain('<img src="https://other.example/wp-content/uploads/a.png">');
  });

  it("and reports nothing without such a folder", async () => {
    const { report } = await run(makeFolder({ "a.xml": wordpress(`<img src="${uploads}/a.png">`) }), "a.xml");
    expect(report.filter((line) => /upload/i.test(line))).toEqual([]);
  });
});
