import { describe, expect, it, onTestFinished, vi } from "vitest";
import { describeDeployment, describeFailedRun, describeFailedUpload, describePreview } from "../../../../src/cli/deploy/describe-run.ts";
import type { WranglerRun } from "../../../../src/cli/deploy/run-wrangler.ts";

const run = (changes: Partial<WranglerRun>): WranglerRun => ({ exitCode: 1, stdout: "", stderr: "", records: [], ...changes });
const deployed = (targets: readonly string[]) => run({ records: [{ type: "deploy", worker_name: "blog", version_id: "1-2", targets }] });

describe("describeDeployment()", () => {
  it("names the Worker, the version and the addresses, and no schedules", () => {
    const lines = describeDeployment(
      deployed(["https://blog.ada.workers.dev", "a.example (custom domain)", "schedule: */5 * * * *"]),
      "https://a.example",
    );
    expect(lines).toEqual(["Deployed blog, version 1-2", "  https://a.example", "  https://blog.ada.workers.dev"]);
  });

  it.each([
    ["https://example.com", ["https://blog.ada.workers.dev"], true],
    ["https://example.com", ["www.example.com (custom domain)"], true],
    ["https://example.com", ["example.com (custom domain)"], false],
    ["https://example.com", ["example.com/* (zone name: example.com)"], false],
    ["https://www.example.com", ["*.example.com/* (zone name: example.com)"], false],
    ["https://example.com", [], false],
    ["https://xn--mhle-0ra.example", ["mühle.example (custom domain)"], false],
    ["https://feeds.example", ["Feeds.Example (custom domain)"], false],
  ])("warns if the site is not at its address: %s, %j", (url, targets, isMissing) => {
    const [first = ""] = describeDeployment(deployed(targets), url);
    expect(first.startsWith(`Cannot see ${url} among the addresses`)).toBe(isMissing);
    const [other = ""] = describeDeployment(deployed(targets), url, "[env.x.vars.SITE]");
    expect(other.endsWith("correct url in [env.x.vars.SITE]")).toBe(isMissing);
    expect(describeDeployment(deployed(targets), url).includes(`  ${url}`)).toBe(!isMissing);
  });

  it("passes on the first line of a warning", () => {
    const stderr = "▲ [WARNING] Because 'workers_dev' is not in your file, it will be disabled.\n\n  More\n";
    expect(describeDeployment({ ...deployed([]), stderr }, "https://a.example")[0]).toBe(
      "Wrangler warns: Because 'workers_dev' is not in your file, it will be disabled.",
    );
  });

  it("passes on the lines that a warning introduces", () => {
    const diff = Array.from({ length: 14 }, (_, index) => `  - "kv_${index}": 1`);
    const stderr = `▲ [WARNING] The configuration differs:\n\n${diff.join("\n")}\n\nUploading\n▲ [WARNING] Other.\n`;
    expect(describeDeployment({ ...deployed([]), stderr }, "https://a.example").slice(0, 15)).toEqual([
      "Wrangler warns: The configuration differs:",
      ...diff.slice(0, 12),
      "  … and 2 more lines",
      "Wrangler warns: Other.",
    ]);
  });
});

describe("describePreview()", () => {
  const uploaded = { type: "version-upload", worker_name: "blog", version_id: "12345678-9" };

  it("names the address of the version", () => {
    const preview_url = "https://12345678-blog.ada.workers.dev";
    expect(describePreview(run({ records: [{ ...uploaded, preview_url }] }))).toEqual([
      "Uploaded a preview of blog, version 12345678-9",
      `  ${preview_url}`,
    ]);
  });

  it("explains how a version gets an address", () => {
    expect(describePreview(run({ records: [uploaded] }))).toEqual([
      "Uploaded a preview of blog, version 12345678-9",
      expect.stringMatching(/^It has no address, .*write preview_urls = true at the top of wrangler\.toml/),
    ]);
  });
});

const failedRequest = `✘ [ERROR] A request to the Cloudflare API (/accounts/0/workers/scripts/blog/versions) failed.

  Authentication error [code: 10000]


✘ [ERROR] A request to the Cloudflare API (/user/tokens/verify) failed.

  Unauthorized [code: 9999]

  If you think this is a bug, please open an issue at: https://github.com/cloudflare/workers-sdk/issues/new/choose


🪵  Logs were written to "/home/ada/.config/.wrangler/logs/x.log"
`;

describe("describeFailedUpload()", () => {
  it("names the placeholder that is still deployed", () => {
    const outcome = "Only a placeholder was deployed: it answers 503 until you deploy the site";
    expect(describeFailedUpload(run({}), false, true)).toContain(outcome);
    expect(describeFailedUpload(run({ stdout: "Uploaded blog (1.2 sec)" }), false, true)).not.toContain(outcome);
  });

  const stderr = "✘ [ERROR] A request to the Cloudflare API (/x/schedules) failed.\n\n  An unknown error has occurred [code: 10013]\n";
  const unreadable = "✘ [ERROR] Cannot read properties of undefined (reading 'enabled')\n";
  const stdout = "Total Upload: 1 KiB\nUploaded blog (2.10 sec)\n";

  it.each<readonly [string, Partial<WranglerRun>, boolean, readonly RegExp[]]>([
    ["before the upload", { stderr: failedRequest }, false, [/^Cannot deploy/, /^Give the token/, /^Nothing was deployed: what was live/]],
    ["before the upload of a preview", { stderr: failedRequest }, true, [/^Cannot/, /^Give/, /^The preview was not uploaded; the site is/]],
    [
      "with no answer",
      { stderr: "✘ [ERROR] fetch failed\n" },
      false,
      [/^Cannot deploy/, /^Check the connection/, /^The new version may be/],
    ],
    ["with a failure of Cloudflare", { stderr }, false, [/^Cannot deploy/, /^Run the command again later/, /^The new version may be live/]],
    ["with an unreadable answer before", { stderr: unreadable }, false, [/^Cannot deploy/, /^The new version may be live/]],
    ["after the upload", { stderr, stdout }, false, [/^Cannot deploy/, /^Run the command again later/, /^The new version is live/]],
    ["after the upload of a preview", { stderr, stdout }, true, [/^Cannot deploy/, /^Run the command/, /; the site is unchanged$/]],
    ["with an unreadable answer", { stderr: unreadable, stdout }, false, [/^Cannot deploy/, /^The new version is live/]],
  ])("reports what a failure leaves: %s", (_criterion, changes, isPreview, expected) => {
    expect(describeFailedUpload(run(changes), isPreview, false)).toEqual(expected.map((pattern) => expect.stringMatching(pattern)));
  });
});

describe("describeFailedRun()", () => {
  it("reports an unreadable response, after which the version may be deployed", () => {
    const stderr = "✘ [ERROR] Cannot read properties of undefined (reading 'enabled')\n";
    expect(describeFailedRun(run({ stderr }))).toEqual([
      "Cannot deploy: wrangler cannot read an answer of Cloudflare (Cannot read properties of undefined (reading 'enabled'))",
      expect.stringContaining("wrangler deployments list"),
    ]);
  });

  it.each<readonly [string, Partial<WranglerRun>, RegExp, RegExp]>([
    [
      "the first of two errors",
      { stderr: failedRequest },
      /^Cannot deploy: Authentication error \[code: 10000\]$/,
      /^Give the token the permission/,
    ],
    [
      "a failure of Cloudflare in HTML",
      {
        stderr:
          "✘ [ERROR] Received a malformed response from the API\n\n  <html><head><title>500</title></head>\n\n  PUT /accounts/0/workers/scripts/blog -> 500 Internal Server Error\n",
      },
      /^Cannot deploy: Cloudflare failed \(status 500\)$/,
      /^Run the command again later/,
    ],
    [
      "a failure of Cloudflare in JSON",
      {
        stderr:
          "✘ [ERROR] A request to the Cloudflare API (/accounts/0/workers) failed.\n\n  An unknown error has occurred [code: 10013]\n",
      },
      /^Cannot deploy: Cloudflare failed$/,
      /^Run the command again later/,
    ],
    [
      "a bad gateway",
      { stderr: "✘ [ERROR] Received a malformed response from the API\n\n  bad gateway\n\n  POST /x -> 502 Bad Gateway\n" },
      /^Cannot deploy: Cloudflare failed \(status 502\)$/,
      /^Run the command again later/,
    ],
    [
      "no network",
      { stderr: "✘ [ERROR] fetch failed\n\n\n🪵  Logs were written to x\n" },
      /^Cannot deploy: cannot reach api\.cloudflare\.com$/,
      /^Check the connection/,
    ],
    [
      "an error without a code",
      { stderr: "✘ [ERROR] No event handlers were registered.\n" },
      /: No event handlers were registered$/,
      /^Correct this/,
    ],
    [
      "only a record",
      { records: [{ type: "command-failed", code: 10000, message: "Denied" }] },
      /^Cannot deploy: Denied$/,
      /^Give the token/,
    ],
    ["nothing", {}, /^Cannot deploy: wrangler gave no reason$/, /^Correct this/],
  ])("describes %s in two lines", (_criterion, changes, reason, advice) => {
    expect(describeFailedRun(run(changes))).toEqual([expect.stringMatching(reason), expect.stringMatching(advice)]);
  });

  it("names the host of the API", () => {
    vi.stubEnv("CLOUDFLARE_API_BASE_URL", "http://127.0.0.1:9/client/v4");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(describeFailedRun(run({ stderr: "✘ [ERROR] fetch failed\n" }))[0]).toBe("Cannot deploy: cannot reach 127.0.0.1:9");
  });

  it("does not mention an account after an export", () => {
    const stderr = "✘ [ERROR] Could not resolve the zone of src/x.ts\n";
    expect(describeFailedRun(run({ stderr }), "export")).toEqual([
      "Cannot export: Could not resolve the zone of src/x.ts",
      "Correct this, and run the command again",
    ]);
  });

  it("shows the end of a build that failed", () => {
    const stdout = "[custom build] Running: node build.js\n[custom build] compiling\n[custom build] Error: no\n";
    const stderr = "✘ [ERROR] Running custom build `node build.js` failed. There are likely more logs from your build command above.\n";
    expect(describeFailedRun(run({ stderr, stdout }))).toEqual([
      "Cannot deploy: the build command in wrangler.toml failed",
      "compiling",
      "Error: no",
    ]);
  });

  it.each(["fetch failed", "Unable to resolve Cloudflare's API hostname (api.cloudflare.com or dash.cloudflare.com)."])(
    "reports a missing connection: %s",
    (reason) => {
      const expected = ["Cannot deploy: cannot reach api.cloudflare.com", "Check the connection, and run the command again"];
      expect(describeFailedRun(run({ stderr: `✘ [ERROR] ${reason}\n` }))).toEqual(expected);
      expect(describeFailedRun(run({ records: [{ type: "command-failed", message: reason }] }))).toEqual(expected);
    },
  );
});
