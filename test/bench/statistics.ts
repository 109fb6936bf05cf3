/** A summary of measurements. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Summarizes measurements. @throws if there are none */
export function summarize(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (min === undefined || max === undefined || low === undefined || high === undefined) throw new Error("Cannot summarize: no values");
  return { median: (low + high) / 2, min, max };
}

/**
 * Summarizes the ratios of two measurements, round by round: a slow round slows both, so the ratio does not change.
 * @throws if the two were not measured in the same rounds
 */
export function summarizeRatio(values: readonly number[], others: readonly number[]): Summary {
  if (values.length !== others.length) throw new Error(`Cannot compare ${values.length} rounds with ${others.length}`);
  return summarize(values.map((value, round) => value / (others[round] ?? Number.NaN)));
}
