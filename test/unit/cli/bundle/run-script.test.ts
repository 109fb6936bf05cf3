import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const runner = resolve(import.meta.dirname, "../../../../src/cli/bundle/run-script.js");

let folder: string;
const bundle = () => join(folder, "new.cjs");
const cache = () => `${bundle()}.cache`;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(statements: string): void {
  writeFileSync(bundle(), `(function (require, module, bundleUrl) {\n${statements}\n})`);
}

// `called` is compiled in the first run, and is in its cache.
function writeGreeting(word: string): void {
  write(`function called() { return "${word}"; }\nconsole.log(called());`);
}

function run(...args: string[]) {
  const program = `import { runScript } from ${JSON.stringify(pathToFileURL(runner).href)}; runScript(${JSON.stringify(bundle())});`;
  const { status, stderr, stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", program, "--", ...args], {
    encoding: "utf8",
  });
  return { status, stderr, stdout };
}

describe("runScript()", () => {
  it("runs the functions of an earlier run without compiling them again", () => {
    writeGreeting("former");
    expect(run()).toEqual({ status: 0, stdout: "former\n", stderr: "" });
    expect(readdirSync(folder)).toEqual(["new.cjs", "new.cjs.cache"]);
    writeGreeting("latter"); // of the same length: V8 does not notice
    expect(run().stdout).toBe("former\n");
  });

  it.each([
    ["one changed byte", (bytes: Buffer) => bytes.fill(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1, (bytes.length >> 1) + 1)],
    ["half of it", (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ["nothing", () => Buffer.alloc(0)],
  ])("ignores and replaces a cache with %s", (_, damage) => {
    writeGreeting("former");
    run();
    const whole = statSync(cache()).size;
    writeFileSync(cache(), damage(readFileSync(cache())));
    writeGreeting("latter");
    expect(run()).toEqual({ status: 0, stdout: "latter\n", stderr: "" });
    expect(statSync(cache()).size).toBe(whole);
    writeGreeting("former");
    expect(run().stdout).toBe("latter\n");
  });

  it("replaces the cache of a bundle with another length", () => {
    writeGreeting("old");
    run();
    writeGreeting("newer");
    expect(run().stdout).toBe("newer\n");
    writeGreeting("older");
    expect(run().stdout).toBe("newer\n");
  });

  it.each([
    ["prints its help", "", ["--help"]],
    ["prints its help, with a short option", "", ["-h"]],
    ["fails", "process.exitCode = 1;", []],
    ["crashes", "throw new Error('broken');", []],
  ])("keeps no functions of a command that %s", (_, statements, args) => {
    write(statements);
    run(...args);
    expect(existsSync(cache())).toBe(false);
  });

  it("runs without a cache where none can be written", () => {
    writeGreeting("hello");
    mkdirSync(cache());
    expect(run()).toEqual({ status: 0, stdout: "hello\n", stderr: "" });
    expect(readdirSync(folder)).toEqual(["new.cjs", "new.cjs.cache"]);
  });

  it("finds packages from the folder of the bundle", () => {
    mkdirSync(join(folder, "node_modules/one"), { recursive: true });
    writeFileSync(join(folder, "node_modules/one/index.js"), "exports.name = 'one';");
    write('console.log(require("one").name, bundleUrl);\nimport("one").then(({ name }) => console.log(name));');
    expect(run().stdout).toBe(`one ${pathToFileURL(bundle()).href}\none\n`);
  });
});
