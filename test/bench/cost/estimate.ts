import type { Assumptions } from "./assumptions.ts";
import type { Prices } from "./prices.ts";

/** The measured figures of our Worker. */
export interface Figures {
  /** CPU milliseconds for a response of a warm Worker. */
  readonly notModifiedCpu: number;
  readonly fullCpu: number;
  /** CPU milliseconds for the first response of a new Worker. */
  readonly coldCpu: number;
  /** Bytes on the wire. */
  readonly notModifiedBytes: number;
  readonly fullBytes: number;
  readonly compressedBytes: number;
}

/** The costs of a site. */
export interface Estimate {
  readonly subscribers: number;
  /** A day. */
  readonly polls: number;
  readonly notModified: number;
  readonly full: number;
  readonly workerRuns: number;
  readonly cpuSeconds: number;
  readonly bytes: number;
  /** True if the free plan has enough requests. */
  readonly isFree: boolean;
  /** US dollars a month on the paid plan. */
  readonly dollars: number;
}

const secondsADay = 86_400;
const daysAMonth = 30;

/** Calculates the costs of polls. */
export function estimate(subscribers: number, given: Assumptions, figures: Figures, prices: Prices): Estimate {
  const { compressed, isCached } = given;
  const { full, notModified } = pollsOf(subscribers, given);
  const polls = full + notModified;
  const workerRuns = isCached ? Math.min(polls, missesOf(given)) : polls;
  const cold = coldShare(workerRuns, given);
  const warmCpu = (notModified * figures.notModifiedCpu + full * figures.fullCpu) / polls;
  const cpuMilliseconds = workerRuns * (cold * figures.coldCpu + (1 - cold) * warmCpu);
  const bytesOfFull = compressed * figures.compressedBytes + (1 - compressed) * figures.fullBytes;
  return {
    subscribers,
    ...{ polls, notModified, full, workerRuns },
    cpuSeconds: cpuMilliseconds / 1000,
    bytes: notModified * figures.notModifiedBytes + full * bytesOfFull,
    isFree: polls <= prices.freeRequestsADay,
    dollars: dollarsOf(polls * daysAMonth, cpuMilliseconds * daysAMonth, prices),
  };
}

/** Responses a day: a poll with a validator is a 304, unless an article has appeared since the last poll. */
function pollsOf(subscribers: number, { articlesADay, readers }: Assumptions): { readonly full: number; readonly notModified: number } {
  let [full, notModified] = [0, 0];
  for (const { conditional, pollsADay, services, share } of readers) {
    const pollers = Math.min(subscribers * share, services ?? Number.POSITIVE_INFINITY);
    const changed = Math.min(1, articlesADay / pollsADay);
    const unchanged = conditional * (1 - changed);
    notModified += pollers * pollsADay * unchanged;
    full += pollers * pollsADay * (1 - unchanged);
  }
  return { full, notModified };
}

/** The maximum number of requests from the cache to the Worker a day: each place has its own copies. */
function missesOf({ maxAge, places, variants }: Assumptions): number {
  return (places * variants * secondsADay) / maxAge;
}

/** Returns the share of runs that start a Worker: those that are long after the previous one, with random arrivals. */
function coldShare(runsADay: number, { keptSeconds, places }: Assumptions): number {
  return Math.exp((-runsADay / places / secondsADay) * keptSeconds);
}

/** A hit of Workers Cache is a request, and uses no CPU time (developers.cloudflare.com/workers/cache, Billing). */
function dollarsOf(requests: number, cpuMilliseconds: number, prices: Prices): number {
  const beyond = (amount: number, included: number, million: number) => (Math.max(0, amount - included) / 1e6) * million;
  return (
    prices.base +
    beyond(requests, prices.includedRequests, prices.millionRequests) +
    beyond(cpuMilliseconds, prices.includedCpuMilliseconds, prices.millionCpuMilliseconds)
  );
}
