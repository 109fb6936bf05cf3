import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { describeImport } from "../../../../src/import/import-report.ts";
import { sampleSettings } from "../../../../src/settings/sample-site.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder, png, settings } from "../sample-folder.ts";

const now = Date.UTC(2025, 0, 1, 12);

function filesOf(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return paths.filter((path) => statSync(join(folder, path)).isFile()).sort();
}

const run = (folder: string, sources: readonly string[], isDryRun = false, site = sampleSite) =>
  importArticles(sources, { site, now, folder: join(folder, "articles"), isDryRun });

const old = (folder: string) => join(folder, "old");
const read = (folder: string, path: string) => readFileSync(join(folder, "articles", path), "utf8");

describe("copySite()", () => {
  it("copies a file that needs no change byte for byte, with its byte order mark", async () => {
    const texts = {
      "_posts/2024-01-02-a.md": "\uFEFF---\r\ntitle:  A  # odd\r\n---\r\nText\r\n",
      "_posts/2024-01-03-b.md": "\uFEFF---\r\ntitle: B\r\ncategories: [C#]\r\n---\r\nText\r\n",
    };
    const folder = makeFolder({
      "old/_config.yml": "permalink: pretty",
      ...Object.fromEntries(Object.entries(texts).map(([path, text]) => [`old/${path}`, text])),
    });
    await run(folder, [old(folder)]);
    expect(read(folder, "_posts/2024-01-02-a.md")).toBe(texts["_posts/2024-01-02-a.md"]);
    expect(read(folder, "_posts/2024-01-03-b.md")).toBe(
      texts["_posts/2024-01-03-b.md"].replace("title", "permalink: /c%23/2024/01/03/b/\r\ntitle"),
    );
  });

  it.each([
    ["pelicanconf.py", "SITENAME = 'A'", "content", "Title: A\nDate: 2024-01-02", "    <!-- -->\n    <img alt"],
    ["mkdocs.yml", "site_name: A", "docs", "---\ntitle: A\ndate: 2024-01-02\n---", "    <!-- -->\n    <img alt"],
    ["hugo.toml", "title = 'A'", "content", "---\ntitle: A\ndate: 2024-01-02\n---", "\n    <img alt"],
  ])("keeps HTML with a blank line as the generator read it: %s", async (name, config, texts, header, expected) => {
    const body = "Text\n\n<div>\n\n    <img alt>\n</div>\n";
    const folder = makeFolder({ [`old/${name}`]: config, [`old/${texts}/a.md`]: `${header}\n\n${body}` });
    await run(folder, [old(folder)]);
    expect(read(folder, "a.md")).toContain(`<div>\n${expected}`);
  });

  it("offers the name of an author whom posts name by key, and counts the file of authors as no media file", async () => {
    const folder = makeFolder({
      "old/_config.yml": "title: T",
      "old/_data/authors.yml": "cotes: {name: Cotes Chung, url: https://cotes.example}",
      "old/_posts/2024-01-02-a.md": "---\ntitle: A\nauthor: cotes\n---\nText\n",
    });
    const options = { site: sampleSite, settings: sampleSettings, now, folder: join(folder, "articles"), isDryRun: false };
    const { media, sites } = await importArticles([old(folder)], options);
    expect([media, sites[0]?.media, sites[0]?.settings["author"]]).toEqual([0, 0, { name: "Cotes Chung" }]);
    expect(read(folder, "_data/authors.yml")).toContain("Cotes Chung");
    expect(read(folder, "_posts/2024-01-02-a.md")).toContain("author: cotes");
  });

  it("writes only the branches of conditions that the old site showed, and names the others", async () => {
    const text = [
      "![p]({% if site.ext %}{{ site.url }}/x.png{% else %}/a.png{% endif %})",
      '{% if page.lang == "en" %}Hello{% else %}Hallo{% endif %}',
      "{% if site.draft_note %}NOTE{% endif %} {% unless true %}HIDDEN{% endunless %}",
      '{% if jekyll.environment == "production" and page.pinned %}yes{% endif %}',
      "{% if site.posts %}MAYBE\nHIDDEN{% else %}other{% endif %}",
      "{% for post in site.posts %}- {{ post.title }}{% endfor %}",
    ].join("\n\n");
    const folder = makeFolder({
      "old/_config.yml": "url: https://a.org\next: false\nlang: de\ntimezone: UTC",
      "old/_posts/2024-01-02-a.md": `---\ntitle: A\npinned: true\n---\n${text}\n`,
    });
    const { sites } = await run(folder, [old(folder)]);
    const body = read(folder, "_posts/2024-01-02-a.md").replace(/^---[\s\S]*---\n/, "");
    expect(body.split(/\n\s*\n/).filter((part) => part.trim() !== "")).toEqual(["![p](/a.png)", "Hallo", "yes", "other"]);
    const kind = "Left out text of a condition or a loop that only the old generator can run: compare it with the old page";
    expect(sites[0]?.notes).toEqual([
      { kind, path: "_posts/2024-01-02-a.md", detail: "{% if site.posts %} MAYBE HIDDEN" },
      { kind, path: "_posts/2024-01-02-a.md", detail: "{% for post in site.posts %} - {{ post.title }}" },
    ]);
  });

  it.each([
    ["{% if draft_note %}a{% endif %}{% if shown %}b{% endif %}", "b"],
    ['{%- if kind == "x" -%}a{%- elif kind == "note" -%}b{%- else -%}c{%- endif -%}', "b"],
    ["{% if meta.ads %}a{% else %}b{% endif %}", "b"],
    ["{% for p in collections.posts %}{{ p.url }}{% endfor %}{% macro m() %}a{% endmacro %}b", "b"],
  ])("evaluates the conditions of Eleventy: %s", async (text, expected) => {
    for (const engine of ["liquid", "njk"]) {
      const folder = makeFolder({
        "old/.eleventy.js": `module.exports = () => ({ markdownTemplateEngine: "${engine}" });`,
        "old/_data/meta.json": '{ "ads": false }',
        "old/posts/a.md": `---\ntitle: A\ndate: 2024-01-02\nkind: note\nshown: true\ntags: posts\n---\n${engine === "njk" ? text : text.replace("elif", "elsif")}\n`,
      });
      await run(folder, [old(folder)]);
      expect(read(folder, "posts/a.md").replace(/^---[\s\S]*---\n/, "")).toBe(`${expected}\n`);
    }
  });

  it("leaves out binary data, and counts a text whose front matter only its conversion makes readable", async () => {
    const folder = makeFolder({
      "old/_config.yml": "title: T",
      "old/_posts/2024-01-02-a.md": "---\ntitle: A\n---\nText",
      "old/_posts/2024-01-03-b.md": "",
    });
    writeFileSync(join(folder, "old/_posts/2024-01-03-b.md"), Buffer.from("---\ntitle: B\n---\nText \x93 \u0081\n", "latin1"));
    writeFileSync(join(folder, "old/_posts/2024-01-04-c.md"), Buffer.from("---\ntitle: C\ndraft: true\n---\nText \0 \u0081\n", "latin1"));
    const { concerns, sites, written } = await run(folder, [old(folder)]);
    expect(written).toEqual(["_posts/2024-01-02-a.md", "_posts/2024-01-03-b.md"]);
    expect(sites[0]).toMatchObject({ posts: 2, drafts: 0, unknown: [] });
    expect(concerns[0]).toMatchObject({ entry: "_posts/2024-01-04-c.md", note: expect.stringContaining("Left out: it has bytes") });
  });

  it("names the address of a post that collided with another one as changed", async () => {
    const texts = ["2024-01-09-short.md", "2024-1-9-short.md"].map((name) => [`old/_posts/${name}`, `---\ntitle: ${name}\n---\nText`]);
    const folder = makeFolder({ "old/_config.yml": "permalink: pretty", ...Object.fromEntries(texts) });
    const { sites } = await run(folder, [old(folder)]);
    expect(sites[0]).toMatchObject({ kept: 1, changed: [expect.stringContaining("short.md")] });
  });

  it("converts texts to UTF-8, and reports those whose encoding is only probable", async () => {
    const text = (title: string) => `---\r\ntitle: ${title}\r\ndate: 2024-02-03\r\n---\r\nText\r\n`;
    const folder = makeFolder({
      "old/a.md": Buffer.from(`\uFEFF${text("Grüße")}`, "utf16le"),
      "old/b.md": Buffer.from(text("Köln"), "latin1"),
      "old/c.md": Buffer.concat([Buffer.from(text("C")), Buffer.of(0xcb, 0xf3, 0xed, 0xe0)]),
    });
    const { concerns, sites, written } = await run(folder, [old(folder)]);
    expect(written).toEqual(["a.md", "b.md", "c.md"]);
    expect(["a.md", "b.md", "c.md"].map((path) => read(folder, path))).toEqual([text("Grüße"), text("Köln"), `${text("C")}Луна`]);
    expect(sites[0]?.notes).toEqual([{ kind: "Converted from UTF-16LE to UTF-8", path: "a.md" }]);
    expect(concerns.map(({ entries, note }) => `${entries}: ${note}`)).toEqual([
      'b.md: Not in UTF-8, and declares no encoding, so it was converted from windows-1252: check its letters, for example in "title: Köln"',
      'c.md: Not in UTF-8, and declares no encoding, so it was converted from windows-1251: check its letters, for example in "Луна"',
    ]);
    expect(await run(folder, [old(folder)])).toMatchObject({ written: [], existing: 3 });
  });

  it("decodes texts by the language of the old site, or of the new one", async () => {
    const post = (title: Uint8Array) => Buffer.concat([Buffer.from("---\ntitle: "), title, Buffer.from("\n---\nText\n")]);
    const folder = makeFolder({
      "old/_config.yml": "lang: el",
      "old/_posts/2024-01-02-a.md": post(Buffer.of(0xce, 0xde, 0xeb, 0xe9, 0xef, 0xf2)),
      "old/_posts/2024-01-03-b.md": post(Buffer.of(0xd6, 0xf9, 0xf2)),
    });
    const { concerns } = await run(folder, [old(folder)]);
    expect(concerns).toMatchObject([
      { entries: ["_posts/2024-01-02-a.md", "_posts/2024-01-03-b.md"], note: expect.stringContaining("1253") },
    ]);
    expect(read(folder, "_posts/2024-01-02-a.md")).toContain("title: Ξήλιος");
    const other = makeFolder({ "old/2024-01-02-c.md": post(Buffer.of(0xd6, 0xf9, 0xf2)) });
    const options = { site: sampleSite, settings: { language: "el" }, now, folder: join(other, "articles"), isDryRun: false };
    await importArticles([old(other)], options);
    expect(read(other, "2024-01-02-c.md")).toContain("title: Φως");
  });

  it.each([false, true])("skips files that are too large for a build, by their size alone (dry run: %s)", async (isDryRun) => {
    const folder = makeFolder({
      "old/_config.yml": "",
      "old/_posts/2024-01-02-a.md": "x",
      "old/_posts/2024-01-03-b.md": "x",
      "old/huge.png": "",
      "old/large.png": "",
    });
    const resize = (path: string, size: number) => truncateSync(join(old(folder), path), size);
    resize("_posts/2024-01-03-b.md", 2 * 1024 * 1024 + 1);
    resize("huge.png", 3 * 1024 ** 3);
    resize("large.png", 25 * 1024 * 1024);
    const result = await run(folder, [old(folder)], isDryRun);
    expect(result).toMatchObject({ written: ["_posts/2024-01-02-a.md"], leftOut: 1, media: 1 });
    expect(result.concerns.map(({ entry, note }) => `${entry} ${note}`)).toEqual([
      "_posts/2024-01-03-b.md Left out: an article may have 2 MB; split it into several, and import those",
      "huge.png Left out: it has 3072.0 MiB (3221225472 bytes) and Cloudflare serves no file of more than 25 MiB; put it on another host and use its URL",
    ]);
    expect(filesOf(join(folder, "articles"))).toEqual(isDryRun ? [] : ["_posts/2024-01-02-a.md", "large.png"]);
  });

  it("reports a text that the build would ignore for its name", async () => {
    const folder = makeFolder({ "old/posts/a.md": "---\ndate: 2024-01-02\n---\n# A", "old/posts/.b.md": "# B", "old/posts/_c.md": "# C" });
    const { concerns } = await run(folder, [old(folder)]);
    expect(concerns.map(({ entry, note }) => `${entry} ${note}`)).toEqual([
      "posts/.b.md Left out: names that begin with . or _ are ignored in articles/; rename it",
      "posts/_c.md Left out: names that begin with . or _ are ignored in articles/; rename it",
    ]);
  });

  it("replaces the path of a default picture, below the base of the old site, with that of its copy", async () => {
    const folder = makeFolder({
      "old/_config.yml": 'baseurl: /log\ndefaults: [{scope: {path: ""}, values: {image: /img/a.png}}]',
      "old/_posts/2024-01-02-a.md": "---\ntitle: A\n---\nText",
      "old/img/a.png": png,
    });
    await run(folder, [old(folder)]);
    expect(read(folder, "_posts/2024-01-02-a.md")).toContain("image: /log/img/a.png");
  });

  it("renames the later of two files with the same name or address, and says so", async () => {
    const folder = makeFolder({
      "old/_config.yml": "collections: {notes: {output: true}}",
      "old/_posts/2024-01-02-a.md": "---\npermalink: /same/\n---\nx",
      "old/_posts/2024-01-03-b.md": "---\npermalink: /same/\n---\ny",
      "old/_notes/c.md": "---\ntitle: C\n---\nx",
      "old/notes/c.md": "---\ntitle: D\n---\ny",
      "old/index.md": "---\ntitle: Home\n---\nMy front page.",
    });
    const { sites, written } = await run(folder, [old(folder)]);
    expect([...written].sort()).toEqual(["_posts/2024-01-02-a.md", "_posts/2024-01-03-b.md", "index.md", "notes/c-2.md", "notes/c.md"]);
    expect(read(folder, "_posts/2024-01-03-b.md")).toContain("permalink: /same-2/");
    expect(sites[0]?.notes.map(({ kind, detail }) => `${kind}: ${detail}`)).toEqual([
      "Another file has the same name, so the copy was renamed: notes/c-2.md",
      "The address belongs to another article: /same/ is /same-2/ now",
      "The address is one of the new site itself: / is /home now",
      "The address belongs to another article: /notes/c.html is /notes/c-2.html now",
    ]);
    expect(sites[0]?.changed).toHaveLength(3);
  });

  it("copies a file whose front matter cannot be read unchanged, and reports it", async () => {
    const broken = "---\ntitle: [\n---\nText";
    const folder = makeFolder({ "old/_config.yml": "", "old/_posts/2024-01-02-a.md": broken });
    const { concerns, sites } = await run(folder, [old(folder)]);
    expect(read(folder, "_posts/2024-01-02-a.md")).toBe(broken);
    expect(concerns).toMatchObject([{ entry: "_posts/2024-01-02-a.md", note: expect.stringContaining("line 2") }]);
    expect(sites[0]?.notes).toMatchObject([{ kind: expect.stringContaining("Copied unchanged") }]);
  });

  it("skips texts that would be empty entries, and counts them", async () => {
    const folder = makeFolder({
      "old/_config.yml": "",
      "old/_posts/2024-01-02-a.md": "---\ntitle: A\n---\n",
      "old/redirect.md": "---\nlayout: redirect\n---\n<!-- nothing -->\n\n<!-- at all",
      "old/about.md": "---\nlayout: page\n---\n<!-- a note --> About",
    });
    const { sites, written } = await run(folder, [old(folder)]);
    expect(written).toEqual(["_posts/2024-01-02-a.md", "about.md"]);
    expect([...(sites[0]?.leftOut ?? [])]).toEqual([["pages without a text", ["redirect.md"]]]);
  });

  it("asks for the date of a single article without a date, but not of a draft", async () => {
    const folder = makeFolder({
      "a.md": "# A\n\nOn 5 May 2020",
      "b.md": "---\ntitle: B\ndraft: true\n---\nText",
      "2024-01-02-c.md": "Text",
      "d.md": "---\ntitle: D\nfeed: false\n---\nText",
    });
    const asked: string[] = [];
    const askForDate = async ({ content, title }: { readonly content: string; readonly title: string }) => {
      asked.push(`${title}: ${content}`);
      return "2020-05-05";
    };
    const sources = ["a.md", "b.md", "2024-01-02-c.md", "d.md"].map((name) => join(folder, name));
    await importArticles(sources, { site: sampleSite, now, folder: join(folder, "articles"), isDryRun: false, askForDate });
    expect(asked).toEqual(["a.md: # A\n\nOn 5 May 2020"]);
    expect(read(folder, "a.md")).toBe("---\ndate: 2020-05-05\n---\n# A\n\nOn 5 May 2020");
  });

  const nikolaSettings =
    'BLOG_TITLE = "The site"\nSITE_URL = "https://example.org/"\nPOSTS = (("posts/*.rst", "posts"), ("posts/*.txt", "posts"))\n';
  const header = ".. title: Moon\n.. date: 2024-01-02\n\nText\n";

  it.each<[string, string, Record<string, string>, string]>([
    ["Nikola", "posts/a.rst, posts/b.txt", { "conf.py": nikolaSettings, "posts/a.rst": header, "posts/b.txt": header }, "The site"],
    [
      "Pelican",
      "content/a.rst",
      { "pelicanconf.py": 'SITENAME = "The site"\nSITEURL = "https://example.org"\n', "content/a.rst": "A\n#\n\n:date: 2024-01-02\n" },
      "The site",
    ],
  ])("imports the settings of a site of %s whose texts must be converted first, and names %s", async (generator, names, files, title) => {
    const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, text]) => [`old/${path}`, text])));
    const result = await run(folder, [old(folder)]);
    expect(result).toMatchObject({ written: [], concerns: [], sites: [{ generator, settings: { title } }] });
    expect(describeImport(result, "articles", false).join("\n")).toMatch(
      new RegExp(`^left out (?:one of the|2) texts that are not Markdown or HTML: ${names}; convert them to Markdown`, "m"),
    );
  });

  it("reports that a folder has nothing to import", async () => {
    const folder = makeFolder({ "old/main.c": "int x;" });
    const result = await run(folder, [old(folder)]);
    expect(result.concerns).toMatchObject([
      { note: "Nothing to import: the folder has no articles, which are Markdown, HTML and text files" },
    ]);
    expect(describeImport(result, "articles", false)).toHaveLength(2);
  });

  const feed =
    '<rss version="2.0"><channel><title>T</title><item><title>A</title><guid>a</guid><description>x</description></item></channel></rss>';

  it.each(["site.WordPress.2024-01-01.xml", "wordpress.xml", "feed.xml", "backup/feed.rss"])(
    "reads the only export in the folder: %s",
    async (name) => {
      const folder = makeFolder({ [`old/${name}`]: feed, "old/content/images/a.png": "x", "old/x.json": "{}" });
      const { concerns, written } = await run(folder, [old(folder)]);
      expect(written).toHaveLength(1);
      expect(concerns.filter(({ entry }) => entry === undefined)).toEqual([]);
    },
  );

  it("prints the command for several exports, and for an archive", async () => {
    const folder = makeFolder({ "old/a.xml": feed, "old/b c.xml": feed, "zip/medium export.zip": "PK" });
    const { concerns } = await run(folder, [old(folder), join(folder, "zip")]);
    const [several, archive] = concerns.map(({ note }) => note);
    expect(several).toContain(`npm run import -- ${join(old(folder), "a.xml")} '${join(old(folder), "b c.xml")}'`);
    expect(archive).toContain(`unzip '${join(folder, "zip/medium export.zip")}' -d '${join(folder, "zip/medium export")}'`);
  });

  it.each([
    [
      "Hugo",
      '{{- printf "<?xml version=\\"1.0\\"?>" | safeHTML }}\n<rss version="2.0"><channel>{{ range .Pages }}<item/>{{ end }}</channel></rss>',
    ],
    ["Jekyll", '<feed xmlns="http://www.w3.org/2005/Atom">{% for post in site.posts %}<entry/>{% endfor %}</feed>'],
    ["WordPress", '<?php header("x"); ?><rss version="2.0"><channel/></rss>'],
    ["Eleventy", '{ "version": "https://jsonfeed.org/version/1.1", "title": "{{ title }}", "items": [] }'],
  ])("takes no template of a feed for an export: %s", async (_, template) => {
    const folder = makeFolder({ "old/layouts/feed.xml": template, "old/layouts/feed.json": template });
    const { concerns } = await run(folder, [old(folder)]);
    expect(concerns.map(({ note }) => note).join()).toContain("Nothing to import");
  });

  it("reads an export whose entries have tags of templates", async () => {
    const folder = makeFolder({ "old/a.xml": feed.replace("<item>", "<item><description>{{ a }}{% b %}</description>") });
    expect((await run(folder, [old(folder)])).written).toHaveLength(1);
  });
});

describe("copySite() of a folder of an unknown generator", () => {
  it("copies articles and media files, and skips other files and those of programs", async () => {
    const texts = {
      "a.md": "---\ndate: 2024-01-02\n---\nx",
      "b/c.png": png,
      "b/d.org": "x",
      "e.canvas": "{}",
      "e.css": "x",
      ".git/f.md": "x",
      "node_modules/g.md": "x",
    };
    const folder = makeFolder(Object.fromEntries(Object.entries(texts).map(([path, text]) => [`old/${path}`, text])));
    const result = await run(folder, [join(folder, "old")]);
    expect(filesOf(join(folder, "articles"))).toEqual(["a.md", "b/c.png"]);
    expect(describeImport(result, "articles", false)).toEqual([
      "1 entry found: 1 written to articles/, 0 already exist, 1 media file, 0 need attention",
      `${join(folder, "old")} is a folder of an unknown generator: 1 post, 0 pages, 1 media file`,
      "left out one of the texts that are not Markdown or HTML: b/d.org; convert them to Markdown, for example with pandoc, and import again",
      "left out one of the canvases of Obsidian: e.canvas; to keep its words, write them into a note, and import again",
      expect.stringContaining("Next: npm run check"),
    ]);
  });

  it("fills in the address of a post, and the paths of copied files in tags", async () => {
    const folder = makeFolder({
      "old/_config.yml": "baseurl: /b\ncollections: {tools: {output: true}}",
      "old/_tools/plane.md": "---\ntitle: Plane\n---\nx",
      "old/assets/x.pdf": "%PDF-1.4",
      "old/_posts/2024-01-02-one.md":
        "---\n---\n{{ page.title }} {{ page.url }} [a]({{ site.baseurl }}{% link _tools/plane.md %}) [b]({% link assets/x.pdf %})",
    });
    const { sites } = await run(folder, [old(folder)]);
    expect(read(folder, "_posts/2024-01-02-one.md")).toContain("One /2024/01/02/one.html [a](/tools/plane.md) [b](/b/assets/x.pdf)");
    expect(sites[0]?.notes).toEqual([]);
  });

  it("removes private comments even from a note whose front matter cannot be read", async () => {
    const folder = makeFolder({
      "old/.obsidian/app.json": "{}",
      "old/2024-01-02 A.md": "a %%hidden%%",
      "old/2024-01-03 B.md": "---\ntitle: [\n---\nb %%hidden%%",
    });
    const { sites } = await run(folder, [old(folder)]);
    expect(read(folder, "2024-01-02 A.md")).toBe("---\ntitle: 2024-01-02 A\n---\na ");
    expect(read(folder, "2024-01-03 B.md")).toBe("---\ntitle: [\n---\nb ");
    expect(sites[0]?.facts).toContain("Removed 2 comments of Obsidian (%%…%%), which readers must not see");
  });

  it("corrects references to moved pictures, also next to a nested site", async () => {
    const folder = makeFolder({
      "old/writing/a.md":
        "---\ndate: 2024-01-02\nimage: ../public/p.png\n---\n![x](../public/p.png) ![y](/public/p.png) `![z](/public/p.png)`",
      "old/public/p.png": png,
    });
    await run(folder, [old(folder)]);
    expect(read(folder, "writing/a.md")).toBe("---\nimage: /p.png\ndate: 2024-01-02\n---\n![x](/p.png) ![y](/p.png) `![z](/public/p.png)`");
    const nested = makeFolder({
      "old/web/docusaurus.config.js": 'module.exports = { baseUrl: "/d/", presets: [["classic", {}]] }',
      "old/web/blog/2024-01-02-a.md": "![x](@site/static/p.png) [y](/blog/b) [z](@site/blog/2024-01-02-a.md)",
      "old/web/static/p.png": png,
    });
    await run(nested, [old(nested)]);
    expect(read(nested, "2024-01-02-a.md")).toContain("![x](/p.png) [y](/d/blog/b) [z](/2024-01-02-a.md)");
  });

  it("overwrites no file, and reports the entry that it does not write", async () => {
    const folder = makeFolder({
      "old/a.md": "---\ndate: 2024-01-02\n---\nnew",
      "old/b.md": "---\ndate: 2024-01-02\nid: urn:b\n---\nx",
      "articles/a.md": "---\ndate: 2024-01-02\n---\nold",
      "articles/other.md": "---\ndate: 2024-01-02\nid: urn:b\n---\nx",
    });
    const result = await run(folder, [join(folder, "old")]);
    expect(result).toMatchObject({ written: [], existing: 1, leftOut: 1 });
    expect(result.concerns).toMatchObject([{ note: "Left out: articles/a.md already exists with other content" }]);
    expect(readFileSync(join(folder, "articles/a.md"), "utf8")).toContain("old");
  });

  it("reports articles that do not compile, by file and line", async () => {
    const folder = makeFolder({
      "old/a.md": "---\ntitle: A\ndate: 2024-13-31\n---\n",
      "old/b.md": Buffer.of(0xcb, 0xf3, 0xed, 0xe0, 0),
      "old/c.txt": "---\ndate: 2024-01-02\nexpires: soon\n---\nText",
    });
    const result = await run(folder, [join(folder, "old")]);
    expect(result.written).toEqual(["a.md", "c.txt"]);
    expect(result.concerns.map(({ file, note }) => `${file} ${note}`)).toEqual([
      expect.stringMatching(/^a\.md line 3: Cannot read date "2024-13-31"/),
      expect.stringMatching(/^c\.txt line 3: Cannot read expires "soon"/),
      "undefined Left out: it has bytes that are not in a text; convert it, and import again",
    ]);
  });
});

describe("copySite() of a file that is an article", () => {
  it("copies it under its name", async () => {
    const folder = makeFolder({
      "x/a.md": "---\ndate: 2024-01-02\n---\nx",
      "x/2024-01-03-b.markdown": "x",
      "x/c.html": "---\ndate: 2024-01-02\n---\n<p>x",
      "wrangler.toml": settings,
    });
    const result = await run(
      folder,
      ["x/a.md", "x/2024-01-03-b.markdown", "x/c.html"].map((path) => join(folder, path)),
    );
    expect(result.written).toEqual(["a.md", "2024-01-03-b.markdown", "c.html"]);
    expect(readFileSync(join(folder, "articles/c.html"), "utf8")).toBe("---\ndate: 2024-01-02\n---\n<p>x");
  });
});

describe("copySite() of an address that ends with wide white space", () => {
  it("keeps it", async () => {
    const folder = makeFolder({
      "old/hugo.toml": 'baseURL = "https://a.org"',
      "old/content/posts/a.md": "---\ntitle: A\ndate: 2024-01-02\nurl: java-wrapper\u3000\n---\nText",
    });
    const { sites } = await run(folder, [old(folder)]);
    expect(read(folder, "posts/a.md")).toContain("permalink: /java-wrapper%E3%80%80/\n");
    expect(sites[0]).toMatchObject({ kept: 1, changed: [], unknown: [] });
  });
});
