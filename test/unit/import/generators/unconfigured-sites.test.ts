import { describe, expect, it } from "vitest";
import { openOldSite } from "../../../../src/import/old-site/open-old-site.ts";
import { expandPattern } from "../../../../src/settings/permalink-pattern.ts";
import { type Files, folderWith, planOf, publishedPath } from "./in-memory-site.ts";

const post = "---\ntitle: A\ndate: 2024-01-02\n---\nText";
const packageWith = (name: string) => JSON.stringify({ devDependencies: { [name]: "1" } });
const jekyll = { "_posts/2024-01-02-a.md": "---\ntitle: A\n---\nText" };

function opened(files: Files, path: string) {
  const { generator, notes, site } = openOldSite(folderWith(files));
  const plan = planOf(site, path, files[path] ?? "");
  if (plan?.kind !== "post") throw new Error("no post");
  const pattern = plan.address !== undefined && "pattern" in plan.address ? { pattern: expandPattern(plan.address.pattern) } : plan.address;
  const address = publishedPath({ ...plan, address: pattern }, path, files[path] ?? "");
  return { generator, address, notes: [...notes, ...site.notes].filter((note) => /Cannot/.test(note)) };
}

describe("openOldSite() of a site without a configuration", () => {
  it.each<[string, string, Files, string]>([
    ["Eleventy", "posts/a.md", { "package.json": packageWith("@11ty/eleventy"), "index.njk": "" }, "/posts/a/"],
    ["Hexo", "source/_posts/a.md", { "package.json": packageWith("hexo") }, "/2024/01/02/a/"],
    ["Astro", "src/pages/a.md", { "package.json": packageWith("astro") }, "/a/"],
    ["Hugo", "content/posts/a.md", { "archetypes/default.md": "---\n---\n" }, "/posts/a/"],
    [
      "Jekyll",
      "_posts/2024-01-02-a.md",
      { ...jekyll, "index.html": "---\n---\n{% for p in site.posts %}{% endfor %}" },
      "/2024/01/02/a.html",
    ],
    ["Jekyll", "_posts/2024-01-02-a.md", { ...jekyll, Gemfile: 'gem "github-pages"' }, "/2024/01/02/a.html"],
  ])("recognizes %s by %s and its other files, and uses its defaults", (generator, path, files, address) => {
    expect(opened({ [path]: post, ...files }, path)).toEqual({ generator, address, notes: [] });
  });

  it.each<[string, Files]>([
    ["posts in _posts alone", jekyll],
    ["a package that depends on another one", { "package.json": packageWith("hexo-cli"), "source/_posts/a.md": post }],
    ["texts in content alone", { "content/posts/a.md": post }],
  ])("uses no rules of a generator for %s", (_name, files) => {
    expect(openOldSite(folderWith(files)).generator).toBeUndefined();
  });
});
