import { describe, expect, it } from "vitest";
import { astro } from "../../../../src/import/generators/astro.ts";
import { eleventy } from "../../../../src/import/generators/eleventy.ts";
import { gatsby } from "../../../../src/import/generators/gatsby.ts";
import { hexo } from "../../../../src/import/generators/hexo.ts";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { jekyll } from "../../../../src/import/generators/jekyll.ts";
import { next } from "../../../../src/import/generators/next.ts";
import { vitepress } from "../../../../src/import/generators/vitepress.ts";
import { vuepress } from "../../../../src/import/generators/vuepress.ts";
import { zola } from "../../../../src/import/generators/zola.ts";
import { planSite } from "../../../../src/import/old-site/plan-site.ts";
import type { Generator } from "../../../../src/import/site-rules/old-site.ts";
import { type Files, folderWith, open } from "./in-memory-site.ts";

function authorsOf(generator: Generator, files: Files): unknown[] {
  const { articles } = planSite(folderWith(files), open(generator, files));
  return articles.map(({ frontMatter: { author, authors } }) => author ?? authors);
}

const post = (author: string) => `---\ntitle: A\ndate: 2024-01-02\n${author}\n---\nText`;
const sites: readonly (readonly [Generator, string, Files])[] = [
  [hugo, "content/posts/a.md", { "hugo.toml": 'title = "T"' }],
  [eleventy, "posts/a.md", { "eleventy.config.js": "export default function () {}" }],
  [gatsby, "content/blog/a.md", { "gatsby-config.js": "module.exports = {}" }],
  [hexo, "source/_posts/a.md", { "_config.yml": "timezone: UTC\nsource_dir: source", "package.json": '{"dependencies":{"hexo":"7"}}' }],
  [next, "posts/a.md", { "next.config.js": "module.exports = {}", "app/[slug]/page.js": "" }],
  [vitepress, "posts/a.md", { ".vitepress/config.mjs": "export default {}" }],
  [vuepress, "posts/a.md", { ".vuepress/config.js": "module.exports = {}" }],
  [zola, "content/a.md", { "zola.toml": 'base_url = "https://a.org"' }],
  [astro, "src/content/blog/a.md", { "astro.config.mjs": "export default {}", "src/pages/blog/[slug].astro": 'getCollection("blog")' }],
  [jekyll, "_posts/2024-01-02-a.md", { "_config.yml": "title: T" }],
];

describe("planSite() and authors in data files", () => {
  it.each(sites.map((site) => [site[0].name, ...site] as const))("names the author of a key: %s", (_name, generator, path, config) => {
    const data = { "src/authors/ann.yml": "name: Ann Lee" };
    expect(authorsOf(generator, { ...config, ...data, [path]: post("author: ann") })).toEqual(["Ann Lee"]);
    expect(authorsOf(generator, { ...config, ...data, [path]: post("authors: [ann, Bo]") })).toEqual([["Ann Lee", "Bo"]]);
    expect(authorsOf(generator, { ...config, ...data, [path]: post("author: Bo") })).toEqual(["Bo"]);
  });

  it.each<readonly [string, string]>([
    ["data/authors/ann.toml", 'name = "Ann Lee"'],
    ["data/authors.yaml", "ann: {name: Ann Lee}"],
    ["data/authors.yaml", "ann: Ann Lee"],
    ["data/authors.json", '{"authors":[{"id":"ann","name":"Ann Lee"}]}'],
    ["data/authors/ann.yaml", "slug: x\nname: {display: Ann Lee}"],
    ["content/authors/ann/_index.md", "---\ntitle: Ann Lee\n---\n"],
    ["data/people.ts", 'export const people = { ann: { name: "Ann Lee" } };'],
    ["data/authors.js", 'module.exports = [{ slug: "ann", name: "Ann Lee" }];'],
    ["_authors/x.md", "---\nshort_name: ann\nname: Ann Lee\n---\n"],
  ])("reads %s: %j", (path, text) => {
    const files = { "hugo.toml": "", "content/posts/a.md": post("author: ann"), [path]: text };
    const { articles } = planSite(folderWith(files), open(hugo, files));
    expect(articles.find(({ target }) => target === "posts/a.md")?.frontMatter["author"]).toBe("Ann Lee");
  });

  it.each([
    ["data/team.json", "{"],
    ["data/team.yml", "- a\n- b"],
    ["themes/x/data/authors.yml", "ann: {name: Demo}"],
    ["data/authors.js", "export default () => {"],
  ])("keeps the key without a usable file, and reports nothing: %s", (path, text) => {
    const files = { "hugo.toml": "", "content/posts/a.md": post("author: ann"), [path]: text };
    const faults: unknown[] = [];
    const folder = { ...folderWith(files), report: (fault: unknown) => faults.push(fault) };
    expect(hugo.open(folder)?.namesOfAuthors?.({ author: "ann" })).toEqual({});
    expect(faults).toEqual([]);
  });

  it("reads the table of authors in any data of Eleventy", () => {
    const files = {
      "eleventy.config.js": "export default function () {}",
      "_data/metadata.json": '{"title":"Moon","authors":{"ann":{"name":"Ann Lee"},"note":"Text"}}',
      "posts/a.md": post("author: ann"),
      "posts/b.md": post("author: title"),
      "posts/c.md": post("author: note"),
    };
    expect(authorsOf(eleventy, files)).toEqual(["Ann Lee", "title", "note"]);
  });

  it("keeps the keys of the file that Jekyll's copies have, and names its authors", () => {
    const files = {
      "_config.yml": "title: T",
      "_data/authors.yml": "cotes: {name: Cotes Chung, url: https://a.org}\nbo: Bo K.",
      "_posts/2024-01-02-a.md": post("author: cotes"),
      "_authors/cotes.md": "---\nname: Cotes\n---\n",
    };
    expect(authorsOf(jekyll, files)).toEqual(["cotes"]);
    expect(["cotes", "bo", "ann"].map((key) => open(jekyll, files).authorNamed?.(key))).toEqual(["Cotes Chung", "Bo K.", undefined]);
  });
});
