import { plural } from "../base/plural.ts";
import type { PingResult } from "./ping.ts";

/** Describes the results of pings: the number of feeds that the hub knows about now, and one line per reason of failure. */
export function describePings(hub: string, results: readonly PingResult[]): string[] {
  const notified = results.filter(({ ok }) => ok).length;
  const failures = Map.groupBy(
    results.filter(({ ok }) => !ok),
    ({ error }) => error,
  );
  return [...(notified > 0 ? [`Pinged ${hub} for ${plural(notified, "feed")}`] : []), ...[...failures.values()].map(describeFailedPings)];
}

/** Describes pings that failed for the same reason. */
export function describeFailedPings(failures: readonly PingResult[]): string {
  const [{ error, topic } = { topic: "", error: "" }, ...more] = failures;
  const attempts = Math.max(...failures.map((failure) => failure.attempts));
  const subject = more.length === 0 ? topic : `${topic} and ${more.length} more`;
  return `Cannot ping the hub for ${subject}: ${error}${attempts > 1 ? ` after ${attempts} attempts` : ""}`;
}
