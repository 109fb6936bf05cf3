import { mkdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

const post = "---\ntitle: A\ndate: 2024-01-02\n---\nText";
const jekyll = { "old/docs/_config.yml": "title: T", "old/docs/_posts/2024-01-02-a.md": post, "old/lib/a.rb": "" };
const hugo = { "old/site/hugo.toml": "", "old/site/content/posts/a.md": post };

async function incompleteIn(files: Readonly<Record<string, string>>, link: string): Promise<string[]> {
  const folder = makeFolder(files);
  const path = join(folder, "old", link);
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync("nowhere", path);
  const { concerns, written } = await importArticles([join(folder, "old")], {
    site: sampleSite,
    now: Date.UTC(2025, 0),
    folder: join(folder, "articles"),
    isDryRun: false,
  });
  expect(written).toHaveLength(1);
  return concerns.flatMap(({ entry, isIncomplete }) => (isIncomplete && entry !== undefined ? [entry] : []));
}

describe("an import with a broken link", () => {
  it.each([
    [jekyll, "test/fixtures/broken"],
    [jekyll, "test/config.yml"],
    [jekyll, "test/source/moon.md"],
    [jekyll, "docs/_layouts/broken"],
    [hugo, "test/broken"],
    [hugo, "site/themes/broken"],
  ])("is complete if the site does not use it: %#", async (files, link) => {
    expect(await incompleteIn(files, link)).toEqual([]);
  });

  it.each([
    [jekyll, "docs/_posts/2024-01-03-b.md"],
    [jekyll, "docs/_posts/sub"],
    [jekyll, "docs/pictures"],
    [hugo, "site/content/notes"],
    [hugo, "site/static/a.png"],
  ])("is incomplete if an article or a picture may be lost: %#", async (files, link) => {
    expect(await incompleteIn(files, link)).toEqual([link]);
  });
});
