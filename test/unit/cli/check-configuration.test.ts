import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, settings } from "./sample-folder.ts";

const program = resolve(import.meta.dirname, "../../../src/cli/run.js");

const own = readFileSync(resolve(import.meta.dirname, "../../../wrangler.toml"), "utf8");
const good = own.replace(/^\[vars\.SITE\]\n(?:.+\n)+/m, settings);
const code = { "src/worker.ts": "" };

function run(command: string | readonly string[], toml: string, files: Readonly<Record<string, string>> = code) {
  const folder = makeFolder({ "wrangler.toml": toml, "articles/2024-11-06-moon.md": "# Moon", ...files });
  const { CLOUDFLARE_ENV: _, CI: __, ...env } = process.env;
  // No request is answered there.
  const offline = { CLOUDFLARE_API_BASE_URL: "http://127.0.0.1:9", CLOUDFLARE_API_TOKEN: "x", npm_config_registry: "http://127.0.0.1:9/" };
  const { status, stderr, stdout } = spawnSync(process.execPath, [program, ...[command].flat()], {
    cwd: folder,
    env: { ...env, ...offline },
    encoding: "utf8",
  });
  return { status, lines: `${stdout}${stderr}`.trim().split("\n") };
}

const worker = 'name = "My Feeds!"\nmain = "src/worker.ts"\n[dev]\nport = "x"\n';
const name = expect.stringMatching(/^wrangler\.toml:1:1 error Cannot use the name "My Feeds!" for a Worker: .* write name = "my-feeds"$/);
const port = expect.stringMatching(/^wrangler\.toml:4:1 error Cannot configure wrangler: .*"dev\.port".*"x"$/);

describe("a value that only wrangler refuses", { timeout: 30_000 }, () => {
  it("is a problem for check", () => {
    const { lines, status } = run("check", worker + settings);
    expect(status).toBe(1);
    expect(lines).toEqual(expect.arrayContaining([name, port, expect.stringMatching(/^Nothing compiled; 5 errors, 2 warnings$/)]));
  });

  it("is a problem for deploy, before any request", () => {
    expect(run("deploy", worker + settings)).toEqual({ status: 1, lines: [name, port, "Nothing was deployed"] });
  });

  it("is not reported if there is none", () => {
    expect(run("check", good)).toMatchObject({ status: 0, lines: [expect.stringMatching(/^Compiled 1 article .*0 errors, 0 warnings$/)] });
  });
});

// wrangler would deploy static files alone, or describe half of the problem.
describe("a missing line at the top of wrangler.toml", { timeout: 30_000 }, () => {
  const main = /^wrangler\.toml:1:1 error Cannot find main = "src\/worker\.ts" at the top: .*; add the line$/;
  const date = /^wrangler\.toml:1:1 error Cannot find compatibility_date = "\d{4}-\d\d-\d\d" at the top: .*; add the line$/;
  it.each([
    ["main", main],
    ["compatibility_date", date],
  ])("is a problem for check, deploy and export: %s", (key, expected) => {
    const toml = good.replace(new RegExp(`^${key} = .*\n`, "m"), "");
    for (const command of [["check"], ["deploy", "--dry-run"], ["export", "public"]] as const) {
      const { lines, status } = run(command, toml);
      expect([status, lines.filter((line) => expected.test(line))]).toEqual([1, [expect.anything()]]);
    }
  });
});

describe("deploy without the network", { timeout: 30_000 }, () => {
  it("reports that there is no Worker next to wrangler.toml", () => {
    const { lines, status } = run("deploy", settings, {});
    const expected = /^wrangler\.toml:1:1 error Cannot find the code of the Worker: .* has no src\/worker\.ts/;
    expect([status, lines]).toEqual([1, [expect.stringMatching(expected), "Nothing was deployed"]]);
  });
});
