import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { it } from "vitest";
import fc from "../fast-check.ts";

/** The options that `fuzz.ts` passes through the environment; undefined in a test run. */
interface Fuzzing {
  /** Milliseconds since 1970. */
  readonly until: number;
  /** The number of cases of each law; 0 for as many as possible in the time. */
  readonly runs: number;
  /** Part of the names of the selected laws. */
  readonly law: string;
  /** The file that receives a {@link LawResult} per line. */
  readonly report: string;
}

/** The result of fuzzing a law. */
export interface LawResult {
  readonly law: string;
  readonly tried: number;
  /** A description of the seed and the shrunk counterexample. */
  readonly failure?: string;
}

type Arbitraries<Values extends readonly unknown[]> = { readonly [Index in keyof Values]: fc.Arbitrary<Values[Index]> };

const { FUZZ: fuzz } = process.env;
const fuzzing: Fuzzing | undefined = fuzz === undefined ? undefined : JSON.parse(fuzz);
const defaultRuns = fc.readConfigureGlobal().numRuns ?? 300;
const timeoutMs = 120_000; // a valid law takes a few seconds, and shrinking a counterexample longer
let remaining = 0; // laws of this file that have not run yet

/**
 * Defines a test of a law that is true for all values. Former counterexamples in `regressions/<law>.json` are tried first.
 *
 * Values have to be plain data that JSON can represent.
 * @param share the fraction of the default number of cases, for a law with slow cases
 */
export function law<Values extends [unknown, ...unknown[]]>(
  name: string,
  given: Arbitraries<Values>,
  verify: (...values: Values) => Promise<void> | void,
  { share = 1 } = {},
): void {
  const property = fc.asyncProperty<Values>(...given, async (...values) => verify(...values));
  const numRuns = Math.ceil(defaultRuns * share);
  const examples = readRegressions(name) as Values[];
  if (fuzzing === undefined) {
    const options = { numRuns: numRuns + examples.length, examples, interruptAfterTimeLimit: timeoutMs };
    it(name, () => fc.assert(property, options), 2 * timeoutMs);
  } else if (name.includes(fuzzing.law)) {
    remaining++;
    it(name, () => search(name, property, numRuns, fuzzing), 2 ** 31 - 1);
  } else it.skip(name, () => {});
}

/** Tries new cases until the law's share of the time is over or a case breaks it, and stores that case as a regression. */
async function search<Values>(name: string, property: fc.IAsyncProperty<Values>, round: number, fuzzing: Fuzzing): Promise<void> {
  const until = Date.now() + (fuzzing.until - Date.now()) / remaining--;
  let tried = 0;
  do {
    const numRuns = fuzzing.runs === 0 ? round : Math.min(1000, fuzzing.runs - tried);
    const seed = Math.floor(Math.random() * 2 ** 31);
    const details = await fc.check(property, { numRuns, seed, interruptAfterTimeLimit: timeoutMs });
    tried += details.numRuns;
    if (!details.failed) continue;
    if (details.counterexample !== null) keepRegression(name, details.counterexample);
    const failure = fc.defaultReportMessage(details as fc.RunDetails<Values>) ?? "";
    report({ law: name, tried, failure }, fuzzing);
    throw new Error(failure);
  } while (fuzzing.runs === 0 ? Date.now() < until : tried < fuzzing.runs);
  report({ law: name, tried }, fuzzing);
}

function report(result: LawResult, { report: file }: Fuzzing): void {
  appendFileSync(file, `${JSON.stringify(result)}\n`);
}

function fileOf(name: string): string {
  return new URL(`regressions/${name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "")}.json`, import.meta.url).pathname;
}

function readRegressions(name: string): unknown[] {
  return existsSync(fileOf(name)) ? JSON.parse(readFileSync(fileOf(name), "utf8")) : [];
}

function keepRegression(name: string, counterexample: unknown): void {
  const known = readRegressions(name).map((values) => JSON.stringify(values));
  const kept = [...new Set([...known, JSON.stringify(counterexample)])];
  mkdirSync(dirname(fileOf(name)), { recursive: true });
  writeFileSync(fileOf(name), `[\n${kept.map((values) => `  ${values}`).join(",\n")}\n]\n`);
}
