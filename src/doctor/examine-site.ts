import type { Network } from "./ask.ts";
import { chooseFeed } from "./choose-feed.ts";
import { compareHistory, type LiveComparison } from "./compare-live.ts";
import { discover } from "./discover.ts";
import { examineFeed, type FeedReport } from "./examine-feed.ts";
import type { Finding } from "./finding.ts";
import type { LocalEntry } from "./local-entry.ts";

/** What was found at an address: of the page itself, of each of its feeds, and of the articles that are to take their place. */
export interface SiteReport {
  readonly url: string;
  /** How the feeds were found. */
  readonly findings: readonly Finding[];
  readonly feeds: readonly FeedReport[];
  /** Undefined where nothing was to be compared. */
  readonly comparison?: LiveComparison;
}

/**
 * Looks at the feeds of an address, one after the other.
 * @param local what a deployment would publish; undefined where nothing is to be compared
 * @param onProgress gets what is being done, for a person who waits
 */
export async function examineSite(
  url: string,
  network: Network,
  local: readonly LocalEntry[] | undefined,
  onProgress: (text: string) => void = () => {},
): Promise<SiteReport> {
  onProgress(url);
  const { feeds, findings } = await discover(url, network);
  const reports: FeedReport[] = [];
  for (const feed of feeds) reports.push(await examineFeed(feed, network, onProgress));
  if (local === undefined) return { url, findings, feeds: reports };

  const read = reports.flatMap(({ history, url }) => (history === undefined ? [] : [{ url, history, entries: history.entries }]));
  const best = chooseFeed(read, local, [new URL(url).host]);
  if (best === undefined) return { url, findings, feeds: reports, comparison: { reason: "no feed of it can be read" } };
  const comparison = compareHistory(best.history, local, url, best.url);
  return { url, findings, feeds: reports, comparison: { feed: best.url, history: best.history, comparison } };
}
