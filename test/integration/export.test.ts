import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestSite, type TestSite, writeTestSite } from "./test-site.ts";

const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const options = {
  settings: 'limit = 2\nredirects = { "/away" = "https://elsewhere.example/", "/ü" = "/feeds/", "/lost" = "/a b 200" }',
  articles: {
    "2024-11-06-one.md": "---\ntags: [R&D, 日本語]\naliases: [/old/one]\n---\n# One\n\n![p](pixel.png)",
    "2024-11-07-two.md": "---\ntags: [R&D]\nlang: de\n---\n# Zwei",
    "2024-11-08-three.md": "# Three",
    "2024-11-09-four.md": "---\npermalink: /2024/four/\n---\n# Four",
    // The texts of these two are too large for the Worker, so they are static assets.
    "2099-01-01-later.md": `# Later\n\n${"word ".repeat(100_000)}`,
    "2024-11-05-long.md": `# Long\n\n${"word ".repeat(40_000)}`,
    "pixel.png": pixel,
    "2024-11-04-talk.md": "---\nenclosure: talk.ogg\n---\n# Talk",
    "talk.ogg": Buffer.from("a talk"),
    "2099-01-02-later-talk.md": "---\nenclosure: later.ogg\n---\n# Later talk",
    "later.ogg": Buffer.from("OggS\0 a later talk"),
  },
};
const program = resolve(import.meta.dirname, "../../src/cli/run.js");
const node = resolve(import.meta.dirname, "../../node_modules/.bin/node");

let site: TestSite;
let source: string;
let target: string;
let output: { stdout: string; stderr: string };

const run = (...args: readonly string[]) =>
  promisify(execFile)(existsSync(node) ? node : process.execPath, [program, "export", ...args], { cwd: source });

beforeAll(async () => {
  site = await startTestSite(options);
  source = writeTestSite(options);
  target = join(mkdtempSync(join(tmpdir(), "broadsheet-")), "public");
  output = await run(target);
}, 120_000);
afterAll(async () => {
  await site.close();
  rmSync(source, { recursive: true, force: true });
  rmSync(join(target, ".."), { recursive: true, force: true });
});

const files = () => readdirSync(target, { recursive: true, encoding: "utf8" }).filter((name) => /\.[a-z]+$/.test(name));

const bads: Readonly<Record<string, string>> = {
  "a redirect that hosts read as a wildcard": "---\ndate: 2024-11-06\naliases: ['/*']\n---\nText",
  "a category of 300 characters": `---\ndate: 2024-11-06\ntags: [${"n".repeat(300)}]\n---\nText`,
  "an article with an error": "Text",
};

describe("npm run export", () => {
  it("writes the bytes of the Worker for every path", async () => {
    const pages = files().filter((name) => !/^(?:404\.html|_|media|icon|favicon)/.test(name));
    expect(pages).toEqual(
      expect.arrayContaining(["index.html", "rss.xml", "2024/four/index.html", "archive/1/atom.xml", "languages/de/feed.json"]),
    );
    expect(pages.length).toBeGreaterThan(40);
    for (const name of pages) {
      const path = `/${name.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "")}`;
      const answer = await fetch(new URL(encodeURI(path), site.origin), { headers: { "accept-encoding": "identity" } });
      expect([path, answer.status]).toEqual([path, 200]);
      expect(readFileSync(join(target, name)).equals(Buffer.from(await answer.arrayBuffer()))).toBe(true);
    }
  });

  it("writes pictures, published recordings, a 404 page, _redirects and _headers", () => {
    const picture = files().find((name) => name.endsWith("pixel.png")) ?? "";
    expect(readFileSync(join(target, picture))).toEqual(pixel);
    expect(readFileSync(join(target, files().find((name) => name.endsWith("talk.ogg")) ?? ""), "utf8")).toBe("a talk");
    expect(files().filter((name) => /later|_contents/.test(name))).toEqual([]);
    expect(readFileSync(join(target, "404.html"), "utf8")).toContain("Not found");
    expect(readFileSync(join(target, "_redirects"), "utf8")).toBe(
      "/old/one /articles/one 301\n/away https://elsewhere.example/ 301\n/%C3%BC /feeds/ 301\n",
    );
    expect(readFileSync(join(target, "_headers"), "utf8")).toMatch(/\/\*\/feed\.json\n {2}Content-Type: application\/feed\+json\n/);
  });

  it("writes another address into the files with --url, and keeps the ids", async () => {
    const elsewhere = `${target}-local`;
    await run(elsewhere, "--url", "http://localhost:8788");
    const feed = JSON.parse(readFileSync(join(elsewhere, "feed.json"), "utf8"));
    const original = JSON.parse(readFileSync(join(target, "feed.json"), "utf8"));
    expect(feed.items.map(({ id }: { id: string }) => id)).toEqual(original.items.map(({ id }: { id: string }) => id));
    expect(feed.items[0].url).toBe(original.items[0].url.replace("https://news.example", "http://localhost:8788"));
    expect(readFileSync(join(elsewhere, "index.html"), "utf8")).not.toContain('href="https://news.example');
    expect(readdirSync(source).filter((name) => name.startsWith("wrangler"))).toEqual(["wrangler.toml"]);
    rmSync(elsewhere, { recursive: true });
  });

  it("excludes scheduled articles", () => {
    for (const name of files()) expect(readFileSync(join(target, name), "utf8")).not.toMatch(/later/i);
    expect(files().join()).not.toContain("later");
    expect(readdirSync(join(source, "build/public/_contents")).length).toBeGreaterThan(0);
    expect(existsSync(join(target, "_contents"))).toBe(false);
  });

  it("prints a summary, and the warnings of the build", () => {
    const warnings = output.stderr.split("\n").filter((line) => line.includes(" warning "));
    expect(warnings).toEqual([
      expect.stringMatching(/^wrangler\.toml:\d+:\d+ warning Cannot find \/a%20b%20200, to which \/lost redirects: /),
    ]);
    expect(output.stdout).toMatch(/^Exported \d+ files and the media to \S+\n$/);
  });

  it.each([
    ["into a folder that is not empty", () => [target], /^Cannot export into .*: it is not empty\n$/],
    ["into no folder", () => [], /^Cannot export: name one folder/],
    [
      "among the articles",
      () => ["articles/sub/public"],
      /^Cannot export into articles\/sub\/public: it is in .*\/articles, which belongs/,
    ],
    ["into the folder of builds", () => ["build/public/x"], /^Cannot export into build\/public\/x: it is in .*\/build, which belongs/],
    ["a redirect that hosts read as a wildcard", () => [`${target}2`], /articles\/bad\.md:3:10 error Cannot export the redirect of \/\*: /],
    ["a category of 300 characters", () => [`${target}2`], /articles\/bad\.md:3:7 error Cannot export \/categories\/n+…: /],
    ["an article with an error", () => [`${target}2`], /bad\.md:1:1 error Cannot find a date/],
  ])("refuses to export %s, and writes nothing", async (criterion, args, expected) => {
    const bad = bads[criterion];
    if (bad !== undefined) writeFileSync(join(source, "articles/bad.md"), bad);
    const failure: { code?: number; stderr?: string } = await run(...args()).then(
      () => ({}),
      (error: unknown) => error as object,
    );
    expect(failure).toMatchObject({ code: criterion === "into no folder" ? 2 : 1, stderr: expect.stringMatching(expected) });
    expect(readdirSync(join(target, ".."))).toEqual(["public"]);
  });
});
