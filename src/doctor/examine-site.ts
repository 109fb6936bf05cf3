import type { Network } from "../network/request.ts";
import { respectLimits } from "../network/request-limits.ts";
import { chooseFeed } from "./choose-feed.ts";
import { compareHistory, type LiveComparison } from "./compare-live.ts";
import { examineFeed, type FeedReport } from "./examine-feed.ts";
import { discover } from "./live-site/discover.ts";
import type { Finding } from "./live-site/finding.ts";
import type { LocalEntry } from "./local-entry.ts";

/** The findings at an address: about the page, each of its feeds, and the articles that will replace it. */
export interface SiteReport {
  readonly url: string;
  /** The findings about the discovery of the feeds. */
  readonly findings: readonly Finding[];
  readonly feeds: readonly FeedReport[];
  /** Undefined if there are no articles to compare. */
  readonly comparison?: LiveComparison;
}

/** The articles that the live feeds are compared with. */
export interface OwnArticles {
  /** The address where they would be published. */
  readonly siteUrl: string;
  readonly entries: readonly LocalEntry[];
}

/**
 * Examines the feeds of an address, one after the other.
 * @param own the articles that a deployment would publish; undefined to skip the comparison
 * @param onProgress receives the current step, for display
 */
export async function examineSite(
  url: string,
  directNetwork: Network,
  own: OwnArticles | undefined,
  onProgress: (text: string) => void = () => {},
): Promise<SiteReport> {
  onProgress(url);
  const network = respectLimits(directNetwork);
  network.trust?.(url);
  const { feeds, findings, answer } = await discover(url, network);
  const reports: FeedReport[] = [];
  for (const feed of feeds) reports.push(await examineFeed(feed, network, onProgress, feed === url ? answer : undefined));
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
