import { execFileSync } from "node:child_process";
import { globSync, rmSync, statSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Stryker } from "@stryker-mutator/core";
import { readCommand } from "../../src/cli/command.ts";
import { exitOnFailure } from "../../src/terminal/exit-on-failure.ts";
import { describeScores, scoresOf } from "./scores.ts";

type MutantResult = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];

exitOnFailure();
const { positionals: folders } = readCommand({
  name: "mutate",
  positionals: "[FOLDER|FILE…]",
  purpose: "Makes every small change to the code, one at a time, and reports those that no test detects.",
  notes: ["The default is src/http, src/feed and src/content. It first installs the packages that only this command needs."],
  options: {},
  examples: ["src/http", "src/http/gzip.ts"],
});
const root = resolve(import.meta.dirname, "../..");
process.chdir(root);
execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--prefix", import.meta.dirname], { stdio: "inherit" });
const core = await import("@stryker-mutator/core");

// The tests of the app try the mutants that survive the tests of their own folder.
const testsOf = (folder: string) => [`test/unit/${folder}/**/*.test.{ts,tsx}`];
const appTests = ["test/unit/{app,bad-headers,bad-input,manners*,resources/*}.test.ts", "test/golden/*.test.ts"];

const batchSize = 8; // files: a start takes a minute, and each batch prints its results

const files = (folders.length === 0 ? ["src/http", "src/feed", "src/content"] : folders)
  .flatMap((path) => (statSync(path).isFile() ? [path] : globSync(`${path}/**/*.{ts,tsx}`).sort()))
  .map((path) => path.replace(/^\.\//, ""));

const sandboxes = `build/mutation-${process.pid}`; // several runs may go on at a time
process.on("exit", () => rmSync(sandboxes, { recursive: true, force: true })); // also after a failure
const results: MutantResult[] = [];
for (const [folder, ofFolder] of Map.groupBy(files, (file) => file.split("/")[1] ?? "")) {
  for (let start = 0; start < ofFolder.length; start += batchSize) {
    const tried = await mutate(ofFolder.slice(start, start + batchSize), folder);
    for (const [, ofFile] of Map.groupBy(tried, ({ fileName }) => fileName)) console.log(describeScores(scoresOf(ofFile)));
    results.push(...tried);
  }
}
console.log(`\n${describeScores(scoresOf(results))}`);

async function mutate(files: readonly string[], folder: string): Promise<readonly MutantResult[]> {
  const first = await run(files, testsOf(folder));
  // The lines of survivors. Other mutants on the same lines are tested too, and not counted twice.
  const lines = first
    .filter(isAlive)
    .map(({ fileName, location: { start, end } }) => `${relative(root, fileName)}:${start.line}-${end.line}`);
  if (lines.length === 0) return first;
  const second = new Map((await run([...new Set(lines)], appTests)).map((mutant) => [nameOf(mutant), mutant]));
  return first.map((mutant) => (isAlive(mutant) ? (second.get(nameOf(mutant)) ?? mutant) : mutant));
}

function isAlive({ status }: MutantResult): boolean {
  return status === "Survived" || status === "NoCoverage";
}

function nameOf({ fileName, location: { start, end }, mutatorName, replacement }: MutantResult): string {
  return JSON.stringify([fileName, start, end, mutatorName, replacement]);
}

async function run(mutate: readonly string[], tests: readonly string[]): Promise<readonly MutantResult[]> {
  process.env["MUTATION_TESTS"] = JSON.stringify(tests);
  // There is no `tsconfigFile`: reading one needs a compiler API that TypeScript 7 does not have.
  return new core.Stryker({
    configFile: "test/mutation/stryker.config.json",
    mutate: [...mutate],
    tempDirName: sandboxes,
  }).runMutationTest();
}
