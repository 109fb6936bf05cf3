import { describe, expect, it } from "vitest";
import { docusaurus } from "../../../../src/import/generators/docusaurus.ts";
import { addressesOf, folderWith, open, plansOf } from "./in-memory-site.ts";

const config = (options = "", blog = "{}") => ({
  "docusaurus.config.ts": `import type { Config } from "@docusaurus/types";
    const config: Config = { title: "Lab", tagline: "News", url: "https://example.org", ${options}
      presets: [["classic", { docs: {}, blog: ${blog} } satisfies Preset.Options]] };
    export default config;`,
});
const post = "---\ntitle: A\n---\nText";

describe("docusaurus.open()", () => {
  it("recognizes a site by its configuration, and reads its settings", () => {
    expect(docusaurus.open(folderWith({ "blog/2024-01-01-a.md": post }))).toBeUndefined();
    const site = open(docusaurus, config("i18n: { defaultLocale: 'de', locales: ['de'] },", "{ feedOptions: { limit: 5 } }"));
    expect(site.settings).toMatchObject({
      title: "Lab",
      description: "News",
      url: "https://example.org",
      language: "de",
      timezone: "UTC",
      limit: 5,
    });
  });

  it("reads the names of authors", () => {
    const site = open(docusaurus, { ...config(), "blog/authors.yml": "ada:\n  name: Ada Lovelace\n" });
    expect(["ada", "bo"].map((key) => site.authorNamed?.(key))).toEqual(["Ada Lovelace", undefined]);
  });

  it("prefers what the feed states, and reads the description of the blog", () => {
    const feed = "title: 'Lab feed', description: 'All', language: 'fr', copyright: '© Lab'";
    expect(open(docusaurus, config("", `{ blogDescription: 'B', feedOptions: { ${feed} } }`)).settings).toMatchObject({
      ...{ title: "Lab feed", description: "All", language: "fr", copyright: "© Lab" },
    });
    const dinosaurs = config("", "{ blogDescription: 'B' }")["docusaurus.config.ts"].replace("News", "Dinosaurs are cool");
    expect(open(docusaurus, { "docusaurus.config.ts": dinosaurs }).settings).toMatchObject({ title: "Lab", description: "B" });
  });

  it("reads a configuration that a function returns", () => {
    const files = {
      "docusaurus.config.js":
        "module.exports = async function create() { return { title: 'Lab', baseUrl: '/x/', presets: ['classic'] }; };",
      "blog/2024-01-02-a.md": post,
    };
    expect(open(docusaurus, files).settings.title).toBe("Lab");
    expect(addressesOf(docusaurus, files)).toEqual({ "blog/2024-01-02-a.md": "/x/blog/2024/01/02/a" });
  });

  it("assumes the defaults of a configuration that cannot be read", () => {
    const files = { "docusaurus.config.js": "module.exports = {{", "blog/2024-01-02-a.md": post };
    expect(open(docusaurus, files).notes).toEqual([expect.stringContaining("Cannot read docusaurus.config.js")]);
    expect(addressesOf(docusaurus, files)).toEqual({ "blog/2024-01-02-a.md": "/blog/2024/01/02/a" });
  });
});

describe("docusaurus.plan()", () => {
  // The titles that Docusaurus 3 gives to these texts.
  it.each([
    ["2024-01-03-hello-big-world.md", "Text", "hello-big-world"],
    ["2024-01-02-v1.1.0.md", "## Fixes\n\nText", "v1.1.0"],
    ["2024-01-02-folder/index.mdx", "Text", "folder"],
    ["notes/plain.md", "Text\n---\n", "notes/plain"],
    ["2024-01-03-a.md", "# A\nText", undefined],
    ["2024-01-03-a.md", "\nA\n==\n\nText", undefined],
    ["2024-01-03-a.mdx", "import A from './a'\nimport B from './b'\n\nexport const c = 1\n\n# A\n", undefined],
    ["2024-01-03-a.mdx", "import A from './a'\n\nText", "a"],
    ["2024-01-03-a.md", "---\ntitle: B\n---\nText", undefined],
    ["2024-01-03-a.md", "", undefined],
    ["2024-01-03.md", "Text", undefined],
  ])("gives %s with %j the title of its name", (name, text, title) => {
    const plan = plansOf(docusaurus, { ...config(), [`blog/${name}`]: text })[`blog/${name}`];
    expect(plan !== undefined && "keys" in plan ? plan.keys?.["title"] : undefined).toBe(title);
  });

  it("copies the authors of a file outside of the blog", () => {
    const files = { ...config("", "{ authorsMapPath: '../people.yml' }"), "people.yml": "ann:\n  name: Ann\n" };
    expect(plansOf(docusaurus, files)["people.yml"]).toEqual({ kind: "media", target: "authors.yml" });
    const two = `{}, plugins: [["@docusaurus/plugin-content-blog", { id: "r", routeBasePath: "r", path: "r", authorsMapPath: "../blog/authors.yml" }]]`;
    const shared = { ...config(), "blog/authors.yml": "ann:\n  name: Ann\n" };
    shared["docusaurus.config.ts"] = shared["docusaurus.config.ts"].replace("presets:", `x: ${two}, presets:`);
    expect(plansOf(docusaurus, shared)["blog/authors.yml"]).toEqual({ kind: "media", target: "authors.yml" });
    shared["docusaurus.config.ts"] = shared["docusaurus.config.ts"].replace("../blog/", "");
    expect(plansOf(docusaurus, shared)["blog/authors.yml"]).toEqual({ kind: "media", target: "blog/authors.yml" });
  });

  // The addresses that Docusaurus 3 makes of these files.
  it.each([
    ["2019-05-28-first.md", "", "/blog/2019/05/28/first"],
    ["2019-5-3-short.md", "", "/blog/2019/5/3/short"],
    ["2020-01-02-folder/index.md", "", "/blog/2020/01/02/folder"],
    ["2019/05/30/deep.md", "", "/blog/2019/05/30/deep"],
    ["2019/05/31-flat.md", "", "/blog/2019/05/31/flat"],
    ["2021-02-03 Space Name.md", "", "/blog/2021/02/03/ Space Name"],
    ["nested/2021-01-05-in/index.mdx", "", "/blog/2021/01/05/nested/in"],
    ["nested/2021-06-07-n.md", "", "/blog/2021/06/07/nested/n"],
    ["UPPER/2020-03-03-Case.md", "", "/blog/2020/03/03/UPPER/Case"],
    ["2020-02-02/index.md", "", "/blog/2020/02/02/index"],
    ["2020-05-05-ünï.md", "", "/blog/2020/05/05/ünï"],
    ["2020-06-06.md", "", "/blog/2020/06/06/"],
    ["undated.md", "date: 2022-01-01", "/blog/undated"],
    ["index.md", "date: 2022-01-01", "/blog/index"],
    ["a.md", "slug: /\ndate: 2022-01-01", "/blog/"],
    ["b.md", "slug: rel/slug\ndate: 2022-01-01", "/blog/rel/slug"],
    ["c.md", "slug: /abs/\ndate: 2022-01-01", "/blog/abs/"],
    ["2022-03-04-d.md", "date: 2023-05-06", "/blog/2022/03/04/d"],
  ])("computes the address of %s with %j", (name, keys, address) => {
    const path = `blog/${name}`;
    expect(addressesOf(docusaurus, { ...config(), [path]: `---\n${keys}\n---\n` })[path]).toBe(address);
  });

  it.each([
    ["trailingSlash: true, baseUrl: '/sub/',", "{}", "/sub/blog/2024/01/02/a/"],
    ["trailingSlash: false,", "{ routeBasePath: '/' }", "/2024/01/02/a"],
    ["", "{ path: './news', routeBasePath: 'n' }", "/n/2024/01/02/a"],
  ])("respects %s and %s", (options, blog, address) => {
    const path = `${blog.includes("news") ? "news" : "blog"}/2024-01-02-a.md`;
    expect(addressesOf(docusaurus, { ...config(options, blog), [path]: post })).toEqual({ [path]: address });
  });

  it("decides what each file is", () => {
    const files = {
      ...config(),
      "blog/2024-01-02-a.md": post,
      "blog/2024-01-03-b/index.md": post,
      "blog/2024-01-03-b/x.png": "",
      "blog/authors.yml": "ada:\n  name: Ada\n",
      "blog/tags.yml": "x:\n  label: X\n",
      "blog/_part.md": "x",
      "docs/intro.md": "x",
      "versioned_docs/version-1/intro.md": "x",
      "i18n/de/docusaurus-plugin-content-blog/a.md": "x",
      "src/pages/about.md": "x",
      "static/img/logo.png": "",
      "README.md": "x",
    };
    expect(plansOf(docusaurus, files)).toEqual({
      "docusaurus.config.ts": undefined,
      "blog/2024-01-02-a.md": {
        kind: "post",
        target: "2024-01-02-a.md",
        address: { pattern: "/blog/:year/:month/:day/:slug" },
      },
      "blog/2024-01-03-b/index.md": {
        kind: "post",
        target: "2024-01-03-b/index.md",
        address: { pattern: "/blog/:year/:month/:day/:slug" },
      },
      "blog/2024-01-03-b/x.png": { kind: "media", target: "2024-01-03-b/x.png" },
      "blog/authors.yml": { kind: "media", target: "authors.yml" },
      "blog/tags.yml": undefined,
      "blog/_part.md": undefined,
      "docs/intro.md": { kind: "left out", what: "pages of the documentation" },
      "versioned_docs/version-1/intro.md": { kind: "left out", what: "pages of the documentation" },
      "i18n/de/docusaurus-plugin-content-blog/a.md": { kind: "left out", what: "translations" },
      "src/pages/about.md": { kind: "page", target: "about.md", address: { path: "/about" } },
      "static/img/logo.png": { kind: "media", target: "img/logo.png" },
      "README.md": undefined,
    });
    expect(open(docusaurus, files).notes).toEqual([]);
  });

  it.each([
    ["tags:\n  - label: Odd Tag\n    permalink: /odd\n  - x", ["Odd Tag", "x"]],
    ["tags: [{label: Odd Tag, permalink: /odd}]", ["Odd Tag"]],
    ["tags: [x]", undefined],
  ])("reads %j", (tags, expected) => {
    const path = "blog/2024-01-02-a.md";
    const plan = plansOf(docusaurus, { ...config(), [path]: `---\n${tags}\n---\nText` })[path];
    expect(plan && "corrections" in plan ? plan.corrections?.["tags"] : undefined).toEqual(expected);
  });

  it("uses the labels of tags.yml for posts", () => {
    const tagged = "---\ntags: [x, y]\n---\nText";
    const plain = "---\ntags: [y]\n---\nText";
    const files = { ...config(), "blog/2024-01-02-a.md": tagged, "blog/2024-01-03-b.md": plain, "blog/tags.yml": "x:\n  label: The X\n" };
    const plans = plansOf(docusaurus, files);
    expect(plans["blog/2024-01-02-a.md"]).toMatchObject({ corrections: { tags: ["The X", "y"] } });
    expect(plans["blog/2024-01-03-b.md"]).not.toHaveProperty("corrections");
  });

  it("reads the base of the addresses of each blog", () => {
    const plugin = `plugins: [["@docusaurus/plugin-content-blog", { id: "n", path: "./notes", routeBasePath: "notes" }]],`;
    const files = { ...config(plugin), "blog/2024-01-02-a.md": post, "notes/b.md": "---\nslug: c\ndate: 2024-01-02\n---\n" };
    expect(plansOf(docusaurus, files)).toMatchObject({
      "blog/2024-01-02-a.md": { target: "blog/2024-01-02-a.md" },
      "notes/b.md": { target: "notes/b.md" },
    });
    expect(addressesOf(docusaurus, files)).toEqual({ "blog/2024-01-02-a.md": "/blog/2024/01/02/a", "notes/b.md": "/notes/c" });
  });

  it.each(["/", "", "./"])("places the posts of a blog at the root (%j) without empty folders", (route) => {
    const plugin = `plugins: [["@docusaurus/plugin-content-blog", { path: "./notes", routeBasePath: "notes/" }]],`;
    const files = { ...config(plugin, `{ routeBasePath: '${route}' }`), "blog/2024-01-02-a.md": post, "notes/2024-01-02-b.md": post };
    const plans = plansOf(docusaurus, files);
    expect(plans["blog/2024-01-02-a.md"]).toMatchObject({ target: "2024-01-02-a.md" });
    expect(plans["notes/2024-01-02-b.md"]).toMatchObject({ target: "notes/2024-01-02-b.md" });
  });

  it("finds no blog if the preset disables it", () => {
    expect(plansOf(docusaurus, { ...config("", "false"), "blog/2024-01-02-a.md": post })["blog/2024-01-02-a.md"]).toBeUndefined();
  });
});

// The addresses that Docusaurus 3 gives to these files.
it.each([
  ["docs/intro.md", "", {}, "/docs/intro"],
  ["docs/01-start/02-first steps.mdx", "", {}, "/docs/start/first steps"],
  ["docs/2024-01-02.md", "", {}, "/docs/2024-01-02"],
  ["docs/guide/index.md", "", {}, "/docs/guide/"],
  ["docs/guide/Guide.md", "", {}, "/docs/guide/"],
  ["docs/guide/README.md", "slug: read", {}, "/docs/guide/read"],
  ["docs/guide/a.md", "slug: /first", {}, "/docs/first"],
  ["docs/guide/a.md", "id: b", {}, "/docs/guide/b"],
  ["manual/a.md", "", { docs: '{ path: "manual", routeBasePath: "/" }' }, "/a"],
  ["docs/guide/index.md", "", { options: "trailingSlash: false," }, "/docs/guide"],
  ["docs/a.md", "", { options: 'baseUrl: "/x/", trailingSlash: true,' }, "/x/docs/a/"],
  ["docs/a.md", "", { files: { "versions.json": '["1.0"]' } }, undefined],
  ["docs/a.md", "", { docs: "false" }, undefined],
  ["docs/a.png", "", {}, undefined],
  ["other/a.md", "", {}, undefined],
])(
  "docusaurus.leftOutAddress() of %s with %j and %j",
  (path, front, given: { docs?: string; files?: object; options?: string }, address) => {
    const { docs = "{}", files = {}, options = "" } = given;
    const config = `module.exports = { ${options} presets: [["classic", { docs: ${docs}, blog: {} }]] };`;
    const site = open(docusaurus, { "docusaurus.config.js": config, [path]: `---\n${front}\n---\nText`, ...files });
    expect(site.leftOutAddress?.(path)).toBe(address);
  },
);
