import { describe, expect, it } from "vitest";
import { CloudflareError } from "../../../../src/cli/deploy/cloudflare-api.ts";
import { type UploadOptions, upload } from "../../../../src/cli/deploy/upload.ts";
import type { WranglerRun } from "../../../../src/cli/wrangler/run-wrangler.ts";
import { collectPrinted } from "../printed.ts";

async function uploadWith(run: Partial<WranglerRun>, options: Partial<UploadOptions> = {}) {
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
      isTemporary: false,
    },
    ...{ config: "/site/wrangler.deploy-7.toml", ownConfig: "wrangler.toml", onRun: () => {}, print, complain: print },
    runWrangler: async () => ({ exitCode: 0, stdout: "", stderr: "", records: [], ...run }),
    ...options,
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

  it.each([
    ["the Worker has it as a domain", async () => "blog", false],
    ["another Worker has it as a domain", async () => "shop", true],
    ["no Worker has it as a domain", async () => undefined, true],
    ["Cloudflare does not say so", () => Promise.reject(new CloudflareError("no permission")), false],
  ])("warns of an address that wrangler does not list: %s", async (_criterion, domainOwner, isMissing) => {
    const record = { type: "deploy", worker_name: "blog", version_id: "1", targets: ["https://blog.ada.workers.dev"] };
    const { output } = await uploadWith({ records: [record] }, { domainOwner });
    expect([output.includes("Cannot see https://a.example among"), output.includes("\n  https://a.example")]).toEqual([
      isMissing,
      !isMissing,
    ]);
  });

  const stderr = "✘ [ERROR] Cannot do it [code: 1]\n";
  const describeOutcome = async () => "This is live";

  it.each<readonly [string, Partial<WranglerRun>, Partial<UploadOptions>, RegExp]>([
    ["a deployment", {}, { describeOutcome }, /^Cannot deploy: Cannot do it.*\nCorrect this.*\nThis is live$/],
    ["a temporary deployment", {}, { describeOutcome, isTemporary: true }, /^Cannot deploy temporarily: .*\n.*\nThis is live$/],
    ["a dry run", {}, { isDryRun: true }, /\nNothing was deployed$/],
    ["a preview", {}, { describeOutcome, isPreview: true }, /^Cannot upload a preview: .*\n.*\nThe site is unchanged$/],
    [
      "a preview after its upload",
      { stdout: "Total Upload: 1 KiB\nUploaded blog (2.10 sec)\n" },
      { describeOutcome, isPreview: true },
      /\nThe preview was uploaded before that; the site is unchanged$/,
    ],
  ])("ends with what is live after a failure of %s", async (_criterion, run, options, expected) => {
    expect(await uploadWith({ exitCode: 1, stderr, ...run }, options)).toEqual({ code: 1, output: expect.stringMatching(expected) });
  });
});
