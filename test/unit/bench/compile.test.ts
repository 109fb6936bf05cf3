import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Compiler } from "../../bench/compile/compilers.ts";
import { runMeasured } from "../../bench/compile/run-measured.ts";
import { verifySite } from "../../bench/compile/verify-site.ts";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function siteOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-bench-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, "out", name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return folder;
}

const compiler = { name: "other", title: "Other", output: "out" } as Compiler;
const expected = { articles: 2, words: "words of the edit" };
const good = { "a/index.html": "<p>words of the edit</p>", "b/index.html": "", "rss.xml": "<item>words of the edit</item><item></item>" };

describe("verifySite()", () => {
  it("accepts a complete site", () => expect(() => verifySite(compiler, siteOf(good), expected)).not.toThrow());

  it.each([
    ["a page", { "b/index.html.gz": "", "b/index.html": undefined }, "it made 1 pages"],
    ["the edit in its page", { "a/index.html": "<p>before</p>" }, 'no page has "words of the edit"'],
    ["an entry in the feed", { "rss.xml": "<item>words of the edit</item>" }, "its feed has 1 entries"],
    ["the edit in the feed", { "rss.xml": "<item></item><item></item>" }, 'its feed does not have "words of the edit"'],
  ])("rejects a site without %s", (_what, change, message) => {
    const files = Object.entries({ ...good, ...change }).filter((file): file is [string, string] => file[1] !== undefined);
    expect(() => verifySite(compiler, siteOf(Object.fromEntries(files)), expected)).toThrow(message);
  });

  it("searches our compiled content for the words", () => {
    const ours = { ...compiler, name: "ours" };
    expect(() => verifySite(ours, siteOf({ "content/contents.bin": '{"a":"words of the edit"}' }), expected)).not.toThrow();
    expect(() => verifySite(ours, siteOf({ "content/contents.bin": "{}", "cache/a.bin": "words of the edit" }), expected)).toThrow(
      "is not in what it compiled",
    );
  });
});

describe("runMeasured()", () => {
  it("counts the memory of a command and of its child processes", async () => {
    const hold = "const held = Buffer.alloc(100e6, 1); setTimeout(() => held, 300)";
    const parent = `require("node:child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(hold)}]); console.log("done")`;
    const { cpuSeconds, output, peakMemory, seconds } = await runMeasured({
      program: process.execPath,
      args: ["-e", parent],
      folder: tmpdir(),
    });
    expect(output).toBe("done\n");
    expect(peakMemory).toBeGreaterThan(130e6); // two Nodes and what is held
    expect(seconds).toBeGreaterThan(0.25);
    expect(cpuSeconds).toBeGreaterThan(0.02);
  });

  it("throws with the output of a command that fails", async () => {
    const args = ["-e", 'console.error("no such article"); process.exit(3)'];
    await expect(runMeasured({ program: process.execPath, args, folder: tmpdir() })).rejects.toThrow(/ended with 3\nno such article/);
  });
});
