import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type BuildOptions, build, cacheFile } from "../../../src/cli/build.ts";
import { emptyCache, readCache, writeCache } from "../../../src/cli/compile-cache.ts";
import { makeFolder, png, settings } from "./sample-folder.ts";

const files = {
  "wrangler.toml": settings,
  "articles/moon.md": "---\ndate: 2024-11-06\nmood: x\n---\n# Moon 🐟\n\n![A moon](moon.png)",
  "articles/sun.md": "---\ndate: 2024-11-07\n---\n# Sun\n\nThe [moon](moon.md) &amp; the sun.",
  "articles/moon.png": png,
};

function optionsIn(folder: string, more: Partial<BuildOptions> = {}): BuildOptions {
  return { config: join(folder, "wrangler.toml"), environment: "", development: false, isDeployment: false, now: Date.UTC(2090), ...more };
}

async function keptIn(folder: string) {
  const options = optionsIn(folder);
  const result = await build(options);
  if (result.cache === undefined) throw new Error("Cannot find a cache");
  writeCache(cacheFile(options), result.cache);
  return { file: cacheFile(options), key: result.cache.key, result };
}

describe("writeCache() and readCache()", () => {
  it("give back what a build has made, byte for byte, with nothing to do anew", async () => {
    const folder = makeFolder(files);
    const { result } = await keptIn(folder);
    const again = await build(optionsIn(folder));
    expect([again.hasNews, JSON.stringify(again.content)]).toEqual([false, JSON.stringify(result.content)]);
    expect(again.problems).toEqual(result.problems);
    expect(again.media?.published).toEqual(result.media?.published);
  });

  it("keep a cache that was read and not changed as it is", async () => {
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
  ])("take one that is %s for none", async (_criterion, spoil) => {
    const folder = makeFolder(files);
    const { file, key, result } = await keptIn(folder);
    expect(readCache(file, key)).not.toBe(emptyCache);
    writeFileSync(file, spoil(readFileSync(file)));
    expect(readCache(file, key)).toBe(emptyCache);
    const again = await build(optionsIn(folder));
    expect([again.hasNews, JSON.stringify(again.content)]).toEqual([true, JSON.stringify(result.content)]);
  });

  it("tell of a content that is not what was written, when it is read", async () => {
    const folder = makeFolder(files);
    const { file } = await keptIn(folder);
    const bytes = readFileSync(file);
    writeFileSync(file, changed(bytes, bytes.length - 5));
    const { content } = await build(optionsIn(folder));
    const read = () => content?.entries.map((entry) => entry.content);
    expect(read).toThrow(`Cannot use ${file}: a content in it is not what was written; delete that file`);
  });

  it("give back contents as they were, whatever becomes of the file", async () => {
    const folder = makeFolder(files);
    const { file, key, result } = await keptIn(folder);
    const { articles } = readCache(file, key);
    rmSync(file);
    writeFileSync(file, "another");
    const contents = [...articles.values()].map(({ compiled }) => compiled?.result?.content);
    expect(new Set(contents)).toEqual(new Set(result.content?.entries.map(({ content }) => content)));
  });

  it("take one of other code or settings for none", async () => {
    const { file, key } = await keptIn(makeFolder(files));
    expect(readCache(file, `${key}x`)).toBe(emptyCache);
    expect(readCache(`${file}x`, key)).toBe(emptyCache);
  });
});

describe("build() and its cache", () => {
  it("compiles anew what was edited and nothing else", async () => {
    const folder = makeFolder(files);
    await keptIn(folder);
    writeFileSync(join(folder, "articles/sun.md"), "---\ndate: 2024-11-07\n---\n# The sun\n\nText.");
    const { cache, content } = await build(optionsIn(folder, { now: Date.now() }));
    expect(content?.entries.map(({ title }) => title)).toEqual(["The sun", "Moon 🐟"]);
    const known = readCache(cacheFile(optionsIn(folder)), cache?.key ?? "").articles;
    expect(known.get("moon.md")).toEqual(cache?.articles.get("moon.md"));
    expect(known.get("sun.md")).not.toEqual(cache?.articles.get("sun.md"));
  });

  it("keeps what is sound while something else has an error", async () => {
    const folder = makeFolder({ ...files, "articles/bad.md": "No date" });
    const { result } = await keptIn(folder);
    expect([result.content, result.cache?.articles.size]).toEqual([undefined, 3]);
    expect((await build(optionsIn(folder))).hasNews).toBe(false);
  });

  it("reads no article again that nobody has written", async () => {
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
