import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { sampleSettings } from "../../../../src/settings/sample-site.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

const now = Date.UTC(2025, 0, 1);
const files = {
  "anna/_config.yml": "title: Anna\nurl: https://anna.blog\n",
  "anna/_posts/2024-01-02-a.md": "---\ntitle: A\n---\nText\n",
  "bertha/hugo.toml": 'title = "Bertha"\nbaseURL = "https://bertha.blog/"\n[permalinks]\nposts = "/:year/:slug/"\n',
  "bertha/content/posts/b.md": "---\ntitle: B\ndate: 2024-02-03\n---\nText\n",
  "bertha/content/about.md": "---\ntitle: About\n---\nText\n",
};
const ownId = "id: https://bertha.blog/2024/b/";

async function run(folder: string, names: readonly string[], settings: Readonly<Record<string, unknown>>) {
  const sources = names.map((name) => join(folder, name));
  const result = await importArticles(sources, { site: sampleSite, settings, now, folder: join(folder, "articles"), isDryRun: false });
  const offered = result.sites.map((site) => site.settings);
  return { result, offered, settings: Object.assign({}, settings, ...offered.toReversed()) as Readonly<Record<string, unknown>> };
}

const read = (folder: string, path: string) => readFileSync(join(folder, "articles", path), "utf8");

describe("importArticles() next to the articles of another site", () => {
  it("keeps what their ids and addresses depend on, and writes ids into the new copies", async () => {
    const folder = makeFolder(files);
    const first = await run(folder, ["anna"], sampleSettings);
    expect(first.settings).toMatchObject({ url: "https://anna.blog", permalink: "date" });
    const second = await run(folder, ["bertha"], first.settings);
    for (const key of ["url", "ids", "idBase", "permalink"]) expect(second.offered[0]).not.toHaveProperty(key);
    expect(second.result.sites[0]?.facts).toContain(
      "The ids of the articles that were here before do not change, so each copy has the id of the old site in its front matter",
    );
    expect(read(folder, "posts/b.md")).toContain(ownId);
    expect(read(folder, "about.md")).not.toMatch(/^id:/m);
    expect((await run(folder, ["anna", "bertha"], second.settings)).result).toMatchObject({ existing: 3, leftOut: 0, written: [] });
  });

  it("makes ids as the plugin of the second site did", async () => {
    const folder = makeFolder({ ...files, "anna/_config.yml": `${files["anna/_config.yml"]}plugins: [jekyll-feed]\n` });
    const first = await run(folder, ["bertha"], sampleSettings);
    const second = await run(folder, ["anna"], first.settings);
    expect(second.offered[0]).not.toHaveProperty("ids");
    expect(read(folder, "_posts/2024-01-02-a.md")).toContain("id: https://anna.blog/2024/01/02/a\n");
  });

  it("does the same for the second source of one command", async () => {
    const folder = makeFolder(files);
    const { offered } = await run(folder, ["anna", "bertha"], sampleSettings);
    expect(offered[1]).not.toHaveProperty("idBase");
    expect(read(folder, "posts/b.md")).toContain(ownId);
  });

  it("offers all settings again for the same site, and next to samples, drafts and a site that was never published", async () => {
    const folder = makeFolder(files);
    await run(folder, ["bertha"], sampleSettings);
    const expected = { url: "https://bertha.blog", permalink: "/:year/:slugortitle/" };
    expect((await run(folder, ["bertha"], sampleSettings)).offered[0]).toMatchObject(expected);
    const mine = { ...sampleSettings, title: "Mine", url: "https://mine.blog" };
    const drafts = makeFolder({ ...files, "articles/_drafts/x.md": "Text\n" });
    expect((await run(drafts, ["bertha"], mine)).offered[0]).toMatchObject({ idBase: "https://bertha.blog" });
    const own = makeFolder({ ...files, "articles/2023-01-02-own.md": "Text\n" });
    expect((await run(own, ["bertha"], sampleSettings)).offered[0]).toMatchObject(expected);
    expect(read(own, "posts/b.md")).not.toMatch(/^id:/m);
  });

  it("writes no ids if the settings have the same host", async () => {
    const folder = makeFolder({ ...files, "articles/2023-01-02-own.md": "Text\n" });
    await run(folder, ["bertha"], { ...sampleSettings, title: "Mine", url: "https://www.bertha.blog" });
    expect(read(folder, "posts/b.md")).not.toMatch(/^id:/m);
  });
});
