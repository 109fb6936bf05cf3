import { autocannon } from "./autocannon.ts";
import { findWrk } from "./wrk.ts";

/** What to ask for, again and again. */
export interface LoadTarget {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** How many connections ask at once; each waits for its answer before it asks again. */
  readonly connections: number;
  readonly seconds: number;
}

/** What came of it. */
export interface Load {
  readonly answers: number;
  readonly seconds: number;
  /** Bytes of all answers, with their headers. */
  readonly bytes: number;
  /** Answers that were neither 2xx nor 3xx, and connections that failed. */
  readonly failures: number;
  /** Milliseconds from the question to the end of the answer. */
  readonly p50: number;
  readonly p99: number;
}

export interface LoadGenerator {
  /** Its name and version. */
  readonly name: string;
  run(target: LoadTarget): Promise<Load>;
}

/** wrk where it is installed; a generator in JavaScript, which is slower than what it is to measure, where not. */
export function findLoadGenerator(): LoadGenerator {
  return findWrk() ?? autocannon;
}
