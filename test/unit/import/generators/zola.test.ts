import { describe, expect, it } from "vitest";
import { zolaSlug } from "../../../../src/import/generators/zola/zola-slug.ts";
import { zola } from "../../../../src/import/generators/zola.ts";
import { openSite, planSite } from "./planned-site.ts";

const page = (lines: string) => `+++\n${lines}\n+++\nText.\n`;
const dated = (more = "") => page(`title = "T"\ndate = 2024-01-02\n${more}`);
const config = 'base_url = "https://example.org"\ntitle = "T"';

// The values of Zola's own tests (components/utils/src/slugs.rs).
describe("zolaSlug() converts", () => {
  it.each([
    ["input", "input", "input"],
    ["test ", "test", "test"],
    ["tes t", "tes-t", "tes t"],
    ["dot. ", "dot", "dot"],
    ["日本", "ri-ben", "日本"],
    ["héhé", "hehe", "héhé"],
    ["test (hey)", "test-hey", "test (hey)"],
    ["a_b v1.2", "a-b-v1-2", "a_b v1.2"],
    ["Привет, мир", "privet-mir", "Привет, мир"],
  ])("%s", (name, on, safe) => {
    expect(zolaSlug(name, "on")).toBe(on);
    expect(zolaSlug(name, "safe")).toBe(safe);
    expect(zolaSlug(name, "off")).toBe(name);
  });
});

describe("zola.plan() computes the address of", () => {
  const files = {
    "config.toml": `${config}\n[languages.fr]`,
    "content/posts/python.md": dated(),
    "content/posts/under_score.md": dated(),
    "content/posts/fixed-slug.md": dated('slug = "something-else"'),
    "content/posts/fixed-url.md": dated('path = "a-fixed/url"'),
    "content/posts/2016-10-08_a-post.md": page('title = "T"'),
    "content/posts/2018-10-10T10:20:30Z-timed.md": page('title = "T"'),
    "content/posts/with-assets/index.md": dated(),
    "content/posts/2019-01-02-bundle/index.md": page('title = "T"'),
    "content/blog/something.md": dated(),
    "content/blog/something.fr.md": dated(),
    "content/blog/alone.fr.md": dated(),
    "content/about.md": page('title = "About"'),
  };
  const { addressOf, plan } = openSite(zola, files);

  it.each([
    ["posts/python.md", "/:sections/:slug/"],
    ["posts/under_score.md", "/posts/under-score/"],
    ["posts/fixed-slug.md", "/:sections/:slug/"],
    ["posts/fixed-url.md", "/a-fixed/url/"],
    ["posts/2016-10-08_a-post.md", "/:sections/:slug/"],
    ["posts/2018-10-10T10:20:30Z-timed.md", "/posts/timed/"],
    ["posts/with-assets/index.md", "/:sections/:slug/"],
    ["posts/2019-01-02-bundle/index.md", "/:sections/:slug/"],
    ["blog/something.fr.md", "/:sections/:slug/"],
    ["blog/alone.fr.md", "/fr/blog/alone/"],
    ["about.md", "/about/"],
  ])("%s", (path, address) => expect(addressOf(`content/${path}`)).toBe(address));

  it("pages with a date as posts", () => {
    expect(plan("content/posts/2016-10-08_a-post.md")).toMatchObject({ kind: "post" });
    expect(plan("content/posts/2018-10-10T10:20:30Z-timed.md")).toMatchObject({ kind: "post", keys: { date: "2018-10-10T10:20:30Z" } });
    expect(plan("content/about.md")).toMatchObject({ kind: "page", target: "about.md" });
    expect(plan("content/blog/alone.fr.md")).toMatchObject({ keys: { language: "fr" } });
  });
});

describe("zola.plan() follows the option", () => {
  const single = (more: string, path: string) => openSite(zola, { "config.toml": `${config}\n${more}`, [path]: dated() }).addressOf(path);

  it.each([
    ['[slugify]\npaths = "safe"', "content/posts/A b_c.md", "/posts/A b_c/"],
    ["slugify_paths = false", "content/posts/A b_c.md", "/posts/A b_c/"],
    ["[slugify]\npaths_keep_dates = true", "content/posts/2016-10-08-x.md", "/posts/2016-10-08-x/"],
    ["", "content/posts/2016-10-08-x.md", "/:sections/:slug/"],
  ])("%s", (more, path, address) => expect(single(more, path)).toBe(address));

  it("ignored_content", () => {
    const { plan } = openSite(zola, {
      "config.toml": `${config}\nignored_content = ["*.{xlsx,draft.md}"]`,
      "content/a.draft.md": dated(),
      "content/b.md": dated(),
    });
    expect(plan("content/a.draft.md")).toMatchObject({ kind: "left out" });
    expect(plan("content/b.md")).toMatchObject({ kind: "post" });
  });

  it("base_url with a path, in addresses and aliases", () => {
    const { plan } = openSite(zola, {
      "config.toml": 'base_url = "https://example.org/blog/"',
      "content/a.md": dated('aliases = ["old"]'),
    });
    expect(plan("content/a.md")).toMatchObject({
      address: { pattern: "/blog/:sections/:slug/" },
      replacement: { frontMatter: { aliases: ["/blog/old/"] } },
    });
  });
});

describe("zola.plan() of a front page", () => {
  const site = 'base_url = "https://a.org/blog"\ndefault_language = "en"\n[languages.fr]\n';
  const planOf = (path: string, text: string) => openSite(zola, { "config.toml": site, [path]: text }).plan(path);

  it.each([
    ["content/_index.md", { kind: "page", target: "index.md", address: { path: "/blog/" } }],
    ["content/_index.fr.md", { kind: "page", target: "index.fr.md", address: { path: "/blog/fr/" }, keys: { language: "fr" } }],
  ])("takes its text: %s", (path, plan) => {
    expect(planOf(path, '+++\ntitle = "Hello"\nsort_by = "date"\n+++\nText\n')).toEqual(plan);
  });

  it.each([
    ["content/_index.md", '+++\ntitle = "Hello"\n+++\n'],
    ["content/_index.md", '+++\nredirect_to = "posts"\n+++\nText\n'],
    ["content/_index.md", "+++\nrender = false\n+++\nText\n"],
    ["content/posts/_index.md", "+++\n+++\n"],
  ])("leaves out the section page %s with %j", (path, text) => {
    expect(planOf(path, text)).toEqual({ kind: "left out", what: "section pages" });
  });
});

describe("zola.plan() recognizes", () => {
  const { plan } = openSite(zola, {
    "zola.toml": config,
    "content/posts/_index.md": page('title = "Posts"'),
    "content/posts/moon/index.md": dated(),
    "content/posts/moon/with.js": "x",
    "content/posts/moon/tide.png": "",
    "content/posts/hidden.md": dated("render = false"),
    "content/secret/_index.md": page("draft = true"),
    "content/secret/a.md": dated(),
    "content/.hidden.md": dated(),
    "static/images/a.png": "",
    "templates/page.html": "x",
    "README.md": "Read me",
  });

  it.each([
    ["content/posts/_index.md", { kind: "left out", what: "section pages with a text" }],
    ["content/posts/moon/with.js", { kind: "media", target: "posts/moon/with.js" }],
    ["content/posts/moon/tide.png", { kind: "media", target: "posts/moon/tide.png" }],
    ["content/posts/hidden.md", { kind: "left out", what: "pages that the site does not render" }],
    ["content/secret/a.md", { kind: "left out", what: "pages of draft sections" }],
    ["static/images/a.png", { kind: "media", target: "images/a.png" }],
  ])("%s", (path, expected) => expect(plan(path)).toEqual(expected));

  it.each(["content/.hidden.md", "templates/page.html", "README.md"])("%s is not content", (path) => expect(plan(path)).toBeUndefined());
});

describe("zola.open()", () => {
  it("reads the settings", () => {
    const values =
      'base_url = "https://example.org/"\ntitle = "T"\ndescription = "D"\ndefault_language = "de"\nauthor = "ann@example.org (Ann)"\nfeed_limit = 30';
    expect(openSite(zola, { "config.toml": values, "content/a.md": dated() }).site.settings).toEqual({
      title: "T",
      description: "D",
      author: { name: "Ann", email: "ann@example.org" },
      language: "de",
      url: "https://example.org",
      limit: 30,
      ids: "addresses",
    });
  });

  it("does not recognize Hugo", () => expect(planSite(zola, { "config.toml": 'baseURL = "/"', "content/a.md": "x" })).toBeUndefined());
});

describe("zola.plan() reads the date of", () => {
  it("a path of days, in blogs without other dates", () => {
    const { plan } = openSite(zola, { "config.toml": config, "content/a.md": page('path = "2014/12/12/a"\ntitle = "A"') });
    expect(plan("content/a.md")).toMatchObject({ kind: "post", address: { path: "/2014/12/12/a/" } });
  });
});
