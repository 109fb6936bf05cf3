import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

const now = Date.UTC(2025, 0, 1);
const png = "\x89PNG";

interface Post {
  readonly config?: string;
  readonly front?: string;
  readonly body?: string;
  readonly gemfile?: string;
}

async function copyOf({ body = "", config = "", front = "", gemfile = 'gem "jekyll-theme-chirpy"' }: Post): Promise<string> {
  const folder = makeFolder({
    "old/Gemfile": gemfile,
    "old/_config.yml": `title: T\nurl: https://w.blog\npermalink: pretty\n${config}\n`,
    "old/_posts/2024-01-01-x.md": `---\ntitle: X\n${front}\n---\n${body}\n`,
    "old/assets/img/x/a.png": png,
    "old/assets/img/x/b c.png": png,
    "old/assets/other.png": png,
  });
  const articles = join(folder, "articles");
  await importArticles([join(folder, "old")], { site: sampleSite, now, folder: articles, isDryRun: false });
  expect(existsSync(join(articles, config.includes("baseurl") ? "b/assets/img/x/a.png" : "assets/img/x/a.png"))).toBe(true);
  return readFileSync(join(articles, "_posts/2024-01-01-x.md"), "utf8");
}

describe("copySite() of posts whose theme moves pictures", () => {
  it.each([
    ["media_subpath: /assets/img/x", "![a](a.png)", "![a](/assets/img/x/a.png)"],
    ["media_subpath: /assets/img/x/", "![a](./a.png?v=1)", "![a](/assets/img/x/a.png?v=1)"],
    ["media_subpath: assets/img", "![a](x/a.png){: w='1' }", "![a](/assets/img/x/a.png){: w='1' }"],
    ["img_path: /assets/img/x", "<img src='a.png'>", "<img src='/assets/img/x/a.png'>"],
    ["img_path: /assets/img/x", "![a](b%20c.png)", "![a](/assets/img/x/b%20c.png)"],
    ["img_path: /assets/img/x", "![a](/assets/other.png)", "![a](/assets/other.png)"],
    ["img_path: /assets/img/x", "![a](/a.png)", "![a](/assets/img/x/a.png)"],
    ["img_path: /assets/img/x", "![a](lost%20b.png) [b](../b/) [c](c.html)", "![a](/assets/img/x/lost%20b.png) [b](../b/) [c](c.html)"],
    ["media_subpath: https://cdn.blog/p", "![a](a.png)", "![a](https://cdn.blog/p/a.png)"],
    ["media_subpath: /assets/img/x", "![a](https://o.blog/a.png) `![a](a.png)`", "![a](https://o.blog/a.png) `![a](a.png)`"],
  ])("keeps the pictures of %s: %s", async (front, body, expected) => {
    const copy = await copyOf({ front, body });
    expect(copy).toContain(expected);
    expect(copy).not.toMatch(/media_subpath|img_path/);
  });

  it.each([
    ["image: a.png", /^image: "?\/assets\/img\/x\/a\.png"?$/m],
    ["image:\n  path: a.png\n  alt: Tide", /\/assets\/img\/x\/a\.png/],
  ])("moves the picture of the post: %s", async (image, expected) => {
    expect(await copyOf({ front: `media_subpath: /assets/img/x\n${image}` })).toMatch(expected);
  });

  it("reads the defaults of the site, and its folder", async () => {
    const defaults = 'defaults:\n  - scope: {path: "", type: posts}\n    values: {media_subpath: /assets/img/x}';
    expect(await copyOf({ config: defaults, body: "![a](a.png)" })).toContain("(/assets/img/x/a.png)");
    expect(await copyOf({ config: `baseurl: /b\n${defaults}`, body: "![a](a.png) ![b](lost.png)" })).toContain(
      "![a](/b/assets/img/x/a.png) ![b](/b/assets/img/x/lost.png)",
    );
  });

  it.each([
    ["cdn: https://cdn.blog", "", "![a](/lost/a.png)", "![a](https://cdn.blog/lost/a.png)"],
    ["cdn: https://cdn.blog/", "media_subpath: /lost", "![a](a.png)", "![a](https://cdn.blog/lost/a.png)"],
    ["img_cdn: https://cdn.blog", "", "![a](/assets/other.png)", "![a](/assets/other.png)"],
    ["cdn: https://cdn.blog", "", "[a](/about/) [b](/b.pdf)", "[a](/about/) [b](/b.pdf)"],
  ])("uses the host of the pictures for those that are not in the folder: %s", async (config, front, body, expected) => {
    expect(await copyOf({ config, front, body })).toContain(expected);
  });

  it("ignores the key cdn of another theme", async () => {
    expect(await copyOf({ gemfile: "", config: "cdn: https://cdn.blog", body: "![a](/lost/a.png)" })).toContain("![a](/lost/a.png)");
  });
});
