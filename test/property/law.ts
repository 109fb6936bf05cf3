import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { it } from "vitest";
import fc from "../fast-check.ts";

/** What `fuzz.ts` asks of the laws, through the environment; undefined in a test run. */
interface Fuzzing {
  /** Milliseconds since 1970. */
  readonly until: number;
  /** How many cases of each law; 0 for as many as there is time for. */
  readonly runs: number;
  /** Part of the names of the laws that are meant. */
  readonly law: string;
  /** The file that takes a {@link Finding} a line. */
  readonly report: string;
}

/** What fuzzing a law came to. */
export interface Finding {
  readonly law: string;
  readonly tried: number;
  /** The seed and the shrunk counterexample, in words. */
  readonly failure?: string;
}

type Arbitraries<Values extends readonly unknown[]> = { readonly [Index in keyof Values]: fc.Arbitrary<Values[Index]> };

const { FUZZ: fuzz } = process.env;
const fuzzing: Fuzzing | undefined = fuzz === undefined ? undefined : JSON.parse(fuzz);
const usualRuns = fc.readConfigureGlobal().numRuns ?? 300;
const patience = 120_000; // milliseconds; a law that holds takes a few seconds, and one that is broken some more to be shrunk
let waiting = 0; // laws of this file whose turn has not come

/**
 * A test of something that holds for all values. What once broke it, `regressions/<law>.json`, is tried first.
 *
 * Values have to be plain data, which JSON can keep.
 * @param share of the usual number of cases, for a law of which each takes long
 */
export function law<Values extends [unknown, ...unknown[]]>(
  name: string,
  given: Arbitraries<Values>,
  holds: (...values: Values) => Promise<void> | void,
  { share = 1 } = {},
): void {
  const property = fc.asyncProperty<Values>(...given, async (...values) => holds(...values));
  const numRuns = Math.ceil(usualRuns * share);
  const examples = readRegressions(name) as Values[];
  if (fuzzing === undefined) {
    const options = { numRuns: numRuns + examples.length, examples, interruptAfterTimeLimit: patience };
    it(name, () => fc.assert(property, options), 2 * patience);
  } else if (name.includes(fuzzing.law)) {
    waiting++;
    it(name, () => search(name, property, numRuns, fuzzing), 2 ** 31 - 1);
  } else it.skip(name, () => {});
}

/** Tries new cases until the law's part of the time is over, or one breaks it: that one is kept. */
async function search<Values>(name: string, property: fc.IAsyncProperty<Values>, round: number, fuzzing: Fuzzing): Promise<void> {
  const until = Date.now() + (fuzzing.until - Date.now()) / waiting--;
  let tried = 0;
  do {
    const numRuns = fuzzing.runs === 0 ? round : Math.min(1000, fuzzing.runs - tried);
    const seed = Math.floor(Math.random() * 2 ** 31);
    const details = await fc.check(property, { numRuns, seed, interruptAfterTimeLimit: patience });
    tried += details.numRuns;
    if (!details.failed) continue;
    if (details.counterexample !== null) keepRegression(name, details.counterexample);
    const failure = fc.defaultReportMessage(details as fc.RunDetails<Values>) ?? "";
    tell({ law: name, tried, failure }, fuzzing);
    throw new Error(failure);
  } while (fuzzing.runs === 0 ? Date.now() < until : tried < fuzzing.runs);
  tell({ law: name, tried }, fuzzing);
}

function tell(finding: Finding, { report }: Fuzzing): void {
  appendFileSync(report, `${JSON.stringify(finding)}\n`);
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
