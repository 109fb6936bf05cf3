import { type Growth, percentile, type Sample } from "./statistics.ts";

/** The results of a soak test. */
export interface SoakResult {
  readonly seconds: number;
  /** Milliseconds from request to response, by the kind of poll. */
  readonly latencies: ReadonlyMap<string, readonly number[]>;
  /** The faults, with their number and the first poll of each. */
  readonly faults: ReadonlyMap<string, { readonly count: number; readonly example: string }>;
  /** The number of polls that were skipped because too many were waiting. */
  readonly heldBack: number;
  /** Memory of workerd; undefined if the time was too short, or the system does not report it. */
  readonly growth: Growth | undefined;
  /** Bytes of memory over time; empty if the system does not report it. */
  readonly memory: readonly Sample[];
}

/** Returns whether every response was right, and memory does not grow. */
export function isSound({ faults, growth, latencies }: SoakResult): boolean {
  return latencies.size > 0 && faults.size === 0 && growth?.isGrowing !== true;
}

/** Describes the results as a table, and in words. */
export function describeSoak(result: SoakResult): string {
  const { faults, growth, heldBack, latencies, memory, seconds } = result;
  const all = [...latencies.values()].flat();
  const wrong = [...faults.values()].reduce((sum, { count }) => sum + count, 0);
  const rows = [...latencies].sort(([, a], [, b]) => b.length - a.length).map(([kind, values]) => rowOf(kind, values, seconds));
  return [
    "kind               answers  a second  median   95 %   99 %  longest (ms)",
    ...rows,
    rowOf("all", all, seconds),
    `${wrong} wrong answers of ${all.length}${heldBack === 0 ? "" : `; ${heldBack} polls were skipped, because too many were waiting`}`,
    ...[...faults].map(([fault, { count, example }]) => `  ${count} × ${fault} (${example})`),
    describeMemory(growth, memory),
  ].join("\n");
}

function rowOf(kind: string, values: readonly number[], seconds: number): string {
  const times = [0.5, 0.95, 0.99, 1].map((share) => percentile(values, share).toFixed(1).padStart(7));
  return `${kind.padEnd(18)}${String(values.length).padStart(8)}${(values.length / seconds).toFixed(1).padStart(10)} ${times.join("")}`;
}

const mebibytes = (bytes: number) => (bytes / 1024 ** 2).toFixed(1);

function describeMemory(growth: Growth | undefined, memory: readonly Sample[]): string {
  if (memory.length === 0) return "memory of workerd: not available on this system";
  const byMinute = [...Map.groupBy(memory, ({ seconds }) => Math.floor(seconds / 60)).values()].map((samples) => samples[0]?.value ?? 0);
  const line = `memory of workerd, MiB by the minute: ${byMinute.map((bytes) => Math.round(bytes / 1024 ** 2)).join(" ")}`;
  if (growth === undefined) return `${line}; its growth is known after two minutes`;
  const { from, isGrowing, slope, to } = growth;
  return `${line}\n${mebibytes(from)} after the warm-up, ${mebibytes(to)} in the end, ${mebibytes(slope * 60)} a minute: ${isGrowing ? "it grows" : "flat"}`;
}
