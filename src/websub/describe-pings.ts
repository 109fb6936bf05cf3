import type { PingResult } from "./ping.ts";

/** What a person wants to know of pings: how many feeds the hub was told about, and one line for every reason that stood in the way. */
export function describePings(hub: string, results: readonly PingResult[]): string[] {
  const told = results.filter(({ ok }) => ok).length;
  const failures = Map.groupBy(
    results.filter(({ ok }) => !ok),
    ({ error }) => error,
  );
  return [...(told > 0 ? [`Told ${hub} about ${feeds(told)}`] : []), ...[...failures.values()].map(describeFailure)];
}

/** Pings that failed for one reason. */
export function describeFailure(failures: readonly PingResult[]): string {
  const [{ error, topic } = { topic: "", error: "" }, ...more] = failures;
  const attempts = Math.max(...failures.map((failure) => failure.attempts));
  const subject = more.length === 0 ? topic : `${topic} and ${more.length} more`;
  return `Cannot tell the hub about ${subject}: ${error}${attempts > 1 ? ` after ${attempts} attempts` : ""}`;
}

function feeds(count: number): string {
  return count === 1 ? "1 feed" : `${count} feeds`;
}
