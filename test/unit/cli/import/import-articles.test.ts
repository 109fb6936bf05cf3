import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, truncateSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { DocumentReader } from "../../../../src/cli/import/document-reader.ts";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import type { ImportArticlesOptions } from "../../../../src/cli/import/import-context.ts";
import { describeImport, type ImportResult, isIncomplete } from "../../../../src/import/import-report.ts";
import { sampleSettings } from "../../../../src/settings/sample-site.ts";
import { awkwardEntries, renderSamples, sampleSite } from "../../../samples.ts";
import { listen } from "../../doctor/feed-server.ts";
import { makeFolder, png, settings } from "../sample-folder.ts";

const program = resolve(import.meta.dirname, "../../../../src/cli/run.js");
const now = Date.UTC(2025, 0, 1);
const item = (title: string, more = "") =>
  `<item><title>${title}</title><guid>${title}</guid><pubDate>2024-01-02T00:00:00Z</pubDate><description>Text</description>${more}</item>`;
const rss = (items: string, declaration = "") => `${declaration}<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;

// All imports share the process of one reader.
const reader = new DocumentReader();
afterAll(() => reader.close());

function run(folder: string, sources: readonly string[], options: Partial<ImportArticlesOptions> = {}) {
  const paths = sources.map((source) => (source.includes("://") ? source : join(folder, source)));
  return importArticles(paths, { site: sampleSite, now, folder: join(folder, "articles"), isDryRun: false, reader, ...options });
}

function filesOf(folder: string): string[] {
  const articles = join(folder, "articles");
  return existsSync(articles)
    ? readdirSync(articles, { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(".html"))
        .sort()
    : [];
}

async function serve(answers: Readonly<Record<string, (origin: string) => string>>): Promise<{ origin: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ""];
    asked.push(request.url ?? "");
    response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/feed+json" });
    response.end(answer?.(origin));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, asked };
}

const namespaces = 'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"';
const wordpress = (items: string, home = "https://old.example") =>
  `<?xml version="1.0"?><rss version="2.0" ${namespaces}><channel><title>T</title><link>${home}</link>${items}</channel></rss>`;
const post = (text: string, more = "") =>
  `<item><title>A</title><link>https://old.example/a/</link><guid>1</guid><content:encoded><![CDATA[${text}]]></content:encoded>
    <wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date_gmt>2024-01-02 00:00:00</wp:post_date_gmt>${more}</item>`;
const attachment = (id: number) =>
  `<item><title>p</title><wp:post_id>${id}</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>
    <wp:attachment_url>https://old.example/${id}.jpg</wp:attachment_url></item>`;

describe("importArticles() of an export in several files", () => {
  const thumbnail = `<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>10</wp:meta_value></wp:postmeta>`;
  const first = wordpress(post('[gallery ids="8,9"]', thumbnail) + attachment(8));
  const notesOf = ({ concerns }: ImportResult) => concerns.filter(({ entry }) => entry === "A").map(({ note }) => note);

  it("finds the pictures of a post in the other files", async () => {
    const folder = makeFolder({ "1.xml": first, "2.xml": wordpress(attachment(9) + attachment(10)), "a.txt": "Text", "b.png": png });
    const result = await run(folder, ["1.xml", "2.xml", "a.txt", "b.png", "missing.xml"]);
    const text = readFileSync(join(folder, "articles", result.written[0] ?? ""), "utf8");
    for (const id of [8, 9, 10]) expect(text).toContain(`https://old.example/${id}.jpg`);
    expect(notesOf(result)).toEqual([]);
  });

  it("names the missing pictures, also if a file of another blog has their numbers", async () => {
    const folder = makeFolder({ "1.xml": first, "2.xml": wordpress(attachment(9) + attachment(10), "https://other.example") });
    const result = await run(folder, ["1.xml", "2.xml"]);
    expect(notesOf(result)).toEqual([
      expect.stringContaining("A part of a gallery is missing, since no file has the attachment 9: export it from WordPress"),
      expect.stringContaining("Its featured image is missing, since no file has the attachment 10: export it from WordPress"),
    ]);
  });
});

describe("importArticles() of an export", () => {
  const posts = ["a", "b"].map((slug) => ({
    ...{ id: slug.repeat(24), title: slug, slug, html: "<p>Text</p>", status: "published", type: "post", visibility: "public" },
    published_at: "2020-01-01T00:00:00.000Z",
  }));
  const tables = {
    posts,
    settings: [{ key: "title", value: "Harbour" }],
    users: [{ id: "1", name: "Ada" }],
    posts_authors: [{ post_id: "a".repeat(24), author_id: "1", sort_order: 0 }],
  };
  const ghost = JSON.stringify({ db: [{ meta: { exported_on: 1 }, data: tables }] });

  it("offers its settings instead of the sample's, and names the next command", async () => {
    const result = await run(makeFolder({ "ghost.json": ghost }), ["ghost.json"], { settings: sampleSettings });
    expect(result.offers).toMatchObject([{ missing: { title: "Harbour", description: "", author: { name: "Ada" } } }]);
    const lines = describeImport(result, "articles", false);
    expect(lines).toEqual(expect.arrayContaining(['title = "Harbour"', 'author = { name = "Ada" }', expect.stringMatching(/^Next: /)]));
  });

  it.each([
    [
      "a feed",
      { "old.xml": `<rss version="2.0"><channel><title>Harbour</title><link>https://old.example/</link>${item("a")}</channel></rss>` },
      "old.xml",
    ],
    [
      "Medium",
      {
        "old/posts/2024-01-02_A-abcdef123456.html":
          '<h1 class="p-name">A</h1><section data-field="body" class="e-content"><p>x</p></section><footer><a href="https://medium.com/@h" class="p-author h-card">Harbour</a></footer>',
      },
      "old",
    ],
    [
      "Substack",
      {
        "old/posts.csv": "post_id,post_date,is_published,type,audience,title\n1.a,2024-01-02T10:00:00.000Z,true,newsletter,everyone,A\n",
        "old/posts/1.a.html": "<p>x</p>",
        "old/email_list.harbour.csv": "",
      },
      "old",
    ],
  ])("offers the settings of %s", async (_, files: Record<string, string>, source) => {
    const { offers } = await run(makeFolder(files), [source], { settings: sampleSettings });
    expect(offers).toMatchObject([{ missing: { title: expect.stringMatching(/^harbour$/i) } }]);
  });

  it("names the links that lead out of an export", async () => {
    const folder = makeFolder({
      "old/posts.csv": "post_id,post_date,is_published\n1.a,2024-01-02T10:00:00.000Z,true\n",
      "old/posts/x": "",
    });
    symlinkSync("/proc/self/environ", join(folder, "old/posts/1.a.html"));
    const { concerns } = await run(folder, ["old"]);
    expect(concerns).toContainEqual(
      expect.objectContaining({ entry: "posts/1.a.html", note: expect.stringMatching(/^Left out: a link leads out/) }),
    );
  });

  it("offers nothing for a web page, and only the settings of the first document of an archive", async () => {
    const page = `<html><head><title>Page</title></head><body><article>${"<p>A long text of an article.</p>".repeat(30)}</article></body></html>`;
    expect((await run(makeFolder({ "page.html": page }), ["page.html"], { settings: sampleSettings })).offers).toEqual([]);
    const feed = (title: string, next?: string) =>
      JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title, next_url: next, items: [{ id: title, content_text: "x" }] });
    const { origin } = await serve({ "/1": (own) => feed("First", `${own}/2`), "/2": () => feed("Second") });
    const { offers, written } = await run(makeFolder({}), [`${origin}/1`], { settings: sampleSettings });
    expect([written.length, offers.map(({ missing }) => missing["title"])]).toEqual([2, ["First"]]);
  });

  it("removes unchanged sample articles with --write, and names that option without it", () => {
    const folder = makeFolder({ "ghost.json": ghost, "wrangler.toml": settings });
    cpSync(resolve(import.meta.dirname, "../../../../articles"), join(folder, "articles"), { recursive: true });
    const start = (...more: string[]) =>
      spawnSync(process.execPath, [program, "import", "ghost.json", ...more], { cwd: folder, encoding: "utf8" }).stdout;
    expect(start()).toContain("6 sample articles are still there: import with --write removes what you have not changed");
    expect(start("--write")).toContain("Removed 6 sample articles, which you had not changed: 2024-11-06-harris-concedes.txt, ");
    expect(readdirSync(join(folder, "articles"))).toEqual(["2020"]);
  });
});

describe("importArticles()", () => {
  it("writes a file for every entry, and nothing the second time", async () => {
    const folder = makeFolder({ "rss.xml": renderSamples(awkwardEntries).rss });
    const first = await run(folder, ["rss.xml"]);
    expect(first).toMatchObject({ existing: 0, leftOut: 0, sourcesRead: 1, concerns: [] });
    expect(filesOf(folder)).toEqual([...first.written].sort());
    expect(first.written).toHaveLength(awkwardEntries.length);
    const texts = filesOf(folder).map((file) => readFileSync(join(folder, "articles", file), "utf8"));
    expect(await run(folder, ["rss.xml"])).toMatchObject({ written: [], existing: awkwardEntries.length, concerns: [] });
    expect(filesOf(folder).map((file) => readFileSync(join(folder, "articles", file), "utf8"))).toEqual(texts);
  });

  it("writes a picture of a data: URL as a file next to its article", async () => {
    const picture = `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
    const folder = makeFolder({
      "rss.xml": rss(`<item><title>Sea</title><guid>s</guid><pubDate>2024-01-02T00:00:00Z</pubDate>
      <description>&lt;p&gt;Up.&lt;/p&gt;&lt;img src="${picture}"&gt;</description></item>`),
    });
    const { concerns, written } = await run(folder, ["rss.xml"]);
    expect({ concerns, written }).toEqual({ concerns: [], written: ["2024/2024-01-02-sea.html"] });
    expect(readFileSync(join(folder, "articles/2024/2024-01-02-sea.html"), "utf8")).toContain('<img src="2024-01-02-sea-picture-1.png">');
    expect(readFileSync(join(folder, "articles/2024/2024-01-02-sea-picture-1.png"))).toEqual(Buffer.from(png));
    expect(await run(folder, ["rss.xml"])).toMatchObject({ written: [], existing: 1, concerns: [] });
  });

  it("asks for the date of a text or a web page without one, but not of an entry of a feed", async () => {
    const text = "<p>The moon rises over the harbour, and the tide follows it.</p>".repeat(20);
    const page = `<!doctype html><title>P</title><meta name="date" content="someday"><article><h1>P</h1>${text}</article>`;
    const dated = page.replace("someday", "2020-02-03");
    const feed = rss("<item><title>F</title><guid>F</guid><description>Text</description></item>");
    const folder = makeFolder({ "a.txt": "A\n\nText.", "2021-01-02-b.txt": "B\n\nText.", "c.html": page, "d.html": dated, "e.xml": feed });
    const asked: string[] = [];
    const askForDate = async ({ title }: { readonly title: string }) => {
      asked.push(title);
      return title === "A" ? "2024-05-06" : undefined;
    };
    const { written } = await run(folder, ["a.txt", "2021-01-02-b.txt", "c.html", "d.html", "e.xml"], { askForDate });
    expect(asked).toEqual(["A", "P"]);
    expect(written).toEqual([
      "2024/2024-05-06-a.txt",
      "2021/2021-01-02-b.txt",
      "undated/p.html",
      "2020/2020-02-03-p.html",
      "undated/f.html",
    ]);
  });

  it("converts a text in Windows-1252, and notes it", async () => {
    const folder = makeFolder({ "2024-05-06-a.txt": Buffer.from("Une fenêtre\n\nÀ côté de la forêt.", "latin1") });
    const { concerns, written } = await run(folder, ["2024-05-06-a.txt"]);
    expect(concerns).toMatchObject([{ note: expect.stringContaining("converted from windows-1252") }]);
    expect(readFileSync(join(folder, "articles", ...written), "utf8")).toContain("À côté de la forêt.");
  });

  it("writes nothing in a dry run, and lists the files", async () => {
    const folder = makeFolder({ "rss.xml": rss(item("A") + item("A")) });
    const result = await run(folder, ["rss.xml"], { isDryRun: true });
    expect(filesOf(folder)).toEqual([]);
    const from = join(folder, "rss.xml");
    expect(describeImport(result, "articles", true)).toEqual([
      "articles/2024/2024-01-02-a.html",
      `${from} "A": Left out: an entry before it has the same id`,
      "Dry run, nothing written: 2 entries found: 1 would be written to articles/, 0 already exist, 1 left out, 1 needs attention",
      "To keep addresses and ids, add to [vars.SITE] in wrangler.toml, or import with --write:",
      'title = "T"',
    ]);
  });

  it("reads every encoding that a document declares", async () => {
    const windows = Buffer.from(rss(item("Café \u0080"), '<?xml version="1.0" encoding="windows-1252"?>'), "latin1");
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>f</id><entry><id>x</id><title>Łódź</title><updated>2024-01-02T00:00:00Z</updated></entry></feed>`;
    const folder = makeFolder({ "windows.xml": windows, "utf16.xml": Buffer.from(`\uFEFF${atom}`, "utf16le") });
    expect(await run(folder, ["windows.xml", "utf16.xml"])).toMatchObject({ concerns: [] });
    const texts = filesOf(folder).map((file) => readFileSync(join(folder, "articles", file), "utf8"));
    expect(texts.join()).toMatch(/title: Café €[\s\S]*title: Łódź/);
  });

  it("recognizes exports, web pages and texts by their content", async () => {
    const wxr = rss("", "<!-- WXR -->").replace(
      "<rss",
      '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"',
    );
    const wordpress = wxr.replace(
      "</channel>",
      "<item><title>W</title><guid>w</guid><wp:post_date_gmt>2024-01-02 00:00:00</wp:post_date_gmt><content:encoded>One\n\ntwo</content:encoded></item></channel>",
    );
    const post = { id: "g", slug: "ghost", title: "G", html: "<p>x</p>", status: "published", published_at: "2024-01-03T00:00:00Z" };
    const ghost = JSON.stringify({ db: [{ meta: { exported_on: 1 }, data: { posts: [post] } }] });
    const meta =
      '<meta charset="windows-1252"><title>P</title><meta name="date" content="2024-01-04"><link rel="canonical" href="https://old.example/p">';
    const page = Buffer.from(
      `<!doctype html><html><head>${meta}</head><body><article><p>${"Caf\u00e9, and so on. ".repeat(40)}</p></article></body></html>`,
      "latin1",
    );
    const folder = makeFolder({
      "w.xml": wordpress,
      "g.json": ghost,
      "p.htm": page,
      "2024-01-05-t.txt": "Title\n\nText, {{ raw }}.\r\n",
      "u.txt": "Undated\n\nOn 5 May 2020.",
    });
    const sources = ["w.xml", "g.json", "p.htm", "2024-01-05-t.txt", "u.txt"];
    const result = await run(folder, sources);
    expect(result.written).toEqual([
      "2024/2024-01-02-w.html",
      "2024/2024-01-03-ghost.html",
      "2024/2024-01-04-p.html",
      "2024/2024-01-05-title.txt",
      "undated/undated.txt",
    ]);
    expect(result.concerns).toMatchObject([{ file: "undated/undated.txt", note: expect.stringContaining('its text has "5 May 2020"') }]);
    const textOf = (index: number) => readFileSync(join(folder, "articles", result.written[index] ?? ""), "utf8");
    expect(textOf(0)).toContain("<p>One</p>\n<p>two</p>");
    expect(textOf(2)).toContain("Caf\u00e9, and so on.");
    expect(textOf(3)).toMatch(/^---\ntitle: Title\ndate: 2024-01-05\nid: urn:uuid:[-0-9a-f]{36}\n---\nTitle\n\nText, \{\{ raw \}\}\.\n$/);
    expect(textOf(4)).toContain("draft: true");
    expect(await run(folder, sources)).toMatchObject({ written: [], existing: 5 });
  });

  it("follows an archive, reads each document once, and reports missing ones", async () => {
    const json = (id: string, next: string) => (origin: string) =>
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "T",
        next_url: next.startsWith("/") ? origin + next : next,
        items: [{ id, title: id, content_html: "x", date_published: "2024-01-02T00:00:00Z" }],
      });
    const { origin, asked } = await serve({
      "/1": json("a", "/2"),
      "/2": json("b", "/1"),
      "/3": json("c", "/4"),
      "/5": json("d", "file:///etc/passwd"),
    });
    const folder = makeFolder({ "feed.json": json("e", "/2")(origin) });
    const result = await run(folder, [`${origin}/1`, `${origin}/3`, `${origin}/5`, "feed.json"]);
    expect(asked).toEqual(["/1", "/2", "/3", "/4", "/5"]);
    expect(result.written).toHaveLength(5);
    expect(result.concerns).toMatchObject([
      {
        from: `${origin}/4`,
        note: "Cannot fetch it: the server answers 404; what comes before it in the archive is missing",
        isIncomplete: true,
      },
      { from: `${origin}/5`, note: expect.stringMatching(/^Cannot follow the archive to "file:\/\/\/etc\/passwd": /), isIncomplete: true },
      { note: `There is more at ${origin}/2: import that, too` },
    ]);
  });

  it("continues after an unreadable source and an entry that is nested too deeply", async () => {
    const deep = rss(item("Deep", `<link>https://x.example/</link>`).replace("Text", "&lt;b>".repeat(30_000)) + item("B"));
    const folder = makeFolder({ "page.html": "<!doctype html>", "deep.xml": deep });
    const result = await run(folder, ["page.html", "none.xml", "ftp://x.example/", "deep.xml"]);
    expect(result).toMatchObject({ sourcesRead: 1 });
    expect(result.written).toContain("2024/2024-01-02-b.html");
    expect(result.concerns.map(({ note }) => note)).toMatchObject([
      "Cannot find an article in the page; save its text as .txt or .md",
      "Cannot find the file; an address has to begin with https://",
      "Cannot read it: only http and https addresses and files can be imported",
      "Left out: no build could compile it: its HTML is nested in more than 1000 levels; close each element where it ends",
    ]);
  });
});

describe("importArticles() with missing files", () => {
  it("is incomplete, and names the files in the summary", async () => {
    const folder = makeFolder({ "site/2024-01-02-a.md": "# A\n\nText" });
    symlinkSync("2024-01-03-b.md", join(folder, "site/2024-01-03-b.md"));
    const result = await run(folder, ["site"]);
    expect([isIncomplete(result), result.written]).toEqual([true, ["2024-01-02-a.md"]]);
    expect(describeImport(result, "articles", false)).toContainEqual(
      expect.stringMatching(/^1 entry found: 1 written .*, not imported completely: 2024-01-03-b\.md$/),
    );
  });

  it("gives no advice about a file that a concurrent import has written", async () => {
    const folder = makeFolder({ "feed.xml": rss(item("A")) });
    const options = { site: sampleSite, now, folder: join(folder, "articles"), isDryRun: false }; // each import has its own reader
    const source = [join(folder, "feed.xml")];
    const results = await Promise.all([importArticles(source, options), importArticles(source, options)]);
    expect(results.flatMap(({ concerns }) => concerns.map(({ note }) => note))).toEqual([
      "Left out: 2024/2024-01-02-a.html exists already, perhaps from an import that ran at the same time",
    ]);
  });
});

describe("importArticles() follows an archive", () => {
  const feed = (id: string, next: string) =>
    JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "T",
      next_url: next,
      items: [{ id, title: id, content_html: "x", date_published: "2024-01-02T00:00:00Z" }],
    });
  const atom = (link: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>f</id>${link}<entry><id>x</id><title>A</title><updated>2024-01-02T00:00:00Z</updated></entry></feed>`;
  const rssWith = (href: string) => rss(`<a:link xmlns:a="http://www.w3.org/2005/Atom" rel="prev-archive" href="${href}"/>${item("A")}`);

  /** Starts a server; returns its origin, and what it was asked. */
  async function start(answer: (url: string, response: ServerResponse, origin: string) => void) {
    const asked: string[] = [];
    const origin = await listen(({ url = "" }, response) => {
      asked.push(url);
      answer(url, response, origin);
    });
    return { asked, origin };
  }

  it.each([
    ["next_url", (other: string) => feed("A", other)],
    ["prev-archive of Atom", (other: string) => atom(`<link rel="prev-archive" href="${other}"/>`)],
    ["prev-archive of RSS", rssWith],
  ])("but not to another host of a private network: %s", async (_name, render) => {
    const other = await start((_url, response) => response.end(feed("B", "")));
    const there = `http://localhost:${new URL(other.origin).port}/2`;
    const { origin } = await start((_url, response) => response.end(render(there)));
    const { concerns, written } = await run(makeFolder({}), [`${origin}/1`]);
    expect(other.asked).toEqual([]);
    expect(written).toHaveLength(1);
    expect(concerns).toMatchObject([
      {
        from: there,
        note: expect.stringMatching(
          /^Cannot fetch it: localhost is in a private network; .*what comes before it in the archive is missing$/,
        ),
      },
    ]);
  });

  it.each(["file:///etc/passwd", "ftp://a.example/2", "javascript:alert(1)", "https://[x/"])(
    "but not to %s, and reports it",
    async (there) => {
      for (const render of [feed.bind(undefined, "A"), (other: string) => atom(`<link rel="prev-archive" href="${other}"/>`), rssWith]) {
        const { origin } = await start((_url, response) => response.end(render(there)));
        const { concerns, written } = await run(makeFolder({}), [`${origin}/1`]);
        expect(written).toHaveLength(1);
        expect(concerns.map(({ note }) => note)).toContain(
          `Cannot follow the archive to ${JSON.stringify(there)}: it is not an http(s) address; what is there is missing`,
        );
      }
    },
  );

  it("but not from a file to a relative address, and reports it", async () => {
    const folder = makeFolder({ "feed.json": feed("A", "/2") });
    const { concerns, written } = await run(folder, ["feed.json"]);
    expect(written).toHaveLength(1);
    expect(concerns).toMatchObject([{ note: expect.stringMatching(/^Cannot follow the archive to "\/2": /) }]);
  });

  it.each([301, 302, 303, 307, 308])("but not over a redirect into a private network (%i)", async (status) => {
    const other = await start((_url, response) => response.end(feed("B", "")));
    const { asked, origin } = await start((url, response) => {
      if (url === "/1") response.end(feed("A", "/2"));
      else response.writeHead(status, { location: `http://localhost:${new URL(other.origin).port}/` }).end();
    });
    const { concerns, written } = await run(makeFolder({}), [`${origin}/1`]);
    expect([asked, other.asked]).toEqual([["/1", "/2"], []]);
    expect(written).toHaveLength(1);
    expect(concerns).toMatchObject([{ note: expect.stringContaining("localhost is in a private network") }]);
  });

  it("and not over a redirect of the given address into a private network", async () => {
    const other = await start((_url, response) => response.end(feed("B", "")));
    const { origin } = await start((_url, response) =>
      response.writeHead(302, { location: `http://localhost:${new URL(other.origin).port}/` }).end(),
    );
    expect(await run(makeFolder({}), [`${origin}/1`])).toMatchObject({ sourcesRead: 0, written: [] });
    expect(other.asked).toEqual([]);
  });

  it("to another port of the given host", async () => {
    const other = await start((_url, response) => response.end(feed("B", "")));
    const { origin } = await start((_url, response) => response.end(feed("A", `${other.origin}/2`)));
    expect(await run(makeFolder({}), [`${origin}/1`])).toMatchObject({ written: { length: 2 }, concerns: [] });
  });

  it.each([
    ["10 documents", { documents: 10 }, 11],
    ["1 MiB", { bytes: 1024 * 1024 }, 4],
    ["5 entries", { entries: 5 }, 6],
    ["0 minutes", { milliseconds: 0 }, 1],
  ])("and stops after %s", async (limit, archiveLimits, expected) => {
    const padding = " ".repeat(400_000);
    const { origin } = await start((url, response) => response.end(feed(url, `/${Number(url.slice(1)) + 1}`) + padding));
    const { concerns, written } = await run(makeFolder({}), [`${origin}/1`], { archiveLimits });
    expect(written).toHaveLength(expected);
    expect(concerns).toMatchObject([
      {
        note: expect.stringMatching(
          `^Cannot follow archives any further: this import has reached its limit of ${limit}; import ${origin}/\\d+, too$`,
        ),
      },
    ]);
  });

  it("and stops at a limit for all sources together", async () => {
    const { origin } = await start((url, response) => response.end(feed(url, `${url}1`)));
    const { concerns, written } = await run(makeFolder({}), [`${origin}/a`, `${origin}/b`], { archiveLimits: { documents: 5 } });
    expect(written).toHaveLength(7);
    expect(concerns).toHaveLength(2);
  });

  it("and stops when its time is over, even if a server never ends", async () => {
    const { origin } = await start((url, response) => (url === "/1" ? response.end(feed("A", "/2")) : response.write("{")));
    const { concerns, written } = await run(makeFolder({}), [`${origin}/1`], { archiveLimits: { milliseconds: 200 } });
    expect(written).toHaveLength(1);
    expect(concerns).toMatchObject([{ note: expect.stringMatching(/^Cannot fetch it: no answer within 0\.2 s; what comes before/) }]);
  });

  it("and reports a redirect loop", async () => {
    const { origin } = await start((url, response) => {
      if (url === "/1") response.end(feed("A", "/2"));
      else response.writeHead(302, { location: `${url}x` }).end();
    });
    const { concerns, written } = await run(makeFolder({}), [`${origin}/1`]);
    expect(written).toHaveLength(1);
    expect(concerns).toMatchObject([{ note: expect.stringContaining("it redirects more than 20 times") }]);
  });
});

describe("importArticles() rejects", () => {
  const deep = "<div>".repeat(2000);
  it.each([
    [
      "a page that is nested deeply",
      "a.html",
      `<!doctype html><html><body>${deep}`,
      "its elements are nested more than 256 deep; save its text",
    ],
    ["a feed that is nested deeply", "a.xml", rss("<a>".repeat(1000)), "its elements are nested more than 256 deep; import it in"],
    [
      "a JSON Feed that is nested deeply",
      "a.json",
      `{"version":"https://jsonfeed.org/version/1.1","items":${"[".repeat(1000)}`,
      "its values are nested more than 100 deep; import it in",
    ],
    ["a text without an end", "a.txt", "word\n".repeat(700_000), "its content has more than 600,000 words, lines and tags; shorten it"],
  ])("%s, and says what to do", async (_name, file, text, expected) => {
    const folder = makeFolder({ [file]: text, "b.xml": rss(item("B")) });
    const { concerns, sourcesRead, written } = await run(folder, [file, "b.xml"]);
    expect({ sourcesRead, written }).toEqual({ sourcesRead: 1, written: ["2024/2024-01-02-b.html"] });
    expect(concerns).toMatchObject([{ from: join(folder, file), note: expect.stringContaining(`Cannot read it: ${expected}`) }]);
  });

  it("an entry with too much content, and accepts the others", async () => {
    const bold = Array.from({ length: 700 }, (_, index) => `&lt;p>&lt;b id=${index}>x&lt;/p>`).join("");
    const folder = makeFolder({
      "a.xml": rss(
        item("A", "<link>https://x.example/</link>").replace("Text", bold) +
          item("B".repeat(70_000)) +
          item("C").replace("Text", "&lt;a>".repeat(700_000)) +
          item("D"),
      ),
    });
    const { concerns, leftOut, written } = await run(folder, ["a.xml"]);
    expect({ leftOut, written }).toEqual({ leftOut: 3, written: ["2024/2024-01-02-d.html"] });
    expect(concerns).toMatchObject([
      {
        entry: "A",
        note: "Left out: its HTML makes more than 100,000 elements and comments; close its tags, or write the article by hand",
      },
      {
        entry: expect.stringMatching(/^B{100,199}…$/),
        note: expect.stringContaining("Left out: its title, addresses, names and summary have more than"),
      },
      { entry: "C", note: expect.stringContaining("Left out: its content has more than 600,000 words, lines and tags") },
    ]);
  });

  it("a large file that cannot be streamed", async () => {
    const folder = makeFolder({ "a.xml": "<rss>" });
    truncateSync(join(folder, "a.xml"), 65 * 1024 * 1024);
    const { concerns } = await run(folder, ["a.xml"]);
    expect(concerns).toMatchObject([
      { note: expect.stringContaining("Cannot read it: it has 65 MiB; only exports of WordPress and Ghost may be larger than 64 MiB") },
    ]);
  });

  it("a document that takes too long, and continues", async () => {
    const folder = makeFolder({ "a.xml": rss(item("A")), "b.md": "---\ndate: 2024-01-02\n---\n# B" });
    const hurried = new DocumentReader({ megabytes: 400, milliseconds: 1 });
    onTestFinished(() => hurried.close());
    const result = await run(folder, ["a.xml", "b.md"], { reader: hurried });
    expect(result).toMatchObject({
      sourcesRead: 1,
      written: ["b.md"],
      concerns: [{ note: expect.stringContaining("it takes more than 0.001 seconds") }],
    });
  });
});

describe("npm run import", () => {
  const start = (folder: string, ...args: string[]) =>
    spawnSync(process.execPath, [program, "import", ...args], { cwd: folder, encoding: "utf8" });

  it("writes next to wrangler.toml, or to the folder of --into", () => {
    const folder = makeFolder({ "wrangler.toml": settings, "rss.xml": rss(item("A")) });
    const { status, stdout } = start(folder, "rss.xml");
    expect(status).toBe(0);
    expect(stdout).toContain("1 entry found: 1 written to articles/, 0 already exist, 0 need attention");
    expect(start(folder, "rss.xml", "--into", "articles/old").status).toBe(0);
    expect(filesOf(folder)).toEqual(["2024/2024-01-02-a.html", "old/2024/2024-01-02-a.html"]);
  });

  it("fails if a source, or a part of its archive, cannot be read, and counts it", () => {
    const next = { version: "https://jsonfeed.org/version/1.1", title: "T", next_url: "http://[", items: [] };
    const folder = makeFolder({ "wrangler.toml": settings, "rss.xml": rss(item("A")), "feed.json": JSON.stringify(next) });
    const { status, stdout } = start(folder, "rss.xml", "none.xml", "feed.json");
    expect(status).toBe(1);
    expect(stdout).toContain("1 entry found: 1 written to articles/, 0 already exist, 2 need attention");
  });

  it("fails if all entries are left out", () => {
    const folder = makeFolder({ "wrangler.toml": settings, "rss.xml": rss("<item><guid>a</guid></item>") });
    expect(start(folder, "rss.xml")).toMatchObject({ status: 1, stdout: expect.stringContaining("1 left out, 1 needs attention") });
  });

  it("fails if nothing can be read, and explains the usage", () => {
    const folder = makeFolder({ "wrangler.toml": settings });
    expect(start(folder, "none.xml")).toMatchObject({ status: 1, stdout: expect.stringContaining("Cannot find the file") });
    expect(start(folder)).toMatchObject({ status: 2, stderr: expect.stringMatching(/^Cannot import: name a file/) });
    expect(start(folder, "--nonsense")).toMatchObject({ status: 2, stderr: expect.stringContaining("--nonsense") });
  });
});
