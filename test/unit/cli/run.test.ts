import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "acorn";
import { describe, expect, it } from "vitest";
import { makeFolder, settings } from "./sample-folder.ts";

const root = resolve(import.meta.dirname, "../../..");
const textOf = (file: string) => readFileSync(join(root, file), "utf8");
const manifest = JSON.parse(textOf("package.json")) as { readonly engines: { readonly node: string }; readonly scripts: object };

/** Runs a program with another version in `process.versions`. */
function runWith(version: string, cwd: string, ...args: readonly string[]) {
  const preload = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "${version}" } })`;
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(preload)}`, ...args],
    { cwd, encoding: "utf8" },
  );
  return { status, stderr, stdout };
}

describe("run.js", () => {
  const program = join(root, "src/cli/run.js");
  const site = () => makeFolder({ "wrangler.toml": settings, "articles/2024-11-06-moon.md": "# Moon" });

  it("runs a command with its arguments", () => {
    const { status, stdout } = runWith(process.versions.node, site(), program, "check", "--format", "json");
    expect([status, JSON.parse(stdout)]).toMatchObject([0, { problems: [], entries: [{ source: "2024-11-06-moon.md" }] }]);
    expect(runWith(process.versions.node, site(), program, "check", "--wrong").status).toBe(2);
  });

  it("is the program of every command in package.json", () => {
    const scripts = Object.values(manifest.scripts).filter((script) => /src\/cli/.test(script));
    expect(scripts.length).toBeGreaterThan(8);
    for (const script of scripts) expect(script).toMatch(/^node src\/cli\/run\.js [a-z]+$/);
  });

  it.each(["bogus", "../../x", "--help", "toString", ""])("lists the commands instead of running %j", (name) => {
    expect(runWith(process.versions.node, site(), program, name)).toEqual({
      status: 2,
      stdout: "",
      stderr: `Cannot run ${JSON.stringify(name)}: the commands are check, compile, deploy, doctor, export, import, init, new, package, start\n`,
    });
  });

  it("runs every command of package.json", () => {
    const names = Object.values(manifest.scripts).flatMap((script: string) => /^node src\/cli\/run\.js (\S+)$/.exec(script)?.[1] ?? []);
    expect(textOf("src/cli/run.js")).toContain(
      `const commands = [${names
        .sort()
        .map((name) => JSON.stringify(name))
        .join(", ")}];`,
    );
  });

  it.each(["18.20.8", "20.20.2", "22.22.0", "23.11.1"])("prints one sentence on Node %s", (version) => {
    for (const args of [[program, "check"], [program, "start"], [join(root, "src/cli/compile.ts")]])
      expect(runWith(version, site(), ...args)).toEqual({
        status: 1,
        stdout: "",
        stderr: `Cannot run Broadsheet with Node ${version}: it needs Node 24 or later; install it from https://nodejs.org (on Linux, npm ci installs it into this folder)\n`,
      });
  });

  it.each(["24.0.0", "26.1.0", "100.0.0"])("runs on Node %s", (version) => {
    expect(runWith(version, site(), program, "check").status).toBe(0);
  });

  it("shares the compile cache of Node with wrangler and other child processes", () => {
    const { NODE_COMPILE_CACHE: _, ...env } = process.env;
    const folderOf = (more: Readonly<Record<string, string>>) => {
      const preload = 'process.on("exit", () => console.log(process.env.NODE_COMPILE_CACHE))';
      const args = ["--import", `data:text/javascript,${encodeURIComponent(preload)}`, program, "new", "--help"];
      return spawnSync(process.execPath, args, { cwd: site(), encoding: "utf8", env: { ...env, ...more } })
        .stdout.split("\n")
        .at(-2);
    };
    const own = makeFolder({});
    expect(folderOf({ TMPDIR: own })).toBe(join(own, "node-compile-cache"));
    expect(folderOf({ NODE_COMPILE_CACHE: own })).toBe(own);
    expect(folderOf({ NODE_DISABLE_COMPILE_CACHE: "1" })).toBe("undefined");
  });

  it("requires the version of Node in package.json", () => {
    expect(textOf("src/cli/require-node.js")).toContain(`const required = ${manifest.engines.node.replace(">=", "")};`);
  });

  // ES2022, which Node 16.11 and later parse, with the imports that they have.
  it.each(["src/cli/run.js", "src/cli/require-node.js"])("consists of %s, which old Nodes parse", (file) => {
    expect(() => parse(textOf(file), { ecmaVersion: 2022, sourceType: "module" })).not.toThrow();
    expect(textOf(file)).not.toMatch(/import \{|\.ts";/);
  });
});

describe("run.js in a copy of the project", () => {
  const copy = ({ without }: { readonly without: readonly string[] }) => {
    const folder = makeFolder({ "wrangler.toml": settings });
    for (const name of ["src", "package.json", "package-lock.json"]) cpSync(join(root, name), join(folder, name), { recursive: true });
    mkdirSync(join(folder, "node_modules"));
    for (const name of readdirSync(join(root, "node_modules")))
      if (name !== ".cache" && !without.includes(name)) symlinkSync(join(root, "node_modules", name), join(folder, "node_modules", name));
    return folder;
  };
  const missing = (name: string) => ({
    status: 1,
    stdout: "",
    stderr: `Cannot find the package ${JSON.stringify(name)}: run npm ci, which installs all packages\n`,
  });

  it.each([
    ["check", "zod"],
    ["start", "wrangler"],
    ["export", "wrangler"],
    ["doctor", "undici"],
  ])("%s says that the package %s is missing", (command, name) => {
    const folder = copy({ without: [name] });
    expect(runWith(process.versions.node, folder, join(folder, "src/cli/run.js"), command)).toEqual(missing(name));
  });

  it("reports a package that has lost its files", () => {
    const folder = copy({ without: ["zod"] });
    cpSync(join(root, "node_modules/zod/package.json"), join(folder, "node_modules/zod/package.json"));
    expect(runWith(process.versions.node, folder, join(folder, "src/cli/run.js"), "check")).toEqual(missing("zod"));
  });
});
