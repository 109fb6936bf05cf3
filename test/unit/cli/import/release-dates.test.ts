import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importArticles } from "../../../../src/cli/import/import-articles.ts";
import { sampleSite } from "../../../samples.ts";
import { makeFolder } from "../sample-folder.ts";

const now = Date.UTC(2025, 0, 1);
const post = (lines: string) => `---\n${lines}\n---\nText\n`;

async function importSite(files: Readonly<Record<string, string>>, name = "a.md") {
  const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([path, text]) => [`old/${path}`, text])));
  const articles = join(folder, "articles");
  const result = await importArticles([join(folder, "old")], { site: sampleSite, now, folder: articles, isDryRun: false });
  const path = result.written.find((each) => each.endsWith(name)) ?? name;
  return { copy: readFileSync(join(articles, path), "utf8"), result: JSON.stringify(result) };
}

describe("copySite() of a post that the old site did not publish before a date", () => {
  const config = "title = 'T'\n[frontmatter]\npublishDate = ['embargo']";
  const copyWith = async (lines: string) => (await importSite({ "hugo.toml": config, "content/posts/a.md": post(lines) })).copy;

  it("writes a date in the future", async () => {
    expect(await copyWith("date: 2024-01-02\nembargo: 2026-01-02")).toContain("publishDate: 2026-01-02\n");
  });

  it("replaces another date in the same key", async () => {
    const copy = await copyWith("date: 2024-01-02\nPublishDate: 2025-06-01\nembargo: 2026-01-02");
    expect(copy).toContain("PublishDate: 2026-01-02\n");
    expect(copy).not.toContain("2025-06-01");
  });

  it("leaves out a date in the past, which would change the date that readers see", async () => {
    expect(await copyWith("date: 2024-01-02\nembargo: 2024-06-02")).toBe("---\ndate: 2024-01-02\nembargo: 2024-06-02\n---\nText\n");
  });

  it.each([
    ["2026-01-02", true],
    ["2024-06-02", false],
  ])("notes a guess, if it writes one: %s", async (publishDate, isNoted) => {
    const files = { "content/posts/_index.md": post(`publishDate: ${publishDate}`), "content/posts/a.md": post("date: 2024-01-02") };
    const { copy, result } = await importSite({ "hugo.toml": "title = 'T'", ...files });
    expect(copy.includes("publishDate: 2026-01-02")).toBe(isNoted);
    expect(result.includes("publishDate or after the expiryDate of its section")).toBe(isNoted);
  });
});
