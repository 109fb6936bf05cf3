import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder, png } from "../sample-folder.ts";

const post = (body: string) => `---\ntitle: A\ndate: 2024-01-02\n---\n${body}\n`;

async function copy(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, text]) => [`old/${path}`, text])));
  const articles = join(folder, "articles");
  await importArticles([join(folder, "old")], { site: sampleSite, now: 0, folder: articles, isDryRun: false });
  return {
    has: (path: string) => existsSync(join(articles, path)),
    permalink: (path: string) => /^permalink: (.*)$/m.exec(readFileSync(join(articles, path), "utf8"))?.[1],
    body: (path: string) => readFileSync(join(articles, path), "utf8").split("---\n")[2]?.trim(),
  };
}

describe("copySite() and names that builds ignore", () => {
  it.each<readonly [string, Readonly<Record<string, string>>, string, string, string]>([
    ["Hugo", { "hugo.toml": 'title = "T"' }, "static/_img/_DSC1.png", "content/posts/a.md", "posts/a.md"],
    ["Jekyll", { "_config.yml": "include: [_img]" }, "_img/_DSC1.png", "_posts/2024-01-02-a.md", "_posts/2024-01-02-a.md"],
    ["VitePress", { ".vitepress/config.js": "export default {}" }, "public/_img/_DSC1.png", "_x/a.md", "x/a.md"],
  ])("copies pictures under names that they serve: %s", async (_, config, picture, article, target) => {
    const { body, has } = await copy({ ...config, [picture]: png, [article]: post("![p](/_img/_DSC1.png)") });
    expect([has("img/DSC1.png"), body(target)]).toEqual([true, "![p](/img/DSC1.png)"]);
  });

  it("leads links to texts of VitePress under other names", async () => {
    const config = { ".vitepress/config.js": "export default {}" };
    const { body } = await copy({ ...config, "_x/a.md": post("![p](./p.png)"), "_x/p.png": png, "b.md": post("[a](./_x/a.md)") });
    expect([body("x/a.md"), body("b.md")]).toEqual(["![p](./p.png)", "[a](/x/a.md)"]);
  });

  it.each<readonly [string, Readonly<Record<string, string>>, string, string]>([
    ["Hugo", { "hugo.toml": 'title = "T"' }, "content/posts/", "posts/"],
    ["Eleventy", { ".eleventy.js": "module.exports = () => ({})" }, "posts/", "posts/"],
    ["VuePress", { "package.json": '{"dependencies":{"vuepress":"1"}}', ".vuepress/config.js": "module.exports = {}" }, "posts/", "posts/"],
  ])("copies published texts under names that builds read, and no hidden ones: %s", async (_, config, from, to) => {
    const texts = { [`${from}_a.md`]: post("A"), [`${from}_x/b.md`]: post("B"), [`${from}.c.md`]: post("C") };
    const { has, permalink } = await copy({ ...config, ...texts });
    expect([has(`${to}a.md`), has(`${to}x/b.md`), has(`${to}c.md`)]).toEqual([true, true, false]);
    expect([permalink(`${to}a.md`), permalink(`${to}x/b.md`)].map((path) => path?.replace(/(?:\/|\.html)$/, ""))).toEqual([
      "/posts/_a",
      "/posts/_x/b",
    ]);
  });
});
