import { describe, expect, it } from "vitest";
import { mkdocs, mkdocsDocumentation } from "../../../../src/import/generators/mkdocs.ts";
import { addressesOf, type Files, folderWith, open, plansOf } from "./in-memory-site.ts";
import { openSite } from "./planned-site.ts";

const post = "---\ndate: 2024-01-05\n---\n# Big Sea\n\nText";
const at = "docs/blog/posts/a.md";

function config(options = "", rest = ""): Files {
  return { "mkdocs.yml": `site_name: Sea\nsite_url: https://a.example/\nplugins:\n  - blog:\n      blog_toc: true\n${options}${rest}` };
}

/** Returns the address of one post with options of the plugin. */
function addressWith(options: string, text = post): string | undefined {
  const lines = options.split("\n").map((line) => `      ${line}\n`);
  return addressesOf(mkdocs, { ...config(lines.join("")), [at]: text })[at];
}

describe("mkdocs.open()", () => {
  it.each([
    ["no configuration", { [at]: post }],
    ["documentation only", { "mkdocs.yml": "site_name: Sea\nplugins: [search]", "docs/a.md": "# A" }],
    ["no texts", { "mkdocs.yml": "plugins: [blog]" }],
    ["dated texts elsewhere", { "mkdocs.yml": "site_name: Sea", "posts/2024-01-02-a.md": "Text", "docs/a.md": "# A" }],
  ])("rejects a folder with %s", (_name, files) => {
    expect(mkdocs.open(folderWith(files as Files))).toBeUndefined();
  });

  it.each([
    ["a list with a name", "plugins:\n  - search\n  - blog"],
    ["a table", "plugins:\n  blog:\n    blog_toc: true"],
    ["the name of the theme", "plugins: [material/blog]"],
    ["a switch of the environment", "plugins:\n  - blog:\n      enabled: !ENV [BLOG, false]"],
  ])("finds the blog plugin in %s", (_name, yaml) => {
    for (const name of ["mkdocs.yml", "mkdocs.yaml"])
      expect(addressesOf(mkdocs, { [name]: yaml, [at]: post })).toEqual({ [at]: "/blog/2024/01/05/big-sea/" });
  });

  it("reads dated texts as posts without the plugin, also if it is disabled", () => {
    for (const plugins of ["[]", "[{ blog: { enabled: false } }]"])
      expect(plansOf(mkdocs, { "mkdocs.yml": `plugins: ${plugins}`, [at]: post })[at]).toMatchObject({
        kind: "post",
        address: { path: "/blog/posts/a/" },
      });
  });

  it("reads settings, those of an inherited configuration, and the limit of the feed", () => {
    const files = {
      "mkdocs.yml": "INHERIT: base/common.yml\nsite_name: Own\ntheme:\n  language: fr\nplugins: [blog, rss]",
      "base/common.yml":
        "site_name: Common\nsite_author: Ann\nsite_description: D\nsite_url: https://a.example/x/\ntheme:\n  name: material",
      [at]: post,
    };
    expect(open(mkdocs, files).settings).toMatchObject({
      ...{ title: "Own", description: "D", language: "fr", url: "https://a.example", limit: 20, ids: "addresses" },
      author: { name: "Ann" },
    });
    expect(addressesOf(mkdocs, files)[at]).toBe("/x/blog/2024/01/05/big-sea/");
  });

  it("keeps the anchors of values with tags", () => {
    const yaml =
      "x: &name !ENV [NAME, Sea]\ny: &slug !!python/name:markdown.extensions.toc.slugify\nsite_name: *name\nplugins:\n  - blog:\n      post_slugify: *slug";
    const files = { "mkdocs.yml": yaml, [at]: "---\ndate: 2024-01-05\n---\n# Über" };
    expect(open(mkdocs, files).settings.title).toBe("Sea");
    expect(addressesOf(mkdocs, files)[at]).toBe("/blog/2024/01/05/uber/");
  });

  it("reports a configuration that cannot be read, and values of the environment", () => {
    const notesWith = (yaml: string) => openSite(mkdocs, { "mkdocs.yml": yaml, "docs/2024-01-02-a.md": "Text" }).site.notes;
    const noUrl =
      "The site_url of mkdocs.yml is unknown, so the addresses begin with /; if the site is in a folder of its host, write site_url, and import again";
    expect(notesWith("a: [")).toEqual(["Cannot read mkdocs.yml: its defaults were assumed", noUrl]);
    expect(notesWith("site_url: !ENV SITE_URL")).toEqual([
      "mkdocs.yml takes site_url from the environment (!ENV): its value is unknown",
      noUrl,
    ]);
    expect(notesWith("site_url: !ENV [SITE_URL, 'https://a.example']")).toEqual([
      "mkdocs.yml takes site_url from the environment (!ENV): its default was assumed; check it",
    ]);
    expect(notesWith("site_url: https://a.example\nextra: !ENV SECRET\nhooks: [hooks.py]")).toEqual([
      "mkdocs.yml has hooks (hooks.py), which are Python and were not run",
    ]);
  });
});

describe("mkdocsDocumentation.open()", () => {
  it("accepts documentation without posts", () => {
    const files = { "mkdocs.yml": "site_name: Sea", "docs/a.md": "# A" };
    expect(plansOf(mkdocsDocumentation, files)["docs/a.md"]).toMatchObject({ kind: "page", address: { path: "/a/" } });
    expect(mkdocsDocumentation.open(folderWith({ "mkdocs.yml": "site_name: Sea", "other/a.md": "# A" }))).toBeUndefined();
  });
});

describe("mkdocs addresses", () => {
  it.each([
    ["blog_toc: false", "/blog/2024/01/05/big-sea/"],
    ['post_url_format: "{slug}"', "/blog/big-sea/"],
    ['post_url_format: "/{date}/x-{slug}/"', "/blog/2024/01/05/x-big-sea/"],
    ['post_url_format: "{file}"', "/blog/a/"],
    ['post_url_format: "{categories}/{slug}"', "/blog/big-sea/"],
    ["post_url_date_format: yyyy/M", "/blog/2024/1/big-sea/"],
    ["post_url_date_format: yy-MMM-d", "/blog/24-Jan-5/big-sea/"],
    ["post_url_date_format: MMMM/y", "/blog/January/2024/big-sea/"],
    ["post_slugify_separator: _", "/blog/2024/01/05/big_sea/"],
    ["post_slugify: !!python/object/apply:pymdownx.slugs.slugify", "/blog/2024/01/05/Big-Sea/"],
    ["post_slugify: !!python/object/apply:pymdownx.slugs.slugify\n  kwds:\n    case: lower-ascii", "/blog/2024/01/05/big-sea/"],
    ["post_slugify: !!python/name:pymdownx.slugs.uslugify_cased", "/blog/2024/01/05/Big-Sea/"],
    ["post_slugify: !!python/name:markdown.extensions.toc.slugify", "/blog/2024/01/05/big-sea/"],
    ["post_slugify: !!python/name:pymdownx.slugs.gfm", "/blog/2024/01/05/big-sea/"],
  ])("follow %s", (options, address) => {
    expect(addressWith(options)).toBe(address);
  });

  it.each([
    ["blog_dir: .", "docs/posts/a.md", "/2024/01/05/big-sea/"],
    ["blog_dir: news/sea", "docs/news/sea/posts/x/a.md", "/news/sea/2024/01/05/big-sea/"],
    ['post_dir: "{blog}/texts"', "docs/blog/texts/a.md", "/blog/2024/01/05/big-sea/"],
    ["post_dir: articles", "docs/articles/a.md", "/blog/2024/01/05/big-sea/"],
  ])("find the posts with %s", (option, path, address) => {
    expect(addressesOf(mkdocs, { ...config(`      ${option}\n`), [path]: post })).toEqual({ [path]: address });
  });

  it.each([
    ["title: 'C++ & <b>Rust</b>, 2nd Édition'", "", "c--rust-2nd-édition"],
    ["title: A\nslug: Own_Slug", "", "Own_Slug"],
    ["x: y", "![Picture](a.png)\n\n# Later heading", "a"],
    ["x: y", "\n\n# Words *in* `code` ", "words-in-code"],
    ["x: y", "Heading\n=======", "a"],
  ])("come from the title: %s %s", (lines, body, slug) => {
    expect(addressWith("blog_toc: true", `---\ndate: 2024-01-05\n${lines}\n---\n${body}`)).toBe(`/blog/2024/01/05/${slug}/`);
  });

  it.each([
    ["date: 2024-01-05 23:30:00-05:00", "/blog/2024/01/05/big-sea/"],
    ["date:\n  created: 2024-01-05\n  updated: 2024-02-02", "/blog/2024/01/05/big-sea/"],
    ["date: { created: 2024-01-05T10:00:00Z }", "/blog/2024/01/05/big-sea/"],
  ])("come from the day as it is written: %s", (date, address) => {
    expect(addressWith("blog_toc: true", `---\n${date}\n---\n# Big Sea`)).toBe(address);
  });

  it.each([
    ["post_slugify: !!python/name:own.slugs.make", post, "Cannot run post_slugify, which is Python"],
    [
      "post_slugify: !!python/object/apply:pymdownx.slugs.slugify { kwds: { percent_encode: true } }",
      post,
      "Cannot run post_slugify, which is Python",
    ],
    ["post_url_date_format: long", post, 'Cannot write the date as post_url_date_format "long"'],
    ["post_url_date_format: EEEE", post, 'Cannot write the date as post_url_date_format "EEEE"'],
    ['post_url_format: "{author}/{slug}"', post, "Cannot compute {author} in post_url_format"],
    ["blog_toc: true", "# No date", "Cannot compute {date} in post_url_format without a date"],
  ])("are unknown with %s", (option, text, addressFault) => {
    const plan = plansOf(mkdocs, { ...config(`      ${option}\n`), [at]: text })[at];
    expect(plan).toMatchObject({ addressFault });
    expect(plan).not.toHaveProperty("address");
  });

  it("have the slugs of categories", () => {
    const text = "---\ndate: 2024-01-05\ncategories: [Deep Sea, Boats]\n---\n# A";
    const format = 'post_url_format: "{categories}/{slug}"';
    expect(addressWith(format, text)).toBe("/blog/deep-sea/a/");
    expect(addressWith(`${format}\npost_url_max_categories: 2`, text)).toBe("/blog/deep-sea/boats/a/");
  });

  it("are those of files for pages, with and without use_directory_urls", () => {
    const pages = { "docs/index.md": "# A", "docs/b.md": "# B", "docs/c/README.md": "# C", "docs/c/d.e.md": "# D" };
    const files = (rest: string) => ({ ...config("", rest), [at]: post, ...pages });
    expect(addressesOf(mkdocs, files(""))).toMatchObject({ "docs/index.md": "/", "docs/b.md": "/b/", "docs/c/README.md": "/c/" });
    expect(addressesOf(mkdocs, files("use_directory_urls: false\n"))).toEqual({
      ...{ [at]: "/blog/2024/01/05/big-sea.html", "docs/index.md": "/", "docs/b.md": "/b.html" },
      ...{ "docs/c/README.md": "/c/", "docs/c/d.e.md": "/c/d.e.html" },
    });
  });

  it("are unknown for translations of the plugin i18n", () => {
    const files = { ...config("", "  - i18n:\n      docs_structure: suffix\n"), [at]: post, "docs/b.md": "# B", "docs/b.de.md": "# B" };
    expect(addressesOf(mkdocs, files)).toMatchObject({ "docs/b.md": "/b/", "docs/b.de.md": undefined });
  });
});

describe("mkdocs.plan()", () => {
  it("decides what each file is", () => {
    const files = {
      ...config(
        "",
        "exclude_docs: |\n  # private\n  private/\n  *.tmp.md\n  !keep.tmp.md\nnot_in_nav: hidden.md\ntheme:\n  custom_dir: docs/theme\n",
      ),
      [at]: post,
      "docs/blog/posts/pictures/a.png": "",
      "docs/blog/index.md": "# Blog\n",
      "docs/x.png": "",
      "docs/page.html": "<p>Text",
      "docs/hidden.md": "# H",
      "docs/x/private/y.md": "# Y",
      "docs/x/a.tmp.md": "# A",
      "docs/x/keep.tmp.md": "# A",
      "docs/templates/a.md": "# A",
      "docs/includes/a.md": "# A",
      "docs/theme/a.md": "# A",
      "docs/.hidden/a.md": "# A",
      "docs/README.md": "# R",
      "docs/index.md": "# I",
      "README.md": "# Code",
      "src/a.md": "# A",
    };
    const excluded = { kind: "left out", what: "texts that exclude_docs or draft_docs leaves out" };
    const theme = { kind: "left out", what: "snippets, and files of the theme (includes, overrides)" };
    expect(plansOf(mkdocs, files)).toMatchObject({
      "docs/blog/posts/pictures/a.png": { kind: "media", target: "blog/pictures/a.png" },
      "docs/blog/index.md": { kind: "left out", what: "pages that only list others" },
      "docs/x.png": { kind: "media", target: "x.png" },
      "docs/hidden.md": { kind: "page" },
      "docs/x/private/y.md": excluded,
      "docs/x/a.tmp.md": excluded,
      "docs/x/keep.tmp.md": { kind: "page" },
      "docs/templates/a.md": excluded,
      "docs/includes/a.md": theme,
      "docs/theme/a.md": theme,
      "docs/README.md": { kind: "left out", what: "README.md next to index.md, which MkDocs does not publish" },
      "docs/index.md": { kind: "page" },
    });
    for (const path of ["docs/.hidden/a.md", "README.md", "src/a.md", "docs/page.html"])
      expect(plansOf(mkdocs, files)[path]).toBeUndefined();
  });

  it("keeps a blog page with a text of its own", () => {
    const files = { ...config(), [at]: post, "docs/blog/index.md": "# Blog\n\nWelcome" };
    expect(plansOf(mkdocs, files)["docs/blog/index.md"]).toMatchObject({ kind: "page", address: { path: "/blog/" } });
  });

  it("removes keys of Material's pages, and gives a text without a heading the title that MkDocs shows", () => {
    const files = {
      ...config(),
      [at]: "---\ndate: 2024-01-05\nhide: [toc]\nreadtime: 3\nsocial: { cards: false }\nsearch: { exclude: true }\n---\nText",
      "docs/some_page.md": "Text",
    };
    const plans = plansOf(mkdocs, files);
    expect(plans[at]).toMatchObject({ kind: "post", keys: { title: "A" }, dropped: ["hide", "readtime", "search", "social"] });
    expect(plans["docs/some_page.md"]).toMatchObject({ kind: "page", keys: { title: "Some page" } });
  });

  it("names what the copies lack", () => {
    const rest =
      "  - macros\n  - redirects:\n      redirect_maps: { a.md: b.md }\nmarkdown_extensions:\n  - pymdownx.snippets:\n      auto_append: [x.md]\n";
    const files = {
      ...config("      draft: true\n", rest),
      [at]: "---\ndate: 2024-01-05\ndraft: true\nlinks: [b.md]\n---\n# A\n\n--8<--\nx.md\n--8<--\n\n{{ version }}",
      "docs/blog/posts/.meta.yml": "tags: [a]",
    };
    const { plan, site } = openSite(mkdocs, files);
    plan(at);
    expect(site.notes).toEqual([
      "mkdocs.yml appends x.md to each text (auto_append): the copies do not have that text",
      "mkdocs.yml has redirect_maps: copy them to [vars.SITE.redirects]",
      "Front matter for a whole folder is not read; copy it to the texts: docs/blog/posts/.meta.yml",
      `Included snippets (--8<--) are not read; copy their text: ${at}`,
      `The templates of the plugin macros are not run; write what they show: ${at}`,
      `The related links in the front matter (links) are not shown; write them into the text: ${at}`,
      `The old site showed drafts (draft: true of the plugin blog); the copies are drafts: ${at}`,
    ]);
  });

  it("replaces the separator of excerpts, and the keys of authors", () => {
    const files = {
      ...config('      post_excerpt_separator: "<!-- cut -->"\n      authors_file: "{blog}/people-list.yml"\n'),
      "docs/blog/people-list.yml": "authors:\n  ann: { name: Ann Lee, description: D, avatar: a.png }\n",
      [at]: post,
    };
    const site = open(mkdocs, files);
    expect(site.publicText?.("A\n\n<!-- cut -->\n\nB")).toBe("A\n\n<!-- more -->\n\nB");
    expect(site.namesOfAuthors?.({ authors: ["ann", "bo"] })).toEqual({ authors: ["Ann Lee", "bo"] });
  });
});
