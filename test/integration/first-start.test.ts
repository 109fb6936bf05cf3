import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { npmStart } from "./npm-start.ts";
import { writeTestSite } from "./test-site.ts";

const patience = { timeout: 20_000, interval: 50 };

describe("npm start for the first time", () => {
  const breakTitle = (folder: string) => {
    const file = join(folder, "wrangler.toml");
    writeFileSync(file, readFileSync(file, "utf8").replace(/title = ".*"/, 'title = "x'));
  };

  it.each([
    ["wrangler.toml is broken", breakTitle, /error Cannot read wrangler\.toml/],
    [
      "wrangler.toml is missing",
      (folder: string) => rmSync(join(folder, "wrangler.toml")),
      /wrangler\.toml:1:1 error .*does not exist; restore/,
    ],
    [
      "wrangler.toml is empty",
      (folder: string) => writeFileSync(join(folder, "wrangler.toml"), ""),
      /wrangler\.toml:1:1 error .*is empty; restore/,
    ],
    [
      "the articles folder is missing",
      (folder: string) => renameSync(join(folder, "articles"), join(folder, "articles.away")),
      /articles\/:1:1 error Cannot find the folder/,
    ],
  ])(
    "serves a page with the problem while %s, and the site as soon as it is fixed",
    async (_, breaking, problem) => {
      const folder = writeTestSite({ articles: { "2024-11-06-moon.md": "# Moon\n\nText." } });
      const [settings, articles] = [join(folder, "wrangler.toml"), join(folder, "articles")];
      const good = readFileSync(settings, "utf8");
      breaking(folder);
      const site = await npmStart(folder);
      const read = async (path: string) => (await fetch(site.origin + path)).text();
      expect(site.output()).toMatch(problem);
      expect(await read("/")).toContain("This site has a problem");
      if (existsSync(articles)) writeFileSync(settings, good);
      else renameSync(`${articles}.away`, articles);
      await vi.waitFor(async () => expect(await read("/rss.xml")).toMatch(/<title>Test [\s\S]*<title>Moon<\/title>/), patience);
      await vi.waitFor(async () => expect(await read("/")).not.toContain("This site has a problem"), patience);
      expect(site.output()).not.toContain("starts again");
      await site.end();
      expect(readdirSync(folder).filter((name) => name.startsWith("wrangler"))).toEqual(["wrangler.toml"]);
      rmSync(folder, { recursive: true, force: true });
    },
    60_000,
  );
});
