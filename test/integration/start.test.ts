import { readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { npmStart, type StartedSite } from "./npm-start.ts";
import { writeTestSite } from "./test-site.ts";

const patience = { timeout: 30_000, interval: 50 };

describe("npm start", () => {
  const folder = writeTestSite({
    articles: { "2024-11-06-moon.md": "# Moon\n\nText.", "2024-11-07-draft.md": "---\ndraft: true\n---\n# Notes\n\nText." },
  });
  const article = join(folder, "articles/2024-11-06-moon.md");
  let site: StartedSite;
  let origin = "";

  beforeAll(async () => {
    site = await npmStart(folder);
    origin = site.origin;
  }, 60_000);
  afterAll(async () => {
    await site.end();
    rmSync(folder, { recursive: true, force: true });
  });

  const read = async (path: string) => (await fetch(origin + path)).text();

  it("prints only the URL of the site", () => {
    const expected = `Compiled 2 articles (0 scheduled, 1 draft); 0 errors, 0 warnings

Broadsheet is running. Edit a file in articles/ and reload the page. Ctrl+C stops it.

  Preview    ${origin}/
  RSS        ${origin}/rss.xml
  Atom       ${origin}/atom.xml
  JSON Feed  ${origin}/feed.json
  All feeds  ${origin}/feeds/
`;
    expect(site.output().trim()).toBe(expected.trim());
  });

  it("serves the site at the requested host, with drafts on pages but not in feeds", async () => {
    expect(await read("/")).toMatch(/Notes[\s\S]*Draft/);
    expect(await read("/rss.xml")).toContain(`<link>${origin}/articles/moon</link>`);
    expect(await read("/rss.xml")).not.toContain("Notes");
  });

  it("shows an edit after a save", async () => {
    writeFileSync(article, "# Full moon\n\nText.");
    await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("<title>Full moon</title>"), patience);
  });

  it("shows an edit after the articles were moved away and back", async () => {
    const articles = join(folder, "articles");
    renameSync(articles, `${articles}.away`);
    await vi.waitFor(() => expect(site.output()).toContain("Compiled 0 articles"), patience);
    renameSync(`${articles}.away`, articles);
    await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("<title>Full moon</title>"), patience);
    writeFileSync(article, "# New moon\n\nText.");
    await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("<title>New moon</title>"), patience);
  });

  it("shows a picture that was added while it runs", async () => {
    writeFileSync(join(folder, "articles/new moon.png"), "a picture, or so it says");
    writeFileSync(article, "# Full moon\n\n![It](<new moon.png>)");
    await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("/new%20moon.png"), patience);
    const path = /\/media\/[^"]+/.exec(await read("/articles/moon"))?.[0] ?? "";
    const response = await fetch(origin + path);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(await response.text()).toBe("a picture, or so it says");
  });

  it("keeps the last good content while an article has an error, and reports the error", async () => {
    writeFileSync(article, "---\ndate: 31/02/2024\n---\n# New moon\n\nText.");
    const error = 'articles/2024-11-06-moon.md:2:7 error Cannot read date "31/02/2024": no such day';
    await vi.waitFor(
      () => expect(site.output()).toContain(`${error}\nNothing compiled; 1 error, 0 warnings\nThe last good content`),
      patience,
    );
    expect(await read("/rss.xml")).toContain("<title>Full moon</title>");
    writeFileSync(article, "# New moon\n\n![It](<new moon.png>)");
    await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("<title>New moon</title>"), patience);
  });

  it("shows nothing of a file that was replaced with a link, and reports it", async () => {
    writeFileSync(join(folder, "secret.png"), "a secret");
    const picture = /\/media\/[^"]+/.exec(await read("/articles/moon"))?.[0] ?? "";
    rmSync(join(folder, "articles/new moon.png"));
    symlinkSync("../secret.png", join(folder, "articles/new moon.png"));
    symlinkSync(".", join(folder, "articles/circle"));
    await vi.waitFor(
      () => expect(site.output()).toMatch(/articles\/new moon\.png:1:1 error Cannot read it: a link leads out of/),
      patience,
    );
    await vi.waitFor(
      () => expect(site.output()).toMatch(/articles\/circle:1:1 error Cannot read it: a link leads to a folder that it is/),
      patience,
    );
    expect((await fetch(origin + picture)).status).toBe(404);
    for (const name of ["circle", "new moon.png"]) rmSync(join(folder, "articles", name));
    writeFileSync(join(folder, "articles/new moon.png"), "a picture, or so it says");
    writeFileSync(article, "# New moon\n\n![It](<new moon.png>)");
    await vi.waitFor(async () => expect(await read("/articles/moon")).toContain(picture), patience);
  });

  it("shows a changed setting", async () => {
    const settings = join(folder, "wrangler.toml");
    writeFileSync(settings, readFileSync(settings, "utf8").replace("Test & <News>", "The other news"));
    await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("<title>The other news</title>"), patience);
  });

  it("ends on a signal, and leaves no files", async () => {
    expect(await site.end()).toBe(0);
    await vi.waitFor(() => expect(fetch(origin)).rejects.toThrow(), patience);
  });
});
