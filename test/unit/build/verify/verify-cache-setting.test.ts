import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { verifyCacheSetting } from "../../../../src/build/verify/verify-cache-setting.ts";
import { parseWranglerFile, readWranglerFile } from "../../../../src/build/wrangler/wrangler-file.ts";
import { makeFolder, settings } from "../../cli/sample-folder.ts";

const on = "cross_version_cache = true";

function linesOf(toml: string): string[] {
  return verifyCacheSetting(parseWranglerFile(toml, "wrangler.toml")).map(
    ({ column, line, message }) => `${line}:${column} ${message.replace(/: .*/, "")}`,
  );
}

describe("verifyCacheSetting()", () => {
  it.each([
    ["a table", `[cache]\nenabled = true\n${on}\n`, ["3:1 Cannot use cache.cross_version_cache = true"]],
    ["an inline table", `cache = { enabled = true, ${on} }\n`, ["1:27 Cannot use cache.cross_version_cache = true"]],
    ["a dotted key", `cache.enabled = true\ncache.${on}\n`, ["2:7 Cannot use cache.cross_version_cache = true"]],
    ["quotation marks", `["cache"]\n  "cross_version_cache" = true\n`, ["2:4 Cannot use cache.cross_version_cache = true"]],
    ["an environment", `[env.staging.cache]\nenabled = true\n${on}`, ["3:1 Cannot use env.staging.cache.cross_version_cache = true"]],
    ["previews", `[previews.cache]\n${on}`, ["2:1 Cannot use previews.cache.cross_version_cache = true"]],
    ["what is not a boolean", `[cache]\ncross_version_cache = "yes"`, ['2:1 Cannot use cache.cross_version_cache = "yes"']],
    [
      "several",
      `[cache]\n# ${on}\ncross_version_cache = false\n[env.a.cache]\n${on}\n[env.b.cache]\n${on}`,
      ["5:1 Cannot use env.a.cache.cross_version_cache = true", "7:1 Cannot use env.b.cache.cross_version_cache = true"],
    ],
  ])("finds cross_version_cache in %s", (_name, toml, expected) => {
    expect(linesOf(toml)).toEqual(expected);
  });

  it.each([
    ["switched off", "[cache]\nenabled = true\ncross_version_cache = false"],
    ["in a comment", `[cache]\nenabled = true # ${on}`],
    ["a variable", `[vars.cache]\n${on}`],
    ["of something else", `[other]\n${on}`],
    ["in no TOML", `[cache\n${on}`],
  ])("accepts cross_version_cache if it is %s", (_name, toml) => {
    expect(linesOf(toml)).toEqual([]);
  });

  it("ignores a missing file", () => {
    expect(verifyCacheSetting(readWranglerFile("/nowhere/wrangler.toml"))).toEqual([]);
  });
});

describe("cross_version_cache", () => {
  const message = /wrangler\.toml:6:1 error Cannot use cache\.cross_version_cache = true: readers would get documents of older deployments/;

  it.each(["check", "compile", "deploy", "export"])("is an error in npm run %s", (command) => {
    const folder = makeFolder({ "wrangler.toml": `${settings}[cache]\n${on}\n`, "articles/2024-11-06-a.md": "Text" });
    const { CLOUDFLARE_ENV: _, ...env } = process.env;
    const program = resolve(import.meta.dirname, "../../../../src/cli/run.js");
    const args = [program, command, ...(command === "export" ? ["public"] : [])];
    const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8", env });
    expect([status, stdout + stderr]).toEqual([1, expect.stringMatching(message)]);
  });
});
