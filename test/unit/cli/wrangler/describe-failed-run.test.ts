import { describe, expect, it, onTestFinished, vi } from "vitest";
import { describeFailedRun } from "../../../../src/cli/wrangler/describe-failed-run.ts";
import type { WranglerRun } from "../../../../src/cli/wrangler/run-wrangler.ts";

const run = (changes: Partial<WranglerRun>): WranglerRun => ({ exitCode: 1, stdout: "", stderr: "", records: [], ...changes });

const failedRequest = `✘ [ERROR] A request to the Cloudflare API (/accounts/0/workers/scripts/blog/versions) failed.

  Authentication error [code: 10000]


✘ [ERROR] A request to the Cloudflare API (/user/tokens/verify) failed.

  Unauthorized [code: 9999]

  If you think this is a bug, please open an issue at: https://github.com/cloudflare/workers-sdk/issues/new/choose


🪵  Logs were written to "/home/ada/.config/.wrangler/logs/x.log"
`;

const triggers = (request: string, error: string) => `✘ [ERROR] Trigger configuration for "blog" was only partially updated:

    Some triggers:
      - A request to the Cloudflare API (/accounts/0/workers/scripts/blog/schedules) failed.
      - A request to the Cloudflare API (/accounts/0/workers/scripts/blog${request}) failed.
        - ${error}

  Successful trigger changes were not rolled back.

`;

describe("describeFailedRun()", () => {
  it("says that an answer cannot be read", () => {
    const stderr = "✘ [ERROR] Cannot read properties of undefined (reading 'enabled')\n";
    expect(describeFailedRun(run({ stderr }), "deploy")).toEqual([
      "Cannot deploy: wrangler cannot read an answer of Cloudflare (Cannot read properties of undefined (reading 'enabled'))",
      expect.stringMatching(/^Run the command again later/),
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
      "a token that may not change the domain",
      {
        stderr:
          "✘ [ERROR] A request to the Cloudflare API (/accounts/0/workers/scripts/blog/domains/records) failed.\n\n  Authentication error [code: 10000]\n",
      },
      /^Cannot deploy: Authentication error \[code: 10000\]$/,
      /^Give the token the permission Workers Routes: Edit for the zone/,
    ],
    [
      "a token that may not change the domain, after the upload",
      { stderr: triggers("/domains/records", "Authentication error [code: 10000]") },
      /^Cannot deploy: Authentication error \[code: 10000\]$/,
      /^Give the token the permission Workers Routes: Edit for the zone .*; the zone must be in the same account$/,
    ],
    [
      "too many schedules",
      { stderr: triggers("/schedules", "You have exceeded the limit of 5 [code: 10072]") },
      /^Cannot deploy: You have exceeded the limit of 5 \[code: 10072\]$/,
      /^Remove cron triggers of other Workers, or write crons = \[\] in \[triggers\]/,
    ],
    [
      "a malformed token",
      { stderr: "✘ [ERROR] A request to the Cloudflare API (/x) failed.\n\n  Invalid request headers [code: 6003]\n" },
      /^Cannot deploy: Invalid request headers \[code: 6003\]$/,
      /^Correct CLOUDFLARE_API_TOKEN, or unset it/,
    ],
    [
      "too many requests",
      {
        stderr:
          "✘ [ERROR] A request to the Cloudflare API (/x) failed.\n\n  Please wait and consider throttling your request speed [code: 971]\n",
      },
      /^Cannot deploy: Please wait and consider throttling your request speed \[code: 971\]$/,
      /^Wait some minutes, and run the command again$/,
    ],
    [
      "an account that may not do it",
      { stderr: "✘ [ERROR] A request to the Cloudflare API (/x) failed.\n\n  Your account does not have this feature [code: 10999]\n" },
      /does not have this feature/,
      /^Correct this, .*; npx wrangler whoami shows the account/,
    ],
    [
      "the first line of a message with a stack",
      {
        stderr:
          "✘ [ERROR] A request to the Cloudflare API (/x/versions) failed.\n\n  Uncaught ReferenceError: foo is not defined\n    at worker.js:12:3 in main\n   [code: 10021]\n",
      },
      /^Cannot deploy: Uncaught ReferenceError: foo is not defined \[code: 10021\]$/,
      /^Cloudflare could not start the Worker/,
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
      /^Correct this, and run the command again$/,
    ],
    [
      "only a record",
      { records: [{ type: "command-failed", code: 10000, message: "Denied" }] },
      /^Cannot deploy: Denied$/,
      /^Give the token/,
    ],
    ["nothing", {}, /^Cannot deploy: wrangler gave no reason$/, /^Correct this/],
  ])("describes %s in two lines", (_criterion, changes, reason, advice) => {
    expect(describeFailedRun(run(changes), "deploy")).toEqual([expect.stringMatching(reason), expect.stringMatching(advice)]);
  });

  it.each([
    ["Authentication error [code: 10000]", /^The temporary account may have ended: run npx wrangler logout/],
    [
      "Failed to create a temporary preview account (429 Too Many Requests).",
      /^Run the command again later, or deploy to your own account/,
    ],
    ["Failed to request a proof-of-work challenge (503 Service Unavailable).", /^Run the command again later; https/],
    ["You're already authenticated with Cloudflare, so `--temporary` can't be used", /^Leave out --temporary, or log out/],
    ["You need to register a workers.dev subdomain [code: 10063]", /^Correct this, and run the command again$/],
    ["The domain is not valid", /^Correct this, and run the command again$/],
    ["The script is too large [code: 10027]", /^The Worker is too large/],
    ["network connection lost", /^Check the connection/],
    ["fetch failed", /^Check the connection/],
    ["It failed", /^Correct this, and run the command again$/],
  ])("advises what makes sense without an account: %s", (reason, expected) => {
    const lines = describeFailedRun(run({ stderr: `✘ [ERROR] ${reason}\n` }), "deploy temporarily");
    expect(lines).toEqual([expect.stringMatching(/^Cannot deploy temporarily: /), expect.stringMatching(expected)]);
    expect(lines.join()).not.toMatch(/whoami|dashboard|token/);
  });

  it("gives the status of a failure to create a temporary account", () => {
    const stderr = "✘ [ERROR] Failed to create a temporary preview account (503 Service Unavailable).\n";
    expect(describeFailedRun(run({ stderr }), "deploy temporarily")[0]).toBe("Cannot deploy temporarily: Cloudflare failed (status 503)");
  });

  it("names the host of the API that wrangler asks", () => {
    vi.stubEnv("CLOUDFLARE_API_BASE_URL", "http://127.0.0.1:9/client/v4");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(describeFailedRun(run({ stderr: "✘ [ERROR] fetch failed\n" }), "deploy")[0]).toBe("Cannot deploy: cannot reach 127.0.0.1:9");
  });

  it("does not mention an account after an export", () => {
    const stderr = "✘ [ERROR] Could not resolve the zone of src/x.ts\n";
    expect(describeFailedRun(run({ stderr }), "export")).toEqual([
      "Cannot export: Could not resolve the zone of src/x.ts",
      "Correct this, and run the command again",
    ]);
  });

  it("leaves out the mark of a list", () => {
    expect(describeFailedRun(run({ stderr: "✘ [ERROR] It failed.\n\n  - There is no zone. [code: 5]\n" }), "deploy")[0]).toBe(
      "Cannot deploy: There is no zone. [code: 5]",
    );
  });

  it("shows the error of a module that Node cannot run", () => {
    const trace = [
      "Running: node nope.js",
      "node:internal/modules/cjs/loader:1520",
      "  throw err;",
      "  ^",
      "Error: Cannot find module '/nope.js'",
      "    at Module._load (node:internal/modules/cjs/loader:1241:25) {",
      "  code: 'MODULE_NOT_FOUND',",
      "}",
      "Node.js v24.21.0",
    ];
    const stdout = trace.map((line) => `[custom build] ${line}\n`).join("");
    expect(describeFailedRun(run({ stderr: "✘ [ERROR] Running custom build `node nope.js` failed.", stdout }), "deploy").slice(1)).toEqual([
      "Error: Cannot find module '/nope.js'",
    ]);
  });

  it("shows the last lines of a build without an error", () => {
    const stdout = Array.from({ length: 7 }, (_, index) => `[custom build] line ${index}\n`).join("");
    const lines = describeFailedRun(run({ stderr: "✘ [ERROR] Running custom build `x` failed.", stdout }), "deploy");
    expect(lines.slice(1)).toEqual(["line 2", "line 3", "line 4", "line 5", "line 6"]);
  });

  it("shows the error of a build that failed", () => {
    const stdout = "[custom build] Running: node build.js\n[custom build] compiling\n[custom build] Error: no\n";
    const stderr = "✘ [ERROR] Running custom build `node build.js` failed. There are likely more logs from your build command above.\n";
    expect(describeFailedRun(run({ stderr, stdout }), "deploy")).toEqual([
      "Cannot deploy: the build command in wrangler.toml failed",
      "Error: no",
    ]);
  });

  it.each(["fetch failed", "Unable to resolve Cloudflare's API hostname (api.cloudflare.com or dash.cloudflare.com)."])(
    "says that there is no connection: %s",
    (reason) => {
      const expected = ["Cannot deploy: cannot reach api.cloudflare.com", "Check the connection, and run the command again"];
      expect(describeFailedRun(run({ stderr: `✘ [ERROR] ${reason}\n` }), "deploy")).toEqual(expected);
      expect(describeFailedRun(run({ records: [{ type: "command-failed", message: reason }] }), "deploy")).toEqual(expected);
    },
  );
});
