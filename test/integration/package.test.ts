import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { parse } from "acorn";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleDoctor } from "../../src/build/package/bundle-doctor.ts";
import { writePackage } from "../../src/build/package/write-package.ts";
import { goodRss, item, startFeedServer } from "../unit/doctor/feed-server.ts";

const root = resolve(import.meta.dirname, "../..");
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
const url = "https://news.example/rss.xml";

/** The package as a stranger gets it: packed, and installed offline into an empty folder, with an empty home. */
const installed = { work: "", folder: "", tarball: "", home: "" };

const environment = () => ({ ...process.env, HOME: installed.home, NO_COLOR: "1" });

function npm(cwd: string, ...args: readonly string[]): string {
  const { status, stderr, stdout } = spawnSync("npm", args, { cwd, encoding: "utf8", env: environment() });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

async function broadsheet(...args: readonly string[]) {
  const program = join(installed.folder, "node_modules/.bin/broadsheet");
  const run = promisify(execFile)(program, args, { cwd: installed.folder, env: environment() });
  return run.then(
    ({ stderr, stdout }) => ({ status: 0, stdout, stderr }),
    ({ code, stderr, stdout }: { readonly code: number; readonly stdout: string; readonly stderr: string }) => ({
      status: code,
      stdout,
      stderr,
    }),
  );
}

describe("the package of the doctor", () => {
  beforeAll(async () => {
    const work = mkdtempSync(join(tmpdir(), "broadsheet-package-"));
    Object.assign(installed, { work, folder: join(work, "site"), home: join(work, "home") });
    for (const name of ["site", "home"]) mkdirSync(join(work, name));
    await writePackage(join(work, "package"));
    installed.tarball = join(work, npm(work, "pack", "./package", "--silent"));
    npm(installed.folder, "install", "--offline", "--no-audit", "--no-fund", installed.tarball);
  });

  afterAll(() => {
    rmSync(installed.work, { recursive: true, force: true });
  });

  it("is a tarball of less than 1 MB, with its licenses, and without dependencies", () => {
    expect(statSync(installed.tarball).size).toBeLessThan(1_000_000);
    const folder = join(installed.folder, "node_modules/broadsheet");
    expect(readdirSync(folder).sort()).toEqual(["LICENSE", "NOTICES.txt", "README.md", "bin.js", "doctor.js", "package.json"]);
    expect(readdirSync(join(installed.folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["broadsheet"]);
    expect(JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))).toMatchObject({
      ...{ name: "broadsheet", version, license: "MIT", bin: { broadsheet: "bin.js" }, engines: { node: ">=22.19" } },
    });
    expect(readFileSync(join(folder, "NOTICES.txt"), "utf8")).toMatch(/^parse5 [\d.]+ \(MIT\)\n[\s\S]*^undici [\d.]+ \(MIT\)\n/m);
  });

  it("prints its help and its version", async () => {
    expect(await broadsheet("--version")).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
    expect(await broadsheet("--help")).toMatchObject({ status: 0, stdout: expect.stringMatching(/^npx broadsheet doctor \[URL\]/) });
    const { stdout } = await broadsheet("doctor", "--help");
    expect(stdout).toMatch(
      /^npx broadsheet doctor \[URL\] \[options\]\n[\s\S]*--file FEED[\s\S]*\nExamples:\n {2}npx broadsheet doctor https/,
    );
    expect(stdout).not.toMatch(/npm run|wrangler|articles/);
  });

  it.each([
    [[], /^Cannot run anything: name a command\nnpx broadsheet --help /],
    [["check"], /^Cannot run "check": the command is doctor\n/],
    [
      ["doctor"],
      /^Cannot check a site: no URL was given; write npx broadsheet doctor https:\S+\nnpx broadsheet doctor --help prints how to use it\n$/,
    ],
    [
      ["doctor", "--formt", "json"],
      /^Cannot use --formt: npx broadsheet doctor has no such option; did you mean --format\?\nnpx broadsheet doctor --help/,
    ],
  ])("exits 2 for %j, and names its help", async (args, expected) => {
    expect(await broadsheet(...args)).toEqual({ status: 2, stdout: "", stderr: expect.stringMatching(expected) });
  });

  it("checks a file", async () => {
    writeFileSync(join(installed.folder, "rss.xml"), goodRss(url, item("a", "Thu, 06 Nov 2024 12:00:00 GMT")));
    const { status, stdout } = await broadsheet("doctor", "--file", "rss.xml", "--as", url);
    expect([status, stdout]).toEqual([1, expect.stringMatching(/\n +rss\.xml:2:\d+: \/rss\/channel\/item\/pubDate: Thu/)]);
    expect(stdout).not.toContain("npm run");
    expect((await broadsheet("doctor", "--file", "rss.xml", "--format", "github")).stdout).toMatch(/^::error file=rss\.xml,line=2,/);
  });

  it("examines a server", async () => {
    const origin = await startFeedServer();
    const { status, stdout } = await broadsheet("doctor", `${origin.slice("http://".length)}/feed.xml`);
    expect(stdout).toMatch(/ok {7}two fetches +The same bytes and the same ETag\n/);
    expect(status).toBe(0);
  });

  it("exits with one sentence on an older Node", () => {
    const preload = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "22.18.0" } })';
    const program = join(installed.folder, "node_modules/broadsheet/bin.js");
    const { status, stderr } = spawnSync(process.execPath, ["--import", `data:text/javascript,${encodeURIComponent(preload)}`, program], {
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^Cannot run Broadsheet with Node 22\.18\.0: it needs Node 22\.19 or later; .*\n$/),
    ]);
  });
});

describe("npm run package", () => {
  it("is a command with help", () => {
    const { status, stdout } = spawnSync(process.execPath, ["src/cli/run.js", "package", "--help"], { cwd: root, encoding: "utf8" });
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^npm run package -- \[options\]\n[\s\S]*build\/package\//)]);
  });
});

describe("the bundle of the doctor", () => {
  it("does not contain the compiler of articles", async () => {
    const { inputs } = await bundleDoctor(join(root, "src/cli/package/main.ts"), version);
    const own = inputs.filter((input) => input.startsWith("src/"));
    expect(own.length).toBeGreaterThan(80);
    const needless =
      /^src\/(?:build|feed|import|pages|resources|routing|settings|static-host|store|websub|content\/(?:compile|markup|front-matter|links))\//;
    expect(own.filter((input) => needless.test(input))).toEqual(["src/settings/podcast-categories.ts"]); // names, which the judge compares
    expect(inputs.filter((input) => /node_modules\/(?:hono|wrangler|zod|unified|satteri|yaml)\//.test(input))).toEqual([]);
  });

  // Node 22 has ES2024 and lacks these.
  it("runs on Node 22", async () => {
    const { code } = await bundleDoctor(join(root, "src/cli/package/main.ts"), version);
    expect(() => parse(code, { ecmaVersion: 2024, sourceType: "module" })).not.toThrow();
    expect(
      code.match(
        /\b(?:RegExp\.escape|Error\.isError|Float16Array|Math\.f16round|Promise\.try|Uint8Array\.from(?:Base64|Hex)|Math\.sumPrecise|Iterator\.concat)\b/g,
      ) ?? [],
    ).toEqual([]);
    expect(code.match(/\bnew URLPattern\b|\(\?[ims]+(?:-[ims]+)?:/g) ?? []).toEqual([]);
  });
});
