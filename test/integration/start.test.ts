import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
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

Broadsheet is running. Edit a file in articles/, and the page shows it. Ctrl+C stops it.

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

  it("refuses other names of the machine, and lets no other site read a response", async () => {
    const request = (path: string, host: string) =>
      new Promise<{ status: number | undefined; allowed: string | undefined }>((done, fail) => {
        const headers = { host, origin: "https://evil.example" };
        get(origin + path, { headers }, (response) => {
          response.destroy();
          done({ status: response.statusCode, allowed: response.headers["access-control-allow-origin"] });
        }).on("error", fail);
      });
    for (const path of ["/articles/draft", "/", "/feed.json", "/_versions"]) {
      expect(await request(path, "evil.example")).toEqual({ status: 421, allowed: undefined });
      expect(await request(path, `localhost:${new URL(origin).port}`)).toEqual({ status: 200, allowed: undefined });
    }
  });

  it("shows an edit after a save", async () => {
    writeFileSync(article, "# Full moon\n\nText.");
    await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("<title>Full moon</title>"), patience);
  });

  it("shows an edit after the articles folder was moved away and back", async () => {
    const articles = join(folder, "articles");
    renameSync(articles, `${articles}.away`);
    await vi.waitFor(() => expect(site.output()).toContain("articles/:1:1 error Cannot find the folder"), patience);
    expect(await read("/rss.xml")).toContain("<title>Full moon</title>");
    renameSync(`${articles}.away`, articles);
    await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("<title>Full moon</title>"), patience);
    writeFileSync(article, "# New moon\n\nText.");
    await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("<title>New moon</title>"), patience);
  });

  it.each(["articles/authors.yml", "articles/_data/authors.yml"])("shows a name after it changes in %s", async (name) => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, "ada:\n  name: Ada One\n");
    writeFileSync(article, "---\nauthor: ada\n---\n# Full moon\n\nText.");
    await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("Ada One"), patience);
    writeFileSync(file, "ada:\n  name: Ada Two\n");
    await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("Ada Two"), patience);
    rmSync(file);
    await vi.waitFor(async () => expect(await read("/rss.xml")).not.toContain("Ada Two"), patience);
  });

  it("shows a picture that is added while it runs", async () => {
    writeFileSync(join(folder, "articles/new moon.png"), "a picture, or so it says");
    writeFileSync(article, "# Full moon\n\n![It](<new moon.png>)");
    await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("/new%20moon.png"), patience);
    const path = /\/media\/[^"]+/.exec(await read("/articles/moon"))?.[0] ?? "";
    const response = await fetch(origin + path);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(await response.text()).toBe("a picture, or so it says");
  });

  it("serves the other articles while one has an error, reports it once, and shows it on the pages", async () => {
    const other = join(folder, "articles/2024-11-05-sun.md");
    writeFileSync(article, "---\npermalink: /rss.xml\n---\n# New moon\n\nText.");
    const error = "articles/2024-11-06-moon.md:2:12 error Cannot use the address /rss.xml";
    await vi.waitFor(() => expect(site.output()).toContain(error), patience);
    writeFileSync(other, "# Sun\n\nText.");
    await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("<title>Sun</title>"), patience);
    expect(await read("/rss.xml")).not.toContain("<title>Full moon</title>");
    expect(site.output().split(error)).toHaveLength(2);
    for (const path of ["/", "/articles/sun", "/articles/moon"]) expect(await read(path)).toContain("Cannot use the address /rss.xml");
    expect(await read("/rss.xml")).not.toContain("Cannot use the address /rss.xml");
    rmSync(other);
    writeFileSync(article, "# New moon\n\n![It](<new moon.png>)");
    await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("<title>New moon</title>"), patience);
    expect(await read("/")).not.toContain("Cannot use the address /rss.xml");
  });

  it("notifies open pages of each new version", async () => {
    const page = await read("/");
    const shown = /data-version="([^"]+)"/.exec(page)?.[1] ?? "";
    const stream = (await fetch(`${origin}/_versions`)).body?.pipeThrough(new TextDecoderStream()).getReader();
    expect(await stream?.read()).toMatchObject({ value: `data: ${shown}\n\n` });
    writeFileSync(join(folder, "articles/2024-11-05-star.md"), "# Star\n\nText.");
    expect(await stream?.read()).toMatchObject({ value: expect.not.stringContaining(shown) });
    await stream?.cancel();
    rmSync(join(folder, "articles/2024-11-05-star.md"));
  });

  it("does not read a file that was replaced with a link, and reports it", async () => {
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

  it.each([
    ["an invalid value", (text: string) => text.replace("[vars.SITE]", '[vars.SITE]\nlimit = "ten"'), /error Cannot use limit "ten"/],
    [
      "a quote that is not closed",
      (text: string) => text.replace(/title = ".*"/, 'title = "x'),
      /wrangler\.toml:\d+:\d+ error Cannot read/,
    ],
  ])("serves the site while a setting has %s, and reports it in one line", async (_, breaking, expected) => {
    const settings = join(folder, "wrangler.toml");
    const good = readFileSync(settings, "utf8");
    const before = site.output().length;
    writeFileSync(settings, breaking(good));
    await vi.waitFor(() => expect(site.output().slice(before)).toMatch(expected), patience);
    expect(await read("/rss.xml")).toContain("<title>The other news</title>");
    writeFileSync(settings, good.replace("The other news", "The news"));
    await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("<title>The news</title>"), patience);
    writeFileSync(settings, good);
    await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("<title>The other news</title>"), patience);
    expect(site.output().slice(before)).not.toMatch(/✘|workers-sdk|Logs were written/);
  });

  it("survives a missing or empty wrangler.toml, and shows edits meanwhile", async () => {
    const settings = join(folder, "wrangler.toml");
    const good = readFileSync(settings, "utf8");
    for (const breaking of [() => rmSync(settings), () => writeFileSync(settings, ""), () => writeFileSync(settings, "x = [")]) {
      breaking();
      await vi.waitFor(async () => expect(await read("/")).toContain("wrangler.toml:"), patience);
      writeFileSync(article, `# Moon ${breaking}\n\nText.`);
      await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("<title>Moon ("), patience);
      writeFileSync(settings, good);
      await vi.waitFor(async () => expect(await read("/")).not.toContain("wrangler.toml:"), patience);
      writeFileSync(article, "# New moon\n\nText.");
      await vi.waitFor(async () => expect(await read("/rss.xml")).toContain("<title>New moon</title>"), patience);
    }
    expect(site.output()).not.toMatch(/✘|Missing entry-point/);
  });

  it("exits on a signal, and leaves no files", async () => {
    expect(await site.end()).toBe(0);
    await vi.waitFor(() => expect(fetch(origin)).rejects.toThrow(), patience);
  });
});

it("npm start reports in one line that its port is in use, and exits", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const folder = writeTestSite({ articles: { "2024-11-06-moon.md": "# Moon\n\nText." } });
  const program = resolve(import.meta.dirname, "../../src/cli/run.js");
  const result = promisify(execFile)(process.execPath, [program, "start", "--port", String(port), "--ip", "127.0.0.1"], { cwd: folder });
  await expect(result).rejects.toMatchObject({
    code: 1,
    stderr: `Cannot listen on 127.0.0.1:${port}: another program uses it; choose another port, such as npm start -- --port 8080\n`,
  });
  server.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);
