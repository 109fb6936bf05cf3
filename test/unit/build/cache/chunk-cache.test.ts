import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../../../src/build/build.ts";
import type { KnownChunks } from "../../../../src/build/cache/chunk-cache.ts";
import { writeBuild } from "../../../../src/build/write-build.ts";
import { makeFolder } from "../../cli/sample-folder.ts";

const settings =
  '[vars.SITE]\ntitle = "T"\nauthor = { name = "A" }\nurl = "https://news.example"\nlimit = 1\n[assets]\nbinding = "ASSETS"\nrun_worker_first = ["/_contents/*"]\n';
const nameOf = (day: number) => `articles/2024-11-${String(day).padStart(2, "0")}-post-${day}.md`;
const textOf = (day: number) => `# Post ${day}\n\n${`word${day} `.repeat(12_000)}`;

function siteFolder(): string {
  const days = Array.from({ length: 9 }, (_, index) => index + 1);
  return makeFolder({ "wrangler.toml": settings, ...Object.fromEntries(days.map((day) => [nameOf(day), textOf(day)])) });
}

async function buildIn(folder: string, known?: KnownChunks): Promise<KnownChunks> {
  const now = Date.UTC(2025, 0, 1);
  const options = { config: join(folder, "wrangler.toml"), environment: "", purpose: "deploy" as const, now };
  const { content, media } = await build(options);
  if (content === undefined || media === undefined) throw new Error("Cannot find what was built");
  return writeBuild(join(folder, "build"), content, media, now, known);
}

const chunksOf = (folder: string) => join(folder, "build/public/_contents");
const filesOf = (folder: string) =>
  Object.fromEntries(readdirSync(chunksOf(folder)).map((name) => [name, readFileSync(join(chunksOf(folder), name), "utf8")]));
const inodesOf = (folder: string) =>
  new Map(readdirSync(chunksOf(folder)).map((name) => [name, statSync(join(chunksOf(folder), name)).ino]));

describe("writeBuild() with the chunks of the previous build", () => {
  it("writes only changed chunks, with the same result as without a cache", async () => {
    const folder = siteFolder();
    const known = await buildIn(folder);
    const [before, inodes] = [filesOf(folder), inodesOf(folder)];
    expect(known.size).toBe(Object.keys(before).length - 1); // beside the chunk of the entries
    expect(known.size).toBeGreaterThan(3);

    writeFileSync(join(folder, nameOf(1)), `${textOf(1)}\n\nAn edit.`);
    const again = await buildIn(folder, known);
    const kept = [...inodesOf(folder)].filter(([name, inode]) => inodes.get(name) === inode);
    expect(kept).toHaveLength(known.size - 1);
    const after = filesOf(folder);
    expect(again.size).toBe(known.size);

    await buildIn(folder); // with nothing known
    expect(filesOf(folder)).toEqual(after);
    expect(after).not.toEqual(before);
  });

  it.each([
    ["was cut short", () => "cut"],
    ["has other bytes", (text: string) => text.replace("word", "worm")],
  ])("rebuilds a chunk that %s, or is missing", async (_, spoil) => {
    const folder = siteFolder();
    const known = await buildIn(folder);
    const before = filesOf(folder);
    for (const [name, text] of Object.entries(before)) writeFileSync(join(chunksOf(folder), name), spoil(text));
    await buildIn(folder, known);
    expect(filesOf(folder)).toEqual(before);

    const elsewhere = siteFolder();
    await buildIn(elsewhere, known);
    expect(filesOf(elsewhere)).toEqual(before);
    expect(readdirSync(join(elsewhere, "build")).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("keeps a chunk that two groups of articles share", async () => {
    const folder = siteFolder();
    // Each is a chunk of its own.
    for (const day of [1, 2]) writeFileSync(join(folder, nameOf(day)), `# Post\n\n${"same ".repeat(30_000)}`);
    const known = await buildIn(folder);
    const before = filesOf(folder);
    expect(Object.keys(before).length).toBe(known.size - 1 + 1); // one for two groups, and the chunk of the entries
    await buildIn(folder, known);
    expect(filesOf(folder)).toEqual(before);
  });
});
