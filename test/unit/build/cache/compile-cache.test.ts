import { execFileSync } from "node:child_process";
import { readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../../../src/build/build.ts";
import type { BuildOptions } from "../../../../src/build/build-options.ts";
import { cacheFile } from "../../../../src/build/cache/cache-file.ts";
import { emptyCache, keepCache, readCache, writeCache } from "../../../../src/build/cache/compile-cache.ts";
import { formatDiagnostic } from "../../../../src/model/diagnostic.ts";
import { makeFolder, png, settings } from "../../cli/sample-folder.ts";

const files = {
  "wrangler.toml": settings,
  "articles/moon.md": "---\ndate: 2024-11-06\nmood: x\n---\n# Moon 🐟\n\n![A moon](moon.png)",
  "articles/sun.md": "---\ndate: 2024-11-07\n---\n# Sun\n\nThe [moon](moon.md) &amp; the sun.",
  "articles/moon.png": png,
};

function optionsIn(folder: string, more: Partial<BuildOptions> = {}): BuildOptions {
  return { config: join(folder, "wrangler.toml"), environment: "", purpose: "compile", now: Date.UTC(2090), ...more };
}

async function keptIn(folder: string) {
  const options = optionsIn(folder);
  const result = await build(options);
  if (result.cache === undefined) throw new Error("Cannot find a cache");
  writeCache(cacheFile(options), result.cache);
  return { file: cacheFile(options), key: result.cache.key, result };
}

describe("writeCache() and readCache()", () => {
  it("restore the result of a build byte for byte, so that nothing is compiled again", async () => {
    const folder = makeFolder(files);
    const { result } = await keptIn(folder);
    const again = await build(optionsIn(folder));
    expect([again.hasCacheChanges, JSON.stringify(again.content)]).toEqual([false, JSON.stringify(result.content)]);
    expect(again.problems).toEqual(result.problems);
    expect(again.media?.published).toEqual(result.media?.published);
  });

  it("compile an article again if another one begins to link to its block, or gets another title", async () => {
    const sun = (link: string) => `---\ndate: 2024-11-07\n---\n[x](moon.md#${link})`;
    const moon = (title: string) => `---\ndate: 2024-11-06\n---\n# ${title}\n\nWords ^abc`;
    const folder = makeFolder({ ...files, "articles/moon.md": moon("Moon"), "articles/sun.md": sun("moon") });
    await keptIn(folder);
    const contents = async (path: string, text: string) => {
      writeFileSync(join(folder, path), text);
      const { result } = await keptIn(folder);
      return result.content?.entries.map(({ content }) => content);
    };
    const url = "https://example.com/articles/moon";
    const words = "<p>Words ^abc</p>";
    expect(await contents("articles/moon.md", moon("New moon"))).toEqual([`<p><a href="${url}#moon-moon">x</a></p>`, words]);
    expect(await contents("articles/moon.md", moon("Moon"))).toEqual([`<p><a href="${url}">x</a></p>`, words]);
    const linked = [`<p><a href="${url}#moon-abc">x</a></p>`, '<p id="moon-abc">Words</p>'];
    expect(await contents("articles/sun.md", sun("^abc"))).toEqual(linked);
  });

  it("ignore and replace a pipe with the name of the cache", async () => {
    const folder = makeFolder(files);
    const { file, key } = await keptIn(folder);
    rmSync(file);
    execFileSync("mkfifo", [file]);
    expect(readCache(file, key)).toBe(emptyCache);
    await keptIn(folder);
    expect(readCache(file, key).articles.size).toBe(2);
  });

  it("do not rewrite an unchanged cache", async () => {
    const folder = makeFolder(files);
    const { file } = await keptIn(folder);
    const before = readFileSync(file);
    await keptIn(folder);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it.each<[string, (bytes: Buffer) => Buffer | string]>([
    ["empty", () => ""],
    ["cut short", (bytes) => bytes.subarray(0, bytes.length - 1)],
    ["cut in its first line", (bytes) => bytes.subarray(0, 20)],
    ["longer than it was", (bytes) => Buffer.concat([bytes, bytes])],
    ["changed in its index", (bytes) => changed(bytes, bytes.indexOf("moon.md"))],
    ["of another kind", (bytes) => bytes.toString("latin1").replace("cache 2", "cache 0")],
    ["something else", () => "{}\n{}"],
  ])("ignore a cache that is %s", async (_criterion, spoil) => {
    const folder = makeFolder(files);
    const { file, key, result } = await keptIn(folder);
    expect(readCache(file, key)).not.toBe(emptyCache);
    writeFileSync(file, spoil(readFileSync(file)));
    expect(readCache(file, key)).toBe(emptyCache);
    const again = await build(optionsIn(folder));
    expect([again.hasCacheChanges, JSON.stringify(again.content)]).toEqual([true, JSON.stringify(result.content)]);
  });

  it("ignore corrupt content, so that only its article is compiled again", async () => {
    const folder = makeFolder(files);
    const { file, key, result } = await keptIn(folder);
    const bytes = readFileSync(file);
    for (const text of ["A moon", "the sun"]) {
      writeFileSync(file, changed(bytes, bytes.lastIndexOf(text)));
      const kept = [...readCache(file, key).articles.values()].filter(({ compiled }) => compiled !== undefined);
      expect(kept).toHaveLength(1);
      const again = await build(optionsIn(folder));
      expect(JSON.stringify(again.content)).toBe(JSON.stringify(result.content));
      expect(again.problems).toEqual(result.problems);
    }
  });

  it.each([
    ["text in an article", "articles/sun.md"],
    ["picture", "articles/moon.png"],
  ])("ignore the entry of a %s that was replaced with a link", async (_, path) => {
    const folder = makeFolder({ ...files, "outside/x": "" });
    await keptIn(folder);
    const name = path.slice("articles/".length);
    renameSync(join(folder, path), join(folder, "outside", name)); // the file is the same to the last time of it
    symlinkSync(join("../outside", name), join(folder, path));
    const { content, media, problems } = await build(optionsIn(folder));
    expect(problems.map(formatDiagnostic)).toContainEqual(expect.stringMatching(`^${path}:1:1 error Cannot read it: a link leads out of`));
    expect([content, media]).toEqual([undefined, undefined]);
  });

  it("ignore the entries of a folder that was replaced with a link", async () => {
    const nested = Object.fromEntries(Object.entries(files).map(([path, text]) => [path.replace("articles/", "articles/a/"), text]));
    const folder = makeFolder(nested);
    await keptIn(folder);
    renameSync(join(folder, "articles/a"), join(folder, "moved"));
    symlinkSync("../moved", join(folder, "articles/a"));
    const { content, problems } = await build(optionsIn(folder));
    expect(problems.map(formatDiagnostic)).toEqual([expect.stringMatching(/^articles\/a:1:1 error Cannot read it: a link leads out of/)]);
    expect(content).toBeUndefined();
  });

  it("do not fail a build if the cache cannot be written", async () => {
    const folder = makeFolder({ ...files, "build/cache": "a file, and no folder" });
    const options = optionsIn(folder);
    const { cache } = await build(options);
    expect(cache && keepCache(cacheFile(options), cache)).toMatch(
      /^Cannot keep a cache\. Cannot use \S*\/build\/cache: it is not a folder; move it away\. The next build compiles everything again\.$/,
    );
  });

  it("return contents unchanged even if the cache file changes after it was read", async () => {
    const folder = makeFolder(files);
    const { file, key, result } = await keptIn(folder);
    const { articles } = readCache(file, key);
    rmSync(file);
    writeFileSync(file, "another");
    const contents = [...articles.values()].map(({ compiled }) => compiled?.result?.content);
    expect(new Set(contents)).toEqual(new Set(result.content?.entries.map(({ content }) => content)));
  });

  it("ignore a cache of other code or settings", async () => {
    const { file, key } = await keptIn(makeFolder(files));
    expect(readCache(file, `${key}x`)).toBe(emptyCache);
    expect(readCache(`${file}x`, key)).toBe(emptyCache);
  });
});

describe("build() and its cache", () => {
  it("compiles only edited articles again", async () => {
    const folder = makeFolder(files);
    await keptIn(folder);
    writeFileSync(join(folder, "articles/sun.md"), "---\ndate: 2024-11-07\n---\n# The sun\n\nText.");
    const { cache, content } = await build(optionsIn(folder, { now: Date.now() }));
    expect(content?.entries.map(({ title }) => title)).toEqual(["The sun", "Moon 🐟"]);
    const known = readCache(cacheFile(optionsIn(folder)), cache?.key ?? "").articles;
    expect(known.get("moon.md")).toEqual(cache?.articles.get("moon.md"));
    expect(known.get("sun.md")).not.toEqual(cache?.articles.get("sun.md"));
  });

  it("keeps valid articles while another has an error", async () => {
    const folder = makeFolder({ ...files, "articles/bad.md": "No date" });
    const { result } = await keptIn(folder);
    expect([result.content, result.cache?.articles.size]).toEqual([undefined, 3]);
    expect((await build(optionsIn(folder))).hasCacheChanges).toBe(false);
  });

  it("does not read an unchanged article again", async () => {
    const folder = makeFolder(files);
    await keptIn(folder);
    const article = join(folder, "articles/moon.md");
    const { atimeMs } = statSync(article);
    expect((await build(optionsIn(folder))).cache?.versions).toBeDefined();
    expect(statSync(article).atimeMs).toBe(atimeMs);
  });
});

function changed(bytes: Buffer, offset: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[offset] = (copy[offset] ?? 0) ^ 1;
  return copy;
}
