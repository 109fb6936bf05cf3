import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { sampleSettings } from "../../../../src/settings/sample-site.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

const now = Date.UTC(2025, 0, 1);
const post = "---\ntitle: A\ntags: posts\ndate: 2024-01-02\nmedia_subpath: /img\n---\n![a](a.png)\n";

const emptyZola = { "config.toml": 'base_url = "https://top.blog"', "templates/index.html": "", "content/_index.md": "" };

type Texts = Readonly<Record<string, string>>;

// The site at the top of the repository has no articles.
async function importSite(files: Texts, root: string, name: RegExp, top: Texts = {}) {
  const inRoot = Object.fromEntries(Object.entries(files).map(([path, text]) => [root + path, text]));
  const all = Object.entries({ ...(root !== "" && top), ...inRoot });
  const folder = makeFolder(Object.fromEntries(all.map(([path, text]) => [`old/${path}`, text])));
  const options = { site: sampleSite, settings: sampleSettings, now, folder: join(folder, "articles"), isDryRun: false };
  const { sites, written } = await importArticles([join(folder, "old")], options);
  const copy = written.find((path) => name.test(path));
  return {
    leftOut: sites.flatMap((site) => [...site.leftOut.values()].flat()),
    copy: copy && readFileSync(join(folder, "articles", copy), "utf8"),
  };
}

describe("copySite() of a site in a folder of a repository", () => {
  it.each(["", "web/"])("keeps the ids that the feed joins, in %j", async (root) => {
    const files = {
      "eleventy.config.js": "export default () => {};",
      "a.md": post,
      "_data/metadata.json": '{ "url": "https://crust.blog/" }',
      "feed.njk": "---\npermalink: /feed.xml\n---\n<guid>{{ metadata.url }}{{ post.url }}</guid>",
    };
    const { copy } = await importSite(files, root, /a\.md$/, {
      "eleventy.config.js": "export default () => ({ dir: { input: 'none' } });",
    });
    expect(copy).toMatch(/^id: "?https:\/\/crust\.blog\/\/a\/"?$/m);
  });

  it.each(["", "web/"])("finds the pictures that keys of a theme move, in %j", async (root) => {
    const files = {
      "_config.yml": "title: T\nurl: https://w.blog\n",
      "_posts/2024-01-01-x.md": post,
      "img/a.png": "\x89PNG",
      Gemfile: 'gem "jekyll-theme-chirpy"',
    };
    const { copy } = await importSite(files, root, /x\.md$/, emptyZola);
    expect(copy).toContain("![a](/img/a.png)");
  });

  it.each(["", "web/"])("names the pages that only its code renders, in %j", async (root) => {
    const files = {
      "astro.config.mjs": "export default {};",
      "package.json": '{ "dependencies": { "astro": "5" } }',
      "src/content/blog/a.md": post,
      "src/pages/about.astro": "<p>About us.</p>",
    };
    const { leftOut } = await importSite(files, root, /a\.md$/, { "astro.config.mjs": "export default {};" });
    expect(leftOut).toContain(`${root}src/pages/about.astro`);
  });

  it.each(["", "web/"])("renders shortcodes with the values of the page, in %j", async (root) => {
    const files = {
      "hugo.toml": 'baseURL = "https://h.blog/"\n',
      "layouts/shortcodes/mood.html": "<b>{{ .Page.Params.mood }}</b>",
      "content/posts/x.md": "---\ntitle: A\ndate: 2024-01-02\nmood: calm\n---\n{{< mood >}}\n",
    };
    const { copy } = await importSite(files, root, /x\.md$/, emptyZola);
    expect(copy).toContain("<b>calm</b>");
  });

  it.each(["", "apps/web/"])("leads links to documentation to its page, in %j", async (root) => {
    const files = {
      "docusaurus.config.js": "module.exports = { title: 'D', url: 'https://d.blog', presets: [['classic', {}]] };",
      "blog/2024-01-02-x.md": "---\ntitle: A\n---\n[b](../docs/b.md)\n",
      "docs/b.md": "---\nid: c\n---\nText\n",
    };
    const { copy } = await importSite(files, root, /x\.md$/, emptyZola);
    expect(copy).toContain("[b](/docs/c)");
  });
});
