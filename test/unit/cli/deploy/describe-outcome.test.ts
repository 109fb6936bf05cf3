import { describe, expect, it } from "vitest";
import { CloudflareError } from "../../../../src/cli/deploy/cloudflare-api.ts";
import type { DeployedWorker } from "../../../../src/cli/deploy/deployed-worker.ts";
import { describeOutcome } from "../../../../src/cli/deploy/describe-outcome.ts";
import { DeploymentError } from "../../../../src/cli/wrangler/deployment-error.ts";

const url = "https://a.example";
const site = (version: string): DeployedWorker => ({ state: "site", site: { title: "T", url, idBase: url }, version });

/** Describes the outcome after the answers, of which the last one is repeated. */
async function outcomeAfter(formerVersion: string | undefined, ...answers: readonly (DeployedWorker | Error)[]) {
  let reads = 0;
  const waits: number[] = [];
  const sentence = await describeOutcome({
    account: {
      async readWorker() {
        const answer = answers[Math.min(reads++, answers.length - 1)] as DeployedWorker | Error;
        if (answer instanceof Error) throw answer;
        return answer;
      },
    },
    formerVersion,
    wait: async (milliseconds) => void waits.push(milliseconds),
  });
  return { sentence, reads, waited: waits.length };
}

describe("describeOutcome()", () => {
  it.each<readonly [string, string | undefined, readonly DeployedWorker[], RegExp, number]>([
    ["another version", "old", [site("new")], /^The new version is live/, 1],
    ["the first version", undefined, [site("new")], /^The new version is live/, 1],
    ["a version without settings that can be read", "old", [{ state: "foreign", version: "new" }], /^The new version is live/, 1],
    ["the former version", "old", [site("old")], /^Nothing was deployed: .* the version before is still live$/, 2],
    ["the former version, and then another", "old", [site("old"), site("new")], /^The new version is live/, 2],
    ["a placeholder", undefined, [{ state: "empty" }], /^Only a placeholder was deployed/, 2],
    ["no Worker", undefined, [{ state: "missing" }], /^Nothing was deployed: Cloudflare reports no Worker/, 2],
  ])("asks Cloudflare, which reports %s", async (_criterion, former, answers, expected, reads) => {
    expect(await outcomeAfter(former, ...answers)).toEqual({ sentence: expect.stringMatching(expected), reads, waited: reads - 1 });
  });

  it.each([
    [new CloudflareError("Cloudflare answered 502"), /^Cannot find out whether the new version is live: Cloudflare answered 502; run /],
    [new DeploymentError("Cannot deploy: It failed"), /^Cannot find out whether the new version is live; run /],
  ])("says that it cannot be found out: %s", async (error, expected) => {
    expect((await outcomeAfter("old", error)).sentence).toMatch(expected);
    expect((await outcomeAfter("old", site("old"), error)).sentence).toMatch(expected);
    await expect(outcomeAfter("old", new TypeError("a fault of the program"))).rejects.toThrow(TypeError);
  });
});
