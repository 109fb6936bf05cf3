import { describe, expect, it } from "vitest";
import type { Deployment } from "../../../../src/cli/deploy/answer-schemas.ts";
import { mainVersion, readDeployedWorker } from "../../../../src/cli/deploy/deployed-worker.ts";

describe("mainVersion()", () => {
  const one = { version_id: "one", percentage: 10 };
  const other = { version_id: "other", percentage: 90 };

  it.each<readonly [Deployment["versions"], string]>([
    [[one], "one"],
    [[one, other], "other"],
    [[other, one], "other"],
  ])("finds the version with the most traffic: %#", (versions, expected) => {
    expect(mainVersion({ versions })).toBe(expected);
  });
});

describe("readDeployedWorker()", () => {
  it.each([
    ["an address without a path", { title: "T", url: "https://a.example/" }, "https://a.example"],
    ["older ids", { title: "T", url: "https://a.example", idBase: "https://b.example/blog/" }, "https://b.example/blog"],
  ])("reads ids made from %s", async (_criterion, json, idBase) => {
    const reader = { deployedVersion: async () => "1", bindings: async () => [{ name: "SITE", type: "json", json }] };
    expect(await readDeployedWorker(reader)).toEqual({
      state: "site",
      site: { title: "T", url: "https://a.example", idBase },
      version: "1",
    });
  });
});
