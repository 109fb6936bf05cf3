import type { Network } from "../network/request.ts";
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

/** The articles that the feeds are compared with. */
export interface OwnArticles {
  /** Where they would be published. */
  readonly siteUrl: string;
  readonly entries: readonly LocalEntry[];
}

/**
 * Looks at the feeds of an address, one after the other.
 * @param own what a deployment would publish; undefined where nothing is to be compared
 * @param onProgress gets what is being done, for a person who waits
 */
export async function examineSite(
  url: string,
  network: Network,
  own: OwnArticles | undefined,
  onProgress: (text: string) => void = () => {},
): Promise<SiteReport> {
  onProgress(url);
  network.trust?.(url);
  const { feeds, findings } = await discover(url, network);
  const reports: FeedReport[] = [];
  for (const feed of feeds) reports.push(await examineFeed(feed, network, onProgress));
  if (own === undefined) return { url, findings, feeds: reports };

  const read = reports.flatMap(({ history, url }) => (history === undefined ? [] : [{ url, history, entries: history.entries }]));
  const best = chooseFeed(
    read,
    own.entries,
    [url, own.siteUrl].map((address) => new URL(address).host),
  );
  if (best === undefined) return { url, findings, feeds: reports, comparison: { reason: "no feed of it can be read" } };
  const comparison = compareHistory(best.history, own.entries, [url, best.url, own.siteUrl]);
  return { url, findings, feeds: reports, comparison: { feed: best.url, history: best.history, comparison } };
}
