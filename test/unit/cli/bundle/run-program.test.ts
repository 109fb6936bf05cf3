import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundlesIn, makeProject, runIn, settle } from "./project-copy.ts";

let project: string;
const cache = () => join(project, "node_modules/.cache");
const folderOfBundles = () => join(cache(), "broadsheet", readdirSync(join(cache(), "broadsheet"))[0] ?? "");
const bundleOf = (name: string) => join(folderOfBundles(), bundlesIn(project).find((file) => file.startsWith(`${name}-`)) ?? "");
const help = async (env: Readonly<Record<string, string>> = {}) => (await runIn(project, ["new", "--help"], env)).stdout;
const complete = ["", ".map"]
  .map((ending) => expect.stringMatching(new RegExp(String.raw`^new-[0-9a-f]{16}\.cjs${ending}$`)))
  .concat("new.json");

// A file of the command, and its text.
const source = () => join(project, "src/cli/new.ts");
let text: string;
const purpose = "Creates";

beforeAll(async () => {
  project = makeProject();
  text = readFileSync(source(), "utf8");
  await settle();
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

describe("runProgram()", () => {
  it("writes a bundle once, and then runs it", async () => {
    const printed = await help();
    expect(printed).toContain(purpose);
    expect(bundlesIn(project)).toEqual(complete);
    const { ino } = statSync(bundleOf("new"));
    writeFileSync(bundleOf("new"), readFileSync(bundleOf("new"), "utf8").replace(purpose, "Bundled")); // of the same length
    expect(await help()).toBe(printed.replace(purpose, "Bundled"));
    expect(statSync(bundleOf("new")).ino).toBe(ino);
  });

  it("runs the sources just after a change, and later a new bundle instead of the old one", async () => {
    await help();
    const former = bundleOf("new");
    try {
      writeFileSync(source(), text.replace(purpose, "Scribbles"));
      expect(await help()).toContain("Scribbles");
      expect(bundleOf("new")).toBe(former);
      await settle();
      expect(await help()).toContain("Scribbles");
      expect(bundlesIn(project)).toEqual(complete);
      expect(bundleOf("new")).not.toBe(former);
    } finally {
      writeFileSync(source(), text);
      await settle();
    }
  });

  it("notices a file that is deleted or added", async () => {
    await help();
    const other = join(project, "src/cli/new-article.ts");
    try {
      renameSync(other, `${other}.away`); // keeps its times
      await settle();
      expect(await runIn(project, ["new", "--help"])).toMatchObject({ status: 1, stderr: expect.stringContaining("new-article.ts") });
    } finally {
      renameSync(`${other}.away`, other);
      await settle();
    }
    expect(await help()).toContain(purpose);
  });

  it("supports commands that write bundles at the same time", async () => {
    rmSync(cache(), { recursive: true });
    const printed = await Promise.all([help(), help(), help(), help()]);
    expect(new Set(printed).size).toBe(1);
    expect(printed[0]).toContain(purpose);
    expect(bundlesIn(project)).toEqual(complete);
    expect(await help()).toBe(printed[0]);
  });

  it("runs the sources if no bundle can be written", async () => {
    rmSync(cache(), { recursive: true });
    writeFileSync(cache(), "a file in the place of the folder");
    expect(await help()).toContain(purpose);
    rmSync(cache());
  });

  it("runs the sources if the folder of bundles is a link to a place without packages", async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "broadsheet-"));
    symlinkSync(elsewhere, cache());
    expect(await help()).toContain(purpose);
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(cache());
    rmSync(elsewhere, { recursive: true });
  });

  it("runs the sources if esbuild fails", async () => {
    const broken = join(project, "esbuild");
    writeFileSync(broken, "#!/bin/sh\nexit 1\n", { mode: 0o755 });
    expect(await help({ ESBUILD_BINARY_PATH: broken })).toContain(purpose);
    expect(bundlesIn(project)).toEqual([]);
  });

  it.each([
    ["a manifest that is not JSON", () => writeFileSync(join(folderOfBundles(), "new.json"), "{")],
    ["a manifest with other fields", () => writeFileSync(join(folderOfBundles(), "new.json"), "[]")],
    ["an empty manifest", () => writeFileSync(join(folderOfBundles(), "new.json"), "null")],
    ["a bundle that is cut off", () => truncateSync(bundleOf("new"), 1000)],
    ["no bundle", () => rmSync(bundleOf("new"))],
  ])("survives %s", async (_, damage) => {
    await help();
    damage();
    expect(await help()).toContain(purpose);
    expect(bundlesIn(project)).toEqual(complete);
  });

  it("keeps every character of the sources in a bundle of ASCII", async () => {
    const expression = "/^[–é]😀$/u.test('–😀') && new RegExp(/é/.source).test('é') && 'é'";
    try {
      writeFileSync(source(), `${text}\nconsole.log("→", ${expression});`);
      await settle();
      expect((await runIn(project, ["new"])).stdout).toContain("→ é\n");
      expect(readFileSync(bundleOf("new"), "latin1")).toMatch(/^[\0-\x7f]+$/);
      expect((await runIn(project, ["new"])).stdout).toContain("→ é\n");
    } finally {
      writeFileSync(source(), text);
    }
  });

  it("shows source positions in the stack trace of a crash", async () => {
    try {
      writeFileSync(source(), text.replace("exitOnFailure();", 'exitOnFailure();\nthrow new Error("broken");'));
      await settle();
      const { status, stderr } = await runIn(project, ["new", "x"]);
      expect(bundlesIn(project)).toEqual(complete);
      expect([status, stderr]).toEqual([1, expect.stringMatching(/^Error: broken\n +at (?:async )?.*\/src\/cli\/new\.ts:6:7\b/)]);
    } finally {
      writeFileSync(source(), text);
    }
  });
});
