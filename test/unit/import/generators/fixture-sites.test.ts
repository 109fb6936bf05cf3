import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { hexo } from "../../../../src/import/generators/hexo.ts";
import { hugo } from "../../../../src/import/generators/hugo.ts";
import { nikola } from "../../../../src/import/generators/nikola.ts";
import { pelican } from "../../../../src/import/generators/pelican.ts";
import { zola } from "../../../../src/import/generators/zola.ts";
import { isMedia } from "../../../../src/import/site-rules/content-file.ts";
import type { ArticlePlan, Generator } from "../../../../src/import/site-rules/old-site.ts";
import { openSite } from "./planned-site.ts";

interface Expected {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly entries: Readonly<Record<string, { readonly path: string }>>;
  readonly drafts?: readonly string[];
  readonly media: readonly string[];
  readonly leftOut: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
}

const sites = resolve(import.meta.dirname, "../../../fixtures/sites");

function filesOf(name: string): Record<string, string> {
  const folder = join(sites, name);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() && entry.name !== "expected.json" ? [join(entry.parentPath, entry.name).slice(folder.length + 1)] : [],
  );
  return Object.fromEntries(paths.map((path) => [path, isMedia(path) ? "" : readFileSync(join(folder, path), "utf8")]));
}

// The addresses of Hugo, Hexo and Pelican in expected.json are those that they made of these folders.
describe.each<[string, Generator]>([
  ["hexo", hexo],
  ["hugo", hugo],
  ["nikola", nikola],
  ["pelican", pelican],
  ["zola", zola],
])("the site test/fixtures/sites/%s", (name, generator) => {
  const expected = JSON.parse(readFileSync(join(sites, name, "expected.json"), "utf8")) as Expected;
  const files = filesOf(name);
  const { plan, site } = openSite(generator, files);
  const plans = Object.keys(files).flatMap((path) => plan(path) ?? []);

  it("has the expected articles and addresses", () => {
    const articles = plans.filter((found): found is ArticlePlan => found.kind === "post" || found.kind === "page");
    expect(articles.map(({ target }) => target).sort()).toEqual([...Object.keys(expected.entries), ...(expected.drafts ?? [])].sort());
    for (const { address, target } of articles.filter((article) => Object.hasOwn(expected.entries, article.target))) {
      const pattern = expected.settings["permalink"];
      expect(address, target).toEqual(
        address !== undefined && "pattern" in address ? { pattern } : { path: expected.entries[target]?.path },
      );
    }
  });

  it("has the expected media and other files", () => {
    expect(plans.flatMap((found) => (found.kind === "media" ? [found.target] : [])).sort()).toEqual(expected.media);
    const leftOut = Map.groupBy(
      plans.flatMap((found) => (found.kind === "left out" ? [found.what] : [])),
      (what) => what,
    );
    expect(Object.fromEntries([...leftOut].map(([what, { length }]) => [what, length]))).toEqual(expected.leftOut);
    expect(site.notes).toEqual(expected.notes);
  });

  it("has the expected settings", () => {
    const { permalink: _, ...settings } = expected.settings;
    expect(site.settings).toMatchObject(settings);
  });
});
