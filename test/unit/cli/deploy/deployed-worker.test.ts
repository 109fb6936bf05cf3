import { describe, expect, it } from "vitest";
import type { Deployment } from "../../../../src/cli/deploy/answer-schemas.ts";
import { readDeployedWorker, versionsOf } from "../../../../src/cli/deploy/deployed-worker.ts";

describe("versionsOf()", () => {
  const one = { version_id: "one", percentage: 10 };
  const other = { version_id: "other", percentage: 90 };
  const former = { version_id: "former", percentage: 0 };

  it.each<readonly [Deployment["versions"], readonly string[]]>([
    [[one], ["one"]],
    [
      [one, other],
      ["other", "one"],
    ],
    [
      [other, one],
      ["other", "one"],
    ],
    [[former, one], ["one"]],
    [[former], ["former"]],
  ])("returns the live versions, the one with the most traffic first: %#", (versions, expected) => {
    expect(versionsOf({ versions })).toEqual(expected);
  });
});

describe("readDeployedWorker()", () => {
  it.each([
    ["an address without a path", { title: "T", url: "https://a.example/" }, "https://a.example"],
    ["older ids", { title: "T", url: "https://a.example", idBase: "https://b.example/blog/" }, "https://b.example/blog"],
  ])("reads ids made from %s", async (_criterion, json, idBase) => {
    const reader = { liveVersions: async () => ["1"], bindings: async () => [{ name: "SITE", type: "json", json }] };
    expect(await readDeployedWorker(reader)).toEqual({
      state: "site",
      site: { title: "T", url: "https://a.example", idBase },
      version: "1",
    });
  });
  const gradual = (...idBases: readonly (string | undefined)[]) => ({
    liveVersions: async () => idBases.map((_, index) => String(index)),
    bindings: async (version: string) => {
      const idBase = idBases[Number(version)];
      const json = { title: "T", url: "https://a.example", idBase };
      return idBase === undefined ? [] : [{ name: "SITE", type: "json", json }];
    },
  });
  const [a, b] = ["https://a.example", "https://b.example"];

  it.each<readonly [string, readonly (string | undefined)[], object]>([
    ["two versions with the same ids", [a, a], { state: "site", version: "0" }],
    ["a version with the same ids, but for a slash", [a, `${a}/`], { state: "site", version: "0" }],
    ["a site, and another program", [a, undefined], { state: "site", version: "0" }],
    ["another program, and a site", [undefined, a], { state: "foreign", version: "0" }],
  ])("takes the version with the most traffic of a gradual deployment: %s", async (_criterion, idBases, expected) => {
    expect(await readDeployedWorker(gradual(...idBases))).toMatchObject(expected);
  });

  it.each([[[a, b]], [[undefined, a, b]]])("refuses live versions with different ids: %j", async (idBases) => {
    await expect(readDeployedWorker(gradual(...idBases))).rejects.toMatchObject({
      name: "DeploymentError",
      message: expect.stringMatching(/^Cannot choose .* idBase = "https:\/\/a\.example" and "https:\/\/b\.example": complete the gradual/),
    });
  });
});
