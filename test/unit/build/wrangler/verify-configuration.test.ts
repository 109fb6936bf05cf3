import { join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { verifyConfiguration } from "../../../../src/build/wrangler/verify-configuration.ts";
import { readWranglerFile } from "../../../../src/build/wrangler/wrangler-file.ts";
import { makeFolder } from "../../cli/sample-folder.ts";

async function verify(text: string, environment = "") {
  const file = readWranglerFile(join(makeFolder({ "wrangler.toml": text, "a.ts": "" }), "wrangler.toml"));
  const problems = await verifyConfiguration(file, environment, Date.parse("2026-11-29"));
  return problems.map(({ line, message, severity }) => `${line} ${severity} ${message}`);
}

describe("verifyConfiguration()", { timeout: 30_000 }, () => {
  it("reports the values that wrangler refuses or ignores, at their lines", async () => {
    const text = `name = "My Feeds!"
main = "a.ts"
compatibility_date = "soon"
unknown_key = 1
[triggers]
crons = "x"
[dev]
port = "x"
`;
    expect(await verify(text)).toEqual([
      expect.stringMatching(/^1 error Cannot use the name "My Feeds!" for a Worker: /),
      expect.stringMatching(/^3 error Cannot configure wrangler: "compatibility_date" .* got "soon"$/),
      '6 error Cannot configure wrangler: Expected "triggers.crons" to be of type array, but got "x"; write crons = ["x"]',
      '8 error Cannot configure wrangler: Expected "dev.port" to be of type number but got "x"',
      '4 warning Wrangler warns: Unexpected fields found in top-level field: "unknown_key"',
    ]);
  });

  it("reports warnings whatever the level of wrangler's log is", async () => {
    vi.stubEnv("WRANGLER_LOG", "error");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(await verify('name = "a"\nmain = "a.ts"\ncompatibility_date = "2026-10-01"\nunknown_key = 1\n')).toEqual([
      '4 warning Wrangler warns: Unexpected fields found in top-level field: "unknown_key"',
    ]);
  });

  it("suggests a value of the right type", async () => {
    const text = `main = "a.ts"
compatibility_date = 2026-10-01
account_id = 5
send_metrics = "false"
[assets]
directory = "x"
run_worker_first = [2026-10-01]
[observability]
enabled = "yes"
[triggers]
crons = [2026-10-01]
[dev]
port = "8787"
`;
    const expected = (key: string, type: string) => `error Cannot configure wrangler: Expected "${key}" to be of type ${type} but got`;
    expect((await verify(text)).toSorted()).toEqual(
      [
        `2 ${expected("compatibility_date", "string")} the date 2026-10-01; write compatibility_date = "2026-10-01"`,
        `3 ${expected("account_id", "string")} 5; write account_id = "5"`,
        `4 ${expected("send_metrics", "boolean")} "false"; write send_metrics = false`,
        `7 ${expected("assets.run_worker_first.[0]", "string")} the date 2026-10-01; write "2026-10-01"`,
        `9 ${expected("observability.enabled", "boolean")} "yes"; write enabled = true`,
        '11 error Cannot use the schedule 2026-10-01 in triggers.crons: write five fields, such as "*/5 * * * *"',
        `13 ${expected("dev.port", "number")} "8787"; write port = 8787`,
      ].toSorted(),
    );
  });

  it("reports a date in an environment at its line", async () => {
    const text = 'main = "a.ts"\n[env.x]\ncompatibility_date = 2026-10-01\n[env.x.vars.SITE]\ntitle = "x"\n';
    expect(await verify(text, "x")).toEqual([expect.stringMatching(/^3 error .* write compatibility_date = "2026-10-01"$/)]);
  });

  it("verifies an environment", async () => {
    const text = 'main = "a.ts"\n[env.x]\nname = "My X"\n[env.x.vars.SITE]\ntitle = "x"\n';
    expect(await verify(text, "x")).toEqual([expect.stringMatching(/^3 error Cannot use the name "My X" for a Worker: /)]);
  });

  it("accepts what wrangler accepts", async () => {
    expect(await verify('main = "a.ts"\nname = "a"\n[[kv_namespaces]]\nbinding = "KV"\nid = "x"\n')).toEqual([]);
  });

  it("ignores a file that cannot be parsed, which readSettings() reports", async () => {
    expect(await verify("main = [")).toEqual([]);
  });
});
