import { describe, expect, it } from "vitest";
import { mainVersion, readDeployedWorker } from "../../../../src/cli/deploy/deployed-worker.ts";

describe("mainVersion()", () => {
  it.each([
    [[], ""],
    [[{ version_id: "one", percentage: 100 }], "one"],
    [
      [
        { version_id: "new", percentage: 10 },
        { version_id: "old", percentage: 90 },
      ],
      "old",
    ],
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
    expect(await readDeployedWorker(reader)).toEqual({ state: "site", site: { title: "T", url: "https://a.example", idBase } });
  });
});
