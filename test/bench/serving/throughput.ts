import type { Load, LoadGenerator } from "../load/load-generator.ts";
import { Measured, rotate } from "../rounds.ts";
import { type Summary, summarize, summarizeRatio } from "../statistics.ts";
import { serverCore } from "../workerd/pinned.ts";
import { cpuSeconds, memoryOf } from "../workerd/process-usage.ts";
import { startWorkerd } from "../workerd/workerd.ts";
import type { VerifiedDocument } from "./verify.ts";

/** One kind of response of one Worker. */
export interface Target {
  readonly contender: string;
  /** Path of workerd's configuration. */
  readonly config: string;
  readonly document: VerifiedDocument;
  readonly kind: "200" | "304";
}

/** The speed of a kind of response. */
export interface Speed {
  readonly perSecond: Summary;
  /** The ratio to the reference contender, in the same round. */
  readonly ratio: Summary;
  /** CPU time of workerd for one response, including the kernel. */
  readonly cpuMicroseconds: Summary;
  /** The ratio to the reference contender. Other programs on the machine hardly change it. */
  readonly cpuRatio: Summary;
  /** Milliseconds for a single client. */
  readonly p50: Summary;
  readonly p99: Summary;
}

/** The options of the load. */
export interface LoadOptions {
  readonly generator: LoadGenerator;
  readonly rounds: number;
  readonly seconds: number;
  /** The concurrency while throughput is measured; latency is measured with one client. */
  readonly connections: number;
  readonly say: (line: string) => void;
}

/** The results of one target in one round. */
export interface Round {
  readonly perSecond: number;
  readonly cpuMicroseconds: number;
  readonly p50: number;
  readonly p99: number;
  /** Bytes of resident memory after the load. */
  readonly memory: number;
}

/**
 * Puts load on the targets, one at a time, in rounds. Each has a new workerd in each round, because the speed of a process depends on
 * its position in memory, and does not change afterwards.
 */
export async function measureTargets(targets: readonly Target[], options: LoadOptions): Promise<Measured<Round>> {
  const { rounds, say } = options;
  const measured = new Measured<Round>();
  let number = 0;
  for (const order of rotate(targets, rounds)) {
    say(`  round ${++number} of ${rounds}`);
    for (const target of order) measured.add(target.contender, await measureRound(target, options));
  }
  return measured;
}

interface Pressure {
  readonly connections: number;
  readonly seconds: number;
}

async function measureRound(target: Target, { connections, generator, rounds, seconds }: LoadOptions): Promise<Round> {
  const workerd = await startWorkerd(target.config, serverCore);
  const put = (pressure: Pressure) => load(target, workerd.port, generator, pressure);
  try {
    if (rounds > 1) await put({ connections, seconds: 1 }); // V8 compiles what is hot
    const before = cpuSeconds(workerd.pid);
    const crowd = await put({ connections, seconds });
    const spent = cpuSeconds(workerd.pid) - before;
    const memory = memoryOf(workerd.pid)?.now ?? Number.NaN;
    const alone = await put({ connections: 1, seconds: seconds / 2 });
    return {
      ...{ perSecond: crowd.answers / crowd.seconds, cpuMicroseconds: (spent / crowd.answers) * 1e6 },
      ...{ p50: alone.p50, p99: alone.p99, memory },
    };
  } finally {
    await workerd.stop();
  }
}

// On a very busy machine there may be no response within a second. This is not a fault: the measurement is repeated for longer.
async function load(target: Target, port: number, generator: LoadGenerator, pressure: Pressure, patience = 3): Promise<Load> {
  const { contender, document, kind } = target;
  const headers: Record<string, string> = kind === "304" ? { "if-none-match": document.etag } : {};
  const result = await generator.run({ url: `http://127.0.0.1:${port}${document.path}`, headers, ...pressure });
  if (result.answers === 0 && result.failures === 0 && patience > 0)
    return load(target, port, generator, { ...pressure, seconds: pressure.seconds * 2 }, patience - 1);
  const fault = faultOf(result, document, kind);
  if (fault !== undefined) throw new Error(`Cannot trust the measurement of ${contender} at ${document.path}, ${kind}: ${fault}`);
  return result;
}

/** Returns the reason why a measurement is invalid: failed responses, or responses of a wrong length. */
export function faultOf(load: Load, { wire }: Pick<VerifiedDocument, "wire">, kind: Target["kind"]): string | undefined {
  if (load.answers === 0) return "there were no answers";
  if (load.failures > 0) return `${load.failures} of ${load.answers} answers failed`;
  const expected = kind === "304" ? wire.notModified : wire.headers + wire.plain;
  const length = load.bytes / load.answers;
  const tolerance = 64 + expected * 0.05; // chunks have lengths of their own, and answers under way at the end are counted in part
  if (Math.abs(length - expected) > tolerance) return `an answer has ${Math.round(length)} bytes and not ${expected}`;
  return undefined;
}

/** Summarizes the rounds. */
export function summarizeRounds(rounds: Measured<Round>, contender: string, reference: string): Speed {
  const of = (name: string, key: keyof Round) => rounds.of(name).map((round) => round[key]);
  return {
    perSecond: summarize(of(contender, "perSecond")),
    ratio: summarizeRatio(of(contender, "perSecond"), of(reference, "perSecond")),
    cpuMicroseconds: summarize(of(contender, "cpuMicroseconds")),
    cpuRatio: summarizeRatio(of(contender, "cpuMicroseconds"), of(reference, "cpuMicroseconds")),
    p50: summarize(of(contender, "p50")),
    p99: summarize(of(contender, "p99")),
  };
}
