import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { withOwnName } from "./own-name.ts";

const root = resolve(import.meta.dirname, "../..");
const owned = ["README.md", "LICENSE", "SECURITY.md", "biome.json", "package.json", "package-lock.json", "tsconfig.json", "wrangler.toml"];
const article = "---\ntitle: My own\ndate: 2024-11-06\n---\nText";

/** The commands for a copy whose code is unchanged, as docs/your-copy.md has them. */
function documentedCommands(): string[] {
  const text = readFileSync(join(root, "docs/your-copy.md"), "utf8");
  const [, block = ""] = /```sh\n(git fetch upstream\n(?:git .*\n)+)```/.exec(text) ?? [];
  return block.trim().split("\n");
}

const temporary = mkdtempSync(join(tmpdir(), "broadsheet-update-"));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

/** Makes a folder for the duration of a test. It has the same path in all tests, so that the modules of a copy are compiled once. */
function makeTemporary(name: string): string {
  const path = join(temporary, name);
  mkdirSync(path);
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

// Of the tests, a few files are enough.
function copyTree(folder: string): void {
  for (const name of [...owned, "src", "docs", "test/golden", "articles"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
}

/** Runs git without anybody's configuration. */
function git(folder: string, ...args: readonly string[]): string {
  const env: Readonly<Record<string, string | undefined>> = {
    ...{ PATH: process.env["PATH"], HOME: folder, GIT_CONFIG_NOSYSTEM: "1", GIT_AUTHOR_NAME: "Ada", GIT_AUTHOR_EMAIL: "ada@example.com" },
    ...{ GIT_COMMITTER_NAME: "Ada", GIT_COMMITTER_EMAIL: "ada@example.com" },
  };
  return execFileSync("git", args, {
    cwd: folder,
    env: { ...env } as NodeJS.ProcessEnv,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
}

function commitAll(folder: string, message: string): void {
  git(folder, "add", "-A");
  git(folder, "commit", "-qm", message);
}

/** An older version of the project, with a file that is gone today and without one that is new. */
function makeOlder(folder: string): void {
  copyTree(folder);
  writeFileSync(join(folder, "src/removed.ts"), "export const removed = true;\n");
  rmSync(join(folder, "src/http/gzip.ts"));
  writeFileSync(join(folder, "docs/deploying.md"), "# Older\n");
  writeFileSync(join(folder, "README.md"), "# Older\n");
}

/** What `npm run check --format json` lists. */
function entriesOf(folder: string): unknown {
  const output = execFileSync(process.execPath, [join(folder, "src/cli/check.ts"), "--format", "json"], { cwd: folder, encoding: "utf8" });
  return (JSON.parse(output) as { entries: unknown }).entries;
}

it.each([
  ["with its history", true],
  ["without a history", false],
])("the documented commands update a copy %s", { timeout: 120_000 }, async (_name, hasHistory) => {
  const commands = documentedCommands();
  expect(commands.length).toBeGreaterThan(3);
  const upstream = makeTemporary("upstream");
  git(upstream, "init", "-q", "-b", "main");
  makeOlder(upstream);
  commitAll(upstream, "older");

  const copy = makeTemporary("copy");
  if (hasHistory) git(copy, "clone", "-q", "-o", "upstream", upstream, ".");
  else {
    makeOlder(copy);
    git(copy, "init", "-q", "-b", "main");
    commitAll(copy, "Initial commit");
    git(copy, "remote", "add", "upstream", upstream);
  }
  rmSync(join(copy, "articles"), { recursive: true });
  mkdirSync(join(copy, "articles"));
  writeFileSync(join(copy, "articles/2024-11-06-own.md"), article);
  const toml = withOwnName(readFileSync(join(copy, "wrangler.toml"), "utf8")).replace(/^url = "".*$/m, 'url = "https://own.example"');
  writeFileSync(join(copy, "wrangler.toml"), toml);
  writeFileSync(join(copy, "own.txt"), "mine");
  commitAll(copy, "My site");

  rmSync(join(upstream, "src"), { recursive: true });
  copyTree(upstream);
  commitAll(upstream, "newer");
  for (const command of commands) {
    const [program, ...args] = command.match(/"[^"]*"|\S+/g)?.map((word) => word.replace(/^"|"$/g, "")) ?? [];
    expect(program).toBe("git");
    git(copy, ...args);
  }

  expect(git(copy, "status", "--porcelain")).toBe("");
  expect(git(copy, "diff", "--stat", "HEAD", "upstream/main", "--", "src", "docs", "test", ...owned.slice(0, -1))).toBe("");
  expect(existsSync(join(copy, "src/removed.ts"))).toBe(false);
  expect([readFileSync(join(copy, "wrangler.toml"), "utf8"), readFileSync(join(copy, "own.txt"), "utf8")]).toEqual([toml, "mine"]);
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  expect(entriesOf(copy)).toEqual([
    {
      source: "2024-11-06-own.md",
      url: "https://own.example/articles/own",
      id: "https://own.example/articles/own",
      published: "2024-11-06T00:00:00.000Z",
    },
  ]);
});
