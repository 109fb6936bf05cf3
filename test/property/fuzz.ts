import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCommand } from "../../src/cli/command.ts";
import { UsageError } from "../../src/terminal/command-error.ts";
import { exitOnFailure } from "../../src/terminal/exit-on-failure.ts";
import type { LawResult } from "./law.ts";

exitOnFailure();
const { law, minutes, runs } = readArguments();
const folder = mkdtempSync(join(tmpdir(), "fuzz-"));
const report = join(folder, "results");
writeFileSync(report, "");
const until = Date.now() + minutes * 60_000;
const vitest = new URL("../../node_modules/.bin/vitest", import.meta.url).pathname;
// Runs all files in parallel, so that each law gets the same share of the time on any number of processors.
const options = ["run", "--config", "test/vitest.config.ts", "--project", "property", "--maxWorkers", "16", "--reporter", "dot"];
const { signal, status } = spawnSync(vitest, options, {
  stdio: ["ignore", "inherit", "inherit"],
  env: { ...process.env, FUZZ: JSON.stringify({ law, report, runs, until }) },
});
const results = readFileSync(report, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line): LawResult => JSON.parse(line));
rmSync(folder, { recursive: true });
for (const { failure, law, tried } of results) {
  console.log(`${String(tried).padStart(9)} ${failure === undefined ? "hold  " : "BROKEN"} ${law}`);
  if (failure !== undefined) console.log(`${failure}\n`);
}
console.log(`${results.reduce((sum, { tried }) => sum + tried, 0)} cases of ${results.length} laws`);
if (signal !== null) console.error(`Cannot finish: vitest was ended by ${signal}`);
if (results.length === 0) console.error(`Cannot find a law with ${JSON.stringify(law)} in its name: docs/security-tests.md lists them`);
process.exitCode = results.length === 0 ? 1 : (status ?? 1);

function readArguments() {
  const { values } = readCommand({
    name: "fuzz",
    purpose: "Checks the laws of the property tests with new random cases.",
    options: {
      minutes: { type: "string", default: "5", value: "N", help: "how long to try new cases (default: 5)" },
      runs: { type: "string", default: "0", value: "N", help: "the number of cases of each law, instead of a time" },
      law: { type: "string", default: "", value: "TEXT", help: "only the laws with this text in their names" },
    },
    examples: ["", "--minutes 60", '--runs 100000 --law "sanitized"'],
  });
  const minutes = Number(values.minutes);
  const runs = Number(values.runs);
  if (!(minutes > 0)) throw new UsageError(`Cannot use --minutes ${JSON.stringify(values.minutes)}: write a number above zero`);
  if (!Number.isInteger(runs) || runs < 0) throw new UsageError(`Cannot use --runs ${JSON.stringify(values.runs)}: write a whole number`);
  return { law: values.law, minutes, runs };
}
