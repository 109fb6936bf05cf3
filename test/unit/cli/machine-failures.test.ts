import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, settings } from "./sample-folder.ts";

const root = resolve(import.meta.dirname, "../../..");
const wholeSettings = readFileSync(join(root, "wrangler.toml"), "utf8");
const ownSettings = wholeSettings
  .replace(/^(?:title|description|author) = .*\n/gm, "")
  .replace("[vars.SITE]\n", settings.replace(/^url.*\n/m, ""));
const good = { "wrangler.toml": settings, "articles/a.md": "---\ndate: 2024-11-06\n---\nText" };

function run(folder: string, command: string, args: readonly string[] = [], project = root) {
  const { CLOUDFLARE_ENV: _, WRANGLER_COMMAND: __, ...env } = process.env;
  const program = join(project, "src/cli/run.js");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, command, ...args], {
    cwd: folder,
    encoding: "utf8",
    env,
    timeout: 60_000,
  });
  return { status, stdout, stderr, output: stdout + stderr };
}

describe("every command", () => {
  it.each([
    ["check", []],
    ["compile", []],
    ["deploy", []],
    ["doctor", ["--compare", "https://example.com"]],
    ["export", ["public"]],
    ["import", ["feed.xml"]],
    ["init", []],
    ["new", ["A walk"]],
    ["start", []],
  ])("reports a missing wrangler.toml in one sentence: %s", (command, args) => {
    const folder = makeFolder({ "articles/a.md": "" });
    const { output, status } = run(folder, command, args);
    expect(output).toMatch(/wrangler\.toml.*it does not exist/);
    expect(output).not.toMatch(/^ +at |wrangler 4/m);
    expect(output.trim().split("\n").length).toBeLessThanOrEqual(2);
    expect(status).toBe(1);
    expect(readdirSync(folder)).toEqual(["articles"]);
  });

  it.each(["check", "deploy"])("reports in one sentence that wrangler.toml is a pipe: %s", (command) => {
    const folder = makeFolder({ "articles/a.md": "" });
    execFileSync("mkfifo", [join(folder, "wrangler.toml")]);
    const { output, status } = run(folder, command);
    expect(output).toMatch(/^wrangler\.toml:1:1 error Cannot read it: it is a pipe, not a file$/m);
    expect(output.trim().split("\n").length).toBeLessThanOrEqual(2);
    expect(status).toBe(1);
  });

  it.each([
    ["compile", [], { build: "" }, /^Cannot use .*\/build: it is not a folder; move it away$/],
    [
      "export",
      ["public", "--url", "https://example.com"],
      { build: "", "wrangler.toml": ownSettings, "src/worker.ts": "" },
      /^Cannot use .*\/build: it is not a folder; move it away$/,
    ],
    ["new", ["A walk"], { articles: "" }, /^Cannot (?:read|use|write) .*: a part of its path is not a folder$/],
    ["init", ["--config", "articles", "--title", "x"], {}, /^Cannot read articles: it is a folder, not a file$/],
    ["import", ["feed.xml"], { articles: "" }, /^Cannot read .*articles: it is not a folder; put a folder in its place$/],
  ])("names the obstacle in one sentence, and changes nothing: %s", (command, args, files, expected) => {
    const { "articles/a.md": article, ...others } = good;
    const folder = makeFolder({ ...others, ...("articles" in files ? {} : { "articles/a.md": article }), ...files });
    const before = readdirSync(folder);
    const { status, stderr, stdout } = run(folder, command, args);
    expect([status, stderr.trim()]).toEqual([1, expect.stringMatching(expected)]);
    expect(stdout).not.toContain("Compiled");
    expect(readdirSync(folder)).toEqual(before);
  });

  it("names wrangler.toml in errors of an export for another address", () => {
    const folder = makeFolder({ ...good, "wrangler.toml": wholeSettings, build: "", "src/worker.ts": "" });
    const { stderr } = run(folder, "export", ["public", "--url", "https://example.com"]);
    expect(stderr).toMatch(/^wrangler\.toml:\d+:1 error Cannot publish your articles under another name/);
  });

  it("names a missing lock file", () => {
    const project = makeFolder({ "package.json": '{"type":"module"}' });
    cpSync(join(root, "src"), join(project, "src"), { recursive: true });
    symlinkSync(join(root, "node_modules"), join(project, "node_modules"));
    const { output, status } = run(makeFolder(good), "check", [], project);
    expect([status, output]).toEqual([1, `Cannot read ${project}/package-lock.json: it does not exist; restore it, or correct the path\n`]);
  });
});

describe("compile.ts", () => {
  it("ignores files of a killed build", () => {
    const dead = spawnSync(process.execPath, ["--version"]).pid;
    const left = {
      [`build/.public.partial-${dead}/left`]: "",
      [`build/.public.old-${dead}/left`]: "",
      [`build/.content.partial-${dead}/index.bin`]: "{",
      [`build/cache/.site.partial-${dead}`]: "x",
    };
    const folder = makeFolder({ ...good, ...left });
    expect(run(folder, "compile").status).toBe(0);
    expect(readdirSync(join(folder, "build")).sort()).toEqual(["cache", "content", "public"]);
    expect(readdirSync(join(folder, "build/public"))).not.toContain("left");
  });

  it("succeeds if the cache cannot be written, and says so", () => {
    const { output, status } = run(makeFolder({ ...good, "build/cache": "" }), "compile");
    expect([status, output]).toEqual([
      0,
      expect.stringMatching(/^Cannot keep a cache\. .*\. The next build compiles everything.*\nCompiled 1 /),
    ]);
  });
});

describe("exitOnFailure()", () => {
  const failing = (body: string, shell = "") => {
    const module = JSON.stringify(join(root, "src/terminal/exit-on-failure.ts"));
    const script = `import { readFileSync } from "node:fs"; import { exitOnFailure } from ${module}; exitOnFailure(); ${body}`;
    const { status, stderr, stdout } = spawnSync(`"${process.execPath}" --input-type=module -e "$SCRIPT" ${shell}`, {
      shell: true,
      encoding: "utf8",
      env: { ...process.env, SCRIPT: script },
    });
    return { status, stderr, stdout };
  };

  it.each([
    ["at once", 'readFileSync("/no\\u001b[31m");'],
    ["after a while", 'await 0; readFileSync("/no\\u001b[31m");'],
    ["in a promise that is not awaited", 'Promise.resolve().then(() => readFileSync("/no\\u001b[31m")); setTimeout(() => {}, 1e9);'],
    ["in a callback", 'setTimeout(() => readFileSync("/no\\u001b[31m"), 1); setTimeout(() => {}, 1e9);'],
  ])("prints one sentence for a system error %s", (_, body) => {
    const sentence = "Cannot use /no\\u001b[31m: it does not exist; restore it, or correct the path\n";
    expect(failing(body)).toEqual({ status: 1, stderr: sentence, stdout: "" });
  });

  it("prints the stack of a bug", () => {
    expect(failing("null.x;")).toMatchObject({ status: 1, stderr: expect.stringMatching(/^TypeError: .*\n +at /) });
  });

  it("exits without a message if its pipe is closed", () => {
    const body = 'const write = () => console.log("x".repeat(99999)); write(); setInterval(write, 1);';
    expect(failing(body, "| head -c 1")).toEqual({ status: 0, stderr: "", stdout: "x" });
  });
});
