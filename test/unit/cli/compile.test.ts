import { spawnSync } from "node:child_process";
import { existsSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { builtContent } from "../../built-content.ts";
import { makeFolder, settings } from "./sample-folder.ts";

const program = resolve(import.meta.dirname, "../../../src/cli/compile.ts");
const good = "---\ndate: 2024-11-06\n---\nText";
const draft = "---\ndraft: true\n---\nText";
const noUrl = settings.replace("https://example.com", "");

function compile(folder: string, command?: "dev" | "deploy", ...more: readonly string[]) {
  const { WRANGLER_COMMAND: _, CLOUDFLARE_ENV: __, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, "--config", join(folder, "wrangler.toml"), ...more], {
    encoding: "utf8",
    env: command === undefined ? env : { ...env, WRANGLER_COMMAND: command },
  });
  return { status, output: stdout + stderr };
}

function entriesIn(folder: string): readonly unknown[] {
  return builtContent(join(folder, "build")).entries;
}

describe("compile.ts", () => {
  it.each([
    ["by hand", undefined, 1, 1],
    ["on deploy", "deploy", 1, 1],
    ["while developing, and leaves articles out of the bundle", "dev", 2, 0],
  ] as const)("compiles %s", (_, command, count, bundled) => {
    const folder = makeFolder({ "wrangler.toml": settings, "articles/a.md": good, "articles/b.md": draft });
    expect(compile(folder, command)).toMatchObject({ status: 0, output: expect.stringContaining(`Compiled ${count} article`) });
    expect(entriesIn(folder)).toHaveLength(bundled);
  });

  it("exits 1 for an error, and keeps the last build unchanged", () => {
    const folder = makeFolder({ "wrangler.toml": settings, "articles/a.md": "Text" });
    for (const command of [undefined, "deploy"] as const) {
      expect(compile(folder, command)).toMatchObject({
        status: 1,
        output: expect.stringContaining("articles/a.md:1:1 error Cannot find a date"),
      });
      expect(existsSync(join(folder, "build/content/index.bin"))).toBe(false);
    }
  });

  it("compiles the other articles during development", () => {
    const folder = makeFolder({ "wrangler.toml": settings, "articles/a.md": "---\ndate: never\n---\nText", "articles/b.md": good });
    expect(compile(folder, "dev")).toMatchObject({
      status: 0,
      output: expect.stringMatching(/articles\/a\.md:2:7 error .*\nCompiled 1 article .*; 1 error, 0 warnings\n$/),
    });
  });

  it("keeps the last good content during development", () => {
    const folder = makeFolder({ "wrangler.toml": `${settings}\ntitle =`, "articles/a.md": good });
    expect(compile(folder, "dev").status).toBe(1); // there is none yet

    writeFileSync(join(folder, "wrangler.toml"), settings);
    expect(compile(folder, "dev").status).toBe(0);
    const { mtimeMs } = statSync(join(folder, "build/content/index.bin"));

    writeFileSync(join(folder, "wrangler.toml"), `${settings}\ntitle =`);
    const { status, output } = compile(folder, "dev");
    expect({ status, output }).toEqual({
      status: 0,
      output: expect.stringMatching(
        /wrangler\.toml:\d+:\d+ error .*\nNothing compiled; 1 error, 0 warnings\nThe last good content is still served\.\n$/,
      ),
    });
    expect(statSync(join(folder, "build/content/index.bin")).mtimeMs).toBe(mtimeMs);
  });

  it("needs the site's address only for a deployment", () => {
    const folder = makeFolder({ "wrangler.toml": noUrl, "articles/a.md": good });
    expect(compile(folder).status).toBe(0);
    expect(compile(folder, "dev").status).toBe(0);
    expect(compile(folder, "deploy")).toMatchObject({ status: 1, output: expect.stringContaining("Cannot deploy without SITE.url") });
  });

  it("uses the settings of an environment", () => {
    const staging = settings.replace("[vars", "\n[env.staging.vars").replace("example.com", "staging.example.com");
    const folder = makeFolder({ "wrangler.toml": noUrl + staging, "articles/a.md": good });
    expect(compile(folder, "deploy", "--env", "staging").status).toBe(0);
    expect(entriesIn(folder)).toMatchObject([{ url: "https://staging.example.com/articles/a" }]);
    expect(compile(folder, "deploy", "--env", "other").status).toBe(1);
  });
});
