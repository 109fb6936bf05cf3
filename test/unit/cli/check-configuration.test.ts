import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, settings } from "./sample-folder.ts";

const program = resolve(import.meta.dirname, "../../../src/cli/run.js");

function run(command: string, toml: string) {
  const folder = makeFolder({ "wrangler.toml": toml, "articles/2024-11-06-moon.md": "# Moon", "src/worker.ts": "" });
  const { CLOUDFLARE_ENV: _, CI: __, ...env } = process.env;
  // No request is answered there.
  const offline = { CLOUDFLARE_API_BASE_URL: "http://127.0.0.1:9", CLOUDFLARE_API_TOKEN: "x", npm_config_registry: "http://127.0.0.1:9/" };
  const { status, stderr, stdout } = spawnSync(process.execPath, [program, command], {
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
    expect(lines).toEqual(expect.arrayContaining([name, port, expect.stringMatching(/^Nothing compiled; 4 errors, 2 warnings$/)]));
  });

  it("is a problem for deploy, before any request", () => {
    expect(run("deploy", worker + settings)).toEqual({ status: 1, lines: [name, port, "Nothing was deployed"] });
  });

  it("is not reported if there is none", () => {
    expect(run("check", settings)).toMatchObject({ status: 0 });
  });
});

describe("deploy without the network", { timeout: 30_000 }, () => {
  it("reports that wrangler.toml names no Worker", () => {
    const { lines, status } = run("deploy", settings);
    expect([status, lines]).toEqual([1, [expect.stringMatching(/^wrangler\.toml:1:1 error Cannot find main/), "Nothing was deployed"]]);
  });
});
