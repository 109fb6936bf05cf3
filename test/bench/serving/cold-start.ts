import { ask } from "../ask.ts";
import { Measured, rotate } from "../rounds.ts";
import { type Summary, summarize, summarizeRatio } from "../statistics.ts";
import { cpuSeconds, memoryOf } from "../workerd/process-usage.ts";
import { startWorkerd } from "../workerd/workerd.ts";

/** A Worker whose start is measured. */
export interface Starter {
  readonly name: string;
  /** Paths of workerd's configuration, and of the first document. */
  readonly config: string;
  readonly path: string;
}

/** The cost of a start, in milliseconds. */
export interface ColdStart {
  /** From the start of the process until it listens: the script is read, compiled and has run once. */
  readonly listening: Summary;
  /** From the first request to the first byte of its response. */
  readonly firstAnswer: Summary;
  /** From the start of the process to the first byte. */
  readonly total: Summary;
  /** The difference to the empty Worker, and the ratio to the bare one. */
  readonly overEmpty: Summary;
  readonly againstBare: Summary;
  /** CPU milliseconds of workerd until then, and those for the first response. */
  readonly cpu: Summary;
  readonly firstAnswerCpu: Summary;
  /** Bytes of resident memory after the first response. */
  readonly memory: Summary;
}

interface Start {
  readonly listening: number;
  readonly firstAnswer: number;
  readonly cpu: number;
  readonly firstAnswerCpu: number;
  readonly memory: number;
}

/** Starts all Workers repeatedly; they must include `empty` and `bare`. */
export async function measureColdStarts(starters: readonly Starter[], rounds: number): Promise<ReadonlyMap<string, ColdStart>> {
  const starts = new Measured<Start>();
  await startOnce(starters); // the program and the scripts are in the kernel's cache from here on
  for (const order of rotate(starters, rounds)) {
    for (const [name, start] of await startOnce(order)) starts.add(name, start);
  }
  const of = (name: string, key: keyof Start) => starts.of(name).map((start) => start[key]);
  const totals = (name: string) => starts.of(name).map(({ firstAnswer, listening }) => listening + firstAnswer);
  const empty = totals("empty");
  return new Map(
    starters.map(({ name }) => [
      name,
      {
        listening: summarize(of(name, "listening")),
        firstAnswer: summarize(of(name, "firstAnswer")),
        total: summarize(totals(name)),
        overEmpty: summarize(totals(name).map((total, round) => total - (empty[round] ?? Number.NaN))),
        againstBare: summarizeRatio(totals(name), totals("bare")),
        cpu: summarize(of(name, "cpu")),
        firstAnswerCpu: summarize(of(name, "firstAnswerCpu")),
        memory: summarize(of(name, "memory")),
      },
    ]),
  );
}

async function startOnce(starters: readonly Starter[]): Promise<readonly (readonly [string, Start])[]> {
  const starts: (readonly [string, Start])[] = [];
  for (const { config, name, path } of starters) {
    const workerd = await startWorkerd(config);
    try {
      const before = cpuSeconds(workerd.pid);
      const { firstByte, status } = await ask(workerd.port, path);
      const cpu = cpuSeconds(workerd.pid);
      if (status !== 200) throw new Error(`Cannot measure the start of ${name}: ${path} is answered with ${status}`);
      const memory = memoryOf(workerd.pid)?.now ?? Number.NaN;
      const spent = { cpu: cpu * 1000, firstAnswerCpu: (cpu - before) * 1000 };
      starts.push([name, { listening: workerd.started, firstAnswer: firstByte, ...spent, memory }]);
    } finally {
      await workerd.stop();
    }
  }
  return starts;
}
