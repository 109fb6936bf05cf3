/** A measurement: seconds since the start, and the value. */
export interface Sample {
  readonly seconds: number;
  readonly value: number;
}

/** Returns the value that a share (0 to 1) of all values does not exceed; NaN for an empty list. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** Returns the growth of a value per second: the slope of the best line (least squares); 0 for fewer than two measurements. */
export function slopeOf(samples: readonly Sample[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(samples.map(({ seconds }) => seconds)), mean(samples.map(({ value }) => value))];
  const spread = samples.reduce((sum, { seconds }) => sum + (seconds - x) ** 2, 0);
  return spread === 0 || samples.length < 2
    ? 0
    : samples.reduce((sum, { seconds, value }) => sum + (seconds - x) * (value - y), 0) / spread;
}

/** Memory over time, after a warm-up. */
export interface Growth {
  /** Medians of the first and the last third, because garbage collection changes single values. */
  readonly from: number;
  readonly to: number;
  /** Bytes per second. */
  readonly slope: number;
  readonly isGrowing: boolean;
}

const warmUp = 0.25; // of the time: compiled code and caches fill
const shortest = 120; // seconds, under which garbage says more than a leak
const maxGrowth = 16 * 1024 * 1024;

/** Returns whether memory (bytes) grows by more than 16 MiB and a tenth. Undefined if the time was too short. */
export function growthOf(samples: readonly Sample[]): Growth | undefined {
  const end = samples.at(-1)?.seconds ?? 0;
  if (end < shortest) return undefined;
  const settled = samples.filter(({ seconds }) => seconds >= end * warmUp);
  const third = Math.max(1, Math.floor(settled.length / 3));
  const median = (part: readonly Sample[]) =>
    percentile(
      part.map(({ value }) => value),
      0.5,
    );
  const [from, to] = [median(settled.slice(0, third)), median(settled.slice(-third))];
  return { from, to, slope: slopeOf(settled), isGrowing: to - from > Math.max(maxGrowth, from / 10) };
}
