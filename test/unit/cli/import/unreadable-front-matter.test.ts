import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

const dated = "---\ntitle: B\ndate: 2024-01-02\n---\nText.\n";
const broken = "---\ntitle: A\ndate: 2024-01-02\n---~\nText.\n";

describe("copySite() and front matter that cannot be read", () => {
  it.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ["Hugo", { "hugo.toml": 'title = "T"' }, "content/posts"],
    ["Hexo", { "_config.yml": "title: T\nnew_post_name: :title.md" }, "source/_posts"],
    ["Nikola", { "conf.py": "BLOG_TITLE = 'T'\nPOSTS = (('posts/*.md', 'posts', 'post.tmpl'),)" }, "posts"],
    ["an unknown folder", {}, "posts"],
  ])("names the fault, and does not advise to add a date: %s", async (_, config, place) => {
    const files = { ...config, [`${place}/a.md`]: broken, [`${place}/b.md`]: dated };
    const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, text]) => [`old/${path}`, text])));
    const options = { site: sampleSite, now: 0, folder: join(folder, "articles"), isDryRun: true };
    const { concerns, sites } = await importArticles([join(folder, "old")], options);
    expect(JSON.stringify(sites)).not.toContain("No date");
    expect(JSON.stringify(concerns)).toContain("Cannot find the end of the front matter");
  });
});
