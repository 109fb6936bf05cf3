import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { writeTestSite } from "./test-site.ts";

const root = resolve(import.meta.dirname, "../..");
const node = join(root, "node_modules/.bin/node");
const run = (folder: string, program: string, ...args: readonly string[]) =>
  promisify(execFile)(node, [join(root, "src/cli", program), ...args], { cwd: folder });

function copySite(origin: string): string {
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(origin, "articles"), join(folder, "articles"), { recursive: true, preserveTimestamps: true });
  cpSync(join(origin, "wrangler.toml"), join(folder, "wrangler.toml"));
  return folder;
}

function filesIn(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return new Map(files.map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}

describe.each([
  ["the sample site", root],
  ["the golden site", join(root, "test/golden")],
])("the bundle of a command, with %s", (_, origin) => {
  it("compiles to the bytes of the sources", async () => {
    const folder = copySite(origin);
    const built = [];
    for (const program of [["run.js", "compile"], ["compile-command.ts"]] as const) {
      rmSync(join(folder, "build"), { recursive: true, force: true });
      const [file, ...args] = program;
      const { stdout, stderr } = await run(folder, file, ...args);
      built.push({ stdout, stderr, content: filesIn(join(folder, "build/content")), public: filesIn(join(folder, "build/public")) });
    }
    expect(built[0]?.content.size).toBeGreaterThan(2);
    expect(built[0]).toEqual(built[1]);
  });
});

describe("the bundle of npm run export", () => {
  it("exports the bytes of the sources", { timeout: 120_000 }, async () => {
    const sample = join(root, "articles");
    const names = readdirSync(sample, { recursive: true, encoding: "utf8" }).filter((name) => statSync(join(sample, name)).isFile());
    const folder = writeTestSite({ articles: Object.fromEntries(names.map((name) => [name, readFileSync(join(sample, name))])) });
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    await run(folder, "run.js", "export", join(folder, "bundled"));
    await run(folder, "export.ts", join(folder, "sources"));
    const files = filesIn(join(folder, "bundled"));
    expect(files.size).toBeGreaterThan(10);
    expect(files).toEqual(filesIn(join(folder, "sources")));
  });
});
