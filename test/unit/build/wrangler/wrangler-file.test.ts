import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  environmentTable,
  faultOfEnvironment,
  parseWranglerFile,
  readWranglerFile,
  readWranglerText,
} from "../../../../src/build/wrangler/wrangler-file.ts";
import { makeFolder } from "../../cli/sample-folder.ts";

describe("readWranglerFile()", () => {
  it("parses the file, and keeps the given path", () => {
    const path = join(makeFolder({ "wrangler.toml": 'main = "a.ts"\n' }), "wrangler.toml");
    expect(readWranglerFile(path)).toEqual({ path, text: 'main = "a.ts"\n', top: { main: "a.ts" } });
  });

  it("reports a missing file", () => {
    const path = "/nowhere/wrangler.toml";
    const message = "Cannot read it: it does not exist; run the command in the folder of your site, or name the file with --config";
    expect(readWranglerFile(path)).toEqual({
      ...{ path, text: "", top: {} },
      problem: { file: path, line: 1, column: 1, severity: "error", message },
    });
    expect(() => readWranglerText(path)).toThrow(/wrangler\.toml: it does not exist/);
  });

  it("says how to restore the missing file of a copy of the project", () => {
    const folder = makeFolder({ "src/worker.ts": "" });
    expect(readWranglerFile(join(folder, "wrangler.toml")).problem?.message).toBe(
      "Cannot read it: it does not exist; restore it, for example with git checkout wrangler.toml, or write a new one with npm run init",
    );
    expect(readWranglerFile(join(folder, "other.toml")).problem?.message).toContain("name the file with --config");
    symlinkSync("nowhere.toml", join(folder, "wrangler.toml"));
    expect(readWranglerFile(join(folder, "wrangler.toml")).problem?.message).toContain("name the file with --config");
  });

  it.each([
    ["UTF-16 with a byte order mark", Buffer.from('\uFEFFname = "x"', "utf16le"), "it is UTF-16; save it as UTF-8"],
    ["big-endian UTF-16", Buffer.from('\uFEFFname = "x"', "utf16le").swap16(), "it is UTF-16; save it as UTF-8"],
    ["UTF-16 without a mark", Buffer.from('name = "x"', "utf16le"), "it is UTF-16; save it as UTF-8"],
    ["Latin-1", Buffer.from('name = "Zürich"', "latin1"), "it is not UTF-8; save it as UTF-8"],
  ])("reports %s", (_criterion, bytes, reason) => {
    const path = join(makeFolder({ "wrangler.toml": bytes }), "wrangler.toml");
    expect(readWranglerFile(path)).toMatchObject({ text: "", top: {}, problem: { message: `Cannot read it: ${reason}` } });
    expect(() => readWranglerText(path)).toThrow(`Cannot read ${path}: ${reason}`);
  });

  it("reports a folder", () => {
    expect(readWranglerFile(makeFolder({})).problem?.message).toBe("Cannot read it: it is a folder, not a file");
  });
});

describe("parseWranglerFile()", () => {
  it("locates a syntax error, and returns no tables", () => {
    const { problem, top } = parseWranglerFile("[cache]\nenabled = yes\n", "wrangler.toml");
    expect(top).toEqual({});
    expect(problem).toMatchObject({
      file: "wrangler.toml",
      line: 2,
      column: 11,
      message: expect.stringMatching(/^Cannot read wrangler\.toml: /),
    });
  });
});

describe("environmentTable()", () => {
  const cache = { enabled: true };
  const file = parseWranglerFile(
    'main = "a.ts"\nvars.SITE = {}\n[cache]\nenabled = true\n[env.staging.build]\ncommand = "b"\n',
    "wrangler.toml",
  );

  it.each([
    ["", file.top],
    ["staging", { main: "a.ts", cache, build: { command: "b" } }],
    ["unknown", { main: "a.ts", cache }],
  ])("returns the table of %j with the keys that wrangler inherits", (environment, expected) => {
    expect(environmentTable(file, environment)).toEqual(expected);
  });

  it("prefers the keys of the environment", () => {
    const own = parseWranglerFile("cache.enabled = true\n[env.staging]\ncache.enabled = false\n", "wrangler.toml");
    expect(environmentTable(own, "staging")).toEqual({ cache: { enabled: false } });
  });
});

describe("faultOfEnvironment()", () => {
  const two = 'name = "x"\n[env.staging.vars.SITE]\n[env.production]\n';
  const start = 'Cannot find the environment "nope": wrangler.toml';
  const advice = "correct --env or CLOUDFLARE_ENV, or add [env.nope.vars.SITE]";

  it.each([
    ["has others", two, "nope", `${start} has staging, production; ${advice}`],
    ["has none", 'name = "x"', "nope", `${start} has no environments; ${advice}`],
    ["has it", two, "production", undefined],
    ["is asked for no environment", two, "", undefined],
    ["is empty", "\n", "nope", undefined],
    ["is broken", "x = [", "nope", undefined],
  ])("decides on a file that %s", (_criterion, toml, environment, expected) => {
    expect(faultOfEnvironment(parseWranglerFile(toml, "wrangler.toml"), environment)).toBe(expected);
  });

  it("does not take the name of a method for an environment", () => {
    expect(faultOfEnvironment(parseWranglerFile(two, "wrangler.toml"), "toString")).toMatch(/^Cannot find the environment "toString"/);
  });
});
