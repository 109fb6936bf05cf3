import { describe, expect, it } from "vitest";
import { pelican } from "../../../../src/import/generators/pelican.ts";
import { offerRedirects } from "../../../../src/import/offered-settings/offer-redirects.ts";
import { sampleSite } from "../../../samples.ts";
import { openSite, planSite } from "./planned-site.ts";

const configuration = `from datetime import date
AUTHOR = 'Ann Lee'
SITENAME = "A 'quoted' site"
SITEURL = ''
PATH = 'content'
TIMEZONE = "Europe/Berlin"
DEFAULT_LANG = u'en'
YEAR = date.today().year
ARTICLE_PATHS = ['posts', "notes"]
ARTICLE_URL = '{date:%Y}/{date:%m}/{slug}/'
ARTICLE_SAVE_AS = ARTICLE_URL + 'index.html'
STATIC_PATHS = ['images', 'extra']
EXTRA_PATH_METADATA = {'extra/favicon.png': {'path': 'favicon.png'}}
`;
const published = "from pelicanconf import *\nSITEURL = 'https://example.org/blog'\nFEED_MAX_ITEMS = 15\n";
const article = (header: string, body = "Text\n") => `${header}\n\n${body}`;

// The addresses and ids in these tables are those that Pelican 4.8 made of the same files.
describe("pelican.plan() computes the address of", () => {
  const files = {
    "pelicanconf.py": configuration,
    "publishconf.py": published,
    "content/posts/a.md": article(
      "Title: Größe & “Zitate” – C++/C#: what’s new? <em>x</em> &amp; y\nDate: 2024-01-02 23:30\nTags: a, b\nAuthors: Ann Lee; Bo Ex",
    ),
    "content/posts/sub/b.md": article(
      "Title: Under_score 日本 test\ndate: 2024-01-02_10:20\nmodified: 2024-02-03\nCategory: Web Dev\nSlug: own-Slug\nSummary: one\n    two",
    ),
    "content/posts/2023-05-06-named.md": article("Title: Named one"),
    "content/posts/lang.md": article("Title: A\nDate: 2024-01-02\nLang: de\nSlug: a-de"),
    "content/posts/url.md": article("Title: U\nDate: 2024-01-02\nURL: foo/bar/\nsave_as: foo/bar/index.html"),
    "content/posts/fenced.md": "---\nTitle: Fenced: yes\nDate: 2024-03-04\nTags: x, y\n---\n\nText\n",
    "content/posts/h.html":
      '<html><head><title>HTML one</title><meta name="date" content="2022-02-02"/></head><body><p>Hi</p></body></html>',
    "content/posts/-lead.md": article("Title: - Lead --  dash -\nDate: 2024-01-02T03:04:05-0800"),
    "content/posts/dots.md": article("Title: v1.2.3 is out... (really)\nDate: 2024-01-02"),
    "content/pages/about.md": article("Title: About us"),
    "content/pages/home.md": article("Title: Home\nURL:\nsave_as: index.html"),
  };
  const { addressOf, plan, site } = openSite(pelican, files);
  const pattern = "/blog/:year/:month/:slug/";

  it.each([
    ["posts/a.md", pattern, "grosse-zitate-cc-whats-new-x-y", "tag:example.org,2024-01-02:/blog/2024/01/grosse-zitate-cc-whats-new-x-y/"],
    ["posts/sub/b.md", "/blog/2024/01/own-Slug/", "own-Slug", "tag:example.org,2024-01-02:/blog/2024/01/own-Slug/"],
    ["posts/2023-05-06-named.md", pattern, "named-one", "tag:example.org,2023-05-06:/blog/2023/05/named-one/"],
    ["posts/lang.md", "/blog/a-de-de.html", "a-de", "tag:example.org,2024-01-02:/blog/a-de-de.html"],
    ["posts/url.md", "/blog/foo/bar/", "u", "tag:example.org,2024-01-02:/blog/foo/bar/"],
    ["posts/fenced.md", pattern, "fenced-yes", "tag:example.org,2024-03-04:/blog/2024/03/fenced-yes/"],
    ["posts/h.html", pattern, "html-one", "tag:example.org,2022-02-02:/blog/2022/02/html-one/"],
    ["posts/-lead.md", "/blog/2024/01/-lead-dash-/", "-lead-dash-", "tag:example.org,2024-01-02:/blog/2024/01/-lead-dash-/"],
    ["posts/dots.md", pattern, "v123-is-out-really", "tag:example.org,2024-01-02:/blog/2024/01/v123-is-out-really/"],
  ])("%s, and its id", (path, address, slug, id) => {
    expect(addressOf(`content/${path}`)).toBe(address);
    expect(plan(`content/${path}`)).toMatchObject({ kind: "post", replacement: { frontMatter: { slug, id } } });
  });

  it("a page", () => {
    expect(addressOf("content/pages/home.md")).toBe("/blog/");
    expect(plan("content/pages/about.md")).toEqual({
      kind: "page",
      target: "pages/about.md",
      address: { path: "/blog/pages/about-us.html" },
      replacement: { frontMatter: { title: "About us", slug: "about-us" }, body: "Text\n" },
    });
  });

  it("reads the settings of both files", () => {
    expect(site.settings).toEqual({
      title: "A 'quoted' site",
      description: undefined,
      author: { name: "Ann Lee" },
      language: "en",
      timezone: "Europe/Berlin",
      url: "https://example.org",
      limit: 15,
    });
    expect(site.notes).toEqual([]);
  });
});

describe("pelican.plan() replaces", () => {
  const replacementOf = (text: string, config = "PATH = 'content'") => {
    const plan = openSite(pelican, { "pelicanconf.py": config, "content/cats/a.md": text }).plan("content/cats/a.md");
    return plan !== undefined && "replacement" in plan ? plan.replacement : undefined;
  };

  it("a header by front matter", () => {
    const header =
      "Title: A <b>bold</b> &amp; good one\nDate: 2024-01-02_10:20\nModified: 2024-02-03_0920\nTags: x y, z\nAuthors: Doe, Jane; Doe, John\nLang: de\nStatus: hidden\nSummary: one\n    two";
    expect(replacementOf(article(header))?.frontMatter).toEqual({
      title: "A bold & good one",
      date: "2024-01-02 10:20",
      updated: "2024-02-03 0920",
      tags: ["x y", "z"],
      authors: ["Doe, Jane", "Doe, John"],
      language: "de",
      status: "hidden",
      summary: "one two",
      category: "cats",
      slug: "a-bold-good-one",
    });
  });

  it("keys of other generators, and empty values", () => {
    expect(replacementOf(article("Title: T\nDate: 2024-01-02\nCategory:\nPermalink: /2024/old/\nGuid: 12"))?.frontMatter).toEqual({
      title: "T",
      date: "2024-01-02",
      category: "cats",
      slug: "t",
    });
  });

  it("links to files, but not in code", () => {
    const body =
      "[a]({filename}b.md) ![i](|static|/images/x.png)\n\n[r]: {attach}x.pdf\n\n`{filename}`\n{% img left {static}/images/x.png 300 'T' %}\n";
    expect(replacementOf(article("Title: A\nDate: 2024-01-02", body))?.body).toBe(
      "[a](b.md) ![i](/images/x.png)\n\n[r]: x.pdf\n\n`{filename}`\n{% img left /images/x.png 300 'T' %}\n",
    );
  });

  it.each([
    ["USE_FOLDER_AS_CATEGORY = False\nDEFAULT_CATEGORY = 'news'", { category: "news" }],
    ["DEFAULT_METADATA = {'status': 'draft'}", { status: "draft" }],
    ["PATH_METADATA = r'(?P<category>[^/]+)/(?P<slug>.+)\\.md'", { slug: "a" }],
  ])("metadata of %s", (config, expected) => {
    expect(replacementOf(article("Title: T\nDate: 2024-01-02"), `PATH = 'content'\n${config}`)?.frontMatter).toMatchObject(expected);
  });
});

describe("pelican.plan() follows the option", () => {
  const single = (config: string, path: string, header: string) => {
    const file = `content/${path}`;
    return openSite(pelican, { "pelicanconf.py": `PATH = 'content'\n${config}`, [file]: article(header) }).addressOf(file);
  };
  const header = "Title: Größe & mehr\nDate: 2024-01-02";

  it.each([
    ["", "a.md", header, "/:slug.html"],
    ["ARTICLE_URL = '{category}/{slug}/'", "cats/a.md", header, "/:category/:slug/"],
    ["ARTICLE_URL = '{date:%Y}/{date:%b}/{date:%-d}/{slug}/'", "a.md", header, "/:year/:short_month/:i_day/:slug/"],
    ["ARTICLE_URL = '{date.year}/{date.month:02d}/{author}/{slug}/'\nAUTHOR = 'Ann Lee'", "a.md", header, "/2024/01/ann-lee/grosse-mehr/"],
    ["ARTICLE_URL = '{slug!r}'", "a.md", header, "unknown"],
    ["SLUGIFY_SOURCE = 'basename'", "Some File.md", header, "/:slug.html"],
    ["SLUGIFY_USE_UNICODE = True\nSLUGIFY_PRESERVE_CASE = True", "a.md", header, "/Größe-mehr.html"],
    ["SLUG_REGEX_SUBSTITUTIONS = [(r'[^\\w\\s-]', ''), (r'(?u)\\A\\s*', ''), (r'[-\\s]+', '_')]", "a.md", header, "/:slug.html"],
    ["FILENAME_METADATA = r'(?P<date>\\d{4}-\\d{2}-\\d{2})_(?P<slug>.*)'", "2024-05-06_x.md", "Title: T", "/:slug.html"],
    ["CLEAN_URLS = True", "a.md", header, "/:slug/"],
  ])("%s", (config, path, text, address) => expect(single(config, path, text)).toBe(address));
});

describe("pelican.plan() recognizes", () => {
  const { plan, site } = openSite(pelican, {
    "pelicanconf.py": configuration,
    "content/posts/undated.md": article("Title: U"),
    "content/posts/empty.md": "",
    "content/posts/draft.md": article("Title: D\nStatus: draft"),
    "content/posts/r.rst": "R\n#\n\n:date: 2020-01-01\n",
    "content/posts/README.md": "Read me",
    "content/extra/favicon.png": "",
    "content/images/x.png": "",
    "content/other/x.md": article("Title: X\nDate: 2024-01-02"),
    "output/index.html": "<title>x</title>",
    "README.md": "Title: x",
  });

  it.each([
    ["content/posts/undated.md", { kind: "page" }],
    ["content/posts/empty.md", { kind: "page" }],
    ["content/posts/draft.md", { kind: "post", replacement: { frontMatter: { status: "draft" } } }],
    ["content/posts/r.rst", { kind: "left out", what: "texts that are not Markdown or HTML" }],
    ["content/extra/favicon.png", { kind: "media", target: "favicon.png" }],
    ["content/images/x.png", { kind: "media", target: "images/x.png" }],
  ])("%s", (path, expected) => expect(plan(path)).toMatchObject(expected));

  it.each(["content/posts/README.md", "content/other/x.md", "output/index.html", "README.md"])("%s is not content", (path) =>
    expect(plan(path)).toBeUndefined(),
  );

  it("unknown values", () => {
    expect(site.notes).toEqual([
      "SITEURL is unknown, so the ids of the old feed (tag:…) are not kept; set it in publishconf.py and import again",
      "No date (Pelican skips such articles), so it became a page; add a date and remove feed: false: content/posts/undated.md",
    ]);
    const computed = openSite(pelican, {
      "pelicanconf.py": "PATH = 'content'\nSITEURL = os.environ['URL']",
      "content/a.md": article("Title: A"),
    }).site.notes;
    expect(computed).toContain("pelicanconf.py computes SITEURL with Python: Pelican's defaults were assumed");
  });

  it("only sites with a configuration", () => expect(planSite(pelican, { "content/a.md": article("Title: A") })).toBeUndefined());
});

// Pelican 4.8 skips these texts: "could not find information about 'title'".
describe("pelican.plan() of a text without a title", () => {
  const config = "PATH = 'content'\nSITEURL = 'https://example.org'\n";
  const text = "# Writing\n\nText.";
  const { plan, site } = openSite(pelican, {
    "pelicanconf.py": config,
    "content/2010-10-06-writing.md": text,
    "content/pages/me.md": text,
    "content/2010-10-07-draft.md": "Status: draft\n\nText",
    "content/2010-10-08-empty.md": "Title:\nSlug: x\n\nText",
    "content/2010-10-09-b.html": '<html><head><meta name="tags" content="a"></head><body>Text</body></html>',
  });

  it("makes a page without an id, whose address is new", () => {
    for (const path of ["content/2010-10-06-writing.md", "content/2010-10-09-b.html", "content/pages/me.md"]) {
      expect(plan(path)).toMatchObject({ kind: "page", isGuess: true });
      expect(plan(path)).not.toHaveProperty("replacement.frontMatter.id");
    }
    expect(plan("content/2010-10-07-draft.md")).toMatchObject({ kind: "post" });
    expect(plan("content/2010-10-08-empty.md")).toMatchObject({ kind: "post", replacement: { frontMatter: { slug: "x" } } });
    expect(plan("content/2010-10-08-empty.md")).not.toHaveProperty("isGuess");
    expect(site.notes.map((note) => note.slice(0, 45))).toEqual([
      "No title (Pelican skips such articles), so it",
      "No title (Pelican skips such pages), so the p",
    ]);
    expect(site.notes[0]).toMatch(/: content\/2010-10-06-writing\.md, content\/2010-10-09-b\.html$/);
  });

  it.each([["FILENAME_METADATA = r'(?P<date>\\d{4}-\\d{2}-\\d{2})-(?P<title>.*)'"], ["DEFAULT_METADATA = {'title': 'T'}"]])(
    "reads the title of the settings: %s",
    (line) => {
      const found = openSite(pelican, { "pelicanconf.py": `${config}${line}\n`, "content/2010-10-06-writing.md": text });
      expect(found.plan("content/2010-10-06-writing.md")).toMatchObject({ kind: "post" });
      expect(found.site.notes).toEqual([]);
    },
  );
});

describe("pelican.plan() of a site with plugins in its folder", () => {
  const config = "PATH = 'content'\nSITEURL = 'https://example.org'\nPLUGIN_PATHS = ['plugins']\nPLUGINS = ['own', 'sitemap', 'a.b']\n";
  const open = (plugins: Record<string, string>) =>
    openSite(pelican, {
      "pelicanconf.py": config,
      ...plugins,
      "content/2010-10-06-a.md": "# Writing Pelican\n\nText.",
      "content/b.md": article("Title: B\nDate: 2024-01-02\nSlug: own"),
    });
  const reader = "class R(MarkdownReader):\n    file_extensions = ['md']\n";

  it.each([
    ["a reader", { "plugins/own.py": reader }],
    ["a reader of a package", { "plugins/own/__init__.py": "from . import r", "plugins/own/r.py": reader }],
    ["a module", { "a/b.py": "def add(readers): readers.reader_classes['md'] = R" }],
    ["a slug", { "plugins/own.py": "def f(article):\n    article.slug = slugify(article.title)" }],
    ["metadata", { "plugins/sitemap.py": "metadata['date'] = get_date(commit)" }],
    ["an attribute", { "plugins/own.py": "setattr(content, 'override_save_as', x)" }],
  ])("that decide addresses says so, and claims none: %s", (_name, plugins) => {
    const { addressOf, plan, site } = open(plugins);
    expect(site.notes).toEqual([
      expect.stringMatching(/^Cannot run (?:plugins\/own(?:\/r)?|a\/b|plugins\/sitemap)\.py: plugins that may decide/),
    ]);
    expect(addressOf("content/2010-10-06-a.md")).toBe("/:slug.html");
    for (const path of ["content/2010-10-06-a.md", "content/b.md"]) {
      expect(plan(path)).toMatchObject({ kind: "post", isGuess: true });
      expect(plan(path)).not.toHaveProperty("replacement.frontMatter.id");
    }
    expect(plan("content/2010-10-06-a.md")).toMatchObject({ replacement: { frontMatter: { slug: "writing-pelican" } } });
  });

  it.each([
    ["one that is not enabled", { "plugins/other.py": reader }],
    ["a reader of another format", { "plugins/own.py": "class R(BaseReader):\n    file_extensions = ['org']\n" }],
    ["code that only reads", { "plugins/own.py": "if article.slug == x and metadata['date'] == y: article.next = z" }],
    ["tests", { "plugins/own/README.md": reader }],
  ])("that decide no addresses keeps them: %s", (_name, plugins) => {
    const { plan, site } = open(plugins);
    expect(site.notes.filter((note) => note.startsWith("Cannot run"))).toEqual([]);
    expect(plan("content/b.md")).not.toHaveProperty("isGuess");
    expect(plan("content/b.md")).toMatchObject({ replacement: { frontMatter: { id: "tag:example.org,2024-01-02:/own.html" } } });
  });
});

describe("pelican.open() without a configuration", () => {
  const header = "Title: Moon\ndate: 2024-01-02 10:20\ncomments: true\nslug: full-moon";

  it.each([["content/articles/a.md"], ["a.md"]])("recognizes the header of %s", (path) => {
    const { addressOf, plan, site } = openSite(pelican, { [path]: article(header), "README.md": "Text" });
    expect(plan(path)).toMatchObject({ kind: "post", replacement: { frontMatter: { title: "Moon", slug: "full-moon" }, body: "Text\n" } });
    expect(addressOf(path)).toBe("/:slug.html");
    expect(site.notes).toContain("The folder has no pelicanconf.py: Pelican's defaults were assumed");
  });

  it.each([
    ["front matter between fences", { "a.md": "---\ntitle: x\ndate: 2024-01-02\n---\n" }],
    ["front matter with only a closing line", { "a.md": "title: x\ndate: 2024-01-02\n---\n" }],
    ["a few headers", { "a.md": article(header), "b.md": "Text", "c.md": "Note: text" }],
    ["no texts", { "a.png": "" }],
  ])("does not recognize %s", (_name, files) => {
    expect(planSite(pelican, files)).toBeUndefined();
  });
});

// The ids are those of Pelican 4.8, whose ids have neither the port nor the query.
describe("pelican.plan() of a text with an address of another site", () => {
  const text = (url: string, more = "") => `Title: Tide\nDate: 2024-01-02\nUrl: ${url}\n${more}\nWorth reading.\n`;
  const files = {
    "pelicanconf.py": "SITENAME = 'Moon'\nSITEURL = 'https://moon.example'\nPATH = 'content'\n",
    "content/a.md": text("https://other.example/tide", "Save_As:\n"),
    "content/b.md": text("HTTPS://Other.example:8080/tide/?a=1#top"),
    "content/pages/c.md": text("https://other.example/tide", "Save_As:\n"),
    "content/d.md": text("https.html"),
  };
  const { addressOf, plan, site } = openSite(pelican, files);

  it.each([
    ["a.md", "https://other.example/tide", "tag:other.example,2024-01-02:/tide", "unknown"],
    ["b.md", "HTTPS://Other.example:8080/tide/?a=1#top", "tag:other.example,2024-01-02:/tide//top", "/:slug.html"],
    ["d.md", undefined, "tag:moon.example,2024-01-02:/https.html", "/https.html"],
  ])("makes a link post of %s", (path, external_url, id, address) => {
    const { frontMatter = {} } = (plan(`content/${path}`) as { replacement?: { frontMatter: object } }).replacement ?? {};
    expect(frontMatter).toMatchObject({ id, ...(external_url !== undefined && { external_url }) });
    expect("external_url" in frontMatter).toBe(external_url !== undefined);
    expect(addressOf(`content/${path}`)).toBe(address);
  });

  it("names them, and leaves out the links of the menu", () => {
    expect(plan("content/pages/c.md")).toEqual({ kind: "left out", what: "pages that are only links to other sites" });
    expect(site.notes).toContain(
      "Its url is an address of another site, so it became a link post (external_url), with a page of its own: content/a.md, content/b.md",
    );
  });
});

// The ids are those of Pelican 4.8, and the addresses those of the files that it writes.
describe("pelican.plan() of a text that names its address", () => {
  const config = (url: string) => `SITENAME = 'Moon'\nSITEURL = '${url}'\nPATH = 'content'\n`;
  const text = (lines: string) => `Title: Tide\nDate: 2024-01-02\n${lines}\n\nText\n`;
  const id = (path: string) => `tag:moon.example,2024-01-02:${path}`;

  it.each([
    ["https://moon.example", "Url: https://moon.example/e/\nSave_As: e/index.html", "/e/", id("/e/")],
    ["https://moon.example", "Url: http://moon.example/e.html", "/e.html", id("/e.html")],
    ["https://moon.example/blog", "Url: https://moon.example/blog/e/", "/blog/e/", id("/blog/e/")],
    ["https://moon.example", "Save_As: d/x.html", "/d/x.html", id("/tide.html")],
    ["https://moon.example", "Url: d/\nSave_As: d/x.html", "/d/", id("/d/")],
  ])("at %j with %j", (siteUrl, lines, address, expected) => {
    const { addressOf, plan, site } = openSite(pelican, { "pelicanconf.py": config(siteUrl), "content/a.md": text(lines) });
    expect(addressOf("content/a.md")).toBe(address);
    expect(plan("content/a.md")).toMatchObject({ kind: "post", replacement: { frontMatter: { id: expected } } });
    expect(plan("content/a.md")).not.toHaveProperty("replacement.frontMatter.external_url");
    expect(site.notes).toEqual([]);
  });

  it.each([
    "Url: https://moon.example\nSave_As: index.html",
    "Url: https://moon.example/",
    "Url:\nSave_As: index.html",
    "Save_As: index.html",
  ])("reads the front page with %j", (lines) => {
    const { addressOf, plan } = openSite(pelican, { "pelicanconf.py": config("https://moon.example"), "content/pages/a.md": text(lines) });
    expect([addressOf("content/pages/a.md"), plan("content/pages/a.md")]).toEqual(["/", expect.objectContaining({ kind: "page" })]);
  });

  it("reads the front page of a site whose URL is unknown", () => {
    const { addressOf, site } = openSite(pelican, {
      "pelicanconf.py": config(""),
      "content/pages/a.md": text("Url: https://moon.example\nSave_As: index.html"),
    });
    expect(addressOf("content/pages/a.md")).toBe("/");
    expect(site.notes.join()).not.toContain("another site");
  });

  it("has the page of a link post at save_as", () => {
    const { addressOf, plan } = openSite(pelican, {
      "pelicanconf.py": config("https://moon.example"),
      "content/a.md": text("Url: https://other.example/x\nSave_As: x/y.html"),
    });
    expect(addressOf("content/a.md")).toBe("/x/y.html");
    expect(plan("content/a.md")).toMatchObject({ replacement: { frontMatter: { external_url: "https://other.example/x" } } });
  });

  it.each([
    ["https://moon.example/blog", "https://moon.example/other/"],
    ["https://moon.example/blog", "https://moon.example/blogs/"],
    ["https://moon.example", "https://www.moon.example/x/"],
    ["", "https://moon.example/x/"],
  ])("at %j makes a link post of %j", (siteUrl, url) => {
    const { plan } = openSite(pelican, { "pelicanconf.py": config(siteUrl), "content/a.md": text(`Url: ${url}`) });
    expect(plan("content/a.md")).toMatchObject({ replacement: { frontMatter: { external_url: url } } });
  });
});

it("pelican.settings have the DESCRIPTION of a theme if there is no subtitle", () => {
  const settings = (config: string) =>
    openSite(pelican, { "pelicanconf.py": `SITENAME = 'Moon'\n${config}`, "content/a.md": "Title: A\n\nText" }).site.settings;
  expect(settings("DESCRIPTION = 'On moons'\n").description).toBe("On moons");
  expect(settings("DESCRIPTION = 'On moons'\nSITESUBTITLE = 'News'\n").description).toBe("News");
});

describe("pelican.lists", () => {
  // Pelican 4.8 wrote `feeds/iker_zabala.atom.xml`.
  it("make the names in addresses as the settings of each kind of term do", () => {
    const slugs = "SLUG_REGEX_SUBSTITUTIONS = [(r'[^\\w\\s-]', ''), (r'[-\\s]+', '_')]\nTAG_REGEX_SUBSTITUTIONS = [(r'\\s', '.')]\n";
    const feeds = "TAG_FEED_ATOM = 'tags/{slug}.xml'\n";
    const { site } = openSite(pelican, {
      "pelicanconf.py": configuration + slugs + feeds,
      "content/posts/a.md": article("Title: A\nDate: 2024-01-02\nCategory: Web Dev\nTags: Web Dev"),
    });
    const selections = [
      { kind: "author", name: "Iker Zabala", path: "/authors/iker-zabala" },
      { kind: "category", name: "Web Dev", path: "/categories/web-dev" },
    ] as const;
    const { redirects } = offerRedirects(site, { site: sampleSite, selections, written: {}, taken: [], posts: [] });
    expect(redirects).toMatchObject({
      "/feeds/iker_zabala.atom.xml": "/authors/iker-zabala/atom.xml",
      "/feeds/iker_zabala.rss.xml": "/authors/iker-zabala/rss.xml",
      "/feeds/web_dev.atom.xml": "/categories/web-dev/atom.xml",
      "/tags/web.dev.xml": "/categories/web-dev/atom.xml",
    });
  });

  // Pelican 4.8 writes `php/index.html` and `t-big-moon.html`.
  it("are those of categories for categories only, and those of tags for tags only", () => {
    const urls = "CATEGORY_URL = '{slug}/index.html'\nTAG_URL = 't-{slug}.html'\nAUTHOR_URL = 'a-{slug}.html'\n";
    const texts = {
      "content/posts/a.md": article("Title: A\nDate: 2024-01-02\nCategory: PHP\nTags: Big Moon, sun"),
      "content/posts/b.md": article("Title: B\nDate: 2024-01-02\nCategory: sun"),
      "content/posts/c.md": article("Title: C\nCategory: Unused"),
    };
    const { site } = openSite(pelican, { "pelicanconf.py": configuration + urls, ...texts });
    const selections = ["php", "big moon", "Sun", "Unused"].map(
      (name) => ({ kind: "category", name, path: `/categories/${name.toLowerCase().replace(" ", "-")}` }) as const,
    );
    const authors = [{ kind: "author", name: "php", path: "/authors/php" } as const];
    const { redirects } = offerRedirects(site, {
      ...{ site: sampleSite, selections: [...selections, ...authors], written: {}, taken: [], posts: [] },
    });
    const lists = Object.keys(redirects).filter((path) => path.endsWith("html"));
    expect(lists.sort()).toEqual(["/a-php.html", "/php/index.html", "/sun/index.html", "/t-big-moon.html", "/t-sun.html"]);
  });
});
