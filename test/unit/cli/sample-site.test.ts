import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "./sample-folder.ts";

const root = resolve(import.meta.dirname, "../../..");

describe("the sample site", () => {
  it.each([
    ["check", ["--strict"], {}],
    ["compile", [], { WRANGLER_COMMAND: "dev" }],
  ])("has no problems for %s %j", (command, args, variables) => {
    const folder = makeFolder({});
    for (const name of ["articles", "wrangler.toml"]) cpSync(join(root, name), join(folder, name), { recursive: true });
    const { CLOUDFLARE_ENV: _, ...env } = process.env;
    const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, "src/cli/run.js"), command, ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { ...env, ...variables },
    });
    expect({ status, stderr, stdout }).toEqual({
      status: 0,
      stderr: "",
      stdout: expect.stringMatching(/^Compiled \d+ articles \(\d+ scheduled, \d+ drafts?\); 0 errors, 0 warnings\n$/),
    });
  });
});
