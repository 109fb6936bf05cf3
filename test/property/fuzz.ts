import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { LawResult } from "./law.ts";

// npm run fuzz [-- --minutes N | --runs N] [--law NAME]: checks the laws with new random cases.

const usage = "Usage: npm run fuzz [-- --minutes N | --runs N] [--law NAME], where NAME is a part of a law's name";
const minutesByDefault = 5;

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
if (results.length === 0) console.error(`Cannot find a law ${JSON.stringify(law)}; ${usage}`);
process.exitCode = results.length === 0 ? 1 : (status ?? 1);

function readArguments() {
  const options = { law: { type: "string" }, minutes: { type: "string" }, runs: { type: "string" } } as const;
  try {
    const { law = "", minutes, runs = "0" } = parseArgs({ options }).values;
    const numbers = { minutes: Number(minutes ?? minutesByDefault), runs: Number(runs) };
    if (!(numbers.minutes > 0) || !Number.isInteger(numbers.runs) || numbers.runs < 0) throw new Error("Cannot use such a number");
    return { law, ...numbers };
  } catch (error) {
    console.error(`${(error as Error).message}; ${usage}`);
    process.exit(2);
  }
}
