import { describe, expect, it } from "vitest";
import type { WranglerRun } from "../../../../src/cli/deploy/run-wrangler.ts";
import { upload } from "../../../../src/cli/deploy/upload.ts";
import { collectPrinted } from "../printed.ts";

async function uploadWith(run: Partial<WranglerRun>) {
  const printed: string[] = [];
  const print = collectPrinted(printed);
  const code = await upload({
    ...{
      args: [],
      environment: "",
      accountId: undefined,
      url: "https://a.example",
      env: {},
      buildEnv: {},
      isDryRun: false,
      isPreview: false,
      hasPlaceholder: false,
    },
    ...{ config: "/site/wrangler.deploy-7.toml", ownConfig: "wrangler.toml", onRun: () => {}, print, complain: print },
    runWrangler: async () => ({ exitCode: 0, stdout: "", stderr: "", records: [], ...run }),
  });
  return { code, output: printed.join("\n") };
}

describe("upload()", () => {
  it.each<readonly [string, Partial<WranglerRun>, RegExp]>([
    [
      "a warning",
      { stderr: "▲ [WARNING] Because 'workers_dev' is not in your wrangler.deploy-7.toml, it will be disabled.\n" },
      /is not in your wrangler\.toml, it will be disabled/,
    ],
    ["an error", { exitCode: 1, stderr: "✘ [ERROR] Cannot use /site/wrangler.deploy-7.toml\n" }, /Cannot use \/site\/wrangler\.toml/],
    [
      "a record",
      { exitCode: 1, records: [{ type: "command-failed", message: "Cannot use wrangler.deploy-7.toml" }] },
      /Cannot use wrangler\.toml/,
    ],
    [
      "the build",
      { exitCode: 1, stderr: "Running custom build\n", stdout: "[custom build] wrangler.deploy-7.toml:1:1 error\n" },
      /wrangler\.toml:1:1 error/,
    ],
  ])("names the user's file instead of the generated one in %s", async (_criterion, run, expected) => {
    const { code, output } = await uploadWith(run);
    expect([code, output]).toEqual([run.exitCode ?? 0, expect.stringMatching(expected)]);
    expect(output).not.toContain("deploy-7");
  });
});
