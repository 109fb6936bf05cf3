import { autocannon } from "./autocannon.ts";
import { findWrk } from "./wrk.ts";

/** A request to repeat. */
export interface LoadTarget {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The number of concurrent connections; each waits for its response before the next request. */
  readonly connections: number;
  readonly seconds: number;
}

/** The results. */
export interface Load {
  readonly answers: number;
  readonly seconds: number;
  /** Bytes of all responses, with their headers. */
  readonly bytes: number;
  /** Responses that were neither 2xx nor 3xx, and failed connections. */
  readonly failures: number;
  /** Milliseconds from the request to the end of the response. */
  readonly p50: number;
  readonly p99: number;
}

export interface LoadGenerator {
  /** Its name and version. */
  readonly name: string;
  run(target: LoadTarget): Promise<Load>;
}

/** Finds wrk, or a generator in JavaScript if wrk is not installed, which is slower than the Workers. */
export function findLoadGenerator(): LoadGenerator {
  return findWrk() ?? autocannon;
}
