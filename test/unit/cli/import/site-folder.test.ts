import { truncateSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { openSite } from "../../../../src/cli/import/site-folder.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

describe("openSite()", () => {
  it("reads only the beginning of a file that is larger than memory", () => {
    const folder = makeFolder({ "old/log.txt": "", "old/a.md": "Text" });
    truncateSync(join(folder, "old/log.txt"), 5 * 2 ** 30); // which takes no space
    const site = openSite(join(folder, "old"));
    expect([site?.read("log.txt")?.length, site?.read("a.md"), site?.read("b.md")]).toEqual([16 * 2 ** 20, "Text", undefined]);
  });
});

const post = "---\ntitle: A\ndate: 2024-01-02\n---\nText";

describe("openSite() and the folders of packages and builds", () => {
  const pathsOf = (files: readonly string[]) => {
    const folder = makeFolder(Object.fromEntries(files.map((path) => [`old/${path}`, post])));
    const site = openSite(join(folder, "old"));
    return { read: site?.paths, skippedTexts: site?.skippedTexts.toSorted() };
  };

  it.each([
    "_posts/vendor/2024-01-03-v.md",
    "content/dist/f.md",
    "content/posts/vendor/a/b.md",
    "content/__pycache__/a.md",
    "docs/blog/.authors.yml",
    "static/vendor/p.png",
    "assets/dist/p.png",
  ])("reads %s", (path) => {
    expect(pathsOf([path])).toEqual({ read: [path], skippedTexts: [] });
  });

  it.each([
    ["vendor/a.md", ["vendor"]],
    ["vendor/bundle/gems/a.md", []],
    ["dist/index.html", []],
    ["dist/posts/a.md", ["dist"]],
    ["content/node_modules/a.md", []],
    ["docs/_site/a.md", []],
    [".vitepress/dist/a.md", [".vitepress/dist"]],
  ])("skips %s, and names the folder if it has texts", (path, skippedTexts) => {
    expect(pathsOf([path])).toEqual({ read: [], skippedTexts });
  });

  it("skips those next to the manifest of a package", () => {
    const files = ["site/package.json", "site/dist/a.md", "site/src/dist/b.md"];
    expect(pathsOf(files)).toEqual({ read: ["site/package.json", "site/src/dist/b.md"], skippedTexts: ["site/dist"] });
  });
});

it("copySite() copies texts in folders named vendor, and names the ones that it skips", async () => {
  const paths = ["old/_posts/vendor/2024-01-03-v.md", "old/_posts/2024-01-02-e.md", "old/vendor/2024-01-04-w.md"];
  const folder = makeFolder({ ...Object.fromEntries(paths.map((path) => [path, post])), "old/_config.yml": "title: T" });
  const { sites, written } = await importArticles([join(folder, "old")], {
    ...{ site: sampleSite, now: Date.UTC(2025, 0, 1), folder: join(folder, "articles"), isDryRun: false },
  });
  expect(written.toSorted()).toEqual(["_posts/2024-01-02-e.md", "_posts/vendor/2024-01-03-v.md"]);
  expect(JSON.stringify(sites)).toContain("vendor: it was not read");
});
