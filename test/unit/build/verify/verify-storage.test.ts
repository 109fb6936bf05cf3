import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { maxIndexCharacters, verifyStorage } from "../../../../src/build/verify/verify-storage.ts";
import { formatProblem } from "../../../../src/model/diagnostic.ts";
import { chunkLimits } from "../../../../src/store/chunk-contents.ts";
import { sampleEntry } from "../../../samples.ts";
import { makeFolder, settings } from "../../cli/sample-folder.ts";

const large = [sampleEntry("new"), sampleEntry("old", { content: "x".repeat(chunkLimits.bundled) })];
const bound = 'binding = "ASSETS"\n';
const kept = 'run_worker_first = ["/media/x", "/_contents/*"]\n';

function told(entries: readonly ReturnType<typeof sampleEntry>[], assets: string, environment = ""): string[] {
  const folder = makeFolder({ "wrangler.toml": `${settings}\n${assets}` });
  const problems = verifyStorage(entries, join(folder, "wrangler.toml"), environment);
  return problems.map((problem) => formatProblem(problem).replace(`${folder}/`, ""));
}

describe("verifyStorage()", () => {
  it.each([
    ["a small site", [sampleEntry("new")], "[assets]\n"],
    ["a small site without assets", [], ""],
    ["a large site whose contents are kept from the public", large, `[assets]\n${bound}${kept}`],
    ["a large site of which the Worker answers everything", large, `[assets]\n${bound}run_worker_first = true\n`],
  ])("has nothing to say of %s", (_criterion, entries, assets) => {
    expect(told(entries, assets)).toEqual([]);
  });

  const noBinding = /^wrangler\.toml:6:1 error Cannot keep the texts of 1 articles .* binding = "ASSETS" in \[assets\]; add that line$/;
  const noGuard =
    /^wrangler\.toml:6:1 error Cannot keep the texts of 1 articles .* run_worker_first = \["\/_contents\/\*"\] in \[assets\]; add/;
  it.each([
    ["nothing is said", "[assets]\n", [noBinding, noGuard]],
    ["the binding is called otherwise", `[assets]\nbinding = "FILES"\n${kept}`, [noBinding]],
    ["the folder is open", `[assets]\n${bound}run_worker_first = false\n`, [noGuard]],
    ["another folder is guarded", `[assets]\n${bound}run_worker_first = ["/contents/*"]\n`, [noGuard]],
  ])("refuses a large site where %s", (_criterion, assets, expected) => {
    const found = told(large, assets);
    expect(found).toHaveLength(expected.length);
    for (const [index, problem] of expected.entries()) expect(found[index]).toMatch(problem);
  });

  it("asks the environment that is deployed, which has the common ones unless it has its own", () => {
    const assets = `[assets]\n${bound}${kept}`;
    expect(told(large, `${assets}[env.staging.vars]\n`, "staging")).toEqual([]);
    expect(told(large, `${assets}[env.staging.assets]\n${bound}`, "staging")).toHaveLength(1);
  });

  it("refuses more than a Worker can hold, and says the way out", () => {
    const entries = [
      sampleEntry("a", { summary: "x".repeat(maxIndexCharacters / 2), hash: "h" }),
      sampleEntry("b", { summary: "x".repeat(maxIndexCharacters / 2), hash: "h" }),
    ];
    expect(told(entries, "[assets]\n")).toEqual([
      "wrangler.toml:6:1 error Cannot serve 2 articles from one Worker: what it has to know of them is 16 MB, and 16 MB is what it can hold; move the older ones to a site of their own, as docs/scaling.md says",
    ]);
  });
});
