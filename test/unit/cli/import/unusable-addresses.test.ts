import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { describeImport } from "../../../../src/import/import-report.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

const now = Date.UTC(2025, 0, 1, 12);
const settings = { permalink: "/:sections/:filename/" };

async function moveIn(files: Readonly<Record<string, string>>) {
  const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, text]) => [`old/${path}`, text])));
  const result = await importArticles([join(folder, "old")], {
    site: sampleSite,
    now,
    folder: join(folder, "articles"),
    settings,
    isDryRun: false,
  });
  return {
    result,
    read: (path: string) => readFileSync(join(folder, "articles", path), "utf8"),
    kinds: (result.sites[0]?.notes ?? []).map(({ kind, path }) => `${path}: ${kind}`),
  };
}

const byName = "so the address comes from the file name; write the old one";

describe("an import with addresses that cannot be computed", () => {
  const eleventy = { ".eleventy.js": "module.exports = () => ({})" };

  it("uses the file names, with one line for each cause", async () => {
    const names = ["a", "b", "c", "d"];
    const post = (name: string) => `---\ntitle: ${name}\ndate: 2024-02-02\npermalink: "{{ config.blog }}/${name}x/index.html"\n---\nText`;
    const { kinds, read, result } = await moveIn({
      ...eleventy,
      ...Object.fromEntries(names.map((name) => [`posts/${name}.md`, post(name)])),
      "posts/e.md": "---\ntitle: e\ndate: 2024-02-02\npermalink: /own/e/\n---\nText",
    });
    expect(result.concerns).toEqual([]);
    expect(read("posts/a.md")).toContain("permalink: /posts/a/\n");
    expect(read("posts/a.md")).not.toContain("config.blog");
    expect(kinds).toEqual(names.map((name) => `posts/${name}.md: Cannot compute {{ config.blog }} in permalink, ${byName}`));
    const lines = describeImport(result, "articles", false);
    expect(lines.filter((line) => line.includes("config.blog"))).toEqual([
      `Cannot compute {{ config.blog }} in permalink, ${byName}: posts/a.md, posts/b.md, posts/c.md, and 1 more`,
    ]);
    expect(result.sites[0]).toMatchObject({ unknown: names.map((name) => `posts/${name}.md`), changed: [] });
  });

  it("uses the file names if the template is in the data of a folder", async () => {
    const { kinds, read } = await moveIn({
      ...eleventy,
      "posts/posts.json": '{ "permalink": "/{{ section.name }}/{{ page.fileSlug }}/" }',
      "posts/a.md": "---\ntitle: A\ndate: 2024-02-02\n---\nText",
    });
    expect(kinds).toEqual(["posts/a.md: Cannot compute {{ section.name }} in permalink, so the old address is unknown; write it"]);
    expect(read("posts/a.md")).not.toContain("permalink");
  });

  it.each([
    ["url", 'url: "/{{ x }}/a"', "Cannot compute {{ x }} in url"],
    ["path", 'path: "{% x %}"', "Cannot compute {% x %} in path"],
    ["slug", 'slug: "{{ x | y }}"', "Cannot compute {{ x | y }} in slug"],
    ["a date that is missing", "permalink: /:year/a/\nfeed: false\ndate:", "Cannot use permalink as an address"],
    ["a length", `permalink: /${"a".repeat(3000)}`, "Cannot use permalink as an address"],
  ])("uses the file names in a folder of an unknown generator: %s", async (_name, line, kind) => {
    const isDated = !line.includes("date:");
    const { kinds, read, result } = await moveIn({
      "p/moon.md": `---\ntitle: A\n${isDated ? "date: 2024-02-02\n" : ""}${line}\n---\nText`,
    });
    expect(result.concerns).toEqual([]);
    expect(kinds).toEqual([`p/moon.md: ${kind}, ${byName}`]);
    expect(read("p/moon.md")).toMatch(/^(?:permalink: .*\/moon\/?|slug: moon)$/m);
  });

  it("keeps a permalink that the build can compute", async () => {
    const text = "---\ntitle: A\ndate: 2024-02-02\npermalink: /{{ title | slug }}/\n---\nText";
    const { kinds, read } = await moveIn({ "p/moon.md": text });
    expect([kinds, read("p/moon.md")]).toEqual([[], text]);
  });
});
