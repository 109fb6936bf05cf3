import { describe, expect, it } from "vitest";
import { isWebPage, pageEntry } from "../../../src/import/web-page.ts";
import { compileImported } from "./imported.ts";

const words = "The moon rises over the harbour, round and yellow, and everybody looks at it, as they do, every time, with some wonder. ";
const page = (head: string, more = "") => `<!DOCTYPE html>
<html lang="en-GB"><head><title>Moon – The Tide</title>${head}</head>
<body><nav><a href="/">Home</a> <a href="/all">Everything</a></nav>
<article><h1>Moon</h1>${more}<p>${words.repeat(3)}</p><p>${words.repeat(2)}<a href="/sun">sun</a></p><img src="moon.png" alt="Up"></article>
<aside>Subscribe to our newsletter</aside><footer>© The Tide</footer><script>alert(1)</script></body></html>`;

describe("pageEntry()", () => {
  it("keeps only the article, with the metadata of the head", () => {
    const head = `<link rel="canonical" href="https://old.example/2019/moon"><meta property="og:image" content="/i.png">
      <meta property="og:image:alt" content="The moon"><meta name="Description" content="It rises."><meta property="article:tag" content="Sky">
      <meta property="article:tag" content="Night"><meta property="article:published_time" content="2019-03-04T05:06:07+01:00">
      <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["BlogPosting"],"author":[{"name":"Ada"}],"dateModified":"2019-03-05"}]}</script>`;
    const entry = pageEntry(page(head), undefined);
    expect(entry).toMatchObject({
      title: "Moon",
      link: "https://old.example/2019/moon",
      published: "2019-03-04T05:06:07+01:00",
      updated: "2019-03-05",
      authors: [{ name: "Ada" }],
      categories: ["Sky", "Night"],
      summary: "It rises.",
      image: { url: "https://old.example/i.png", alt: "The moon" },
      language: "en-GB",
    });
    expect(entry.content).toContain("round and yellow");
    expect(entry.content).not.toMatch(/Everything|newsletter|©|alert|readability/);
  });

  it.each([
    ['<meta name="dcterms.date" content="2019-03-05">', "2019-03-05"],
    ['<meta itemprop="datePublished" content="2019-03-06">', "2019-03-06"],
    ['<meta property="article:published_time" content="soon"><meta name="date" content="2019-03-04">', "2019-03-04"],
    ['<meta name="date" content="soon">', "soon"],
  ])("uses the first readable date: %s", (head, date) => {
    expect(pageEntry(page(head), undefined).published).toBe(date);
  });

  it("keeps the alignment of cells", async () => {
    const table =
      '<table><thead><tr><th align="left">Day</th><th ALIGN=Right>HW</th></tr></thead><tbody><tr><td style="color: red; text-align:center">Tue</td><td>05:58</td></tr></tbody></table>';
    const { content } = pageEntry(page("", table), "https://old.example/a");
    expect(content).toContain('<th align="left">Day</th><th align="right">HW</th>');
    expect(content).toContain('<td align="center">Tue</td><td>05:58</td>');
  });

  it("names pictures between parts of the text that are left out", () => {
    const text = `<div class="row"><div class="content"><p>${words.repeat(2)}</p><p>${words.repeat(2)}</p></div></div>`;
    const html = (more: string) => `<!DOCTYPE html><html><head><title>Moon</title></head><body>${more}</body></html>`;
    const picture = (name: string) => `<div class="row"><img src="${name}.png" alt="Up"></div>`;
    const lossy = html(
      `${picture("logo")}${text}${picture("a")}<img src="p.gif" width="1" height="1">${picture("b")}${text}${picture("end")}`,
    );
    const { content, notes } = pageEntry(lossy, "https://old.example/a");
    expect(content.match(/round and yellow/g)).toHaveLength(8);
    expect(notes).toEqual(["2 pictures or players between parts of its text are left out: copy what belongs to it, such as a.png"]);
    expect(pageEntry(page("", '<p><img src="in.png" alt=""></p>'), "https://old.example/a").notes).toEqual([]);
  });

  it("becomes an article that compiles, with an id and references based on the page's address", async () => {
    const saved = page('<meta name="date" content="2019-03-04">').replace(
      "<html",
      "<!-- saved from url=(0028)https://old.example/2019/m -->\n<html",
    );
    const [entry] = await compileImported([pageEntry(saved, undefined)]);
    expect(entry).toMatchObject({ id: "https://old.example/2019/m", path: "/2019/m", title: "Moon" });
    expect(entry?.content).toContain('href="https://old.example/sun"');
    expect(entry?.content).toContain('src="https://old.example/2019/moon.png"');
  });

  it.each([
    [
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2020-01-01","author":"Bob"}</script>',
      "",
      "2020-01-01",
      "Bob",
    ],
    ['<meta name="author" content="By Eve">', '<time datetime="2020-02-02">2 Feb</time>', "2020-02-02", "Eve"],
    ['<script type="application/ld+json">{ nonsense</script>', "", undefined, undefined],
    ['<script type="application/ld+json">[null, 1, {"@type":"Article","author":{}}]</script>', "", undefined, undefined],
  ])("finds a date and an author in %s%s", (head, more, published, author) => {
    const entry = pageEntry(page(head, more), "https://old.example/x");
    expect(entry.published).toBe(published);
    expect(entry.authors[0]?.name).toBe(author);
  });

  it("names the feeds of a site for its front page", () => {
    const head = `<link rel="alternate" type="application/rss+xml" href="/feed/"><link rel="alternate" type="text/html" hreflang="de" href="/de">
      <link rel="alternate" type="application/feed+json" href="https://old.example/feed.json">`;
    expect(() => pageEntry(page(head), "https://old.example/")).toThrow(
      "Cannot import the front page of a site: import one of its feeds, https://old.example/feed/, https://old.example/feed.json",
    );
    expect(() => pageEntry(page(""), "https://old.example/?a")).toThrow("give the address of its feed");
    expect(pageEntry(page(head), undefined).title).toBe("Moon");
  });

  it("ignores structured data that is nested too deeply, or too large", () => {
    const data = (json: string) => `<script type="application/ld+json">${json}</script>`;
    const good = data('{"@type":"Article","author":"Bob"}');
    for (const bad of ["[".repeat(10_000), `[${"{},".repeat(600_000)}{}]`]) {
      expect(pageEntry(page(data(bad) + good), undefined).authors).toEqual([{ name: "Bob" }]);
    }
  });

  it.each([
    ["srcset", (value: string) => `<img src="moon.png" srcset="${value} b">`],
    ["data-srcset", (value: string) => `<img class="lazy" src="moon.png" data-srcset="${value}.jpg 1 b">`],
    ["data-src", (value: string) => `<figure data-src="${value.replaceAll("aaaa", ".jpg")} b"><img src="moon.png"></figure>`],
  ])("takes linear time for %s", (_name, picture) => {
    expect(pageEntry(page("", picture("a".repeat(1_000_000))), undefined).content).toContain('src="moon.png"');
  });

  it.each(["<div>", "<table><tr><td>", "<svg>", "<font>", "<x-y>"])("rejects a page of 2,000 nested %s", (tags) => {
    expect(() => pageEntry(page("", tags.repeat(2000)), undefined)).toThrow(/^its elements are nested .*; save its text as \.txt or \.md$/);
  });

  it.each([
    [
      '<p>About <span class="katex"><math><annotation encoding="application/x-tex">\\frac13</annotation></math><span class="katex-html" aria-hidden="true">31</span></span>.</p>',
      /About <code[^>]*>\\frac13<\/code>/,
    ],
    [
      '<p>About <span class="mwe-math-element"><span style="display:none"><math alttext="x_1"></math></span><img alt="y"></span>.</p>',
      /<code[^>]*>x_1<\/code>/,
    ],
    ['<p>So <script type="math/tex">x_1</script> is.</p>', /So <code[^>]*>x_1<\/code> is/],
    [
      '<p>See <iframe src="https://codepen.io/ada/embed/abc" title="Waves"></iframe></p>',
      /href="https:\/\/codepen.io\/ada\/pen\/abc"[^>]*>Waves</,
    ],
    ['<p>See <img src="data:image/gif;base64,R0lGOD" data-lazy-src="/sea.png"></p>', /<img[^>]* src="\/sea.png"/],
    [
      '<div class="highlight"><table><tr><td class="gutter"><pre>1</pre></td><td class="code"><pre>let x</pre></td></tr></table></div>',
      /<pre[^>]*>let x<\/pre>/,
    ],
  ])("shows without scripts and styles: %s", (html, expected) => {
    const { content } = pageEntry(page("", html), undefined);
    expect(content).toMatch(expected);
    expect(content).not.toMatch(/31|R0lGOD|<script/);
  });

  it.each([
    '<figure><span><img alt="Y" src="data:image/gif;base64,R0lGODlh" data-nimg="responsive"/><noscript><img alt="Y" src="/y.png"/></noscript></span></figure>',
    '<div id="datawrapper-vis-x"><script src="x.js"></script><noscript><img src="/y.png"></noscript></div>',
    '<figure><noscript><img src="/y.png"></noscript><figcaption>A moon</figcaption></figure>',
    '<p>See <noscript><picture><source srcset="/x.avif"><img src="/y.png"></picture></noscript> it</p>',
    '<noscript><video src="/y.png"></video></noscript>',
    '<noscript><iframe src="/y.png"></iframe></noscript>',
  ])("keeps what only <noscript> shows: %s", (html) => {
    expect(pageEntry(page("", html), undefined).content).toMatch(/(?:src|href)="\/y\.png"/);
  });

  it.each([
    "<noscript>Enable <a href='/y'>scripts</a></noscript>",
    '<noscript><img src="/y.png" width="1" height="1"></noscript>',
    '<noscript><iframe src="https://www.googletagmanager.com/ns.html" height="0" width="0"></iframe></noscript>',
  ])("removes %s", (html) => {
    expect(pageEntry(page("", html), undefined).content).not.toMatch(/scripts|y\.png|ns\.html/);
  });

  it("notes a formula without TeX", () => {
    const { content, notes } = pageEntry(page("", "<p>About <math><mfrac><mn>1</mn><mn>3</mn></mfrac></math> of it.</p>"), undefined);
    expect(content).toContain("About 1/3 of it.");
    expect(notes).toEqual(['Cannot find the TeX of a formula: it became "1/3"; write it as $…$ or in <code>']);
  });

  it("reads a page that omits html, head and body", () => {
    const page = "<!doctype html><title>Moon</title><meta name=author content=Ada><p>One <b>short</b> text.<p>Two.";
    expect(pageEntry(page, undefined)).toMatchObject({
      title: "Moon",
      authors: [{ name: "Ada" }],
      content: expect.stringContaining("<b>short</b>"),
    });
  });

  it("keeps embedded pictures", () => {
    const picture = `data:image/png;base64,${"A".repeat(100_000)}`;
    expect(pageEntry(page("", `<img src="${picture}">`), undefined).content).toContain(picture);
  });

  it("reports a page without an article", () => {
    expect(() => pageEntry("<!doctype html><html><body></body></html>", undefined)).toThrow("Cannot find an article in the page");
  });
});

describe("isWebPage()", () => {
  it.each(["<!DOCTYPE html>", " <html lang=en>", '<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "<!-- saved -->\n<!doctype html>"])(
    "recognizes %s",
    (start) => {
      expect(isWebPage(start)).toBe(true);
    },
  );

  it.each(['<?xml version="1.0"?><rss>', "{", "<htmlx>", "text <html>"])("rejects %s", (start) => {
    expect(isWebPage(start)).toBe(false);
  });

  // A pattern that backtracks over all combinations would never finish.
  it("takes linear time for a page of comments", () => {
    expect(isWebPage(`${"<!-- > --> ".repeat(50)}<p>`)).toBe(false);
    expect(isWebPage(`${"<!---->".repeat(1000)} <!-- <html> -- > -->\n<!doctype html>`)).toBe(true);
  });
});
