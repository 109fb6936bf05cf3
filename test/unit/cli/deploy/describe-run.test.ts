import { describe, expect, it } from "vitest";
import { describeDeployment, describePreview } from "../../../../src/cli/deploy/describe-run.ts";
import type { WranglerRun } from "../../../../src/cli/wrangler/run-wrangler.ts";

const run = (changes: Partial<WranglerRun>): WranglerRun => ({ exitCode: 1, stdout: "", stderr: "", records: [], ...changes });
const dev = "https://blog.example";
const deployed = (targets: readonly string[]) => run({ records: [{ type: "deploy", worker_name: "blog", version_id: "1-2", targets }] });

describe("describeDeployment()", () => {
  it("names the Worker, the version and the addresses, and no schedules", () => {
    const lines = describeDeployment(deployed(["https://blog.ada.workers.dev", "a.example (custom domain)", "schedule: */5 * * * *"]), {
      url: "https://a.example",
    });
    expect(lines).toEqual(["Deployed blog, version 1-2", "  https://a.example", "  https://blog.ada.workers.dev"]);
  });

  it.each([
    ["https://example.com", ["https://blog.ada.workers.dev"], true],
    ["https://example.com", ["www.example.com (custom domain)"], true],
    ["https://example.com", ["example.com (custom domain)"], false],
    ["https://example.com", ["example.com/* (zone name: example.com)"], false],
    ["https://www.example.com", ["*.example.com/* (zone name: example.com)"], false],
    ["https://example.com", [], true],
    ["https://example.com", ["schedule: */5 * * * *"], true],
    ["https://xn--mhle-0ra.example", ["mühle.example (custom domain)"], false],
    ["https://feeds.example", ["Feeds.Example (custom domain)"], false],
  ])("warns if the site is not at its address: %s, %j", (url, targets, isMissing) => {
    const [first = ""] = describeDeployment(deployed(targets), { url });
    expect(first.startsWith(`Cannot see ${url} among the addresses`)).toBe(isMissing);
    const [other = ""] = describeDeployment(deployed(targets), { url, table: "[env.x.vars.SITE]" });
    expect(other.endsWith("correct url in [env.x.vars.SITE]")).toBe(isMissing);
    expect(describeDeployment(deployed(targets), { url }).includes(`  ${url}`)).toBe(!isMissing);
  });

  it("knows a domain that is not in wrangler.toml, and wrangler that lists no addresses", () => {
    const lines = ["Deployed blog, version 1-2", "  https://a.example"];
    expect(describeDeployment(deployed([dev]), { url: "https://a.example", isDomain: true })).toEqual([...lines, `  ${dev}`]);
    expect(
      describeDeployment(run({ records: [{ type: "deploy", worker_name: "blog", version_id: "1-2" }] }), { url: "https://a.example" }),
    ).toEqual(lines);
  });

  it("passes on the first line of a warning", () => {
    const stderr = "▲ [WARNING] Because 'workers_dev' is not in your file, it will be disabled.\n\n  More\n";
    expect(describeDeployment({ ...deployed([dev]), stderr }, { url: dev })[0]).toBe(
      "Wrangler warns: Because 'workers_dev' is not in your file, it will be disabled.",
    );
  });

  it("passes on the lines that a warning introduces", () => {
    const diff = Array.from({ length: 14 }, (_, index) => `  - "kv_${index}": 1`);
    const stderr = `▲ [WARNING] The configuration differs:\n\n${diff.join("\n")}\n\nUploading\n▲ [WARNING] Other.\n`;
    expect(describeDeployment({ ...deployed([dev]), stderr }, { url: dev }).slice(0, 15)).toEqual([
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
